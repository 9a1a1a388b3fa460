import { afterAll, beforeAll, expect, test } from 'vitest';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { sendIntent } from '../support/send-intent.ts';

let office: Office;
let mei: Someone;
let boss: Someone;
let admin: Someone;
let other: Someone;

beforeAll(async () => {
  office = await openOffice(await localSurface());
  mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
  boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
  admin = await office.hire({ key: 'admin', name: '林静', role: 'admin' });
  other = await office.hire({ key: 'other', name: '许可', role: 'admin' });
});
afterAll(() => office.close());

const press = (key: string, command: number) => sendIntent(office, key, { name: 'undo', input: { command } });

const commandOf = async (intent: string, who: Someone) =>
  (
    await office.bot.app.db.command.findFirstOrThrow({
      where: { intent, personId: who.id },
      orderBy: { id: 'desc' },
    })
  ).id;

test('a deal taken back takes what was logged and planned for it along: nothing of it is left to do', async () => {
  await mei.says('给撤回电子开个商机 30万');
  const opened = await commandOf('deal.open', mei);
  await mei.says('刚跟撤回电子打了电话,11月13日下午3点演示');
  mei.hears('演示');
  await press('mei', opened);
  mei.hears('已撤销');
  await mei.says('今天跟进谁');
  mei.hearsNot('撤回电子', '演示');
  expect(await office.bot.app.db.touch.count({ where: { ownerId: mei.id, state: 'open', removedAt: null } })).toBe(0);
  expect(await office.bot.app.db.activity.count({ where: { personId: mei.id, removedAt: null } })).toBe(0);
});

test('a customer somebody else has opened a deal for since is not taken back', async () => {
  await mei.says('给合用电子开个商机 30万');
  const opened = await commandOf('deal.open', mei);
  const customer = await office.bot.app.db.customer.findFirstOrThrow({ where: { name: '合用电子' } });
  await boss.says('给合用电子开个商机 12万');
  boss.hears('已开商机');
  await press('mei', opened);
  mei.hears('撤销不了', '周启明');
  expect((await office.bot.app.db.customer.findUniqueOrThrow({ where: { id: customer.id } })).removedAt).toBeNull();
});

test('joining is not taken back, and who has lost the right to a change cannot take it back', async () => {
  await admin.says('邀请 李雷 销售 华东组');
  const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(admin.last().text)?.[0];
  const lei = office.someone('lei');
  await lei.says(`加入 ${code}`);
  lei.hears('李雷');
  await lei.says('撤销');
  lei.hears('没有可撤销的');
  await lei.says('帮助');
  lei.hearsNot('我还不认识你');

  await admin.says('把李雷设为管理员');
  await admin.says('把李雷设为主管');
  await other.says('把林静设为销售');
  await admin.says('撤销');
  admin.hears('权限不够');
  expect((await office.bot.app.db.person.findFirstOrThrow({ where: { name: '李雷' } })).role).toBe('manager');
});

test('taking back a promotion does not leave the team without an admin', async () => {
  await other.says('把林静设为管理员');
  await office.bot.app.db.person.updateMany({ where: { id: other.id }, data: { role: 'manager' } });
  await office.bot.app.db.command.updateMany({
    where: { id: await commandOf('people.change', other) },
    data: { personId: admin.id },
  });
  await admin.says('撤销');
  admin.hears('最后一位管理员');
});

test('a team taken back can be made again', async () => {
  await admin.says('邀请 韩梅梅 销售 华南组');
  admin.hears('已邀请韩梅梅');
  await admin.says('撤销');
  admin.hears('已撤销');
  await admin.says('邀请 韩梅梅 销售 华南组');
  admin.hears('已邀请韩梅梅');
});

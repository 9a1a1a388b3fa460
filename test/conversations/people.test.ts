import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commit } from '../../bot/sales/commit.ts';
import { firstAdmin } from '../../bot/sales/team/first-admin.ts';
import { type Office, openOffice } from '../support/office.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('people on $name', ({ open }) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(await open());
  });
  afterAll(() => office.close());

  test('the code of the console makes the first admin, once; the admin invites, sets roles, teams and languages', async () => {
    const { app } = office.bot;
    const made = await firstAdmin({ ...app, now: office.clock.now() }, app.platforms, 'Asia/Shanghai');
    expect(made?.code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    await commit(app.pool, app.queue, app.ids, {
      intent: 'start',
      personId: null,
      via: 'start',
      at: office.clock.now(),
      plan: made?.plan ?? { changes: [] },
      says: [],
    });

    const first = office.someone('first');
    await first.says('帮助');
    first.hears('我还不认识你');
    await first.says(made?.code ?? '');
    first.hears('欢迎', '管理员');
    const second = office.someone('second');
    await second.says(`加入 ${made?.code}`);
    second.hears('邀请码无效');

    await first.says('邀请 李雷 销售 华东组');
    first.hears('已邀请李雷');
    const code = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(first.last().text)?.[0];
    await second.says(`join ${code}`);
    second.hears('李雷', '销售');
    await second.says('邀请 韩梅梅 管理员');
    second.hears('权限不够');

    await first.says('把李雷设为主管');
    first.hears('已更新李雷', '主管');
    await first.says('李雷 语言 英文');
    await second.says('help');
    second.hears('You can say');
    await second.says('切换中文');
    second.hears('中文');
    await first.says('成员');
    first.hears('李雷', '华东组');
    expect(await firstAdmin({ ...app, now: office.clock.now() }, app.platforms, 'Asia/Shanghai')).toBeNull();
  });

  test('the last admin stays one', async () => {
    const first = office.someone('first');
    const admin = await office.bot.app.db.person.findFirstOrThrow({ where: { role: 'admin' } });
    await first.says(`把 #${admin.id} 设为销售`);
    first.hears('最后一位管理员');
  });
});

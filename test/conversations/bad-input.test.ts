import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('bad input on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let lei: Someone;
  let boss: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    lei = await office.hire({ key: 'lei', name: 'Leo Wang', role: 'rep', team: 'West', language: 'en' });
    boss = await office.hire({ key: 'boss', name: '周总', role: 'manager', team: '华东组' });
    await mei.says('给宏达电子开个商机 30万');
    mei.hears('已开商机');
  });
  afterAll(() => office.close());

  const deal = () => office.bot.app.db.opportunity.findFirstOrThrow({ where: { title: '宏达电子' } });

  test('an unknown stage is answered with the stages there are', async () => {
    await mei.says('宏达电子推进到火星');
    mei.hears('没有这个阶段', '火星', '需求确认', '报价');
  });

  test('a past date, a negative and an absurd amount are refused and change nothing', async () => {
    const before = await deal();
    await mei.says('/deal update 宏达电子 close 2020-01-01');
    await mei.says('宏达电子预计2020年1月1日成交');
    mei.hears('已经过');
    await mei.says('宏达电子金额改成-5万');
    mei.hears('金额不对', '负数');
    await mei.says('宏达电子金额改成99999999999999');
    mei.hears('金额不对', '太大');
    expect((await deal()).version).toBe(before.version);
  });

  test('an unknown customer is named, and nothing is written', async () => {
    const before = await office.bot.app.db.activity.count();
    await mei.says('刚跟不存在公司张总打了电话,下周三下午3点演示');
    mei.hears('没找到', '不存在公司');
    expect(await office.bot.app.db.activity.count()).toBe(before);
  });

  test('two of the same name are asked about, and the answer completes the sentence', async () => {
    await office.customer('永兴上海', mei);
    await mei.says('给永兴上海开个商机 10万');
    await office.customer('永兴北京', mei);
    await mei.says('给永兴北京开个商机 20万');
    await mei.says('永兴金额改成15万');
    mei.hears('是哪一个', '永兴上海', '永兴北京');
    await mei.says('1');
    mei.hears('已更新', '¥150,000');
  });

  test('control characters and wildcards are letters', async () => {
    await mei.says('看下%');
    mei.hears('没找到');
    await mei.says('看下宏\u0007达\u0000电子');
    mei.hears('宏达电子');
  });

  test.each([
    '撤销 #13912345678',
    '撤销 #13912345678 的金额',
    '我的商机 续 13912345678',
    '我的商机 续 2147483648',
    '我的线索 续 A:13912345678',
    '看下#13912345678',
    '/undo 13912345678',
  ])('a number that no record can have is refused, and changes nothing: %s', async (said) => {
    await mei.says('宏达电子金额改成30万');
    const before = await deal();
    await mei.says(said);
    mei.hearsNot('出错');
    expect((await deal()).version).toBe(before.version);
  });

  test('a broadcast and a formula come back as plain words', async () => {
    await mei.says('新线索 <!channel> =HYPERLINK("http://x") 13912340001 公司:<!here>测试');
    const { text } = mei.last();
    expect(text).not.toBe('');
    const stored = await office.bot.app.db.message.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(JSON.stringify(stored.card)).toBeTruthy();
  });

  test('a message of ten thousand words is refused kindly', async () => {
    await mei.says(`新线索 ${'很长'.repeat(4000)}`);
    mei.hears('太长了');
  });

  test("somebody else's deal is not theirs to change, in their language", async () => {
    const { id } = await deal();
    await lei.says(`/deal move #${id} quote`);
    lei.hears('Somebody else has this', '陈梅');
    expect((await deal()).stage).toBe('need');
  });

  test('a button pressed after somebody else changed the deal says so', async () => {
    await mei.says('宏达电子推进到方案沟通');
    mei.hears('还缺', '痛点');
    await mei.says('痛点:交期');
    mei.hears('方案沟通');
    await boss.says('宏达电子金额改成31万');
    boss.hears('已更新');
    await mei.says('撤销');
    mei.hears('已撤销');
    await mei.says('宏达电子金额改成33万');
    await boss.says('宏达电子金额改成35万');
    await mei.says('撤销');
    mei.hears('撤销不了', '周总');
    expect(Number((await deal()).amount)).toBe(350_000);
  });

  test('what is negated, conditional or asked changes nothing', async () => {
    const before = await deal();
    for (const text of ['不要把宏达电子推进到报价', '如果宏达电子下周签了就推进到合同签订', '宏达电子签了吗']) {
      await mei.says(text);
      expect((await deal()).version).toBe(before.version);
    }
  });

  test('a stranger gets a polite answer and nothing else', async () => {
    const stranger = office.someone('stranger');
    await stranger.says('我的商机');
    stranger.hears('我还不认识你');
    stranger.hearsNot('宏达');
    await stranger.says('show me the deals');
    stranger.hears("don't know you yet");
  });
});

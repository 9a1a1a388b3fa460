import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { surfaces } from '../support/surfaces.ts';

// What went wrong when people who had never seen the bot tried it.

describe.each(surfaces)('between two visits, on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let dana: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
    await mei.says('给麒岳光电开个商机 12万');
    await mei.says('给赤霞食品开个商机 80万');
    await mei.says('给联桥模具开个商机 19万');
    await dana.says('open a deal for Greyfriars Dairy batch tracing $40k');
    await dana.says('open a deal for Greyfriars Dairy batch tracing $70k');
    await office.bot.app.names?.refresh();
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    await mei.says('算了');
    await dana.says('never mind');
  });

  const deal = (title: string) =>
    office.bot.app.db.opportunity.findFirstOrThrow({ where: { title: { contains: title } } });

  test('a sentence about another customer answers no open question', async () => {
    await mei.says('麒岳赢了');
    mei.hears('还差');
    await mei.says('赤霞说他们老板出差 签字要拖到12月14号了');
    expect((await deal('麒岳')).status).toBe('open');
    await mei.says('算了');
  });

  test('today is a day when a day is asked for', async () => {
    await mei.says('给启明电气开个商机 43万');
    await mei.says('启明电气的痛点：线上没数据 决策人王总 预算50万');
    await mei.says('启明电气预计成交 12月20日');
    await mei.says('启明电气推进到赢单');
    mei.hears('签约日');
    await mei.says('今天');
    expect((await deal('启明电气')).status).toBe('won');
    await dana.says('open a deal for Bluebay Controls 43k closing Dec 20');
    await dana.says('Bluebay pain slow delivery, decision maker Tom, budget 50k');
    await dana.says('Bluebay signed!! 43k');
    dana.hears('Signed on');
    await dana.says('Signed today');
    dana.hears('Bluebay Controls is won');
    dana.hearsNot('not recorded yet');
  });

  test('a request answers no open question', async () => {
    await mei.says('联桥黄了');
    mei.hears('原因');
    await mei.says('今天还有啥要跑的');
    mei.hearsNot('内容不合适');
    await mei.says('他们老板不喜欢');
    expect(await deal('联桥')).toMatchObject({
      status: 'lost',
      facts: { loss_reason: 'other', loss_note: '他们老板不喜欢' },
    });
    await mei.says('撤销');
    expect((await deal('联桥')).status).toBe('open');
  });

  test('a deal closes later by so much, and what was expected of none is asked', async () => {
    await mei.says('赤霞往后推一个月');
    mei.hears('还没有预计成交日');
    await mei.says('1月31日');
    await mei.says('赤霞往后推一个月');
    mei.hears('2月28日');
  });

  test('of two deals of one title, what they are worth tells them apart', async () => {
    await dana.says('Greyfriars close date Dec 20');
    dana.hears('$40,000', '$70,000');
    await dana.says('never mind');
    await dana.says('Greyfriars the 70k one close date Dec 21');
    await dana.says('yes');
    dana.hears('Dec 21');
  });

  test('what a sentence says besides is offered beside what was recorded, and beside what is only proposed', async () => {
    await dana.says('just left Greyfriars the 70k one, their plant mgr likes it, wants a proposal by Nov 20');
    dana.hears('It also says this');
    await dana.presses('+ To do: proposal · Fri, Nov 20 6:00 PM');
    dana.hears('To do', 'proposal');
    await mei.says('赤霞那边预算砍了,80万估计只能做到64万左右,12月8日再过去谈');
    mei.hears('我理解为这样', '这句里还提到', '+ 金额 640,000');
    await mei.presses('+ 金额 640,000');
    expect(Number((await deal('赤霞')).amount)).toBe(640_000);
    mei.hears('还没记，等你一句话');
  });

  test('what is known of a customer is asked of none of its deals', async () => {
    await dana.says('new contact at Greyfriars: Hannah Price, plant director, hannah.price@greyfriars.co.uk');
    dana.hears('Hannah Price');
    dana.hearsNot('Which one');
  });

  test('a question that waits leaves room for what was said in between', async () => {
    await mei.says('麒岳金额68万 那个啥来着回头弄');
    mei.hears('对吗');
    await mei.says('赤霞老板娘那脾气真是一言难尽');
    mei.hears('1. 记到 赤霞食品', '还没记');
    await mei.says('1');
    mei.hears('赤霞老板娘那脾气真是一言难尽', '还没记');
    await mei.says('是');
    expect(Number((await deal('麒岳')).amount)).toBe(680_000);
    await mei.says('撤销');
  });

  test('a correction is of the record it names', async () => {
    await mei.says('拜访了赤霞 最多七十万');
    await mei.says('麒岳预算20万');
    await mei.says('不对 刚才赤霞说的是七十二万不是七十万');
    mei.hears('七十二万');
  });

  test('who has no deal yet can keep the words all the same', async () => {
    await mei.says('新线索 沙洲化工 蒋雪 13812340000');
    await office.bot.app.names?.refresh();
    await mei.says('把沙洲化工推进到报价');
    mei.hears('1. 记到 沙洲化工');
  });

  test('what one has that closes by then comes with its sum', async () => {
    await dana.says('what is closing this year');
    dana.hears('closing by');
  });
});

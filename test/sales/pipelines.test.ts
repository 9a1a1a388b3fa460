import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPlaybook } from '../../bot/playbook/load.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { customer, deal, lead } from '../support/records.ts';
import { surfaces } from '../support/surfaces.ts';

const channel = `  - key: channel
    name: { zh: 渠道流程, en: Channel }
    words: [代理流程, reseller]
    for: { channels: [partner] }
    stages:
      - key: register
        name: { zh: 报备, en: Registration }
        dueDays: 7
        owner: manager
        needs: [decision_maker]
      - key: quote
        name: { zh: 报价, en: Quote }
        dueDays: 14
        needs: [amount]
      - { key: won, name: { zh: 赢单, en: Won }, dueDays: null, outcome: won }
      - { key: lost, name: { zh: 输单, en: Lost }, dueDays: null, outcome: lost, enterNeeds: [loss_reason] }
`;
const starter = readFileSync(new URL('../../bot/playbook/starter.yaml', import.meta.url), 'utf8');
const text = starter.replace('\nfields:', `\n${channel}\nfields:`);

describe.each(surfaces)('several pipelines on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let dana: Someone;

  beforeAll(async () => {
    office = await openOffice(await open());
    await office.bot.app.db.playbook.create({ data: { version: 2, text, why: 'test', createdAt: office.clock.now() } });
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    dana = await office.hire({ key: 'dana', name: 'Dana Ruiz', role: 'rep', team: 'East', language: 'en' });
  });
  afterAll(() => office.close());

  const newest = () => office.bot.app.db.opportunity.findFirstOrThrow({ orderBy: { id: 'desc' } });
  const stands = (id: number) => office.bot.app.db.opportunity.findUniqueOrThrow({ where: { id } });

  test('a version written elsewhere is taken up with the next message', async () => {
    await mei.says('我的商机');
    expect(office.bot.app.playbook.pipelines.map(({ key }) => key)).toEqual(['standard', 'channel']);
  });

  test('a deal goes through the pipeline for such a customer, or the one that is said', async () => {
    await lead(office, mei, '代理来的实业', { channel: 'partner' });
    await mei.says('给代理来的实业开个商机 80万');
    mei.hears('已开商机', '报备');
    expect(await newest()).toMatchObject({ pipeline: 'channel', stage: 'register' });
    await mei.says('给平常实业开个商机 80万');
    mei.hears('需求确认');
    expect(await newest()).toMatchObject({ pipeline: 'standard', stage: 'need' });
    await mei.says('给点名实业开个商机 80万 渠道流程');
    mei.hears('流程', '渠道流程', '报备');
    expect(await newest()).toMatchObject({ pipeline: 'channel', stage: 'register' });
    await dana.says('open a deal for Fernbank 60k in the channel pipeline');
    dana.hears('Deal opened', 'Channel', 'Registration');
    expect(await newest()).toMatchObject({ pipeline: 'channel', stage: 'register' });
    await mei.says('新商机');
    await mei.presses('填表');
    await mei.fills({ 客户: '填表实业', 流程: '渠道流程' });
    mei.hears('已开商机', '报备');
    expect(await newest()).toMatchObject({ pipeline: 'channel', stage: 'register' });
  });

  test('a deal changes its pipeline to the stage it has earned there, and undo takes it back', async () => {
    const id = await deal(office, mei, await customer(office, mei, '换道实业'), '换道实业', { stage: 'quote' });
    await mei.says('换道实业换到渠道流程');
    mei.hears('换道实业 改走渠道流程', '标准流程', '报备', '从这里走起');
    expect(await stands(id)).toMatchObject({ pipeline: 'channel', stage: 'register' });
    await mei.says('换道实业 推进到报价');
    mei.hears('还缺：决策人');
    await mei.says('取消');
    await mei.says('撤销');
    mei.hears('已撤销');
    expect(await stands(id)).toMatchObject({ pipeline: 'standard', stage: 'quote' });
    await mei.says('看下换道实业');
    mei.hears('标准流程', '还剩 14 天');
    const facts = { decision_maker: 'Mr Wang' };
    const there = await deal(office, dana, await customer(office, dana, 'Switchback'), 'Switchback', {
      stage: 'quote',
      facts,
    });
    await dana.says('move Switchback to the channel pipeline');
    dana.hears('Switchback goes through Channel now', 'Quote');
    dana.hearsNot('Registration and');
    expect(await stands(there)).toMatchObject({ pipeline: 'channel', stage: 'quote' });
  });

  test('a pipeline nobody knows, and the one it is in already, are told so', async () => {
    await deal(office, mei, await customer(office, mei, '不换实业'), '不换实业');
    await mei.says('不换实业换到外星流程');
    mei.hears('没有这个流程', '标准流程、渠道流程');
    await mei.says('不换实业换到标准流程');
    mei.hears('本来就走标准流程');
    await dana.says('switch 不换实业 to the martian pipeline');
    dana.hears(/No such pipeline|not yours|somebody else/i);
  });

  test('the card tells the pipeline and whose the stage is', async () => {
    await mei.says('看下代理来的实业');
    mei.hears('渠道流程', '还剩 7 天', '本阶段由主管负责');
  });
});

test('a playbook with pipelines, questions and moves is read; a slip in them is told with its line', () => {
  expect(readPlaybook(text).pipelines[0]?.moves.skip).toEqual({ rep: 'known', manager: 'free', admin: 'free' });
  const asked = text.replace(
    'needs: [pain]',
    'needs: [pain]\n        questions: [{ key: why_now, name: { zh: 为何, en: Why }, ask: { zh: 客户为什么现在买？, en: "Why do they buy now?" } }]',
  );
  const book = readPlaybook(asked);
  expect(book.pipelines[0]?.stages[0]?.needs).toEqual(['pain', 'why_now']);
  expect(book.fields.at(-1)).toMatchObject({ key: 'why_now', type: 'text' });
  expect(() => readPlaybook(asked.replace('Why do they buy now?', 'Have you decided yet?'))).toThrow(
    /whether they have decided/,
  );
  expect(() => readPlaybook(text.replace('channels: [partner]', 'channels: [partners]'))).toThrow(
    /No channel has the key "partners"/,
  );
  expect(() => readPlaybook(asked.replace('key: why_now', 'key: budget'))).toThrow(/there twice/);
});

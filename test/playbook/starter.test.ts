import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { channels, outcomes } from '../../bot/intents.ts';
import { cadenceFor, tracksFor } from '../../bot/playbook/choose.ts';
import { PlaybookError, readPlaybook } from '../../bot/playbook/load.ts';
import { touchChannels, touchOutcomes } from '../../bot/playbook/schema.ts';
import * as words from '../../bot/playbook/words.ts';
import { worth } from '../../bot/playbook/worth.ts';

const yaml = readFileSync(new URL('../../bot/playbook/starter.yaml', import.meta.url), 'utf8');
const playbook = readPlaybook(yaml);

const faultsOf = (text: string) => {
  try {
    readPlaybook(text);
    return [];
  } catch (error) {
    return error instanceof PlaybookError ? error.faults : [{ line: 0, path: [], means: String(error), write: '' }];
  }
};

test('the channels and outcomes of a playbook are those one can log', () => {
  expect(touchChannels).toEqual(channels);
  expect(touchOutcomes).toEqual(outcomes);
});

test('the starter has the default pipeline, each stage with its exit criteria', () => {
  const stages = playbook.pipelines[0]?.stages ?? [];
  expect(stages.map((stage) => [stage.name.zh, stage.needs.join(), stage.enterNeeds.join()])).toEqual([
    ['需求确认', 'pain', ''],
    ['方案沟通', 'decision_maker,budget', ''],
    ['报价', 'amount,close_on', ''],
    ['合同签订', 'signed_on', ''],
    ['赢单', '', ''],
    ['输单', '', 'loss_reason'],
  ]);
});

test('every objection has a talk track for any stage and tier, made of open questions in both languages', () => {
  expect(playbook.objections.length).toBeGreaterThanOrEqual(8);
  for (const { key } of playbook.objections) expect.soft(tracksFor(playbook, key, {}), key).not.toEqual([]);
  for (const { key, questions } of playbook.talkTracks) {
    expect.soft(questions.zh.length, key).toBe(questions.en.length);
    for (const asked of questions.en) expect.soft(asked, key).not.toMatch(/^(do|does|did|is|are|have|has) /i);
    for (const asked of questions.zh) expect.soft(asked, key).not.toMatch(/吗[？?]$/);
  }
});

test('a track made for the stage or the tier comes before the general one', () => {
  expect(tracksFor(playbook, 'price', { stage: 'quote' }).map(({ key }) => key)).toEqual([
    'price_quote',
    'price_value',
  ]);
  expect(tracksFor(playbook, 'price', { tier: 'A' })[0]?.key).toBe('price_key_account');
  expect(tracksFor(playbook, 'price', {}).map(({ key }) => key)).toEqual(['price_value']);
});

test('the cadence made most closely for somebody is theirs, and there is always one', () => {
  expect(cadenceFor(playbook, 'lead', { tier: 'A' }).key).toBe('lead_key_account');
  expect(cadenceFor(playbook, 'lead', { tier: 'D' }).key).toBe('lead_standard');
  expect(cadenceFor(playbook, 'deal', { stage: 'contract', tier: 'A' }).key).toBe('deal_closing');
  expect(cadenceFor(playbook, 'deal', { stage: 'need' }).key).toBe('deal_standard');
});

test('a stage is found by key, by name in either language, by a word and by an only beginning', () => {
  const said: Record<string, string | undefined> = {
    报价: 'quote',
    报价阶段: 'quote',
    ＱＵＯＴＥ: 'quote',
    'Quote stage': 'quote',
    方案: 'solution',
    合同: 'contract',
    丢单: 'lost',
    Sol: 'solution',
    s: undefined,
    不知道: undefined,
    '': undefined,
  };
  for (const [name, key] of Object.entries(said))
    expect.soft(words.findStage(playbook, 'standard', name)?.key, name).toBe(key);
});

test('objections, industries, channels and reasons are heard out of what people say', () => {
  expect(words.findObjection(playbook, '客户说太贵了怎么回')?.key).toBe('price');
  expect(words.findObjection(playbook, 'they have gone quiet')?.key).toBe('silent');
  expect(words.findObjection(playbook, 'lunch in Costa')).toBeNull();
  expect(words.findIndustry(playbook, '精密制造业')?.key).toBe('manufacturing');
  expect(words.findChannel(playbook, '上海工博会')?.key).toBe('event');
  expect(words.findTier(playbook, 'a')?.key).toBe('A');
  const reason = words.findField(playbook, '输单原因');
  expect(reason && words.findOption(reason, '被友商抢了')?.key).toBe('competitor');
});

test('an amount in another currency is weighed at the rough rate, an unknown currency as one’s own', () => {
  expect(worth(playbook, 10, 'CNY')).toBe(10);
  expect(worth(playbook, 10, 'USD')).toBe(70);
  expect(worth(playbook, 10, 'XXX')).toBe(10);
});

test('a key that names nothing is refused with its line and what could stand there', () => {
  const [fault] = faultsOf(yaml.replace('needs: [pain]', 'needs: [payn]'));
  const line = yaml.split('\n').findIndex((one) => one.includes('needs: [pain]')) + 1;
  expect(fault).toMatchObject({ line, means: 'No field has the key "payn".' });
  expect(fault?.write).toContain('decision_maker');
});

test('a track that asks whether they have decided is refused', () => {
  const asked = (line: string) =>
    faultsOf(yaml.replace('除了价格，还有哪些因素会影响您怎么选？', line)).map(({ means }) => means);
  expect(asked('您有没有决定？')[0]).toContain('您有没有决定');
  expect(asked('考虑得怎么样了？')[0]).toContain('考虑得怎么样');
  expect(asked('Have you decided yet?')[0]).toContain('Have you decided');
  expect(asked('谁会参与决定？')).toEqual([]);
});

test('a slip of the pen, a missing text, a wrong word and broken YAML each say what to write', () => {
  const teach = (from: string, to: string) =>
    faultsOf(yaml.replace(from, to)).map(({ means, write }) => `${means} ${write}`)[0];
  expect(teach('dueDays: 14', 'dueDay: 14')).toMatch(/missing|means nothing here/);
  expect(teach('name: { zh: 报价, en: Quote }', 'name: { zh: 报价 }')).toContain('"en" is missing');
  expect(teach('channel: call', 'channel: fax')).toContain('Write one of: call, visit');
  expect(teach('morningPlan: "09:00"', 'morningPlan: 8')).toContain('another kind');
  expect(teach('dueDays: 14', 'dueDays: soon')).toContain('a number without quotes');
  expect(teach('pipelines:', 'pipelines: [')).toContain('This is not YAML');
  expect(teach(yaml, '')).toBeTruthy();
});

test('lines that name the same anchor again and again do not grow without end', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefgh'.split('').map((letter, at) => `${letter}: &${letter} [${Array(9).fill(`*${'abcdefg'[at]}`).join()}]`),
  ].join('\n');
  expect(faultsOf(bomb)[0]?.write).toContain('Write the values out');
});

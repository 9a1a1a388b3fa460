import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contextOf } from '../../bot/answer.ts';
import { store } from '../../bot/delivery/inbox.ts';
import type { Intent } from '../../bot/intents.ts';
import { commit } from '../../bot/sales/commit.ts';
import { Conflict } from '../../bot/sales/refusal.ts';
import { rehearse } from '../../bot/sales/rehearse.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { customer, deal, touch } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';
import { surfaces } from '../support/surfaces.ts';

const root = join(import.meta.dirname, '..', '..');
const sources = ['bot', 'jobs', 'adapters'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [join(room, file), readFileSync(join(root, room, file), 'utf8')] as const),
);

test('only the gate writes a stage: no other file makes or changes one, and nothing changes a deal past the journal', () => {
  const writers = sources.filter(
    ([, text]) =>
      /\b(?:create|update)\('Opportunity',[^;]*\bstage\b/.test(text) ||
      /opportunity\s*\.\s*(?:create|update|upsert)/.test(text) ||
      /(?:UPDATE|INSERT INTO)\s+\\?"Opportunity/.test(text),
  );
  expect(writers.map(([file]) => file)).toEqual(['bot/sales/opportunities/gate.ts']);
  const marks = sources.filter(([, text]) => /\bgated: /.test(text)).map(([file]) => file);
  expect(marks).toEqual(['bot/sales/opportunities/gate.ts']);
});

describe.each(surfaces)('on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let boss: Someone;
  let id: number;

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
    const company = await customer(office, mei, '绕道实业');
    id = await deal(office, mei, company, '绕道实业', { stage: 'solution', facts: { pain: '交付慢' } });
    await touch(office, mei, { opportunityId: id, customerId: company }, { dueAt: new Date('2026-11-12T02:10:00Z') });
  });
  afterAll(() => office.close());

  const stage = async () => (await office.bot.app.db.opportunity.findUniqueOrThrow({ where: { id } })).stage;
  const move = (to = 'quote'): Intent => ({ name: 'deal.move', input: { deal: `#${id}`, stage: to } });
  const form = (values: Record<string, string>) =>
    store(office.bot.app.pool, {
      platform: office.surface.name,
      deliveryId: randomUUID(),
      conversation: `@${office.surface.user('mei')}`,
      sender: office.surface.user('mei'),
      said: { kind: 'form', intent: 'deal.move', fixed: { deal: `#${id}` }, values },
      at: office.clock.now(),
    }).then(() => office.bot.settle());

  const ways: [way: string, go: () => Promise<void>][] = [
    ['a sentence', () => mei.says('绕道实业 推进到报价')],
    ['a sentence in English', () => mei.says('move 绕道实业 to quote')],
    ['a slash command', () => mei.says(`/deal move #${id} 报价`)],
    ['a win said outright', () => mei.says('绕道实业赢了')],
    ['an exception said by a rep', () => mei.says('把绕道实业直接推进到报价，原因是客户急')],
    [
      'the button of its card',
      async () => {
        await mei.says('看下绕道实业');
        await mei.presses('推进到报价');
      },
    ],
    ['an intent from outside (button, API)', () => sendIntent(office, 'mei', move())],
    [
      'an intent that says it is an exception',
      () =>
        sendIntent(office, 'mei', {
          name: 'deal.move',
          input: { deal: `#${id}`, stage: 'quote', anyway: true, reason: '急' },
        }),
    ],
    ['a form', () => form({ stage: '报价' })],
    [
      'several things at once',
      () =>
        sendIntent(office, 'mei', {
          name: 'several',
          input: { parts: [{ name: 'deal.update', input: { deal: `#${id}`, nextStep: '演示' } }, move()] },
        }),
    ],
    ['a message put right', () => sendIntent(office, 'mei', { name: 'amend', input: { command: 1, parts: [move()] } })],
  ];

  test.each(ways)('%s meets the gate: nothing moves, and what lacks is told', async (_, go) => {
    await go();
    expect(await stage()).toBe('solution');
    const told = mei.last();
    expect(told.text).toMatch(/还缺|决策人|改不了|没有可撤销|已经|过期|没找到/);
  });

  test('an update of a deal has no stage, and a pipeline of another name is no way past', async () => {
    await sendIntent(office, 'mei', {
      name: 'deal.update',
      input: { deal: `#${id}`, facts: { stage: 'quote' } },
    } as Intent);
    expect(await stage()).toBe('solution');
    await sendIntent(office, 'mei', { name: 'deal.pipeline', input: { deal: `#${id}`, pipeline: 'quote' } });
    mei.hears('没有这个流程');
    const { app } = office.bot;
    const before = app.playbook;
    const [standard] = before.pipelines;
    if (!standard) throw new Error('there is a pipeline');
    const channel = { ...standard, key: 'channel', name: { zh: '渠道流程', en: 'Channel' } };
    app.playbook = { ...before, pipelines: [standard, channel] };
    await sendIntent(office, 'mei', { name: 'deal.pipeline', input: { deal: `#${id}`, pipeline: 'channel' } });
    expect(await stage()).toBe('solution');
    await sendIntent(office, 'mei', { name: 'undo', input: {} });
    app.playbook = before;
  });

  test('jobs remind and move nothing', async () => {
    office.clock.at('2026-12-20T02:00:00Z');
    await office.jobs();
    office.clock.at('2026-11-12T02:00:00Z');
    expect(await stage()).toBe('solution');
  });

  test('undo puts back only to where it stood', async () => {
    await boss.says('把绕道实业直接推进到报价，原因是客户急');
    expect(await stage()).toBe('quote');
    await boss.says('撤销');
    boss.hears('已撤销');
    expect(await stage()).toBe('solution');
    await sendIntent(office, 'boss', { name: 'undo', input: {} });
    expect(await stage()).toBe('solution');
  });

  test('a stage written by any other code is refused as it is written, rehearsed or not', async () => {
    const { app } = office.bot;
    const fields = { stage: ['solution', 'quote'] as [string, string] };
    const version = (await app.db.opportunity.findUniqueOrThrow({ where: { id } })).version;
    const changes = [{ entity: 'Opportunity' as const, id, version, fields }];
    const at = office.clock.now();
    const what = { intent: 'deal.move', personId: mei.id, via: 'test', at, says: [], plan: { changes } };
    await expect(commit(app.pool, app.queue, app.ids, what)).rejects.toThrow('through the gate');
    const by = await app.db.person.findUniqueOrThrow({ where: { id: mei.id } });
    const play = rehearse(contextOf(app, by, at), 1, ({ apply }) => apply(changes));
    await expect(play).rejects.toThrow('through the gate');
    expect(await stage()).toBe('solution');
  });

  test('a stage judged by a process that was changed meanwhile is judged again', async () => {
    const { app } = office.bot;
    const at = office.clock.now();
    const text = (await app.db.playbook.findUniqueOrThrow({ where: { version: 1 } })).text;
    await app.db.playbook.create({ data: { version: 2, text, why: 'test', createdAt: at } });
    const row = await app.db.opportunity.findUniqueOrThrow({ where: { id } });
    const fields = { stage: ['solution', 'quote'] as [string, string] };
    const changes = [{ entity: 'Opportunity' as const, id, version: row.version, fields, gated: 1 }];
    const what = { intent: 'deal.move', personId: mei.id, via: 'test', at, says: [], plan: { changes } };
    await expect(commit(app.pool, app.queue, app.ids, what)).rejects.toThrow(Conflict);
    expect(await stage()).toBe('solution');
  });
});

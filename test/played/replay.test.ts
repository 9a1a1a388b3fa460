import { afterAll, beforeAll, expect, test } from 'vitest';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';

// Two weeks of a small team, by a fixed seed: what the journal tells, told again from nothing, is what the records are, and
// what the cards count is what the journal counts.

let office: Office;
let reps: Someone[];
let boss: Someone;

/** Numbers in [0, 1) by a seed: mulberry32, which is in the public domain. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const customers = ['恒通精密', '宏达电子', '蓝海物流', '永兴包装', '启明电气', '远景能源', '晨光模具', '金桥食品'];
const said = (name: string, some: () => number): string => {
  const sum = 20 + Math.floor(some() * 80);
  const all = [
    `刚拜访了${name} 有意向`,
    `给${name}打电话没人接`,
    `${name}金额改成${sum}万`,
    `${name}预算${sum}万 决策人王总`,
    `${name}的痛点：交货慢`,
    `${name}预计成交 12月${5 + Math.floor(some() * 20)}日`,
    `${name}推进到方案沟通`,
    `${name}推进到报价`,
    `明天下午3点给${name}演示`,
    `${name}嫌贵`,
    `${name}给了九五折`,
    `${name}输了 嫌贵`,
    `${name}先放一放 一个月后叫我`,
    '撤销',
  ];
  return all[Math.floor(some() * all.length)] as string;
};

beforeAll(async () => {
  office = await openOffice(await localSurface());
  boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
  reps = [
    await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' }),
    await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华东组' }),
  ];
  const some = seeded(20261112);
  for (const [at, name] of customers.entries()) await reps[at % 2]?.says(`给${name}开个商机 ${30 + at * 5}万 12月底`);
  await office.bot.app.names?.refresh();
  for (let day = 0; day < 14; day += 1) {
    office.clock.at(new Date(Date.parse('2026-11-13T01:00:00Z') + day * 86_400_000).toISOString());
    for (const [at, rep] of reps.entries())
      for (let time = 0; time < 4; time += 1) {
        const own = customers.filter((_, index) => index % 2 === at);
        await rep.says(said(own[Math.floor(some() * own.length)] as string, some));
        rep.hearsNot('出错了');
        if (some() < 0.3) await rep.says('是');
      }
    await office.jobs();
  }
});
afterAll(() => office.close());

const plain = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  if (value && typeof value === 'object' && 'toFixed' in value) return Number(value);
  if (typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value)) return Number(value);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return new Date(value).toISOString();
  return value ?? null;
};

/** Every record as the journal tells it: the last value of each field. */
async function replayed(entity: string): Promise<Map<number, Map<string, unknown>>> {
  const rows = await office.bot.app.db.journal.findMany({ where: { entity }, orderBy: { id: 'asc' } });
  const records = new Map<number, Map<string, unknown>>();
  for (const { entityId, field, new: value } of rows) {
    const record = records.get(entityId) ?? new Map<string, unknown>();
    records.set(entityId, record.set(field, value));
  }
  return records;
}

test('the journal, told again from nothing, makes every deal and touch what it is', async () => {
  const { db } = office.bot.app;
  const tables = {
    Opportunity: await db.opportunity.findMany(),
    Touch: await db.touch.findMany(),
    Activity: await db.activity.findMany(),
  };
  let compared = 0;
  for (const [entity, rows] of Object.entries(tables)) {
    const records = await replayed(entity);
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const columns = row as Record<string, unknown>;
      for (const [field, value] of records.get(row.id) ?? []) {
        const [column = '', key] = field.split('.');
        const now = key === undefined ? columns[column] : (columns[column] as Record<string, unknown>)?.[key];
        expect([entity, row.id, field, plain(now)]).toEqual([entity, row.id, field, plain(value)]);
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(500);
});

test('what a card counts is what the journal counts', async () => {
  const records = await replayed('Opportunity');
  const of = (status: string) =>
    [...records.values()].filter(
      (record) => record.get('removedAt') == null && (record.get('status') ?? 'open') === status,
    );
  const open = of('open');
  const sum = open.reduce((total, record) => total + Number(record.get('amount') ?? 0), 0);
  expect(sum).toBeGreaterThan(0);
  const stored = await office.bot.app.db.opportunity.findMany({ where: { status: 'open', removedAt: null } });
  expect(stored.reduce((total, { amount }) => total + Number(amount ?? 0), 0)).toBe(sum);
  const stages = Map.groupBy(open, (record) => String(record.get('stage')));
  for (const [key, deals] of stages) {
    const stage = office.bot.app.playbook.pipelines[0]?.stages.find((one) => one.key === key);
    await boss.says(`${stage?.name.zh}阶段的商机`);
    const titles = deals.map((record) => String(record.get('title')));
    boss.hears(...titles);
  }
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchKey } from '../../bot/insight/pinyin.ts';
import { companyKey } from '../../bot/insight/same.ts';
import { createLog } from '../../bot/log.ts';
import { type LiveNames, startNames } from '../../bot/names.ts';
import { type Change, create, type Entity, type Value } from '../../bot/sales/change.ts';
import { commit } from '../../bot/sales/commit.ts';
import { createIds } from '../../bot/sales/ids.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { localSurface } from '../support/local-surface.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';

let database: FreshDatabase;
const log = createLog('silent');
const now = new Date('2026-11-12T02:00:00Z');
const mei = { id: 1, role: 'rep', teamId: 11 };
const lei = { id: 2, role: 'rep', teamId: 12 };
const boss = { id: 3, role: 'manager', teamId: 11 };
const admin = { id: 4, role: 'admin', teamId: null };

beforeAll(async () => {
  database = await freshDatabase();
  const { prisma } = database;
  await prisma.team.createMany({
    data: [
      { id: 11, name: '华东组' },
      { id: 12, name: '华南组' },
    ],
  });
  const people = [
    { ...mei, name: '陈梅' },
    { ...lei, name: '王磊' },
    { ...boss, name: '周启明' },
    { ...admin, name: '林静' },
  ];
  await prisma.person.createMany({ data: people.map((person) => ({ ...person, createdAt: now })) });
  await database.pool.query(`SELECT setval('record_id', 1000)`);
});
afterAll(() => database.drop());

/** One command of some instance on this database. */
async function write(changes: Change[]): Promise<Change[]> {
  const queue = { wakeOutbox: async () => {} } as never;
  const what = { intent: 'deal.open', personId: mei.id, via: 'test', at: now, plan: { changes }, says: [] };
  await commit(database.pool, queue, createIds(database.pool), what);
  return changes;
}

const ids = () => createIds(database.pool).next();

async function customer(name: string, owner = mei): Promise<Change> {
  const fields = { name, nameKey: companyKey(name), pinyin: searchKey(name), ownerId: owner.id, createdAt: now };
  return create('Customer', await ids(), fields);
}

const change = (entity: Entity, id: number, version: number, fields: Record<string, [Value, Value]>): Change => ({
  entity,
  id,
  version,
  fields,
});

async function started(): Promise<LiveNames> {
  const names = startNames({ pool: database.pool, log });
  await names.refresh();
  return names;
}
const found = (names: LiveNames, by: typeof mei | typeof admin, text: string) =>
  names
    .view(by)
    .find(text)
    .map(({ kind, name }) => `${kind} ${name}`);

test('all names are read at the start, each for those who may see it', async () => {
  const [ruifeng] = await write([await customer('苏州瑞丰光电有限公司')]);
  await write([
    create('Contact', await ids(), { customerId: ruifeng?.id, name: 'Dana Ruiz', createdAt: now }),
    create('Lead', await ids(), {
      name: '赵小六',
      company: '枫桥电子',
      companyKey: '枫桥电子',
      grade: 'A',
      playbookVersion: 1,
      ownerId: lei.id,
      createdById: lei.id,
      createdAt: now,
    }),
  ]);
  const names = await started();
  const text = '瑞丰的Dana、枫桥的赵小六和王磊';
  expect(found(names, mei, text)).toEqual([
    'customer 苏州瑞丰光电有限公司',
    'contact Dana Ruiz',
    'lead 赵小六',
    'person 王磊',
  ]);
  expect(found(names, boss, text)).toEqual(found(names, mei, text));
  expect(found(names, lei, text)).toEqual(['lead 枫桥电子', 'lead 赵小六', 'person 王磊']);
  expect(found(names, admin, text)).toHaveLength(5);
  await names.stop();
});

test('more than a page of them is read', async () => {
  await database.pool.query(`INSERT INTO "Customer" ("id", "name", "nameKey", "ownerId", "createdAt")
    SELECT 100000 + i, '佳远' || i || '号', '佳远' || i || '号', ${lei.id}, now() FROM generate_series(1, 2500) i`);
  const names = await started();
  for (const number of [1, 1000, 1001, 2000, 2500])
    expect(found(names, lei, `佳远${number}号说贵`)).toEqual([`customer 佳远${number}号`]);
  await names.stop();
});

test('what another instance writes is known after a refresh: new, renamed, given away, taken back', async () => {
  const names = await started();
  const [made] = await write([await customer('永兴测控')]);
  const id = made?.id ?? 0;
  expect(found(names, mei, '永兴说贵')).toEqual([]);
  await names.refresh();
  expect(found(names, mei, '永兴说贵')).toEqual(['customer 永兴测控']);

  const renamed = { name: ['永兴测控', '盛达测控'], nameKey: ['永兴测控', '盛达测控'] } as Record<
    string,
    [Value, Value]
  >;
  await write([change('Customer', id, 1, renamed)]);
  await names.refresh();
  expect(found(names, mei, '永兴和盛达')).toEqual(['customer 盛达测控']);

  await write([change('Customer', id, 2, { ownerId: [mei.id, lei.id] })]);
  await names.refresh();
  expect([found(names, mei, '盛达说贵'), found(names, lei, '盛达说贵')]).toEqual([[], ['customer 盛达测控']]);

  await write([change('Customer', id, 3, { removedAt: [null, now] })]);
  await names.refresh();
  expect(found(names, lei, '盛达说贵')).toEqual([]);

  await write([change('Customer', id, 4, { removedAt: [now, null] })]);
  await names.refresh();
  expect(found(names, lei, '盛达说贵')).toEqual(['customer 盛达测控']);
  await names.stop();
});

test('a person who changes teams sees what the new team sees', async () => {
  const names = await started();
  await write([await customer('安泰电气')]);
  await names.refresh();
  expect(found(names, { ...lei, teamId: 11 }, '安泰说贵')).toEqual(['customer 安泰电气']);
  await write([change('Person', mei.id, 1, { teamId: [11, 12] })]);
  await names.refresh();
  expect(found(names, lei, '安泰说贵')).toEqual(['customer 安泰电气']);
  await write([change('Person', mei.id, 2, { teamId: [12, 11] })]);
  await names.stop();
});

test('a transaction that ends after one with a later number is not missed', async () => {
  const names = await started();
  const slow = await database.pool.connect();
  const id = await ids();
  const command = await ids();
  await slow.query('BEGIN');
  await slow.query(
    `INSERT INTO "Customer" ("id", "name", "nameKey", "ownerId", "createdAt") VALUES ($1, '慢达机电', '慢达机电', $2, now())`,
    [id, mei.id],
  );
  await slow.query(`INSERT INTO "Command" ("id", "intent", "via", "at") VALUES ($1, 'deal.open', 'test', now())`, [
    command,
  ]);
  await slow.query(
    `INSERT INTO "Journal" ("commandId", "entity", "entityId", "field", "new", "via", "at")
      VALUES ($1, 'Customer', $2, 'name', '"慢达机电"', 'test', now())`,
    [command, id],
  );
  await write([await customer('快达机电')]);
  await names.refresh();
  expect(found(names, mei, '快达和慢达')).toEqual(['customer 快达机电']);
  await slow.query('COMMIT');
  slow.release();
  await names.refresh();
  expect(found(names, mei, '快达和慢达')).toEqual(['customer 快达机电', 'customer 慢达机电']);
  await names.stop();
});

test('when nothing changed a refresh is one query, and none is on the way to an answer', async () => {
  const names = await started();
  await names.refresh();
  let asked = 0;
  const { query } = database.pool;
  database.pool.query = ((...args: unknown[]) => {
    asked += 1;
    return (query as (...args: unknown[]) => unknown).apply(database.pool, args);
  }) as typeof query;
  await names.refresh();
  expect(asked).toBe(1);
  found(names, mei, '瑞丰的Dana');
  names.learn([await customer('不写入')]);
  expect(asked).toBe(2); // the number of the customer
  database.pool.query = query;
  await names.stop();
});

test('what this instance has written is known at once', async () => {
  const names = await started();
  const made = await write([await customer('宏远阀门')]);
  names.learn(made);
  expect(found(names, mei, '宏远说贵')).toEqual(['customer 宏远阀门']);
  const id = made[0]?.id ?? 0;
  names.learn([change('Customer', id, 1, { ownerId: [mei.id, lei.id] })]);
  expect([found(names, mei, '宏远说贵'), found(names, lei, '宏远说贵')]).toEqual([[], ['customer 宏远阀门']]);
  names.learn([change('Customer', id, 2, { name: ['宏远阀门', '景辉阀门'], tier: ['C', 'A'] })]);
  expect(found(names, lei, '宏远和景辉')).toEqual(['customer 景辉阀门']);
  names.learn([
    change('Customer', id, 3, { removedAt: [null, now] }),
    change('Touch', 5, 1, { state: ['open', 'done'] }),
  ]);
  expect(found(names, lei, '宏远和景辉')).toEqual([]);
  await names.stop();
});

test('a database that is away for a while is asked again, and a stop waits for what is being read', async () => {
  let away = true;
  const query = (asked: string) =>
    away ? Promise.reject(new Error('no database')) : (database.pool.query(asked) as Promise<unknown>);
  const names = startNames({ pool: { query } as never, log });
  await names.refresh();
  expect(found(names, mei, '瑞丰说贵')).toEqual([]);
  away = false;
  await names.refresh();
  expect(found(names, mei, '瑞丰说贵')).toHaveLength(1);
  await Promise.all([names.refresh(), names.stop()]);
  await names.refresh();
});

test('the bot itself knows them, and an undone customer is one no more', async () => {
  const office: Office = await openOffice(await localSurface());
  const someone: Someone = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
  const by = { id: someone.id, role: 'rep', teamId: null };
  const elsewhere = startNames({ pool: office.bot.app.pool, log });
  await elsewhere.refresh();
  await someone.says('给撤回电子开个商机 30万');
  await elsewhere.refresh();
  expect(found(elsewhere, by, '撤回电子说贵')).toEqual(['customer 撤回电子']);
  await office.bot.app.names?.refresh();
  expect(office.bot.app.names?.view(by).find('撤回电子说贵')).toHaveLength(1);
  await someone.says('撤销');
  await elsewhere.refresh();
  expect(found(elsewhere, by, '撤回电子说贵')).toEqual([]);
  await elsewhere.stop();
  await office.close();
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadDemo } from '../../prisma/demo/load.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { answers, moments } from './demo.ts';

const now = moments[0] as Date;
let database: FreshDatabase;

const load = () => loadDemo(database.prisma, { now, ...answers });
const count = async (sql: string) => Number((await database.pool.query(`SELECT count(*) FROM ${sql}`)).rows[0].count);

describe('the loaded demo', () => {
  beforeAll(async () => {
    database = await freshDatabase();
    await load();
  });
  afterAll(() => database.drop());

  test('is there whole: people who can be chosen on the local page, and every table filled', async () => {
    const identities = await database.prisma.identity.findMany({ include: { person: true } });
    expect(identities).toHaveLength(9);
    for (const { platform, userId, personId } of identities)
      expect([platform, userId]).toEqual(['local', `p${personId}`]);
    const { prisma } = database;
    expect(await Promise.all([prisma.customer.count(), prisma.opportunity.count(), prisma.lead.count()])).toEqual([
      60, 80, 200,
    ]);
    expect(await prisma.setting.findUnique({ where: { key: 'demo' } })).toMatchObject({
      value: { loadedAt: now.toISOString() },
    });
  });

  test('has leads of every grade, with the reasons', async () => {
    const grades = await database.prisma.lead.groupBy({ by: ['grade'], _count: true });
    expect(grades.map(({ grade }) => grade).sort()).toEqual(['A', 'B', 'C', 'D']);
    for (const { _count } of grades) expect(_count).toBeGreaterThanOrEqual(8);
    const lead = await database.prisma.lead.findFirstOrThrow({ where: { grade: 'A' } });
    expect(lead.gradeReasons).toContainEqual({ key: expect.any(String), points: expect.any(Number) });
  });

  test('is refused a second time, and the refusal says what to do', async () => {
    const before = await count('"Journal"');
    await expect(load()).rejects.toThrow(/already has 60 customers, 200 leads and 80 deals.*new database/s);
    expect(await count('"Journal"')).toBe(before);
  });

  test('shares no number with what is made afterwards', async () => {
    const { rows } = await database.pool.query(`SELECT nextval('record_id')::int AS next`);
    const used = [
      'Team',
      'Person',
      'Identity',
      'Customer',
      'Contact',
      'Lead',
      'Opportunity',
      'Activity',
      'Touch',
      'Order',
      'Command',
    ];
    const all = used.map((table) => `SELECT "id" FROM "${table}"`).join(' UNION ALL ');
    const ids = (await database.pool.query<{ id: number }>(all)).rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.max(...ids)).toBeLessThan(rows[0].next);
  });

  test('has a journal that verifies: every hash is right and follows from the one before', async () => {
    expect(await count('"Journal"')).toBeGreaterThan(5000);
    expect(await count('"Journal" j WHERE j."hash" <> journal_hash(j)')).toBe(0);
    const broken = `(SELECT "seq", "prevHash", lag("hash", 1, '') OVER w AS "before", row_number() OVER w AS "place", "at",
      lag("at", 1, "at") OVER w AS "earlier" FROM "Journal" WINDOW w AS (PARTITION BY "entity", "entityId" ORDER BY "seq")) chain
      WHERE "prevHash" <> "before" OR "seq" <> "place" OR "at" < "earlier"`;
    expect(await count(broken)).toBe(0);
  });

  test('has a journal that, told again from the beginning, ends at the records as they are', async () => {
    const tables = [
      'Team',
      'Person',
      'Identity',
      'Customer',
      'Contact',
      'Lead',
      'Opportunity',
      'Activity',
      'Touch',
      'Order',
    ];
    for (const table of tables) {
      const wrong = `(SELECT DISTINCT ON ("entityId", "field") * FROM "Journal" WHERE "entity" = '${table}' ORDER BY "entityId", "field", "seq" DESC) j
        JOIN "${table}" r ON r."id" = j."entityId"
        CROSS JOIN LATERAL (SELECT CASE WHEN j."field" LIKE 'facts.%' THEN to_jsonb(r)->'facts'->substr(j."field", 7) ELSE to_jsonb(r)->j."field" END AS "is") v
        WHERE CASE
          WHEN jsonb_typeof(v."is") = 'number' THEN (j."new" #>> '{}')::numeric <> (v."is" #>> '{}')::numeric
          WHEN j."new" #>> '{}' ~ '^\\d{4}-\\d\\d-\\d\\dT' THEN (j."new" #>> '{}')::timestamptz <> (v."is" #>> '{}')::timestamptz
          ELSE coalesce(j."new", 'null') <> coalesce(v."is", 'null') END`;
      expect(await count(wrong), table).toBe(0);
      expect(
        await count(
          `"${table}" r WHERE NOT EXISTS (SELECT 1 FROM "Journal" j WHERE j."entity" = '${table}' AND j."entityId" = r."id")`,
        ),
      ).toBe(0);
    }
  });

  test('has a journal that tells of stage moves and new leads of today, more than ten minutes ago', async () => {
    const since = new Date(now.getTime() - 16 * 3_600_000);
    const moves = await database.prisma.journal.findMany({
      where: { entity: 'Opportunity', field: 'stage', seq: { gt: 1 }, at: { gte: since } },
    });
    expect(moves.filter((move) => move.old !== null).length).toBeGreaterThanOrEqual(3);
    expect(await database.prisma.lead.count({ where: { createdAt: { gte: since } } })).toBeGreaterThanOrEqual(3);
    const undoable = { at: { gt: new Date(now.getTime() - 10 * 60_000) } };
    expect(await database.prisma.command.count({ where: undoable })).toBe(0);
  });
});

describe('loading the demo', () => {
  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(() => database.drop());

  test('is loaded once when two ask at the same time', async () => {
    const results = await Promise.allSettled([load(), load()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await count('"Customer"')).toBe(60);
  });

  test('leaves who is there alone, and takes another name for a team that has its name already', async () => {
    const { prisma } = database;
    await prisma.team.create({ data: { id: 1_000_001, name: '华东组' } });
    await prisma.person.create({ data: { id: 1_000_002, name: 'Admin', role: 'admin', createdAt: now } });
    await load();
    expect(await prisma.person.findUnique({ where: { id: 1_000_002 } })).toMatchObject({
      name: 'Admin',
      version: 1,
      teamId: null,
    });
    expect((await prisma.team.findMany()).map(({ name }) => name).sort()).toEqual(
      ['International', '华东组', '华东组 2'].sort(),
    );
  });
});

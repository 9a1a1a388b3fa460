import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainError } from '../../bot/log.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const secret = '王建国的私事';
const phone = 13_912_345_678;
const caught = (asked: Promise<unknown>) => asked.catch((error: unknown) => error);

test.each<[string, (database: FreshDatabase) => Promise<unknown>]>([
  ['a wrong type', ({ prisma }) => prisma.lead.findFirst({ where: { id: secret as never } })],
  ['a number too large', ({ prisma }) => prisma.lead.findMany({ where: { id: { lt: phone } } })],
  [
    'a byte no text may hold',
    ({ prisma }) => prisma.team.create({ data: { id: 1, name: `${secret}\u0000` } as never }),
  ],
  ['a field there is not', ({ prisma }) => prisma.lead.findFirst({ where: { [secret]: phone } as never })],
  ['a raw query of Prisma', ({ prisma }) => prisma.$queryRaw`SELECT ${secret}::text::int`],
  ['a cast', ({ pool }) => pool.query('SELECT $1::int', [secret])],
  ['a number in a query', ({ pool }) => pool.query('SELECT $1::int', [String(phone)])],
  ['a rule of a table', ({ pool }) => pool.query('INSERT INTO "Lead" ("id", "name") VALUES (1, $1)', [secret])],
  ['a parser', async () => JSON.parse(secret)],
  [
    'lines that look like a stack',
    async () => {
      throw Object.assign(new Error(`went wrong:\n    at ${secret}:1:1\n  tel\n    at ${phone}:1:1`), {
        code: '22P02',
      });
    },
  ],
])('an error is logged without what somebody wrote: %s', async (_what, fails) => {
  const error = await caught(fails(database));
  expect(error).toBeInstanceOf(Error);
  const logged = JSON.stringify(plainError(error));
  expect(logged).not.toMatch(/王建国|私事|13912345678|13_912/);
  expect(logged).toContain('"type"');
  expect((plainError(error).at as string[]).every((line) => line.startsWith('at '))).toBe(true);
});

test('an error of ours says where it was thrown', () => {
  expect((plainError(new Error('one\ntwo')).at as string[])[0]).toContain('log.test.ts');
});

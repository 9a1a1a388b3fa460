import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../prisma/embedded/postmaster.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { readMessage } from '../support/slack/reading.ts';
import { credentials } from '../support/slack/server.ts';
import { SlackStandIn } from '../support/slack-standin.ts';

const messages = 24;
const people = 6;

let database: FreshDatabase;
let slack: SlackStandIn;
let port: number;
let bot: ChildProcess;

const health = (path: string) =>
  fetch(`http://127.0.0.1:${port}${path}`).then(
    (response) => response.status,
    () => 0,
  );

beforeAll(async () => {
  database = await freshDatabase();
  slack = await SlackStandIn.start({ mode: 'http' });
  for (let i = 0; i < people; i++) {
    slack.workspace.addPerson(`U0REP${i}`, `rep${i}`);
    await database.pool.query(
      `INSERT INTO "Person" ("id", "name", "role", "createdAt") VALUES ($1, $2, 'rep', now())`,
      [i + 1, `Rep ${i}`],
    );
    await database.pool.query(
      `INSERT INTO "Identity" ("id", "platform", "userId", "personId", "seenAt") VALUES ($1, 'slack', $2, $3, now())`,
      [100 + i, `U0REP${i}`, i + 1],
    );
  }
  await database.pool.query(`SELECT setval('record_id', 1001, false)`);
  port = await freePort();
  slack.http.target = `http://127.0.0.1:${port}/slack/events`;
  const env = {
    ...process.env,
    DATABASE_URL: database.connectionString,
    SLACK_BOT_TOKEN: credentials.token,
    SLACK_SIGNING_SECRET: credentials.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    PORT: String(port),
    LOCAL_PAGE: 'off',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
  };
  bot = spawn(process.execPath, ['bot/main.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  for (let tries = 0; tries < 300 && (await health('/readyz')) !== 200; tries++) await sleep(100);
}, 60_000);

afterAll(async () => {
  bot.kill('SIGKILL');
  await slack.stop();
  await database.drop();
});

test('SIGTERM: ready turns false first, everything accepted is answered once, and the exit is clean', async () => {
  expect(await health('/readyz')).toBe(200);
  const acks = await Promise.all(
    Array.from({ length: messages }, (_, n) => slack.types(`U0REP${n % people}`, `open a deal for drained${n}x 10k`)),
  );
  expect(acks.filter((ack) => ack.ok)).toHaveLength(messages);
  const answered = await database.pool.query(`SELECT 1 FROM "Inbox" WHERE "state" = 'answered'`);
  expect(answered.rows.length).toBeLessThan(messages);

  bot.kill('SIGTERM');
  const ended = once(bot, 'exit');
  const seen: number[] = [];
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over) {
    seen.push(await health('/readyz'));
    await sleep(10);
  }
  const [code] = await ended;
  expect(code).toBe(0);
  expect(seen).toContain(503);
  const draining = seen.indexOf(503);
  expect(seen.slice(draining).every((status) => status !== 200)).toBe(true);

  const texts = slack.workspace.messages.filter((message) => message.bot).map(readMessage);
  const told = Array.from({ length: messages }, (_, n) => texts.filter((text) => text.includes(`drained${n}x`)).length);
  expect(told).toEqual(told.map(() => 1));
  const { rows } = await database.pool.query(`SELECT 1 FROM "Inbox" WHERE "state" = 'waiting'`);
  expect(rows).toHaveLength(0);
}, 60_000);

test('what reaches it after that is not acknowledged, so that the platform delivers it again', async () => {
  const late = await slack.types('U0REP0', 'too late').catch(() => ({ ok: false }));
  expect(late.ok).toBe(false);
});

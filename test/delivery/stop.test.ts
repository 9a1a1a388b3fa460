import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../prisma/embedded/postmaster.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { health, hireReps, launch, ready } from '../support/instance.ts';
import { readMessage } from '../support/slack/reading.ts';
import { SlackStandIn } from '../support/slack-standin.ts';

const messages = 24;
const people = 6;

let database: FreshDatabase;
let slack: SlackStandIn;
let port: number;
let bot: ChildProcess;

beforeAll(async () => {
  database = await freshDatabase();
  slack = await SlackStandIn.start({ mode: 'http' });
  await hireReps(database, slack, people, 1001);
  port = await freePort();
  slack.http.target = `http://127.0.0.1:${port}/slack/events`;
  bot = launch(database, slack, port);
  await ready(port);
}, 60_000);

afterAll(async () => {
  bot.kill('SIGKILL');
  await slack.stop();
  await database.drop();
});

test('SIGTERM: ready turns false first, everything accepted is answered once, and the exit is clean', async () => {
  expect(await health(port, '/readyz')).toBe(200);
  const acks = await Promise.all(
    Array.from({ length: messages }, (_, n) => slack.types(`U0REP${n % people}`, `open a deal for drained${n}x 10k`)),
  );
  expect(acks.filter((ack) => ack.ok)).toHaveLength(messages);
  bot.kill('SIGTERM');
  const ended = once(bot, 'exit');
  const seen: number[] = [];
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over) {
    seen.push(await health(port, '/readyz'));
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

import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../prisma/embedded/postmaster.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { hireReps, launch, ready } from '../support/instance.ts';
import { messageEvent } from '../support/slack/payloads.ts';
import { readMessage } from '../support/slack/reading.ts';
import { SlackStandIn } from '../support/slack-standin.ts';

const kills = 20;
const people = 4;
const commands = 120;
const reminders = 40;
const seed = 7;

/** A small generator, so that a failing run can be run again. */
function dice(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

let database: FreshDatabase;
let slack: SlackStandIn;
const instances: { port: number; child: ChildProcess }[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  slack = await SlackStandIn.start({ mode: 'http' });
  await hireReps(database, slack, people, 100001);
  for (let i = 0; i < reminders; i++) {
    await database.pool.query(
      `INSERT INTO "Customer" ("id", "name", "nameKey", "ownerId", "createdAt", "lastTouchAt") VALUES ($1, $2, $2, $3, now(), now())`,
      [1000 + i, `reminded${i}x`, (i % people) + 1],
    );
    await database.pool.query(
      `INSERT INTO "Touch" ("id", "ownerId", "customerId", "what", "origin", "dueAt", "wallTime", "zone", "createdAt")
        VALUES ($1, $2, $3, 'call', 'promise', now() + $4 * interval '1 second', '2026-11-12 10:00', 'Asia/Shanghai', now())`,
      [2000 + i, (i % people) + 1, 1000 + i, i],
    );
  }
  for (let i = 0; i < 2; i++) instances.push(start(await freePort()));
  await Promise.all(instances.map(({ port }) => ready(port)));
}, 60_000);

afterAll(async () => {
  for (const { child } of instances) child.kill('SIGKILL');
  await slack.stop();
  await database.drop();
});

test('kill -9 of either of two instances, twenty times: every message is answered once, every reminder seen once, nothing is lost', async () => {
  const roll = dice(seed);
  let killed = 0;
  const murder = (async () => {
    for (; killed < kills; killed++) {
      const victim = Math.floor(roll() * 2);
      const old = instances[victim];
      if (!old) continue;
      // One in four dies while it starts; the others in the midst of their work.
      if (roll() > 0.25) await ready(old.port);
      await sleep(roll() * 900);
      old.child.kill('SIGKILL');
      instances[victim] = start(old.port);
    }
  })();
  const talk = (async () => {
    for (let n = 0; n < commands; n++) {
      if (roll() < 0.1) slack.plan({ method: 'chat.postMessage', kind: 'reset-after' });
      await deliver(n, roll);
      await sleep(60 + roll() * 120);
    }
  })();
  await Promise.all([murder, talk]);
  expect(killed).toBe(kills);

  const told = () => {
    const texts = slack.workspace.messages.filter((message) => message.bot).map(readMessage);
    const times = (...marks: string[]) => texts.filter((text) => marks.every((mark) => text.includes(mark))).length;
    return {
      answers: Array.from({ length: commands }, (_, n) => times(`deal${n}x`)),
      reminded: Array.from({ length: reminders }, (_, n) => times('到时间了', `reminded${n}x`)),
      early: Array.from({ length: reminders }, (_, n) => times('分钟后', `reminded${n}x`)),
    };
  };
  for (let waited = 0; waited < 90; waited++) {
    const { answers, reminded } = told();
    if ([...answers, ...reminded].every((times) => times > 0)) break;
    await sleep(1000);
  }
  await sleep(3000);
  const { answers, reminded, early } = told();
  expect(early.every((times) => times <= 1)).toBe(true);
  expect(answers).toEqual(answers.map(() => 1));
  expect(reminded).toEqual(reminded.map(() => 1));
  const { rows } = await database.pool.query<{ title: string; n: number }>(
    `SELECT "title", count(*)::int AS n FROM "Opportunity" GROUP BY 1`,
  );
  expect(rows).toHaveLength(commands);
  expect(rows.every(({ n }) => n === 1)).toBe(true);
  const broken = await database.pool.query(`SELECT 1 FROM "Journal" j WHERE j."hash" <> journal_hash(j)`);
  expect(broken.rows).toHaveLength(0);
}, 240_000);

/** One message of one person, given to one instance or the other until one acknowledges it, as Slack does. */
async function deliver(n: number, roll: () => number): Promise<void> {
  const user = `U0REP${n % people}`;
  const channel = slack.workspace.direct(user);
  const message = slack.workspace.post({
    channel: channel.id,
    user,
    bot: false,
    text: `open a deal for deal${n}x 10k`,
    blocks: [],
  });
  for (let tries = 0; tries < 600; tries++) {
    const { port } = instances[Math.floor(roll() * 2)] ?? { port: 0 };
    slack.http.target = `http://127.0.0.1:${port}/slack/events`;
    const ack = await slack.event(messageEvent(message, 'im')).catch(() => ({ ok: false }));
    if (ack.ok) return;
    await sleep(100);
  }
  throw new Error(`nobody acknowledged message ${n}`);
}

function start(port: number): { port: number; child: ChildProcess } {
  return { port, child: launch(database, slack, port) };
}

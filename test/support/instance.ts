import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FreshDatabase } from './database.ts';
import { credentials } from './slack/server.ts';
import type { SlackStandIn } from './slack-standin.ts';

/** Reps `U0REP0` … on Slack, with ids 1 …; record ids go on from `from`. */
export async function hireReps(
  { pool }: FreshDatabase,
  slack: SlackStandIn,
  people: number,
  from: number,
): Promise<void> {
  for (let i = 0; i < people; i++) {
    slack.workspace.addPerson(`U0REP${i}`, `rep${i}`);
    await pool.query(`INSERT INTO "Person" ("id", "name", "role", "createdAt") VALUES ($1, $2, 'rep', now())`, [
      i + 1,
      `Rep ${i}`,
    ]);
    await pool.query(
      `INSERT INTO "Identity" ("id", "platform", "userId", "personId", "seenAt") VALUES ($1, 'slack', $2, $3, now())`,
      [100 + i, `U0REP${i}`, i + 1],
    );
  }
  await pool.query(`SELECT setval('record_id', $1, false)`, [from]);
}

/** `bot/main.ts` as a process of its own, connected to the stand-in of Slack over HTTP. */
export function launch(database: FreshDatabase, slack: SlackStandIn, port: number): ChildProcess {
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
  return spawn(process.execPath, ['bot/main.ts'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The status of a health path; 0 when nobody answers. */
export function health(port: number, path: string): Promise<number> {
  return fetch(`http://127.0.0.1:${port}${path}`).then(
    (response) => response.status,
    () => 0,
  );
}

/** Resolves when the instance is ready; gives up after a minute. */
export async function ready(port: number): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if ((await health(port, '/readyz')) === 200) return;
    await sleep(100);
  }
  throw new Error('an instance did not become ready');
}

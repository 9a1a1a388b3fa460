import { createLog } from '../../bot/log.ts';
import { startBot } from '../../bot/start.ts';
import { dingtalkSurface } from '../support/dingtalk-surface.ts';
import { seed } from './seed.ts';
import { benchDatabase } from './server.ts';
import { median, paced, quantile } from './slack-load.ts';

/** How fast DingTalk's messages and card presses are acknowledged at 20 a second, each moving a deal or asking for help. */
export async function dingtalkAck(): Promise<string[][]> {
  const database = await benchDatabase();
  await seed(database.pool, 1000);
  const surface = await dingtalkSurface();
  const people = Array.from({ length: 20 }, (_, i) => `rep${i}`);
  for (const [i, key] of people.entries()) {
    await database.pool.query(
      `INSERT INTO "Identity" ("id", "platform", "userId", "personId", "seenAt") VALUES ($1, 'dingtalk', $2, 2, now())`,
      [500 + i, surface.user(key)],
    );
  }
  const bot = await startBot({
    connectionString: database.url,
    log: createLog('error'),
    http: null,
    platforms: () => [surface.platform],
  });
  const timed = async (work: () => Promise<unknown>) => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };
  const who = (index: number) => people[index % people.length] ?? '';
  const said = await paced(20, 8, (index) =>
    timed(() => surface.says(who(index), `/deal move #${1000001 + index} solution`)),
  );
  const pressed = await paced(20, 8, (index) => {
    const params = { intent: JSON.stringify({ name: 'help', input: {} }) };
    const userId = surface.user(who(index));
    return timed(() => surface.standIn.tap({ userId, outTrackId: `card-${index}`, spaceId: userId, params }));
  });
  await bot.stop();
  await surface.stop();
  await database.end();
  const row = (what: string, times: number[], aim: string) => [
    what,
    `${median(times).toFixed(1)} ms`,
    `${quantile(times, 0.99).toFixed(1)} ms`,
    `${Math.max(...times).toFixed(1)} ms`,
    aim,
  ];
  return [
    ['', 'p50', 'p99', 'most', 'aim'],
    row('robot message acknowledged', said, '< 1 s'),
    row('card press answered', pressed, '< 2 s'),
  ];
}

import { createServer } from 'node:http';
import { createSlack } from '../../adapters/slack/index.ts';
import { createLog } from '../../bot/log.ts';
import { startBot } from '../../bot/start.ts';
import { signingSecret } from './slack-load.ts';

/**
 * The bot as `npm start` wires it, on a seeded database, with Slack over HTTP. Its answers are queued and not sent: the
 * figure ends at "card queued". Messages to the parent: `{ port }` when ready; asked `rss`, it answers its memory.
 */
const quiet = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({
      ok: true,
      user_id: 'UBOT',
      bot_id: 'BBOT',
      team_id: 'T1',
      team: 'bench',
      user: 'genjin',
      url: 'http://127.0.0.1/',
      channel: { id: 'D1' },
      channel_id: 'D1',
      ts: '1.1',
    }),
  );
});
await new Promise<void>((resolve) => quiet.listen(0, '127.0.0.1', resolve));
const apiUrl = `http://127.0.0.1:${(quiet.address() as { port: number }).port}/api/`;

const log = createLog(process.env.LOG_LEVEL ?? 'error');
const bot = await startBot({
  connectionString: process.env.DATABASE_URL ?? '',
  log,
  http: { host: '127.0.0.1', port: 0 },
  deliver: false,
  platforms: () => [createSlack({ token: 'xoxb-bench', signingSecret, apiUrl, log })],
});
process.send?.({ port: (bot.server?.address() as { port: number } | null)?.port });
process.on('message', (asked) => {
  if (asked === 'rss') process.send?.({ rss: process.memoryUsage().rss });
  if (asked === 'exit') process.exit(0);
});

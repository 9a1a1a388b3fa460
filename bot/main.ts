import type { LocalPlatform } from '../adapters/local/index.ts';
import { startEmbedded } from '../prisma/embedded.ts';
import type { App } from './app.ts';
import type { Platform } from './chat/platform.ts';
import { readConfig } from './config.ts';
import { firstCode } from './first-code.ts';
import { createLog } from './log.ts';
import { startBot } from './start.ts';

try {
  process.loadEnvFile();
} catch {
  // No .env: every setting has a standard.
}

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main() {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const own = config.database.url
    ? null
    : await startEmbedded({
        dir: config.database.dir,
        log: { info: (text) => log.info({}, text), warn: (text) => log.warn({}, text) },
      });
  let page: LocalPlatform | null = null;
  // Only what is configured is loaded: each platform's library costs tens of megabytes.
  const platforms = async (app: App, wake: () => Promise<void>): Promise<Platform[]> => {
    const made: Platform[] = [];
    if (config.local) {
      const [{ createLocal }, { localOptions }] = await Promise.all([
        import('../adapters/local/index.ts'),
        import('./local-page.ts'),
      ]);
      page = createLocal(localOptions(app, config.local.port, wake));
      made.push(page);
    }
    if (config.slack) made.push((await import('../adapters/slack/index.ts')).createSlack({ ...config.slack, log }));
    if (config.dingtalk)
      made.push((await import('../adapters/dingtalk/index.ts')).createDingtalk({ ...config.dingtalk, log }));
    return made;
  };
  const bot = await startBot({
    connectionString: config.database.url ?? own?.connectionString ?? '',
    pool: config.database.pool,
    language: config.language,
    log,
    http: config.http,
    model: config.ai ? (await import('./model/index.ts')).createModel({ ...config.ai, log }) : undefined,
    platforms,
  });

  let leaving = false;
  const leave = async (signal: string) => {
    if (leaving) return;
    leaving = true;
    log.info({ signal }, 'stopping: what was accepted is finished first');
    try {
      await bot.stop();
    } catch (error) {
      log.error({ err: error }, 'the stop was not clean; what was accepted is stored and goes on at the next start');
      process.exitCode = 1;
    }
    await own?.stop();
    process.exit();
  };
  process.on('SIGTERM', leave);
  process.on('SIGINT', leave);

  const { app } = bot;
  const real = app.platforms.filter((name) => name !== 'local');
  const code = await firstCode(app, real.length > 0 ? real : app.platforms, config);

  say('');
  say('Genjin 跟进 is ready.');
  if (page) say(`  The page:        ${(page as LocalPlatform).address}`);
  if (real.length > 0) say(`  Connected to:    ${real.join(', ')}`);
  say(`  Health:          http://${config.http.host}:${config.http.port}/readyz`);
  if (code) say(`  The first admin says this code to the bot, once:  ${code}`);
  say('');
}

main().catch((error) => {
  process.stderr.write(`Genjin could not start.\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

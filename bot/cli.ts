import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { startEmbedded } from '../prisma/embedded.ts';
import { readConfig } from './config.ts';
import { knownTo } from './known-to.ts';
import { scrub } from './log.ts';
import { readPlaybook } from './playbook/load.ts';
import { vocabulary } from './read.ts';
import { type Context, type Understanding, understand } from './understand/index.ts';

const usage = `npm run -s understand -- [options] ["a sentence"]

What the bot understands of a sentence, as JSON. Without a sentence it reads one a line from standard input.

  --now 2026-11-12T10:00+08:00   the moment it is said (now)
  --lang zh|en                   the asker's language (zh)
  --zone Asia/Shanghai           the asker's time zone (zh: Asia/Shanghai, en: America/New_York)
  --currency CNY                 of an amount that names none (zh: CNY, en: USD)
  --about '#7'                   the deal the conversation is about
  --last 'the sentence before'   what a correction puts right
  --database postgres://…        whose names are known; "configured": the one that npm start uses (none)
`;

/** What the operator got wrong, or what is missing: said in a line, without a stack. */
class Wrong extends Error {}

const options = {
  now: { type: 'string' },
  lang: { type: 'string', default: 'zh' },
  zone: { type: 'string' },
  currency: { type: 'string' },
  about: { type: 'string' },
  last: { type: 'string' },
  database: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The operator's command line: the one command there is so far is `understand`. */
async function main([command, ...args]: string[]): Promise<void> {
  if (command !== 'understand') throw new Wrong(`There is no command ${command ?? ''}.\n\n${usage}`);
  const { values, positionals } = parsed(args);
  if (values.help) return void process.stdout.write(`${usage}\n`);
  const now = values.now ? new Date(values.now) : new Date();
  if (Number.isNaN(now.getTime()))
    throw new Wrong(`--now ${values.now} is no moment. Write it like 2026-11-12T10:00+08:00.`);
  if (values.lang !== 'zh' && values.lang !== 'en') throw new Wrong(`--lang is zh or en, not ${values.lang}.`);
  if (values.zone !== undefined && !isZone(values.zone))
    throw new Wrong(`--zone ${values.zone} is no time zone, so no day can be reckoned. Write one like Asia/Shanghai.`);
  const english = values.lang === 'en';
  const playbook = readPlaybook(readFileSync(new URL('playbook/starter.yaml', import.meta.url), 'utf8'));
  const known = values.database ? await knownIn(values.database) : null;
  const context: Context = {
    ...vocabulary(known?.playbook ?? playbook),
    now,
    zone: values.zone ?? (english ? 'America/New_York' : 'Asia/Shanghai'),
    language: values.lang,
    currency: values.currency ?? (english ? 'USD' : 'CNY'),
    ...(values.about ? { about: { deal: values.about } } : {}),
    ...(values.last ? { last: { command: 0, text: values.last } } : {}),
    ...(known ? { names: known.names } : {}),
  };
  const say = (text: string) => process.stdout.write(`${JSON.stringify(shown(text, understand(text, context)))}\n`);
  if (positionals.length > 0) positionals.forEach(say);
  else for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') say(line);
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    const [what] = (error as Error).message.split('. ');
    throw new Wrong(`${what}. Nothing was read; all options: npm run -s understand -- --help`);
  }
}

/** The names in a database; the bot's own is started for as long as it is read when it does not run. */
async function knownIn(database: string) {
  if (database !== 'configured') return await readNames(database, '--database');
  try {
    process.loadEnvFile();
  } catch {
    // No .env: every setting has a standard.
  }
  const { url, dir } = orWrong(readConfig).database;
  if (url) return await readNames(url, 'DATABASE_URL');
  if (!existsSync(resolve(dir, 'PG_VERSION')))
    throw new Wrong(
      `There is no database in ${dir} yet, so there are no names to know. Run npm start once, or set DATABASE_URL.`,
    );
  const say = (text: string) => void process.stderr.write(`${text}\n`);
  const own = await startEmbedded({ dir, log: { info: () => {}, warn: say } }).catch((error: Error) => {
    throw new Wrong(error.message);
  });
  try {
    return await readNames(own.connectionString, dir);
  } finally {
    await own.stop();
  }
}

async function readNames(url: string, from: string) {
  if (!/^postgres(?:ql)?:\/\/./.test(url))
    throw new Wrong(
      `${from} is no address of a PostgreSQL, so no names are known. Write postgres://…, or "configured".`,
    );
  try {
    return await knownTo(url);
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (code === '42P01')
      throw new Wrong(`The database of ${from} holds no installation of this version. Run npm start on it once.`);
    const why = scrub(code === 'ECONNREFUSED' ? 'nobody listens there' : message || code);
    throw new Wrong(
      `The database of ${from} can't be read (${why}), so no names are known. Check the address and that PostgreSQL runs, or leave --database out.`,
    );
  }
}

function orWrong<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new Wrong((error as Error).message);
  }
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** The shape that the README documents. */
function shown(text: string, { intents, leftover, refused, asks }: Understanding) {
  return {
    text,
    intents: intents.map(({ intent: { name, input }, confidence }) => ({
      name,
      confidence,
      input: name === 'unknown' ? {} : input,
    })),
    leftover,
    ...(refused ? { refused } : {}),
    ...(asks ? { asks } : {}),
  };
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Wrong)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { knownTo } from './known-to.ts';
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
  --database postgres://…        whose names are known; "configured": the one of DATABASE_URL (none)
`;

/** The operator's command line: the one command there is so far is `understand`. */
async function main([command, ...args]: string[]): Promise<number> {
  if (command !== 'understand') return tell(`There is no command ${command ?? ''}.\n\n${usage}`);
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      now: { type: 'string' },
      lang: { type: 'string', default: 'zh' },
      zone: { type: 'string' },
      currency: { type: 'string' },
      about: { type: 'string' },
      last: { type: 'string' },
      database: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return tell(usage, 0);
  const now = values.now ? new Date(values.now) : new Date();
  if (Number.isNaN(now.getTime()))
    return tell(`--now ${values.now} is no moment. Write it like 2026-11-12T10:00+08:00.`);
  if (values.lang !== 'zh' && values.lang !== 'en') return tell(`--lang is zh or en, not ${values.lang}.`);
  const english = values.lang === 'en';
  const playbook = readPlaybook(readFileSync(new URL('playbook/starter.yaml', import.meta.url), 'utf8'));
  const url = values.database === 'configured' ? readConfig().database.url : values.database;
  const known = url ? await knownTo(url) : null;
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
  return 0;
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

function tell(text: string, code = 1): number {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  return code;
}

process.exitCode = await main(process.argv.slice(2));

import { globSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { expect, test } from 'vitest';

const rules = createRequire(import.meta.url)('./layers.cjs');
const rooms = ['bot', 'adapters', 'jobs', 'prisma'];

const look = async (baseDir = process.cwd()) => {
  const { forbidden, options } = rules;
  const tsConfig = extractTSConfig('tsconfig.json');
  const settings = { ...options, baseDir, validate: true, ruleSet: { forbidden } };
  const { output } = await cruise(rooms, settings, undefined, { tsConfig });
  return (output as ICruiseResult).summary;
};

const sentences = ({ violations }: ICruiseResult['summary']) =>
  violations.map(({ rule, from, to, cycle }) => {
    const { comment } = rules.forbidden.find(({ name }: { name: string }) => name === rule.name);
    return `${[from, ...(cycle?.map(({ name }) => name) ?? [to])].join(' → ')}\n  ${comment}`;
  });

test('every room imports only what ARCHITECTURE.md says it may', async () => {
  const summary = await look();
  expect(sentences(summary).join('\n')).toBe('');
  // A cruiser that cannot read TypeScript sees nothing and is content: count what it saw.
  const files = globSync('{bot,adapters,jobs,prisma}/**/*.ts').filter((file) => !file.startsWith('prisma/generated'));
  expect(summary.totalCruised).toBeGreaterThan(files.length * 0.9);
});

test('a broken rule is found and says why it is one', async () => {
  const house = realpathSync(mkdtempSync(join(tmpdir(), 'genjin-layers-')));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  };
  write('prisma/client.ts', 'export const open = 1;');
  write('node_modules/node-cron/package.json', '{"name": "node-cron", "main": "index.js"}');
  write('node_modules/node-cron/index.js', 'module.exports = 1;');
  write('package.json', '{"dependencies": {"node-cron": "1"}}');
  write('prisma/generated/client.ts', "import './models.ts';");
  write('prisma/generated/models.ts', "import type {} from './client.ts';");
  write('bot/insight/grade.ts', "import type {} from '../../prisma/generated/client.ts';");
  write('bot/playbook/load.ts', "import { open } from '../../prisma/client.ts';\nexport const load = open;");
  write(
    'bot/sales/close.ts',
    "import cron from 'node-cron';\nimport { a } from './won.ts';\nexport const close = [cron, a];",
  );
  write('bot/sales/won.ts', "import type { close } from './close.ts';\nexport const a = {} as typeof close;");
  write('adapters/slack/index.ts', "import { b } from '../dingtalk/index.ts';\nexport const a = b;");
  write('adapters/dingtalk/index.ts', "import { t } from '../../test/t.ts';\nexport const b = t;");
  write('jobs/index.ts', "import cron from 'node-cron';\nexport const jobs = cron;");
  write('test/t.ts', 'export const t = 1;');

  const said = sentences(await look(house)).sort();
  rmSync(house, { recursive: true });
  expect(said.map((each) => each.split('\n  '))).toEqual([
    ['adapters/dingtalk/index.ts → test/t.ts', expect.stringContaining('does not import from test/')],
    ['adapters/slack/index.ts → adapters/dingtalk/index.ts', expect.stringContaining('never imports another')],
    ['bot/insight/grade.ts → prisma/generated/client.ts', expect.stringContaining('Insight is arithmetic')],
    ['bot/playbook/load.ts → prisma/client.ts', expect.stringContaining("The playbook is the team's data")],
    ['bot/sales/close.ts → bot/sales/won.ts → bot/sales/close.ts', expect.stringContaining('a circle hides')],
    ['bot/sales/close.ts → node_modules/node-cron/index.js', expect.stringContaining('in jobs only')],
  ]);
});

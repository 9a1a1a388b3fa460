import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { emptyDatabase } from '../support/database.ts';

test('prisma/migrations make exactly what prisma/schema.prisma says', { timeout: 60_000 }, async () => {
  const { connectionString, drop } = await emptyDatabase();
  const args = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma'];
  const env = { ...process.env, DATABASE_URL: connectionString };
  const { stdout, stderr, status } = spawnSync('node_modules/.bin/prisma', [...args, '--exit-code'], {
    env,
    encoding: 'utf8',
  });
  await drop();
  // 0 in sync, 2 differs ("npm run migrate:new -- what-it-does" writes what is missing)
  expect({ status, said: stdout + (status === 0 ? '' : stderr) }).toEqual({
    status: 0,
    said: expect.stringContaining('No difference'),
  });
});

import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from './embedded.ts';

const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** A PostgreSQL that is gone afterwards, for tests and for the Prisma commands that need some server. Not for data. */
export const startScratchServer = async () => {
  const home = mkdtempSync(join(tmpdir(), 'genjin-pg-'));
  chmodSync(home, 0o711); // started by root, the server runs as another user
  const quiet = { info: () => {}, warn: () => {} };
  const { connectionString, stop } = await startEmbedded({ dir: join(home, 'pg'), log: quiet, settings });
  const end = async () => {
    await stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { connectionString, stop: end };
};

// Run as a program: `node prisma/scratch-server.ts prisma migrate diff …` runs the command with DATABASE_URL set to one.
if (import.meta.main) {
  const [program = '', ...args] = process.argv.slice(2);
  const server = await startScratchServer();
  const env = { ...process.env, DATABASE_URL: server.connectionString };
  const child = spawn(program, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  const code = await new Promise<number>((done) =>
    child.once('error', () => done(127)).once('close', (status) => done(status ?? 1)),
  );
  await server.stop();
  process.exitCode = code;
}

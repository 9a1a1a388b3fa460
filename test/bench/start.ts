import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { median } from './slack-load.ts';

const port = 4399;
/** What `npm start` gives Node. */
const command = manifest.scripts.start.split(' ').slice(1);

/** From `npm start`'s command to a ready answer, and the memory of the idle bot process. */
export async function startAndMemory(): Promise<string[][]> {
  const dir = await mkdtemp(join(tmpdir(), 'genjin-start-'));
  const first = await startOnce(dir);
  await stop(first.child);
  const again: number[] = [];
  let rss = 0;
  for (let round = 0; round < 3; round++) {
    const one = await startOnce(dir);
    again.push(one.ms);
    await new Promise((resolve) => setTimeout(resolve, 8000));
    rss = Math.max(rss, await resident(one.child.pid ?? 0));
    await stop(one.child);
  }
  await rm(dir, { recursive: true, force: true });
  return [
    ['', 'seen', 'aim'],
    ['first start to ready, nothing there', `${(first.ms / 1000).toFixed(2)} s`, ''],
    ['start to ready, data there (median of 3)', `${(median(again) / 1000).toFixed(2)} s`, '< 5 s'],
    ['resident memory of the bot process, idle', `${(rss / 1e6).toFixed(0)} MB`, '< 200 MB'],
  ];
}

async function startOnce(dir: string): Promise<{ child: ChildProcess; ms: number }> {
  const started = performance.now();
  const env = {
    ...process.env,
    DATA_DIR: dir,
    PORT: String(port),
    LOCAL_PORT: '4398',
    LOG_LEVEL: 'error',
    DATABASE_URL: '',
  };
  const child = spawn(process.execPath, command, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return { child, ms: performance.now() - started };
    if (child.exitCode !== null) throw new Error('the bot ended before it was ready');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

async function resident(pid: number): Promise<number> {
  return Number(/VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}

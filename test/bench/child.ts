import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** A server of the bench in its own process; resolves when it says its port. */
export async function spawn(
  file: string,
  env: Record<string, string>,
): Promise<{ child: ChildProcess; port: number; pid: number }> {
  const child = fork(join(import.meta.dirname, file), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    child.on('message', (message: { port?: number }) => message.port && resolve(message.port));
  });
  return { child, port, pid: child.pid ?? 0 };
}

export function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

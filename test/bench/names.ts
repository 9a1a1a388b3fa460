import { fork } from 'node:child_process';
import { join } from 'node:path';
import { median, quantile } from './slack-load.ts';

interface Measured {
  memory: number;
  taking: number;
  found: Record<'rep60' | 'rep' | 'admin60' | 'admin', number[]>;
  added: number[];
  hits: number;
}

/** The names of 100,000 customers and 100,000 contacts in memory: what they cost, and how fast they are found in a text. */
export async function namesBench(): Promise<string[][]> {
  const child = fork(join(import.meta.dirname, 'names-child.ts'), { execArgv: ['--expose-gc'] });
  const seen = await new Promise<Measured>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Measured));
    child.once('exit', (code) => reject(new Error(`names-child.ts ended with ${code}`)));
  });
  child.disconnect();
  const ms = (times: number[]) => [`${median(times).toFixed(3)} ms`, `${quantile(times, 0.99).toFixed(3)} ms`];
  return [
    ['', 'p50', 'p99', 'aim'],
    ['memory of 200,000 records', `${(seen.memory / 1e6).toFixed(0)} MB`, '', '< 100 MB'],
    ['taking them in', `${(seen.taking / 1000).toFixed(2)} s`, '', '< 3 s'],
    ['a sentence of 60, a rep in a team of 12', ...ms(seen.found.rep60), '< 1 ms'],
    [`a text of 4,000 (${seen.hits} names found)`, ...ms(seen.found.rep), '< 5 ms'],
    ['a sentence of 60, an admin', ...ms(seen.found.admin60), '< 1 ms'],
    ['a text of 4,000, an admin', ...ms(seen.found.admin), '< 5 ms'],
    ['one more name, then a sentence', ...ms(seen.added), '< 1 ms'],
  ];
}

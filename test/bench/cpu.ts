import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

/** CPU seconds used so far by a process (and, with `children`, by all it has waited for and those that live). Linux only. */
function used(pid: number, children: boolean): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
    .replace(/^.*\) /s, '')
    .split(' ')
    .map(Number);
  const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
  return (utime + stime + (children ? cutime + cstime : 0)) / 100;
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => {
      try {
        return (
          Number(
            readFileSync(`/proc/${one}/stat`, 'latin1')
              .replace(/^.*\) /s, '')
              .split(' ')[1],
          ) === pid
        );
      } catch {
        return false;
      }
    });
}

/** CPU seconds of a PostgreSQL server with all its backends, dead and alive. */
export function postgresCpu(postmaster: number): number {
  return used(postmaster, true) + childrenOf(postmaster).reduce((sum, pid) => sum + safe(() => used(pid, false)), 0);
}

export function processCpu(pid: number): number {
  return used(pid, false);
}

/** The server process all backends of this connection are children of. */
export async function postmasterOf(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const backend = rows[0]?.pid ?? 0;
  return Number(
    readFileSync(`/proc/${backend}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')[1],
  );
}

function safe(read: () => number): number {
  try {
    return read();
  } catch {
    return 0;
  }
}

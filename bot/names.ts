import type { Pool } from 'pg';
import type { Log } from './chat/platform.ts';
import type { Change } from './sales/change.ts';
import { learnNames, loadNames, type NamesSeen, refreshNames } from './sales/names.ts';
import { createNames, type NamesView } from './understand/names.ts';

/** How often it is looked up what other instances wrote, in milliseconds. */
const everyMs = 5000;

/** The names of all records, kept up to date. */
export interface LiveNames {
  /** The names as a person may look them up; what is not read yet is not found. */
  view(by: { id: number; role: string; teamId: number | null }): NamesView;
  /** Takes in at once what this instance has written. */
  learn(changes: readonly Change[]): void;
  /** Reads what there is to read. Never rejects: what failed is tried again the next time. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
}

/** Reads all names in the background and then, every few seconds, what became of them. */
export function startNames({ pool, log }: { pool: Pool; log: Log }): LiveNames {
  const names = createNames();
  const stopping = new AbortController();
  const { signal } = stopping;
  let seen: NamesSeen | undefined;
  let reading: Promise<void> | undefined;

  async function read(): Promise<void> {
    try {
      seen ??= await loadNames(pool, names, signal);
      await refreshNames(pool, names, seen, signal);
    } catch (error) {
      if (!signal.aborted) log.warn({ err: error }, 'the names of records could not be read');
    } finally {
      reading = undefined;
    }
  }
  const refresh = () => {
    if (signal.aborted) return Promise.resolve();
    reading ??= read();
    return reading;
  };
  const timer = setInterval(refresh, everyMs).unref();
  void refresh();

  return {
    view: ({ id, role, teamId }) =>
      names.view({ personId: id, teamMates: role === 'admin' ? null : names.mates(teamId) }),
    learn: (changes) => learnNames(names, changes),
    refresh,
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await reading;
    },
  };
}

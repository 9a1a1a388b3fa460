import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../bot/chat/platform.ts';
import type { Timings } from './limits.ts';

/** One connection that hears. */
export interface Link {
  isOpen(): boolean;
  /** When a successor is needed: DingTalk announced the end of this one, or it is gone already. */
  ended: Promise<'retired' | 'lost'>;
  close(): void;
}

export interface Supervisor {
  /** Resolves once one connection was tried; rejects when the credentials were refused. Further tries go on by themselves. */
  start(): Promise<void>;
  stop(): Promise<void>;
  ready(): boolean;
}

interface SupervisorOptions {
  /** Opens one connection with a client of its own. */
  connect: (signal: AbortSignal) => Promise<Link>;
  /** An error that trying again cannot mend, while the bot is starting. */
  isFinal: (error: unknown) => boolean;
  timings: Timings;
  log: Log;
  /** Between 0 and 1. */
  random?: () => number;
}

/**
 * Keeps one connection open. A successor is opened before the old connection is let go: DingTalk falls silent on a
 * connection it wants to end, and what is said meanwhile must find another one.
 */
export function supervise({ connect, isFinal, timings, log, random = Math.random }: SupervisorOptions): Supervisor {
  let links = new Set<Link>();
  let stopping: AbortController | null = null;
  let running: Promise<void> | null = null;
  let started: Promise<void> | null = null;

  const wait = (failures: number, signal: AbortSignal) =>
    sleep(waitBefore(failures, timings, random()), undefined, { signal }).catch(() => undefined);

  async function open(signal: AbortSignal): Promise<Link> {
    const link = await connect(signal);
    if (signal.aborted) {
      link.close();
      throw signal.reason;
    }
    links.add(link);
    return link;
  }

  async function keep(first: Link | null, signal: AbortSignal): Promise<void> {
    const stopped = aborted(signal);
    let current = first;
    let failures = first ? 0 : 1;
    for (;;) {
      if (current) {
        const since = performance.now();
        const why = await Promise.race([current.ended, stopped]);
        if (signal.aborted) return;
        failures = performance.now() - since >= timings.stable ? 0 : failures + 1;
        log.info({ why }, 'the DingTalk connection ends; opening another');
      }
      const successor = await reopen(failures, signal);
      if (!successor) return;
      if (current) drain(current, signal);
      failures = successor.failures;
      current = successor.link;
    }
  }

  /** Tries until a connection is open; at once when the last one was a good one. Null when stopped. */
  async function reopen(failures: number, signal: AbortSignal): Promise<{ link: Link; failures: number } | null> {
    for (let failed = failures; ; failed += 1) {
      await wait(failed, signal);
      if (signal.aborted) return null;
      try {
        return { link: await open(signal), failures: failed };
      } catch (error) {
        if (signal.aborted) return null;
        const details = { tries: failed + 1, cause: (error as Error).message };
        if (isFinal(error)) log.error(details, 'DingTalk refuses the app; trying again later');
        else log.warn(details, 'no connection to DingTalk yet; trying again');
      }
    }
  }

  function drain(link: Link, signal: AbortSignal): void {
    const gone = link.isOpen() ? sleep(timings.drain, undefined, { signal }).catch(() => undefined) : Promise.resolve();
    void gone.then(() => {
      links.delete(link);
      link.close();
    });
  }

  async function begin(): Promise<void> {
    stopping = new AbortController();
    const { signal } = stopping;
    const first = await open(signal).catch((error: unknown) => {
      if (isFinal(error)) throw error;
      if (!signal.aborted) log.warn({ cause: (error as Error).message }, 'no connection to DingTalk yet; trying again');
      return null;
    });
    running = keep(first, signal);
  }

  return {
    start() {
      // However often it is asked, one connection is opened: three would each get a third of what is said.
      started ??= begin().catch((error: unknown) => {
        started = null;
        throw error;
      });
      return started;
    },
    async stop() {
      stopping?.abort();
      await started?.catch(() => undefined);
      await running;
      for (const link of links) link.close();
      links = new Set();
      started = running = stopping = null;
    },
    ready: () => [...links].some((link) => link.isOpen()),
  };
}

/** Milliseconds before the next try: twice as long after each failure, up to a longest, less a random part of half of it. */
export function waitBefore(failures: number, { firstWait, longestWait }: Timings, random: number): number {
  if (failures === 0) return 0;
  return Math.min(firstWait * 2 ** (failures - 1), longestWait) * (0.5 + random / 2);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

import type { App } from '../bot/app.ts';

/** What the cron wakes: a sweep that finds what is due by itself, so that a missed or a doubled wake does no harm. */
export interface Job {
  name: string;
  /** A cron expression with seconds, in UTC. */
  cron: string;
  /** If cron has not woken it for so many seconds (a clock change, a busy process), the watchdog does. */
  everySeconds: number;
  run(app: App): Promise<void>;
}

import cron from 'node-cron';
import type { App } from '../bot/app.ts';
import { refreshPlaybook } from '../bot/sales/playbook-now.ts';
import type { Job } from './define.ts';

export interface Jobs {
  /** Runs a job now, or waits for the run under way and then runs it. */
  run(name: string): Promise<void>;
  /** No more wakes; resolves when what runs has ended. */
  stop(): Promise<void>;
}

/**
 * Starts the jobs: once now, then whenever node-cron or, should it be silent, the watchdog wakes them. node-cron is given
 * UTC and keeps nothing: every due time is a row in the database. With `wake: false` they run when asked only.
 */
export function startJobs(app: App, list: Job[], { wake: awake = true } = {}): Jobs {
  const last = new Map<string, number>();
  const running = new Map<string, Promise<void>>();

  const wake = (job: Job): Promise<void> => {
    const already = running.get(job.name);
    if (already) return already;
    last.set(job.name, Date.now());
    const work = refreshPlaybook(app)
      .then(() => job.run(app))
      .catch((error) =>
        app.log.error({ err: error, job: job.name }, 'a job failed; its next run goes on where it stopped'),
      )
      .finally(() => running.delete(job.name));
    running.set(job.name, work);
    return work;
  };

  const tasks = (awake ? list : []).map((job) =>
    cron.schedule(job.cron, () => wake(job), { timezone: 'UTC', noOverlap: true }),
  );
  const watchdog = setInterval(() => {
    for (const job of awake ? list : []) {
      if (Date.now() - (last.get(job.name) ?? 0) > job.everySeconds * 1000) void wake(job);
    }
  }, 5000);
  for (const job of awake ? list : []) void wake(job);
  return {
    async run(name) {
      const job = list.find((one) => one.name === name);
      if (!job) throw new Error(`there is no job ${name}`);
      await running.get(name);
      await wake(job);
    },
    async stop() {
      clearInterval(watchdog);
      await Promise.all(tasks.map((task) => task.destroy()));
      await Promise.all(running.values());
    },
  };
}

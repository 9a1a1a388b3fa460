import { setTimeout as sleep } from 'node:timers/promises';
import type { Log, Platform } from '../../bot/chat/platform.ts';
import { createApi } from './api.ts';
import { createEar, type Ear } from './hearing.ts';
import { type Timings, timings as usual } from './limits.ts';
import { createMeter, type Usage } from './meter.ts';
import { createSender } from './send.ts';
import { CredentialsRefused, openLink } from './stream.ts';
import { type Supervisor, supervise } from './supervisor.ts';

export interface DingtalkOptions {
  clientId: string;
  clientSecret: string;
  /** The robot's code; the same as the client id unless the app says otherwise. */
  robotCode?: string | undefined;
  apiUrl?: string | undefined;
  oapiUrl?: string | undefined;
  log: Log;
  now?: (() => Date) | undefined;
  /** The month's calls of the organisation's edition; the standard one unless given. */
  quota?: { api?: number; stream?: number } | undefined;
  /** Told when much of the month's quota is used; without it a line is logged. */
  onQuota?: ((usage: Usage) => void) | undefined;
  timings?: Partial<Timings> | undefined;
}

/** DingTalk over Stream mode: no public address is needed. */
export function createDingtalk(options: DingtalkOptions): Platform {
  const { log } = options;
  const now = options.now ?? (() => new Date());
  const timings = { ...usual, ...options.timings };
  const apiUrl = options.apiUrl ?? 'https://api.dingtalk.com';
  const oapiUrl = options.oapiUrl ?? 'https://oapi.dingtalk.com';
  const { clientId, clientSecret } = options;
  const onQuota = options.onQuota ?? ((usage: Usage) => log.warn(usage, 'much of this month’s DingTalk quota is used'));
  const meter = createMeter({ now, quota: options.quota, onQuota });
  const robotCode = options.robotCode ?? clientId;
  const api = createApi({ clientId, clientSecret, robotCode, apiUrl, oapiUrl, timeout: timings.call, now, meter });

  let hearing: { ear: Ear; supervisor: Supervisor } | null = null;

  async function stop(): Promise<void> {
    const ending = hearing;
    hearing = null;
    // A store that hangs must not hold up the end: unanswered, its message comes again.
    await Promise.race([ending?.ear.finish(), sleep(timings.drain, undefined, { ref: false })]);
    await ending?.supervisor.stop();
  }

  return {
    name: 'dingtalk',
    async start(receive) {
      if (!hearing) {
        const ear = createEar({ receive, meter, now, log });
        const supervisor = supervise({
          connect: (signal) => openLink({ clientId, clientSecret, apiUrl, timings, log }, ear, signal),
          isFinal: (error) => error instanceof CredentialsRefused,
          timings,
          log,
        });
        hearing = { ear, supervisor };
      }
      const { supervisor } = hearing;
      await supervisor.start().catch((error: unknown) => {
        hearing = null;
        throw error;
      });
    },
    stop,
    close: stop,
    ready: () => hearing?.supervisor.ready() ?? false,
    send: createSender({ api, oapiUrl, now, log }),
  };
}

import { limits } from './limits.ts';

/** Calls counted against DingTalk's monthly quotas. */
export interface Usage {
  /** The month in Beijing time, `2026-11`. */
  month: string;
  kind: 'api' | 'stream';
  used: number;
  quota: number;
}

export interface Meter {
  count(kind: Usage['kind']): void;
  /** Resolves when one more call a second is allowed. */
  pace(): Promise<void>;
}

interface MeterOptions {
  now: () => Date;
  quota?: { api?: number; stream?: number } | undefined;
  /** Told once as each share of the month's quota is passed. */
  onQuota?: ((usage: Usage) => void) | undefined;
}

const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' });

/**
 * Counts the month and keeps below the calls a second. The count starts again with the process: it warns, DingTalk decides.
 * https://open.dingtalk.com/document/development/call-frequency-limit
 */
export function createMeter({ now, quota, onQuota }: MeterOptions): Meter {
  const quotas = { ...limits.month, ...quota };
  let month = '';
  let used = { api: 0, stream: 0 };
  const recent: number[] = [];

  return {
    count(kind) {
      const current = beijing.format(now());
      if (current !== month) {
        month = current;
        used = { api: 0, stream: 0 };
      }
      used[kind] += 1;
      const passed = limits.warnings.some((share) => used[kind] === Math.ceil(share * quotas[kind]));
      if (passed) onQuota?.({ month, kind, used: used[kind], quota: quotas[kind] });
    },
    async pace() {
      const at = performance.now();
      const allowed = recent.length < limits.callsPerSecond ? at : Math.max(at, (recent.shift() ?? 0) + 1000);
      recent.push(allowed);
      if (allowed > at) await new Promise((resolve) => setTimeout(resolve, allowed - at));
    },
  };
}

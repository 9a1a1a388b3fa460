import { readFileSync } from 'node:fs';

/** The places where the stand-in can be told to fail. */
export type Place = 'open' | 'handshake' | 'token' | 'person' | 'group' | 'session' | 'media' | 'user';

export interface Fault {
  /** Whether what was asked is done before the answer goes wrong. */
  act?: boolean;
  /** Milliseconds before anything happens. */
  delay?: number;
  /** What is answered instead. */
  answer?: { status: number; body: unknown };
  /** The connection is cut instead of answering. */
  reset?: boolean;
}

export interface Faults {
  /** The next `times` calls there go wrong in this way. */
  next(place: Place, fault: Fault, times?: number): void;
  take(place: Place): Fault | undefined;
}

export function createFaults(): Faults {
  const queues = new Map<Place, Fault[]>();
  return {
    next(place, fault, times = 1) {
      queues.set(place, [...(queues.get(place) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
    take: (place) => queues.get(place)?.shift(),
  };
}

/** An error as DingTalk words it: a file of test/fixtures/dingtalk/errors. */
export function dingtalkError(name: string): { status: number; body: Record<string, unknown> } {
  const url = new URL(`../../fixtures/dingtalk/errors/${name}.json`, import.meta.url);
  const { payload } = JSON.parse(readFileSync(url, 'utf8'));
  return { status: payload.httpStatus ?? 403, body: payload.body };
}

export const refused = (name: string): Fault => ({ answer: dingtalkError(name) });
export const fails = (status = 500): Fault => ({
  answer: { status, body: { code: 'ServiceUnavailable', message: '…' } },
});
export const failsAfterActing = (status = 500): Fault => ({ ...fails(status), act: true });
export const resetAfterActing: Fault = { reset: true, act: true };
export const resetBefore: Fault = { reset: true };
export const slow = (delay: number): Fault => ({ delay, act: true });

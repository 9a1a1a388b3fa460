/** So many failures in a row, and the model is left alone for so long. */
const most = 3;
const pauseMs = 60_000;

export interface Breaker {
  /** Whether to ask now. After a pause one asks alone, and the others wait for what comes of it. */
  mayAsk(): boolean;
  worked(): void;
  /** True when this failure began a pause. */
  failed(): boolean;
}

/** Keeps a service that is down or slow from costing everybody its time-out again and again. */
export function createBreaker(clock: () => number): Breaker {
  let failures = 0;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  return {
    mayAsk() {
      if (clock() < pausedUntil) return false;
      if (failures >= most) pausedUntil = clock() + pauseMs;
      return true;
    },
    worked() {
      failures = 0;
      pausedUntil = Number.NEGATIVE_INFINITY;
    },
    failed() {
      failures++;
      if (failures < most) return false;
      pausedUntil = clock() + pauseMs;
      return true;
    },
  };
}

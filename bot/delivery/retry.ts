import { MaybeSent, NotSent } from '../chat/platform.ts';

/** What becomes of a message after an attempt; `seconds` until it may be tried again. */
export interface Verdict {
  state: 'sent' | 'queued' | 'maybe' | 'dead' | 'dropped';
  seconds: number;
  platformId?: string;
  error?: string;
  wholePlatform?: boolean;
}

const mostAttempts = 12;

/**
 * After a failed attempt: surely not sent → again after Retry-After or a growing pause; maybe sent → looked up first;
 * final, or tried 12 times → given up. `ambiguous`: an earlier attempt may have arrived, which a refusal does not undo.
 */
export function afterFailure(error: unknown, attempts: number, ambiguous: boolean): Verdict {
  const pause = Math.min(300, 2 ** Math.min(attempts, 9));
  if (error instanceof NotSent) {
    if (error.final || attempts >= mostAttempts) return { state: 'dead', error: error.code, seconds: 0 };
    return {
      state: ambiguous ? 'maybe' : 'queued',
      error: error.code,
      seconds: error.retryAfter ?? pause,
      wholePlatform: error.wholePlatform,
    };
  }
  const code = error instanceof MaybeSent ? error.code : 'unexpected';
  if (attempts >= mostAttempts) return { state: 'dead', error: code, seconds: 0 };
  return { state: 'maybe', error: code, seconds: pause };
}

/**
 * What to do with a message that may have been sent, on a platform that cannot tell: an answer is said again (somebody
 * waits for it, and it changes nothing); a reminder is rather not said than said twice.
 */
export function whenAmbiguous(kind: string): 'again' | 'leave' {
  return kind === 'answer' ? 'again' : 'leave';
}

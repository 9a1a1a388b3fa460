import { limits } from './limits.ts';

export interface Token {
  value: string;
  /** Seconds it lives from now. */
  seconds: number;
}

export interface Tokens {
  get(): Promise<string>;
  /** Says that this token was refused: the next `get` fetches another, once, however many say so. */
  drop(value: string): void;
}

/** Keeps one access token until it nears its end; however many ask at once, one call is made. */
export function keepToken(fetchToken: () => Promise<Token>, now: () => Date): Tokens {
  let held: { value: string; until: number } | null = null;
  let flight: Promise<string> | null = null;

  async function renew(): Promise<string> {
    const { value, seconds } = await fetchToken();
    // A token that lives shorter than the spare time is still used for half its life.
    const life = Math.max(seconds * 1000 - limits.tokenSpare, seconds * 500);
    held = { value, until: now().getTime() + life };
    return value;
  }

  return {
    get() {
      if (held && now().getTime() < held.until) return Promise.resolve(held.value);
      flight ??= renew().finally(() => {
        flight = null;
      });
      return flight;
    },
    drop(value) {
      if (held?.value === value) held = null;
    },
  };
}

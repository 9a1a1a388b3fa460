import { type Log, MaybeSent, NotSent, type Outgoing } from '../../bot/chat/platform.ts';
import { sendFault } from './errors.ts';
import { render } from './render.ts';

/** Half an hour, less a minute for our clock. */
const lifeMs = 29 * 60_000;
const uses = 5;

/**
 * Answers through a response_url, which only the asker sees and which works where the bot may not speak.
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
export class Responder {
  readonly #options: { log: Log; now: () => Date; timeout: number };
  readonly #used = new Map<string, number>();

  constructor(options: { log: Log; now: () => Date; timeout: number }) {
    this.#options = options;
  }

  /** Whether the address, given at `at`, should still work. */
  works(url: string, at: string | undefined): boolean {
    const age = at ? this.#options.now().getTime() - Date.parse(at) : 0;
    return age < lifeMs && (this.#used.get(url) ?? 0) < uses;
  }

  /** False when Slack says the address works no more. */
  async respond(url: string, outgoing: Outgoing): Promise<boolean> {
    const { log, timeout } = this.#options;
    this.#count(url);
    const message = render(outgoing.card, { language: outgoing.language, files: new Map() });
    const body = {
      ...message,
      response_type: 'ephemeral',
      replace_original: outgoing.replaces?.startsWith('hidden:') ?? false,
    };
    let answer: Response;
    try {
      answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(timeout),
      });
    } catch (error) {
      throw sendFault(error);
    }
    if (answer.status === 429) {
      throw new NotSent('ratelimited', { retryAfter: Number(answer.headers.get('retry-after')) || 1 });
    }
    if (answer.status >= 500) throw new MaybeSent(`http-${answer.status}`);
    if (!answer.ok) log.info({ id: outgoing.id, status: answer.status }, 'slack answer address expired or used up');
    return answer.ok;
  }

  #count(url: string): void {
    this.#used.set(url, (this.#used.get(url) ?? 0) + 1);
    for (const old of this.#used.keys()) {
      if (this.#used.size <= 500) break;
      this.#used.delete(old);
    }
  }
}

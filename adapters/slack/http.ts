import type { IncomingMessage, ServerResponse } from 'node:http';
import { isValidSlackRequest } from '@slack/bolt';
import type { Log, Route } from '../../bot/chat/platform.ts';
import type { Delivery } from './receiver.ts';

const bodyLimit = 4 * 1024 * 1024;
const skewSeconds = 5 * 60;

export interface HttpOptions {
  signingSecret: string;
  now: () => Date;
  log: Log;
  /** Accepting: after `start` and before `stop`. */
  open: () => boolean;
  handle: (delivery: Delivery) => Promise<unknown>;
}

/**
 * POST /slack/events for events, commands and interactivity. Answers 200 only when it is stored.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function httpRoute(options: HttpOptions): Route {
  const seen = new Seen();
  return {
    method: 'POST',
    path: '/slack/events',
    handle: async (request, response) => {
      const raw = await readBody(request);
      if (raw === null) return end(response, 413);
      const signature = authentic(request, raw, options);
      if (!signature) return end(response, 401);
      const body = parseBody(raw, request.headers['content-type'] ?? '');
      if (!body) return end(response, 400);
      if (body.type === 'url_verification') return end(response, 200, { challenge: body.challenge });
      if (body.ssl_check) return end(response, 200);
      if (!options.open()) return end(response, 503);
      if (body.type === 'app_rate_limited') {
        options.log.warn({ minute: body.minute_rate_limited }, 'slack holds back events: too many an hour');
        return end(response, 200);
      }
      // The same signed request again was stored before: it has been done, and is answered as before.
      if (seen.has(signature, options.now())) return end(response, 200);
      try {
        const reply = await options.handle(retried(request, body));
        seen.add(signature, options.now());
        end(response, 200, reply);
      } catch (error) {
        options.log.error({ error, kind: body.type }, 'slack delivery not stored; slack may send it again');
        end(response, 500);
      }
    },
  };
}

/** The signature when the request is Slack's and of now: Bolt refuses the stale, a time to come is refused here. */
function authentic(request: IncomingMessage, raw: string, { signingSecret, now, log }: HttpOptions): string | null {
  const signature = String(request.headers['x-slack-signature'] ?? '');
  const timestamp = Number(request.headers['x-slack-request-timestamp'] ?? Number.NaN);
  const skew = timestamp - now().getTime() / 1000;
  const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp };
  const valid =
    Math.abs(skew) <= skewSeconds &&
    isValidSlackRequest({ signingSecret, body: raw, headers, nowMilliseconds: now().getTime() });
  if (valid) return signature;
  log.warn({ skew: Math.round(skew) }, 'slack request refused: wrong signature, or its clock is not ours');
  return null;
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length <= bodyLimit) chunks.push(chunk as Buffer);
  }
  return length > bodyLimit ? null : Buffer.concat(chunks).toString('utf8');
}

/** JSON for events; a form for commands, with JSON in `payload` for interactivity. */
function parseBody(raw: string, contentType: string): Record<string, unknown> | null {
  try {
    if (contentType.startsWith('application/json')) return object(JSON.parse(raw));
    const form = new URLSearchParams(raw);
    const payload = form.get('payload');
    return payload === null ? Object.fromEntries(form) : object(JSON.parse(payload));
  } catch {
    return null;
  }
}

function object(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function retried(request: IncomingMessage, body: Record<string, unknown>): Delivery {
  const retryNum = Number(request.headers['x-slack-retry-num'] ?? 0);
  return retryNum > 0
    ? { body, retryNum, retryReason: String(request.headers['x-slack-retry-reason'] ?? '') }
    : { body };
}

function end(response: ServerResponse, status: number, body?: unknown): void {
  const json = body === undefined || body === '' ? '' : JSON.stringify(body);
  response.writeHead(status, json ? { 'content-type': 'application/json' } : {}).end(json);
}

/** Signatures of the last minutes: a request older than that is refused for its age. */
class Seen {
  #at = new Map<string, number>();

  has(signature: string, now: Date): boolean {
    for (const [old, at] of this.#at) {
      if (now.getTime() - at <= 2 * skewSeconds * 1000) break;
      this.#at.delete(old);
    }
    return this.#at.has(signature);
  }

  add(signature: string, now: Date): void {
    this.#at.set(signature, now.getTime());
  }
}

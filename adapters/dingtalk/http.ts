import { MaybeSent, NotSent } from '../../bot/chat/platform.ts';
import type { Answer } from './errors.ts';

/** Failures of a connection that was never made: the request surely did not leave. */
const unsent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

export interface Request {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  /** Sent as JSON, unless it is a form. */
  body?: unknown;
  timeout: number;
  signal?: AbortSignal;
}

/** One call. Throws NotSent when it surely never arrived and MaybeSent when nobody knows; any answer at all is returned. */
export async function call(request: Request): Promise<Answer> {
  const { url, method = 'POST', body, timeout, signal } = request;
  const form = body instanceof FormData;
  const patience = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...request.headers,
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      // A session address and a token must not follow a redirect to somewhere else.
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    const text = await response.text();
    const after = Number(response.headers.get('retry-after') ?? Number.NaN);
    return { status: response.status, body: parse(text), retryAfter: Number.isFinite(after) ? after : undefined };
  } catch (cause) {
    const code = failureCode(cause);
    if (unsent.has(code)) throw new NotSent(code, { retryAfter: 5, wholePlatform: true, cause });
    throw new MaybeSent(code, cause);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function failureCode(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string; errors?: { code?: string }[] } };
  return cause?.code ?? cause?.errors?.[0]?.code ?? name ?? 'unknown';
}

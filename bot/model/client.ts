import type OpenAI from 'openai';
import { z } from 'zod';
import type { ChatMessage } from './prompt.ts';
import type { ModelOptions } from './types.ts';

/** No honest answer is longer, in bytes; and in tokens, thoughts included. */
const longestBody = 64 * 1024;
const longestAnswer = 1500;

export interface Answer {
  content: string;
  inTokens?: number | undefined;
  outTokens?: number | undefined;
}

export type FaultKind = 'timeout' | 'down' | 'status' | 'too large' | 'unreadable';

/** The service did not do its work. Says what happened and never what was said. */
export class Fault extends Error {
  override name = 'Fault';
  readonly kind: FaultKind;
  readonly status: number | undefined;
  constructor(kind: FaultKind, status?: number) {
    super(kind);
    this.kind = kind;
    this.status = status;
  }
}

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
  usage: z.object({ prompt_tokens: z.number().optional(), completion_tokens: z.number().optional() }).nullish(),
});

/** What this server takes of the protocol; found out by asking, kept for the next time. */
interface Dialect {
  json: boolean;
  limit: 'max_tokens' | 'max_completion_tokens';
  cool: boolean;
  /** Qwen on DashScope wants to be told not to think, where it is not streamed. */
  hushed: boolean;
}

/** A way of asking that leaves out what a server complained about; null when there is nothing left to leave out. */
function easier(dialect: Dialect, complaint: string): Dialect | null {
  if (/enable[_ ]thinking/i.test(complaint) && !dialect.hushed) return { ...dialect, hushed: true };
  if (/max_completion_tokens/.test(complaint) && dialect.limit === 'max_tokens')
    return { ...dialect, limit: 'max_completion_tokens' };
  if (/temperature/.test(complaint) && dialect.cool) return { ...dialect, cool: false };
  return dialect.json ? { ...dialect, json: false } : null;
}

/** A client of one OpenAI-compatible endpoint. The library is loaded with the first question: it costs memory. */
export function createClient({ baseUrl, apiKey, model, timeoutMs, fetch: given }: ModelOptions) {
  let dialect: Dialect = { json: true, limit: 'max_tokens', cool: true, hushed: false };
  let loading: Promise<OpenAI> | undefined;

  const load = async () => {
    const { OpenAI } = await import('openai');
    return new OpenAI({
      baseURL: baseUrl,
      apiKey: apiKey ?? 'none',
      logLevel: 'off',
      maxRetries: 0,
      timeout: timeoutMs * 2,
      fetch: careful(given ?? fetch, apiKey),
    });
  };

  const once = async (client: OpenAI, messages: ChatMessage[], how: Dialect, signal: AbortSignal) => {
    const body = {
      model,
      messages,
      stream: false as const,
      [how.limit]: longestAnswer,
      ...(how.cool ? { temperature: 0 } : {}),
      ...(how.json ? { response_format: { type: 'json_object' as const } } : {}),
      ...(how.hushed ? { enable_thinking: false } : {}),
    };
    const read = completion.safeParse(await client.chat.completions.create(body, { signal }));
    if (!read.success) throw new Fault('unreadable');
    const { choices, usage } = read.data;
    return {
      content: choices[0]?.message.content ?? '',
      inTokens: usage?.prompt_tokens,
      outTokens: usage?.completion_tokens,
    };
  };

  /** What the model says. Throws a Fault, within `timeoutMs` whatever the server does. */
  return async function ask(messages: ChatMessage[]): Promise<Answer> {
    loading ??= load().catch((error) => {
      loading = undefined;
      throw error;
    });
    const client = await loading;
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(new Fault('timeout')), timeoutMs);
    const aborted = new Promise<never>((_, reject) =>
      late.signal.addEventListener('abort', () => reject(late.signal.reason), { once: true }),
    );
    const converse = async () => {
      for (let how: Dialect = dialect; ; ) {
        try {
          const answer = await once(client, messages, how, late.signal);
          dialect = how;
          return answer;
        } catch (error) {
          const { status, message } = error as { status?: unknown; message?: unknown };
          const next = status === 400 || status === 422 ? easier(how, String(message)) : null;
          if (!next) throw faultOf(error, late.signal);
          how = next;
        }
      }
    };
    try {
      return await Promise.race([converse(), aborted]);
    } finally {
      clearTimeout(timer);
      late.abort();
    }
  };
}

function faultOf(error: unknown, late: AbortSignal): Fault {
  if (late.aborted) return new Fault('timeout');
  if (error instanceof Fault) return error;
  const { status, cause } = error as { status?: unknown; cause?: unknown };
  if (cause instanceof Fault) return cause;
  if (typeof status === 'number') return new Fault('status', status);
  return new Fault(error instanceof SyntaxError ? 'unreadable' : 'down');
}

/**
 * A fetch that reads the whole body before it returns, so that the time-out holds for a body that drips; that stops at
 * 64 kB; that follows nobody elsewhere with our key; and that sends our
 * headers alone: the library adds what it finds about this machine and in its environment.
 */
function careful(real: typeof fetch, apiKey: string | undefined): typeof fetch {
  return async (url, init) => {
    const headers = {
      accept: 'application/json',
      'content-type': 'application/json',
      ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
    };
    const response = await real(url, { ...init, headers, redirect: 'error' });
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      // Leaving the loop closes the connection: the rest is never received.
      if (size > longestBody) throw new Fault('too large');
      chunks.push(chunk);
    }
    const type = response.headers.get('content-type');
    return new Response(chunks.length > 0 ? Buffer.concat(chunks) : null, {
      status: response.status,
      headers: type ? { 'content-type': type } : {},
    });
  };
}

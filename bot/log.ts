import { pino } from 'pino';
import type { Log } from './chat/platform.ts';

const secret = [
  'token',
  'appToken',
  'clientSecret',
  'signingSecret',
  'accessToken',
  'authorization',
  'sessionWebhook',
  'password',
  'apiKey',
  'code',
  'ticket',
  'text',
  'phone',
  'email',
  'card',
  'said',
  'body',
  'config',
  'request',
  'response',
  'data',
];
/** What an error of ours or of an SDK may say about its cause without quoting what anybody wrote. */
const kept = ['code', 'errno', 'syscall', 'status', 'statusCode', 'retryAfter', 'constraint', 'table', 'routine'];

/** Logs lines of JSON to stderr. Tokens, phone numbers and what people wrote never reach them. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secret.filter((key) => key !== 'code').flatMap((key) => [key, `*.${key}`]), censor: '…' },
      serializers: { err: plainError },
    },
    pino.destination(2),
  );
}

/** An error by its name, code and where it was thrown. Its message may quote a person, so long numbers and addresses go. */
export function plainError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const extra = error as unknown as Record<string, unknown>;
  const known = Object.fromEntries(kept.flatMap((key) => (extra[key] === undefined ? [] : [[key, extra[key]]])));
  return {
    type: error.name,
    message: quotes(error) ? '…' : scrub(error.message).slice(0, 300),
    at: framesOf(error),
    ...known,
    ...(error.cause ? { cause: plainError(error.cause) } : {}),
  };
}

/** Where it was thrown. A stack begins with the message, of as many lines as that has, which may look like the rest. */
function framesOf({ stack = '', message }: Error): string[] {
  return stack
    .replace(message, () => '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 7)
    .map((line) => line.trim());
}

/** Errors whose message is made of what was written: Prisma's, a parser's, and PostgreSQL's of wrong data (class 22). */
function quotes(error: Error): boolean {
  const { code } = error as { code?: unknown };
  return error.name.startsWith('Prisma') || error instanceof SyntaxError || /^22[0-9A-Z]{3}$/.test(String(code));
}

/** Takes out what looks like a phone number, an e-mail address, a token, a connection string or a URL's query. */
export function scrub(text: string): string {
  return text
    .replace(/\b(postgres(?:ql)?|https?|wss?):\/\/[^\s"']+/gi, (url) =>
      url.replace(/\/\/[^@/]*@/, '//…@').replace(/\?.*/, '?…'),
    )
    .replace(/\bx(?:ox[abprse]|app)-[\w-]+/g, '…')
    .replace(/\bsk-[\w-]{8,}/g, '…')
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '…')
    .replace(/\+?\d[\d\s-]{6,}\d/g, '…');
}

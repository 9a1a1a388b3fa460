import { MaybeSent, NotSent } from '../../bot/chat/platform.ts';

/** What came back from DingTalk, parsed as far as it could be. */
export interface Answer {
  status: number;
  body: unknown;
  /** Seconds of a Retry-After header. */
  retryAfter?: number | undefined;
}

/** `token`: fetch a new one and call again. `session`: the session address is gone, go another way. */
export type Verdict = 'token' | 'session' | NotSent | MaybeSent;

interface Row {
  kind: 'token' | 'session' | 'retry' | 'final' | 'maybe' | 'credentials';
  /** Seconds. */
  after?: number;
  wholePlatform?: boolean;
}

const qps: Row = { kind: 'retry', after: 1, wholePlatform: true };
const month: Row = { kind: 'final', wholePlatform: true };
const tooFast: Row = { kind: 'retry', after: 60 };
const token: Row = { kind: 'token' };
const credentials: Row = { kind: 'credentials', after: 300, wholePlatform: true };

/**
 * DingTalk's codes and what they mean for the message on its way out; unknown ones are final.
 * https://open.dingtalk.com/document/development/how-to-process-api-throttling-on-the-dingtalk-server
 */
const codes: Readonly<Record<string, Row>> = {
  'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi': qps,
  '90018': qps,
  'Forbidden.AccessDenied.QpsLimitForApi': { ...qps, after: 5 },
  '90002': { ...qps, after: 5 },
  'Forbidden.AccessDenied.ApiCountLimitForOrg': month,
  '90020': month,
  'send.too.fast': tooFast,
  'send.byToken.tooFast': tooFast,
  'too.many.group': tooFast,
  'too.many.people': tooFast,
  '410100': tooFast,
  '130101': tooFast,
  InvalidAuthentication: token,
  '40014': token,
  '42001': token,
  '300001': { kind: 'session' },
  // "The system is busy" does not say whether it was too busy to send.
  '-1': { kind: 'maybe' },
  authFailed: credentials,
  invalidClientIdOrSecret: credentials,
  '40096': credentials,
  '40089': credentials,
};

/** The platform's code in an answer, or null when the answer is a success. The old host says errors with HTTP 200. */
export function codeOf({ status, body }: Answer): string | null {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  if (fields.punish === 'deny') return 'ip-banned';
  if (fields.errcode !== undefined) {
    const code = String(fields.errcode);
    if (code === '0') return null;
    return code === '88' && fields.sub_code !== undefined ? String(fields.sub_code) : code;
  }
  if (status >= 200 && status < 300) return typeof body === 'object' && body !== null ? null : 'unreadable';
  return typeof fields.code === 'string' ? fields.code : `http-${status}`;
}

/** Whether the app's id or secret was refused: nothing but new ones can help. */
export function refusesCredentials(answer: Answer): boolean {
  return answer.status === 401 || codes[codeOf(answer) ?? '']?.kind === 'credentials';
}

/** What an answer means for the message: null when it was taken. */
export function judge(answer: Answer): Verdict | null {
  const code = codeOf(answer);
  if (code === null) return null;
  if (code === 'ip-banned') {
    const minutes = Number((answer.body as { wait?: unknown }).wait);
    return new NotSent(code, { retryAfter: (Number.isFinite(minutes) ? minutes : 5) * 60, wholePlatform: true });
  }
  const row = codes[code];
  if (row) return verdict(code, row, answer);
  if (code === 'unreadable' || answer.status >= 500) return new MaybeSent(code);
  if (answer.status === 429) return new NotSent(code, { retryAfter: answer.retryAfter ?? 5, wholePlatform: true });
  if (answer.status === 401) return 'token';
  // A page instead of JSON: something in front of DingTalk refused, and may let the next one pass.
  if (typeof answer.body === 'string') return new NotSent(code, { retryAfter: 60, wholePlatform: true });
  return new NotSent(code, { final: true });
}

function verdict(code: string, row: Row, answer: Answer): Verdict {
  if (row.kind === 'token' || row.kind === 'session') return row.kind;
  if (row.kind === 'maybe') return new MaybeSent(code);
  const wholePlatform = row.wholePlatform ?? false;
  if (row.kind === 'final') return new NotSent(code, { final: true, wholePlatform });
  return new NotSent(code, { retryAfter: answer.retryAfter ?? row.after ?? 5, wholePlatform });
}

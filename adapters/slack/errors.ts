import { webApi } from '@slack/bolt';
import { MaybeSent, NotSent } from '../../bot/chat/platform.ts';

/** What an `ok: false` of Slack means for a message. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const meanings: Record<string, 'final' | 'credentials' | 'wait' | 'maybe'> = {
  channel_not_found: 'final',
  not_in_channel: 'final',
  is_archived: 'final',
  user_not_found: 'final',
  users_not_found: 'final',
  user_not_visible: 'final',
  user_disabled: 'final',
  cannot_dm_bot: 'final',
  messages_tab_disabled: 'final',
  restricted_action: 'final',
  restricted_action_read_only_channel: 'final',
  restricted_action_thread_only_channel: 'final',
  restricted_action_non_threadable_channel: 'final',
  no_permission: 'final',
  access_denied: 'final',
  no_text: 'final',
  msg_too_long: 'final',
  msg_blocks_too_long: 'final',
  invalid_blocks: 'final',
  invalid_blocks_format: 'final',
  invalid_arguments: 'final',
  metadata_too_large: 'final',
  invalid_auth: 'credentials',
  not_authed: 'credentials',
  account_inactive: 'credentials',
  token_revoked: 'credentials',
  token_expired: 'credentials',
  missing_scope: 'credentials',
  not_allowed_token_type: 'credentials',
  org_login_required: 'credentials',
  ekm_access_denied: 'credentials',
  team_access_not_granted: 'credentials',
  ratelimited: 'wait',
  rate_limited: 'wait',
  message_limit_exceeded: 'wait',
  accesslimited: 'wait',
  // «It's possible some aspect of the operation succeeded before the error was raised.»
  internal_error: 'maybe',
  fatal_error: 'maybe',
};

/** Slack will not have these blocks: the words alone may still pass. */
export const blocksRefused = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'only_one_table_allowed',
  'invalid_attachments',
]);

/** Nothing left our machine. */
const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Slack's own word for what went wrong, when it said one. */
export function slackCode(error: unknown): string | undefined {
  if (!(error instanceof webApi.WebAPIPlatformError)) return undefined;
  const code = error.data.error;
  return /^[a-z][a-z0-9_]*$/.test(code) ? code : undefined;
}

/** What a failed call means: NotSent or MaybeSent. */
export function sendFault(error: unknown): NotSent | MaybeSent {
  if (error instanceof NotSent || error instanceof MaybeSent) return error;
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return new NotSent('ratelimited', { retryAfter: error.retryAfter, cause: error });
  }
  // A 429 without a Retry-After that can be read comes as a bare Error.
  if (error instanceof Error && error.message.startsWith('Retry header')) {
    return new NotSent('ratelimited', { retryAfter: 30, cause: error });
  }
  const code = slackCode(error);
  if (code) return answered(code, error);
  if (error instanceof webApi.WebAPIHTTPError) {
    const { statusCode } = error;
    const refused = statusCode >= 400 && statusCode < 500 && statusCode !== 408;
    return refused ? new NotSent(`http-${statusCode}`, { cause: error }) : new MaybeSent(`http-${statusCode}`, error);
  }
  const cause = rootCode(error);
  return cause && neverLeft.has(cause)
    ? new NotSent(cause.toLowerCase(), { wholePlatform: true, cause: error })
    : new MaybeSent(cause ?? 'no-answer', error);
}

function answered(code: string, cause: unknown): NotSent | MaybeSent {
  switch (meanings[code]) {
    case 'final':
      return new NotSent(code, { final: true, cause });
    case 'credentials':
      return new NotSent(code, { final: true, wholePlatform: true, cause });
    case 'wait':
      return new NotSent(code, { retryAfter: 30, cause });
    case 'maybe':
      return new MaybeSent(code, cause);
    default:
      return new NotSent(code, { cause });
  }
}

function rootCode(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(at.code)) return at.code;
    if (at.name === 'TimeoutError') return 'timeout';
    if (at instanceof AggregateError && at.errors[0] instanceof Error) return rootCode(at.errors[0]);
  }
  return undefined;
}

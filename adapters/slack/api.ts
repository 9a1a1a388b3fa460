import type { webApi } from '@slack/bolt';

/**
 * Every Web API method we call and the bot scopes it needs; manifest.json asks for these and no others, a test compares.
 * https://docs.slack.dev/reference/methods. History is read to find out whether a message of ours arrived.
 */
export const methods = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.open': ['im:write'],
  'conversations.history': ['im:history', 'channels:history', 'groups:history', 'mpim:history'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
  'views.open': [],
} as const satisfies Record<string, readonly string[]>;

/** Every event we listen to and the scopes it needs. https://docs.slack.dev/reference/events */
export const events = {
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
} as const satisfies Record<string, readonly string[]>;

/** Slash commands need a scope of their own. */
export const commandScopes = ['commands'] as const;

/** All bot scopes, sorted. */
export function scopes(): string[] {
  const all = [...Object.values(methods), ...Object.values(events), commandScopes].flat();
  return [...new Set<string>(all)].sort();
}

export type Api = (method: keyof typeof methods, args?: Record<string, unknown>) => Promise<Record<string, unknown>>;

/** The Web API by method name, only those in the table. */
export function webApiOf(client: webApi.WebClient): Api {
  return async (method, args = {}) => ({ ...(await client.apiCall(method, args)) });
}

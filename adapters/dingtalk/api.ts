import { MaybeSent, NotSent } from '../../bot/chat/platform.ts';
import { type Answer, judge, refusesCredentials, type Verdict } from './errors.ts';
import { call } from './http.ts';
import type { Meter } from './meter.ts';
import type { RestMessage, SessionMessage } from './render.ts';
import { keepToken } from './token.ts';

export interface ApiOptions {
  clientId: string;
  clientSecret: string;
  robotCode: string;
  apiUrl: string;
  oapiUrl: string;
  timeout: number;
  now: () => Date;
  meter: Meter;
}

/** Thrown when a session address no longer answers: nothing was sent through it. */
export class SessionGone extends Error {}

export interface Person {
  userid: string;
  unionid: string;
  name: string;
}

export type Api = ReturnType<typeof createApi>;

/** The handful of DingTalk calls we make, over fetch. Every failure is NotSent, MaybeSent or SessionGone. */
export function createApi(options: ApiOptions) {
  const { apiUrl, oapiUrl, robotCode, timeout, now, meter } = options;
  const tokens = keepToken(fetchToken, now);

  // https://open.dingtalk.com/document/development/obtain-the-access-token-of-an-internal-app
  async function fetchToken() {
    const body = { appKey: options.clientId, appSecret: options.clientSecret };
    const answer = await call({ url: `${apiUrl}/v1.0/oauth2/accessToken`, body, timeout }).catch((cause: unknown) => {
      // Whatever happened to this call, no message has left yet.
      throw new NotSent('token', { retryAfter: 5, wholePlatform: true, cause });
    });
    const { accessToken, expireIn } = answer.body as { accessToken?: string; expireIn?: number };
    if (answer.status === 200 && accessToken) return { value: accessToken, seconds: expireIn ?? 7200 };
    if (refusesCredentials(answer)) throw new NotSent('credentials', { retryAfter: 300, wholePlatform: true });
    const verdict = judge(answer);
    throw verdict instanceof NotSent ? verdict : new NotSent('token', { retryAfter: 5, wholePlatform: true });
  }

  /** Calls with a token; a refused token did nothing, so one more try with a fresh one is safe. */
  async function withToken(attempt: (token: string) => Promise<Answer>): Promise<Record<string, unknown>> {
    for (let tries = 0; ; tries += 1) {
      const token = await tokens.get();
      const answer = await attempt(token);
      const verdict = judge(answer);
      if (verdict === null) return answer.body as Record<string, unknown>;
      if (verdict === 'token') tokens.drop(token);
      if (verdict === 'token' && tries === 0) continue;
      throw asError(verdict);
    }
  }

  async function robot(path: string, message: RestMessage, to: object): Promise<Record<string, unknown>> {
    return withToken(async (token) => {
      await meter.pace();
      meter.count('api');
      const headers = { 'x-acs-dingtalk-access-token': token };
      return call({ url: `${apiUrl}/v1.0/robot/${path}`, headers, body: { robotCode, ...message, ...to }, timeout });
    });
  }

  return {
    /** https://open.dingtalk.com/document/development/robot-message-type */
    async reply(sessionWebhook: string, message: SessionMessage): Promise<void> {
      meter.count('stream');
      const verdict = judge(await call({ url: sessionWebhook, body: message, timeout }));
      if (verdict === 'session' || verdict === 'token') throw new SessionGone();
      if (verdict) throw verdict;
    },

    /** https://open.dingtalk.com/document/development/chatbots-send-one-on-one-chat-messages-in-batches */
    async sendToPerson(userId: string, message: RestMessage): Promise<string> {
      const answer = await robot('oToMessages/batchSend', message, { userIds: [userId] });
      if (lists(answer.invalidStaffIdList, userId)) throw new NotSent('invalid-person', { final: true });
      if (lists(answer.flowControlledStaffIdList, userId)) throw new NotSent('person-throttled', { retryAfter: 60 });
      return messageId(answer);
    },

    /** https://open.dingtalk.com/document/development/the-robot-sends-a-group-message */
    async sendToGroup(openConversationId: string, message: RestMessage): Promise<string> {
      return messageId(await robot('groupMessages/send', message, { openConversationId }));
    },

    /** https://open.dingtalk.com/document/development/upload-media-files */
    async upload(png: Uint8Array): Promise<string> {
      const answer = await withToken(async (token) => {
        await meter.pace();
        meter.count('api');
        const body = new FormData();
        body.append('media', new Blob([Uint8Array.from(png)], { type: 'image/png' }), 'picture.png');
        return call({
          url: `${oapiUrl}/media/upload?access_token=${encodeURIComponent(token)}&type=image`,
          body,
          timeout,
        });
      });
      if (typeof answer.media_id !== 'string') throw new NotSent('no-media-id', { final: true });
      return answer.media_id;
    },

    /** https://open.dingtalk.com/document/development/query-user-details (free of the quota) */
    async person(userid: string): Promise<Person> {
      const answer = await withToken((token) =>
        call({
          url: `${oapiUrl}/topapi/v2/user/get?access_token=${encodeURIComponent(token)}`,
          body: { userid, language: 'zh_CN' },
          timeout,
        }),
      );
      return answer.result as Person;
    },
  };
}

function asError(verdict: Verdict): Error {
  if (verdict === 'token') return new NotSent('token-refused', { retryAfter: 60, wholePlatform: true });
  return verdict === 'session' ? new SessionGone() : verdict;
}

function lists(ids: unknown, id: string): boolean {
  return Array.isArray(ids) && ids.includes(id);
}

function messageId(answer: Record<string, unknown>): string {
  if (typeof answer.processQueryKey === 'string') return answer.processQueryKey;
  throw new MaybeSent('no-message-id');
}

import { randomBytes, randomUUID } from 'node:crypto';
import { dingtalkError } from './faults.ts';

export interface Posted {
  id: string;
  via: 'session' | 'person' | 'group';
  /** `@` + staff id, or the group's openConversationId. */
  conversation: string;
  title: string;
  text: string;
  buttons: { title: string; url: string }[];
}

/** One request as it came in. */
export interface Asked {
  path: string;
  query: URLSearchParams;
  token: string | undefined;
  body: Record<string, unknown>;
  /** Bytes of the body. */
  size: number;
}

export interface Reply {
  status: number;
  body: unknown;
}

type Strings = Record<string, string>;

const ok = (body: object): Reply => ({ status: 200, body });
const bad = (code: string, message: string): Reply => ({
  status: 400,
  body: { code, requestid: randomUUID(), message },
});

/** The templates of robot messages and the values each must have. */
const templates: Record<string, string[]> = {
  sampleText: ['content'],
  sampleMarkdown: ['title', 'text'],
  sampleActionCard: ['title', 'text', 'singleTitle', 'singleURL'],
};
for (let count = 2; count <= 5; count += 1) {
  const actions = Array.from({ length: count }, (_, at) => [`actionTitle${at + 1}`, `actionURL${at + 1}`]);
  templates[`sampleActionCard${count}`] = ['title', 'text', ...actions.flat()];
}

interface RestOptions {
  clientId: string;
  clientSecret: string;
  /** Milliseconds a session address lives (DingTalk: 90 minutes). */
  sessionLife: number;
}

/** The HTTP side of the stand-in: tokens, robot messages, session replies, media, people. It checks what DingTalk checks. */
export function createRest({ clientId, clientSecret, sessionLife }: RestOptions) {
  const tokens = new Map<string, number>();
  const sessions = new Map<string, { conversation: string; expires: number }>();
  const people = new Map<string, { userid: string; unionid: string; name: string }>();
  const media = new Map<string, number>();
  const posted: Posted[] = [];
  const throttled = new Set<string>();
  let tokenSeconds = 7200;

  function post(message: Omit<Posted, 'id'>): string {
    const id = randomBytes(12).toString('base64url');
    posted.push({ id, ...message });
    return id;
  }

  const valid = (token: string | null | undefined) => (tokens.get(token ?? '') ?? 0) > Date.now();

  /** The title, text and buttons of a robot message, or what DingTalk would say against it. */
  function readTemplate({
    msgKey,
    msgParam,
    robotCode,
  }: Record<string, unknown>): Reply | Omit<Posted, 'id' | 'via' | 'conversation'> {
    const needed = templates[String(msgKey)];
    if (robotCode !== clientId) return bad('invalidParameter.robotCode', 'no such robot');
    if (!needed || typeof msgParam !== 'string') return bad('invalidParameter.msgKey', 'no such template');
    if (Buffer.byteLength(msgParam) > 15_000)
      return bad('invalidParameter.msgParam', 'msgParam is longer than 15000 bytes');
    const values = JSON.parse(msgParam) as Strings;
    const missing = needed.filter((name) => typeof values[name] !== 'string' || values[name] === '');
    if (missing.length) return { ...dingtalkError('new-400-card-param') };
    const buttons = values.singleTitle
      ? [{ title: values.singleTitle, url: values.singleURL ?? '' }]
      : needed
          .filter((name) => name.startsWith('actionTitle'))
          .map((name) => ({ title: values[name] ?? '', url: values[name.replace('Title', 'URL')] ?? '' }));
    return { title: values.title ?? '', text: values.text ?? values.content ?? '', buttons };
  }

  function robot(asked: Asked, send: (message: Omit<Posted, 'id' | 'via' | 'conversation'>) => Reply): Reply {
    if (!valid(asked.token)) return dingtalkError('new-400-token');
    const message = readTemplate(asked.body);
    return 'status' in message ? message : send(message);
  }

  return {
    posted,
    people,
    media,
    throttled,
    addPerson(userid: string, name = userid) {
      people.set(userid, { userid, unionid: `union-${userid}`, name });
    },
    openSession(conversation: string): { session: string; expires: number } {
      const session = randomBytes(16).toString('hex');
      const expires = Date.now() + sessionLife;
      sessions.set(session, { conversation, expires });
      return { session, expires };
    },
    expireSessions: () => sessions.clear(),
    /** Every token given out so far is refused from now on. */
    expireTokens: () => tokens.clear(),
    liveTokens: () => tokens.size,
    tokensLive(seconds: number) {
      tokenSeconds = seconds;
    },
    goodSecret: (id: unknown, secret: unknown) => id === clientId && secret === clientSecret,

    token({ body }: Asked): Reply {
      if (body.appKey !== clientId || body.appSecret !== clientSecret)
        return bad('invalidClientIdOrSecret', '无效的clientId或者clientSecret');
      const accessToken = randomBytes(16).toString('hex');
      tokens.set(accessToken, Date.now() + tokenSeconds * 1000);
      return ok({ accessToken, expireIn: tokenSeconds });
    },
    person(asked: Asked): Reply {
      return robot(asked, (message) => {
        const userIds = asked.body.userIds as string[];
        if (!Array.isArray(userIds) || userIds.length === 0 || userIds.length > 20)
          return bad('invalidParameter', 'userIds');
        const invalid = userIds.filter((id) => !people.has(id));
        const controlled = userIds.filter((id) => throttled.has(id));
        const reached = userIds.filter((id) => people.has(id) && !throttled.has(id));
        const ids = reached.map((id) => post({ ...message, via: 'person', conversation: `@${id}` }));
        const processQueryKey = ids[0] ?? randomUUID();
        return ok({ processQueryKey, invalidStaffIdList: invalid, flowControlledStaffIdList: controlled });
      });
    },
    group(asked: Asked): Reply {
      return robot(asked, (message) => {
        const conversation = String(asked.body.openConversationId ?? '');
        if (!conversation.startsWith('cid')) return bad('invalidParameter.openConversationId', 'no such group');
        return ok({ processQueryKey: post({ ...message, via: 'group', conversation }) });
      });
    },
    session({ query, body, size }: Asked): Reply {
      const session = sessions.get(query.get('session') ?? '');
      if (!session || session.expires <= Date.now()) return dingtalkError('session-expired');
      if (size > 20_000) return dingtalkError('session-too-long');
      const card = body.actionCard as
        | { title: string; text: string; btns: { title: string; actionURL: string }[] }
        | undefined;
      const markdown = body.markdown as { title: string; text: string } | undefined;
      const shown = body.msgtype === 'actionCard' ? card : markdown;
      if (!shown?.title || !shown.text) return ok({ errcode: 40035, errmsg: '缺少参数 json' });
      const buttons = (card?.btns ?? []).map(({ title, actionURL }) => ({ title, url: actionURL }));
      post({ via: 'session', conversation: session.conversation, title: shown.title, text: shown.text, buttons });
      return ok({ errcode: 0, errmsg: 'ok' });
    },
    upload({ query, size }: Asked): Reply {
      if (!valid(query.get('access_token'))) return dingtalkError('old-200-token');
      const id = `@lADP${randomBytes(8).toString('hex')}`;
      media.set(id, size);
      return ok({ errcode: 0, errmsg: 'ok', type: 'image', media_id: id, created_at: Date.now() });
    },
    user({ query, body }: Asked): Reply {
      if (!valid(query.get('access_token'))) return dingtalkError('old-200-token');
      const result = people.get(String(body.userid));
      return ok(
        result
          ? { errcode: 0, errmsg: 'ok', result, request_id: randomUUID() }
          : { errcode: 60121, errmsg: '找不到该用户' },
      );
    },
  };
}

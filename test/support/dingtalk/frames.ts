import { randomBytes, randomUUID } from 'node:crypto';

/** One frame of the stream, as test/fixtures/dingtalk/wire shows it. */
export interface Frame {
  specVersion?: string;
  type: 'CALLBACK' | 'EVENT' | 'SYSTEM';
  headers: Record<string, string>;
  data: string;
}

export const robotTopic = '/v1.0/im/bot/messages/get';
export const cardTopic = '/v1.0/card/instances/callback';

/** DingTalk's message ids look like `f4136562_267_1a2076c8382_7c89`. */
export function messageId(): string {
  return [4, 2, 6, 2].map((bytes) => randomBytes(bytes).toString('hex')).join('_');
}

const common = (topic: string) => ({
  contentType: 'application/json',
  messageId: messageId(),
  time: `${Date.now()}`,
  topic,
});

export function callback(topic: string, data: object | string, connectionId: string): Frame {
  return {
    specVersion: '1.0',
    type: 'CALLBACK',
    headers: { appId: 'app-1', connectionId, ...common(topic) },
    data: typeof data === 'string' ? data : JSON.stringify(data),
  };
}

export function event(eventType: string, data: object, connectionId: string): Frame {
  const headers = {
    appId: 'app-1',
    connectionId,
    ...common('*'),
    eventType,
    eventId: randomUUID().replaceAll('-', ''),
    eventCorpId: 'dingcorp',
    eventBornTime: `${Date.now()}`,
    eventUnifiedAppId: randomUUID(),
  };
  return { specVersion: '1.0', type: 'EVENT', headers, data: JSON.stringify(data) };
}

export function system(topic: 'ping' | 'disconnect', data: object): Frame {
  return { specVersion: '1.0', type: 'SYSTEM', headers: common(topic), data: JSON.stringify(data) };
}

export interface Talk {
  /** Staff id; empty for somebody outside the organisation. */
  from: string;
  nick?: string;
  /** A group's openConversationId; direct talk without it. */
  group?: string;
  groupTitle?: string;
  sessionWebhook: string;
  expires: number;
  robotCode: string;
  /** `{ msgtype: 'text', text: { content } }` or whatever else DingTalk would send. */
  content: Record<string, unknown>;
}

/** What the robot's topic carries for something said; direct talk has no group fields. */
export function robotMessage(talk: Talk): Record<string, unknown> {
  const conversationId = talk.group ?? `cid${talk.from}direct=`;
  const senderId = `$:LWCP_v1:$${talk.from || talk.nick || 'outsider'}`;
  return {
    senderPlatform: 'Mac',
    conversationId,
    ...(talk.group ? { atUsers: [{ dingtalkId: '$:LWCP_v1:$bot' }] } : {}),
    chatbotCorpId: 'dingcorp',
    chatbotUserId: '$:LWCP_v1:$bot',
    openThreadId: conversationId,
    msgId: `msg${randomUUID()}`,
    senderNick: talk.nick ?? talk.from,
    isAdmin: true,
    senderStaffId: talk.from,
    sessionWebhookExpiredTime: talk.expires,
    createAt: Date.now(),
    senderCorpId: 'dingcorp',
    conversationType: talk.group ? '2' : '1',
    senderId,
    ...(talk.group ? { conversationTitle: talk.groupTitle ?? talk.group, isInAtList: true } : {}),
    sessionWebhook: talk.sessionWebhook,
    robotCode: talk.robotCode,
    ...talk.content,
  };
}

export interface Tap {
  userId: string;
  outTrackId: string;
  spaceId: string;
  spaceType?: string;
  params: Record<string, unknown>;
}

/** What the card topic carries for a tap: the parameters encoded three times over. */
export function cardTap({ userId, outTrackId, spaceId, spaceType = 'IM_GROUP', params }: Tap): Record<string, unknown> {
  const content = JSON.stringify({ cardPrivateData: { actionIds: ['1'], params } });
  return {
    extension: '{}',
    corpId: 'dingcorp',
    spaceType,
    userIdType: 1,
    type: 'actionCallback',
    userId,
    outTrackId,
    content,
    spaceId,
  };
}

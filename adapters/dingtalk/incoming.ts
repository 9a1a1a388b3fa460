import { createHash } from 'node:crypto';
import type { Incoming, Said } from '../../bot/chat/platform.ts';
import { type IntentName, intents, readIntent } from '../../bot/intents.ts';
import { type Fields, fields, moment, parse, text } from './fields.ts';

/** What a frame of the stream is to us; header values are all strings. */
export interface Frame {
  headers: { messageId?: string; time?: string };
  data: string;
}

/**
 * Reads what somebody said to the robot. Null when the frame holds no message at all.
 * https://open.dingtalk.com/document/development/robot-message-type
 */
export function readRobotMessage(frame: Frame, heardAt: Date): Incoming | null {
  const data = parse(frame.data);
  if (!data) return null;
  const deliveryId = text(data.msgId) || text(frame.headers.messageId);
  if (!deliveryId) return null;

  const sender = text(data.senderStaffId);
  // Somebody from outside the organisation has no staff id; each still is a conversation of their own.
  const direct = `@${sender || text(data.senderId)}`;
  const conversation = text(data.conversationType) === '2' ? text(data.conversationId) : direct;
  const sessionWebhook = text(data.sessionWebhook);
  const expires = Number(data.sessionWebhookExpiredTime);
  const senderName = text(data.senderNick);
  return {
    platform: 'dingtalk',
    deliveryId,
    conversation,
    sender,
    ...(senderName ? { senderName } : {}),
    said: readSaid(data),
    ...(sessionWebhook && Number.isFinite(expires) ? { replyVia: { sessionWebhook, expires, conversation } } : {}),
    at: moment(data.createAt ?? frame.headers.time, heardAt),
  };
}

function readSaid(data: Fields): Said {
  const content = fields(data.content);
  // The month's quota is used up: DingTalk passes on that something was said, not what.
  if (text(data.errorCode) === '20001') return { kind: 'unusable', what: 'over-quota' };
  const kind = text(data.msgtype) || 'unknown';
  switch (kind) {
    case 'text':
      return words(text(fields(data.text).content));
    case 'richText':
      return readRichText(content.richText, isMentioned(data));
    case 'audio':
      return text(content.recognition).trim() ? words(text(content.recognition)) : { kind: 'unusable', what: 'audio' };
    default:
      return { kind: 'unusable', what: kind };
  }
}

/** In rich text the names of those mentioned stay in the text; the first one is how the robot was called. */
function readRichText(runs: unknown, mentioned: boolean): Said {
  const list = (Array.isArray(runs) ? runs : []).map(fields);
  const texts = list.map((run) => text(run.text)).filter((run) => run !== '');
  if (mentioned && /^\s*@\S+\s*$/.test(texts[0] ?? '')) texts.shift();
  const said = words(texts.join(''));
  const pictured = list.some((run) => run.type === 'picture' || run.downloadCode !== undefined);
  return said.kind === 'text' && said.text === '' && pictured ? { kind: 'unusable', what: 'picture' } : said;
}

function isMentioned({ atUsers, chatbotUserId }: Fields): boolean {
  return Array.isArray(atUsers) && atUsers.some((user) => fields(user).dingtalkId === chatbotUserId);
}

/**
 * Reads a tap on an interactive card: encoded three times, and without a message id of its own, so the same tap on the same
 * state of a card (`params.version`) counts once.
 * https://open.dingtalk.com/document/development/event-callback-card
 */
export function readCardCallback(frame: Frame, heardAt: Date): Incoming | null {
  const data = parse(frame.data);
  const outTrackId = text(data?.outTrackId);
  const sender = text(data?.userId);
  if (!data || !outTrackId || !sender) return null;

  const content = parse(text(data.content) || text(data.value));
  const { actionIds, params: raw } = fields(content?.cardPrivateData);
  const params = fields(raw);
  const action = createHash('sha256')
    .update(JSON.stringify([actionIds, params]))
    .digest('hex')
    .slice(0, 16);
  return {
    platform: 'dingtalk',
    deliveryId: ['card', outTrackId, text(params.version), sender, action].join(':'),
    conversation: cardConversation(data, params, sender),
    sender,
    said: readTap(params, outTrackId),
    at: moment(frame.headers.time, heardAt),
  };
}

function readTap(params: Fields, message: string): Said {
  const asked = typeof params.intent === 'string' ? parse(params.intent) : fields(params.intent);
  const values = Object.entries(fields(params.form)).map(([name, value]) => [name, fieldValue(value)] as const);
  const name = text(asked?.name);
  if (values.length && Object.hasOwn(intents, name))
    return {
      kind: 'form',
      intent: name as IntentName,
      fixed: fields(asked?.input),
      values: Object.fromEntries(values),
    };
  const intent = readIntent(asked);
  return intent ? { kind: 'intent', intent, message } : { kind: 'unusable', what: 'stale-button' };
}

/** A form's value as it would have been typed; a choice comes with its place in the list. */
function fieldValue(value: unknown): string {
  const chosen = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  return Array.isArray(chosen) ? chosen.map(text).join(',') : text(chosen);
}

function cardConversation({ spaceType, spaceId }: Fields, params: Fields, sender: string): string {
  const space = text(spaceId);
  if (text(params.conversation)) return text(params.conversation);
  if (text(spaceType).toUpperCase() === 'IM_ROBOT') return `@${sender}`;
  return space.startsWith('cid') ? space : `@${sender}`;
}

function words(said: string): Said {
  return { kind: 'text', text: said.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '') };
}

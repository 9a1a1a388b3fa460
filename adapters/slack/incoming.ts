import type { Conversation, Incoming, Said } from '../../bot/chat/platform.ts';
import { commands } from './commands.ts';
import { type Json, json, parse, word } from './json.ts';
import { readForm, readPress, readWords } from './said.ts';
import { readText } from './text.ts';

/** Who we are in this workspace, from auth.test. */
export interface Me {
  userId: string;
}

/** What an answer needs of what it answers. Kept with the message, so plain data. */
export interface ReplyVia {
  [key: string]: unknown;
  /** The channel it came from by Slack's own id; absent when a modal was submitted. */
  channel?: string;
  user?: string;
  /** Opens one modal, within three seconds of `at`. */
  trigger?: string;
  at?: string;
  /** Answers where the bot itself may not speak: five times within 30 minutes. */
  responseUrl?: string;
  /** A slash command: it can be given where the bot may not speak. */
  private?: boolean;
  /** A button of a message that only this person sees: so is the answer. */
  hidden?: boolean;
}

const accepted = new Set([undefined, 'file_share', 'thread_broadcast']);

/**
 * Reads what Slack delivered (an Events API, slash command or interactivity payload) as something said to the bot, or null
 * when it was not. https://docs.slack.dev/apis/events-api, …/interactivity/implementing-slash-commands,
 * …/reference/interaction-payloads
 */
export function readIncoming(payload: unknown, me: Me, now: Date): Incoming | null {
  const body = json(payload);
  if (body.event) return readEvent(json(body.event), me, now);
  if (body.command) return readCommand(body, me, now);
  if (body.type === 'block_actions') return readAction(body, now);
  if (body.type === 'view_submission') return readSubmission(body, now);
  return null;
}

function readEvent(event: Json, me: Me, now: Date): Incoming | null {
  if (event.type !== 'message' && event.type !== 'app_mention') return null;
  if (event.subtype === 'message_changed') return readEdit(event, me, now);
  if (event.hidden || !accepted.has(event.subtype as string | undefined)) return null;
  return readMessage(event, event, me, now);
}

/**
 * Words that somebody put in the place of their own earlier ones. What Slack itself changes (a link it unfolds, a thread that
 * grew) has no `edited` or the same words. https://docs.slack.dev/reference/events/message/message_changed
 */
function readEdit(event: Json, me: Me, now: Date): Incoming | null {
  const message = json(event.message);
  const edited = json(message.edited);
  const own = edited.ts && word(edited.user) === word(message.user);
  if (!own || !accepted.has(message.subtype as string | undefined)) return null;
  return json(event.previous_message).text === message.text ? null : readMessage(message, event, me, now);
}

/** A message of a person; `event` tells where it was said, and is the message itself unless that was edited. */
function readMessage(message: Json, event: Json, me: Me, now: Date): Incoming | null {
  const channel = word(event.channel);
  const user = word(message.user);
  const ts = word(message.ts);
  const text = word(message.text);
  const edited = word(json(message.edited).ts);
  if (!channel || !user || !ts || message.bot_id) return null;
  if (user === me.userId || user === 'USLACKBOT') return null;
  const direct = event.channel_type === 'im' || channel.startsWith('D');
  if (!direct && event.type === 'message' && !mentions(text, me)) return null;
  const words = readText(text, me.userId);
  // Only our name and nothing more: somebody wants to know what this is.
  const called = !words && !message.files && mentions(text, me);
  const name = word(json(message.user_profile).real_name);
  // Not the event_id: a mention in a channel comes as two events, `message` and `app_mention`.
  const deliveryId = `message:${channel}:${ts}`;
  const said: Said = called ? { kind: 'intent', intent: { name: 'help', input: {} } } : readWords(words, message.files);
  return {
    platform: 'slack',
    deliveryId: edited ? `${deliveryId}:${edited}` : deliveryId,
    conversation: direct ? `@${user}` : channel,
    sender: user,
    ...(name ? { senderName: name } : {}),
    said: edited && said.kind === 'text' ? { ...said, edits: deliveryId } : said,
    replyVia: { channel, user } satisfies ReplyVia,
    at: moment(edited || ts, now),
  };
}

function readCommand(body: Json, me: Me, now: Date): Incoming | null {
  const channel = word(body.channel_id);
  const user = word(body.user_id);
  const command = word(body.command);
  const trigger = word(body.trigger_id);
  if (!channel || !user || !trigger) return null;
  const known = (commands as readonly string[]).includes(command);
  const text = `${command} ${readText(word(body.text), me.userId)}`.trim();
  return {
    platform: 'slack',
    deliveryId: `command:${trigger}`,
    conversation: place(channel, user),
    sender: user,
    ...(body.user_name ? { senderName: word(body.user_name) } : {}),
    said: known ? readWords(text) : { kind: 'unusable', what: 'command' },
    replyVia: {
      channel,
      user,
      trigger,
      at: now.toISOString(),
      responseUrl: word(body.response_url),
      private: true,
    } satisfies ReplyVia,
    at: now,
  };
}

function readAction(body: Json, now: Date): Incoming | null {
  const [action] = Array.isArray(body.actions) ? body.actions.map(json) : [];
  const user = word(json(body.user).id);
  const container = json(body.container);
  const channel = word(container.channel_id) || word(json(body.channel).id);
  const ts = word(container.message_ts) || word(json(body.message).ts);
  if (!action || !user) return null;
  const trigger = word(body.trigger_id);
  const actionId = word(action.action_id);
  const hidden = container.is_ephemeral === true;
  const message = channel && ts && !hidden ? `${channel}:${ts}` : undefined;
  const said = readPress(word(action.value), json(body.state));
  const name = word(json(body.user).name);
  return {
    platform: 'slack',
    deliveryId: `press:${trigger || `${channel}:${ts}:${user}:${word(action.action_ts)}`}:${actionId}`,
    conversation: place(channel, user),
    sender: user,
    ...(name ? { senderName: name } : {}),
    said: said.kind === 'intent' && message ? { ...said, message } : said,
    replyVia: {
      ...(channel ? { channel } : {}),
      user,
      ...(trigger ? { trigger, at: now.toISOString() } : {}),
      ...(body.response_url ? { responseUrl: word(body.response_url) } : {}),
      ...(hidden ? { private: true, hidden } : {}),
    } satisfies ReplyVia,
    at: moment(word(action.action_ts), now),
  };
}

function readSubmission(body: Json, now: Date): Incoming | null {
  const view = json(body.view);
  const user = word(json(body.user).id);
  const name = word(json(body.user).name);
  const trigger = word(body.trigger_id);
  if (!user || !view.id) return null;
  return {
    platform: 'slack',
    deliveryId: `form:${word(view.id)}`,
    conversation: `@${user}`,
    sender: user,
    ...(name ? { senderName: name } : {}),
    said: readForm(parse(word(view.private_metadata)), view.state) ?? { kind: 'unusable', what: 'stale-button' },
    replyVia: { user, ...(trigger ? { trigger, at: now.toISOString() } : {}) } satisfies ReplyVia,
    at: now,
  };
}

function mentions(text: string, me: Me): boolean {
  return text.includes(`<@${me.userId}>`) || text.includes(`<@${me.userId}|`);
}

/** A channel id beginning with D is direct talk; a modal belongs to the person alone. */
function place(channel: string, user: string): Conversation {
  return channel === '' || channel.startsWith('D') ? `@${user}` : channel;
}

function moment(ts: string, now: Date): Date {
  const seconds = Number(ts);
  return seconds > 0 ? new Date(Math.round(seconds * 1000)) : now;
}

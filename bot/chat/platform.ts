import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Intent } from '../intents.ts';
import type { Card } from './card.ts';

export type PlatformName = 'slack' | 'dingtalk' | 'local';

/**
 * Where something is said. Direct talk with a person is `@` + the person's id on the platform, whatever channel id the
 * platform itself gives it; anything else is the platform's own id of a group or channel.
 */
export type Conversation = string;

/** One thing that reached us, before anybody looked at what it means. */
export interface Incoming {
  platform: PlatformName;
  /** Unique per thing said, the same when the platform delivers it again. */
  deliveryId: string;
  conversation: Conversation;
  /** The person's id on the platform; empty when the platform gives none (an outsider). */
  sender: string;
  senderName?: string;
  said: Said;
  /** What only the adapter understands and needs to answer (a session address, a trigger): stored, handed back in `Outgoing.replyVia`, never logged. */
  replyVia?: Record<string, unknown>;
  at: Date;
}

export type Said =
  /** `edits`: the words that stand now in the place of an earlier message, named by its `deliveryId`. */
  | { kind: 'text'; text: string; edits?: string }
  /** A button, a form or a platform shortcut: the intent is checked again before anything is done. */
  | { kind: 'intent'; intent: Intent; message?: string }
  /** A form sent off: `values` are the fields as typed, by name; the answer reads them with the same grammar as a sentence. */
  | { kind: 'form'; intent: Intent['name']; fixed: Record<string, unknown>; values: Record<string, string> }
  /** The platform gave no words we can use; `what` names it (picture, file, video, over-quota, too-long …). */
  | { kind: 'unusable'; what: string };

/** What the inbox answers once the message is safely stored (or was already). The platform is acknowledged after this. */
export interface Received {
  fresh: boolean;
  id: number;
}

/** Stores the message; resolves only when it is committed. Throws when it could not be stored: then do not acknowledge. */
export type Receive = (incoming: Incoming) => Promise<Received>;

/** One card on its way out. */
export interface Outgoing {
  /** Our message id: unique, and the key by which a platform can be asked whether it already has it. */
  id: number;
  conversation: Conversation;
  card: Card;
  language: 'zh' | 'en';
  /** The `replyVia` of what this answers. */
  replyVia?: Record<string, unknown>;
  /** The platform's id of an earlier message that this one takes the place of. */
  replaces?: string;
  /** The PNG of each picture block, by its number. */
  pictures: Map<number, Uint8Array>;
}

export interface Sent {
  /** The platform's own id of the message, as `find` and `replaces` understand it. */
  platformId: string;
}

/** Surely not sent. `final`: trying again cannot help. `retryAfter` in seconds; `wholePlatform`: every conversation must wait. */
export class NotSent extends Error {
  readonly code: string;
  readonly final: boolean;
  readonly retryAfter: number | undefined;
  readonly wholePlatform: boolean;
  constructor(
    code: string,
    options: { final?: boolean; retryAfter?: number; wholePlatform?: boolean; cause?: unknown } = {},
  ) {
    super(code, { cause: options.cause });
    this.name = 'NotSent';
    this.code = code;
    this.final = options.final ?? false;
    this.retryAfter = options.retryAfter;
    this.wholePlatform = options.wholePlatform ?? false;
  }
}

/** The platform may or may not have it (time-out, reset, 5xx after the request left): look it up before sending again. */
export class MaybeSent extends Error {
  readonly code: string;
  constructor(code: string, cause?: unknown) {
    super(code, { cause });
    this.name = 'MaybeSent';
    this.code = code;
  }
}

export interface Log {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** What an adapter is to the bot. */
export interface Platform {
  readonly name: PlatformName;
  /** Connects and hands everything heard to `receive`. Rejects with an error that teaches when the credentials are wrong. */
  start(receive: Receive): Promise<void>;
  /** Stops hearing: nothing more is accepted; what was accepted is in the inbox. Sending still works until `close`. */
  stop(): Promise<void>;
  close(): Promise<void>;
  /** Connected and hearing. */
  ready(): boolean;
  /** Sends one card. Throws NotSent or MaybeSent; anything else counts as MaybeSent. */
  send(outgoing: Outgoing): Promise<Sent>;
  /** Looks up whether our message `id` is there; null: surely not. Absent: this platform cannot tell. */
  find?(outgoing: Outgoing): Promise<Sent | null>;
  /** Paths this platform answers on the bot's one HTTP server (platform webhooks), raw Node request and response. */
  routes?: Route[];
}

export interface Route {
  method: 'GET' | 'POST';
  path: string;
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
}

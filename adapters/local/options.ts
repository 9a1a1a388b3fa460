import type { Card } from '../../bot/chat/card.ts';
import type { Log, Platform } from '../../bot/chat/platform.ts';

export type Language = 'zh' | 'en';
export type Role = 'rep' | 'manager' | 'admin';

/** Somebody the page can be: `id` is the person's id on the local platform. */
export interface LocalPerson {
  id: string;
  name: string;
  role: Role;
  language: Language;
  team?: string;
  /** IANA. */
  zone: string;
}

/** One message of somebody's talk with the bot. */
export interface LocalMessage {
  /** Of one increasing sequence over everybody's messages, as decimal digits. */
  id: string;
  at: Date;
  from: 'me' | 'bot';
  /** The words. A press or a form of the person's has none: the page then shows `pressed`, or nothing. */
  text?: string;
  card?: Card;
  /** The label pressed or the form's title: what this adapter put into `replyVia.pressed`. */
  pressed?: string;
  /** The `deliveryId` it came in with: the page then knows that what it sent has arrived, although the answer was lost. */
  deliveryId?: string;
  /** The platform id of the message this one took the place of. */
  replaces?: string;
  /** A person's message: `waiting` until the bot has answered it. The bot's: always `done`. */
  state: 'waiting' | 'done';
}

/** A sentence or a command the page offers. */
export interface Offer {
  say: string;
  means: string;
}

/** What the page needs to know of the bot; the bot's own doings reach it as arguments only. */
export interface LocalOptions {
  /** Tried first; the next ten are tried when it is taken. 0: any. */
  port: number;
  log: Log;
  now(): Date;
  people(): Promise<LocalPerson[]>;
  /** Oldest first; all of it, or what came after `afterId`. */
  history(personId: string, afterId?: string): Promise<LocalMessage[]>;
  picture(id: number): Promise<Uint8Array | null>;
  clock: { offsetMs(): number; set(instant: Date | null): Promise<void> };
  demo: { state(): Promise<'empty' | 'demo' | 'own'>; load(): Promise<void> };
  /** Of the page before anybody is chosen, and of the newcomer. Without it, the browser's. */
  language?: Language;
  /** First sentences for a role, and the commands hinted at after `/`; this adapter has its own when they are left out. */
  starters?(role: Role | 'newcomer', language: Language): Offer[];
  commands?(language: Language): Offer[];
}

/** The local page as a platform; `address` is what to print and open. */
export interface LocalPlatform extends Platform {
  /** Empty before `start`. */
  readonly address: string;
}

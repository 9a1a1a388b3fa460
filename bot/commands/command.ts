import type { Reader } from '../cards/reader.ts';
import type { Card } from '../chat/card.ts';
import type { Input, Intent, IntentName } from '../intents.ts';
import type { Plan, Say, Talk } from '../sales/change.ts';
import type { Context } from '../sales/context.ts';
import type { Refused } from '../understand/context.ts';

/** An intent being asked: who, where, and what the answer needs to be said. */
export interface Ask extends Context {
  reader: Reader;
  platform: string;
  conversation: string;
  sender: string;
  senderName: string | undefined;
  /** The number this command will have, for its undo button. */
  commandId: number;
  about: Talk['about'];
  refused?: Refused | undefined;
  /** A question of ours waits and is asked again below the answer. */
  waits?: boolean;
  /** What a text which was not understood may have been. */
  would?: Intent | undefined;
  /** What such a text says that may be kept: a sum, a day. */
  missed?: Intent[] | undefined;
  /** The records that a text which was not understood may be about. */
  mentioned?: string[] | undefined;
  /** The same sentence plans what comes next itself: nothing is to be proposed. */
  planned?: boolean;
  /** The platform's id of the message a button was pressed in, when it can be shown anew. */
  message?: string | undefined;
  /** The platforms that run; without it, the one this was said on. */
  platforms?: string[];
}

export interface Answer {
  card: Card;
  plan?: Plan;
  /** What is done on a yes: the card asks for it, and nothing is written yet. */
  asks?: Intent;
  /** Ways to go on with what was not understood: a number picks one. */
  offers?: { label: string; intent: Intent }[];
  /** What the conversation is about after this. */
  about?: Talk['about'];
  says?: Say[];
  pictures?: { id: number; png: Uint8Array }[];
}

/** What is to be written with the answer to a message. */
export interface Finished extends Answer {
  intent: string;
  commandId?: number;
  words?: string | undefined;
  talk?: Talk;
  /** The open question that this answers. */
  answers?: Talk['pending'];
  language?: 'zh' | 'en';
  personId?: number;
}

export type Command<N extends IntentName> = (ask: Ask, input: Input<N>) => Promise<Answer>;
export type Commands = { [N in IntentName]: Command<N> };

/** Direct talk with one person, not a group: see Conversation in bot/chat/platform.ts. */
export function isDirect(conversation: string): boolean {
  return conversation.startsWith('@');
}

/** Runs an intent's command. */
export function run(commands: Commands, ask: Ask, intent: Intent): Promise<Answer> {
  return (commands[intent.name] as Command<typeof intent.name>)(ask, intent.input as never);
}

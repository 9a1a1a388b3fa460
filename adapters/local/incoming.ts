import { z } from 'zod';
import type { Incoming, Said } from '../../bot/chat/platform.ts';
import { type IntentName, intents, readIntent } from '../../bot/intents.ts';
import { limits } from './limits.ts';

/** What the page may be, and what may stand in an address or a conversation: nothing that needs escaping. */
export const personId = z.string().regex(/^[\w.-]{1,64}$/);

const carried = z.record(z.string(), z.unknown()).refine((value) => JSON.stringify(value).length <= limits.field);
const label = z.string().max(200).optional();
const message = z.string().max(64).optional();

const body = z.strictObject({
  /** Made by the page once per thing said: sending it again is the same thing said. */
  delivery: z.string().regex(/^[\w-]{8,64}$/),
  said: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), text: z.string() }),
    z.strictObject({ kind: z.literal('intent'), intent: z.unknown(), message, label }),
    z.strictObject({
      kind: z.literal('form'),
      intent: z.string().max(64),
      fixed: carried,
      values: z.record(z.string().max(64), z.string().max(limits.field)),
      message,
      label,
    }),
  ]),
});
type Heard = z.infer<typeof body>['said'];

export type Read = { incoming: Incoming } | { error: 'not-understood' | 'empty' | 'too-long' };

/** Reads what the page sent as something said by `sender`; words that cannot be taken come back as an error code. */
export function readIncoming(sent: unknown, sender: { id: string; name?: string }, at: Date): Read {
  const read = body.safeParse(sent);
  if (!read.success) return { error: 'not-understood' };
  const { delivery, said } = read.data;
  if (said.kind === 'text' && said.text.trim() === '') return { error: 'empty' };
  if (said.kind === 'text' && Buffer.byteLength(said.text) > limits.text) return { error: 'too-long' };
  const pressed = said.kind === 'text' ? undefined : said.label;
  return {
    incoming: {
      platform: 'local',
      deliveryId: `${sender.id}:${delivery}`,
      conversation: `@${sender.id}`,
      sender: sender.id,
      ...(sender.name !== undefined && { senderName: sender.name }),
      said: asSaid(said),
      ...(pressed && { replyVia: { pressed } }),
      at,
    },
  };
}

/** The page's own id of what it sent, from the one it was stored under. */
export const deliveryOf = (deliveryId: string) => deliveryId.slice(deliveryId.indexOf(':') + 1);

function asSaid(heard: Heard): Said {
  if (heard.kind === 'text') return { kind: 'text', text: heard.text };
  if (heard.kind === 'intent') {
    const intent = readIntent(heard.intent);
    if (!intent) return { kind: 'unusable', what: 'stale-button' };
    return { kind: 'intent', intent, ...(heard.message !== undefined && { message: heard.message }) };
  }
  if (!Object.hasOwn(intents, heard.intent)) return { kind: 'unusable', what: 'stale-button' };
  const values = Object.fromEntries(Object.entries(heard.values).filter(([, value]) => value.trim() !== ''));
  return { kind: 'form', intent: heard.intent as IntentName, fixed: heard.fixed, values };
}

import { deliveryOf } from './incoming.ts';
import { limits } from './limits.ts';
import type { LocalMessage, LocalPerson } from './options.ts';
import { pngSize, type Size } from './picture.ts';
import { renderCard } from './render.ts';
import { words } from './words.ts';

/** One message as the page gets it. */
export interface MessageView {
  id: string;
  at: string;
  from: 'me' | 'bot';
  state: 'waiting' | 'done';
  text?: string;
  pressed?: string;
  html?: string;
  summary?: string;
  replaces?: string;
  /** The page's own id of what it sent, so that it knows it again. */
  delivery?: string;
}

export type Reader = Pick<LocalPerson, 'language' | 'zone'>;

/** Makes views of messages; asks for each picture once, only to keep its place on the page. */
export function createViewer(picture: (id: number) => Promise<Uint8Array | null>) {
  const known = new Map<number, Size>();

  async function sizesOf({ card }: LocalMessage): Promise<Map<number, Size>> {
    for (const block of card?.blocks ?? []) {
      if (block.kind !== 'picture' || known.has(block.picture)) continue;
      const bytes = await picture(block.picture).catch(() => null);
      const size = bytes && pngSize(bytes);
      if (size) known.set(block.picture, size);
    }
    return known;
  }

  return async function view(message: LocalMessage, reader: Reader): Promise<MessageView> {
    const { id, from, state, text, pressed, card, replaces, deliveryId } = message;
    const reading = { id, words: words[reader.language].card, zone: reader.zone };
    return {
      id,
      at: message.at.toISOString(),
      from,
      state,
      ...(text !== undefined && { text }),
      ...(pressed !== undefined && { pressed }),
      ...(card && {
        html: renderCard(card, { ...reading, sizes: await sizesOf(message) }).text,
        summary: card.summary,
      }),
      ...(replaces !== undefined && { replaces }),
      ...(deliveryId !== undefined && { delivery: deliveryOf(deliveryId) }),
    };
  };
}

/** A talk as it stands now: each replacing message in the place of the one it replaced. */
export function asItStands(messages: LocalMessage[]): LocalMessage[] {
  const stands = new Map<string, LocalMessage>();
  for (const message of messages) {
    const earlier = message.replaces !== undefined ? stands.get(message.replaces) : undefined;
    if (!earlier) stands.set(message.id, message);
    else stands.set(earlier.id, { ...message, id: earlier.id, at: earlier.at });
  }
  return [...stands.values()];
}

/** Of two ids of the sequence, whether the first is the later. */
export const later = (one: string, other: string) => BigInt(one) > BigInt(other);

/** Where a catch-up starts so that nothing committed out of order is missed; the page knows again what it already has. */
export function overlapped(after: string): string {
  const from = BigInt(after) - limits.overlap;
  return String(from > 0n ? from : 0n);
}

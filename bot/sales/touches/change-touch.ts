import type { Contact, Touch } from '../../../prisma/generated/client.ts';
import type { Input } from '../../intents.ts';
import type { Text } from '../../playbook/schema.ts';
import { type Change, create, type Plan, update } from '../change.ts';
import { type Context, mayChange } from '../context.ts';
import { findTouch, numbered } from '../find.ts';
import { Refusal } from '../refusal.ts';

export interface ChangedTouch {
  touch: Touch;
  /** Who is to be tried now; null when that stays as it was. */
  contact: Pick<Contact, 'name' | 'title'> | null;
  /** What is brought; null when nothing is. */
  value: Text | null;
  channel: string | null;
  /** What is written, once the words for what is to be done are there. */
  plan(what: string): Plan;
}

/**
 * Does what is planned another way: through another channel, with another contact (who is made when nobody there is called
 * so), or by bringing one of the playbook's values. Asks for the contact when nothing is said.
 */
export async function changeTouch(context: Context, input: Input<'touch.change'>): Promise<ChangedTouch> {
  const { now, playbook } = context;
  const touch = await findTouch(context, input.touch);
  await mayChange(context, touch);
  if (touch.state !== 'open') throw new Refusal('already-done', { what: touch.what });
  const value = input.value === undefined ? null : (playbook.valueTouches?.[input.value - 1] ?? null);
  if (input.value !== undefined && !value) throw new Refusal('stale-button', {});
  if (!input.channel && !input.contact && !value) {
    const intent = { name: 'touch.change', input: { touch: input.touch } };
    throw new Refusal('nothing-said', { needs: ['other'] }, { intent, missing: ['contact'] });
  }
  const known = input.contact ? await contactAt(context, touch, input.contact) : null;
  const contact = input.contact ? (known ?? { name: input.contact, title: null }) : null;
  const take = await context.ids.take(1);
  const { customerId } = touch;
  const isNew = contact && !known && customerId;
  const made = isNew ? create('Contact', take(), { customerId, name: contact.name, createdAt: now }) : null;
  const channel = input.channel ?? touch.channel;
  return {
    touch,
    contact,
    value,
    channel,
    plan(what) {
      const change = update('Touch', touch, { what, channel });
      return { changes: [change, made].filter((one): one is Change => one !== null) };
    },
  };
}

async function contactAt({ db }: Context, { customerId }: Touch, said: string): Promise<Contact | null> {
  const id = numbered(said);
  const there = { customerId: customerId ?? 0, removedAt: null };
  if (id === null) return db.contact.findFirst({ where: { ...there, name: said.trim() } });
  const one = await db.contact.findFirst({ where: { ...there, id } });
  if (!one) throw new Refusal('stale-button', {});
  return one;
}

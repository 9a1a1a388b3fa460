import type { Contact, Customer } from '../../../prisma/generated/client.ts';
import type { Context } from '../context.ts';
import { numbered } from '../find.ts';
import { leadName } from '../leads/lead-name.ts';
import { Refusal } from '../refusal.ts';

export type Person = Contact & { customer: Customer };

/**
 * The contact of exactly this name (or number): one's own, else one of those one may see; asks which when a lead or
 * another is called so too.
 */
export async function personCalled(context: Context, who: string): Promise<Person | null> {
  const id = numbered(who);
  if (id !== null) return context.db.contact.findFirst({ where: { id, ...there }, include: { customer: true } });
  const own = await called(context, who, { ownerId: context.by.id });
  const { people, options } = own.options.length > 0 ? own : await called(context, who, await visible(context));
  if (options.length > 1 && people.length > 0)
    throw new Refusal('ambiguous', { what: 'any', name: who, options: options.slice(0, 5) });
  return people[0] ?? null;
}

const there = { removedAt: null, customer: { removedAt: null } };
const live = { removedAt: null, status: { in: ['new', 'working', 'pool'] } };
const most = 6;

type Owner = { ownerId?: number | { in: number[] } };

async function called({ db }: Context, who: string, owner: Owner) {
  const name = { equals: who.trim(), mode: 'insensitive' as const };
  const some = { orderBy: { id: 'asc' as const }, take: most };
  const people = await db.contact.findMany({
    where: { name, removedAt: null, customer: { removedAt: null, ...owner } },
    include: { customer: true },
    ...some,
  });
  const leads = await db.lead.findMany({ where: { name, ...live, ...owner }, ...some });
  const options = [
    ...people.map((one) => ({ id: one.id, kind: 'contact' as const, label: `${one.customer.name} · ${one.name}` })),
    ...leads.map((one) => ({ id: one.id, kind: 'lead' as const, label: leadName(one) })),
  ];
  return { people, options };
}

async function visible({ db, by }: Context): Promise<Owner> {
  if (by.role === 'admin') return {};
  if (by.teamId === null) return { ownerId: by.id };
  const team = await db.person.findMany({ where: { teamId: by.teamId }, select: { id: true } });
  return { ownerId: { in: team.map(({ id }) => id) } };
}

import type { Input } from '../intents.ts';
import { create, type Plan } from './change.ts';
import { type Context, needsRole, scope } from './context.ts';

/** As many as one export writes. */
const most = 200;

export interface Phones {
  of: 'leads' | 'customers';
  whose: 'mine' | 'team' | 'all';
  rows: { name: string | null; company: string | null; phone: string }[];
  /** How many there are in all. */
  total: number;
  /** Null in a preview. That numbers left the bot is kept as an activity of whoever took them. */
  plan: Plan | null;
}

/** The phone numbers of one's open leads or of the contacts of one's customers (a team's for a manager, all for an admin), newest first. */
export async function exportPhones(context: Context, input: Input<'phones.export'>): Promise<Phones> {
  const { by } = context;
  const of = input.of ?? 'leads';
  const whose = input.whose ?? (by.role === 'rep' ? 'mine' : by.role === 'manager' ? 'team' : 'all');
  if (whose !== 'mine') needsRole(context, whose === 'all' ? 'admin' : 'manager');
  const owners = await scope(context, whose);
  const { rows, total } = await (of === 'leads' ? ofLeads : ofCustomers)(context, owners ? { in: owners } : undefined);
  return {
    of,
    whose,
    rows,
    total,
    plan: input.sure && total > 0 ? await noted(context, of, whose, rows.length) : null,
  };
}

type Owners = { in: number[] } | undefined;

async function ofLeads({ db }: Context, ownerId: Owners): Promise<Pick<Phones, 'rows' | 'total'>> {
  const where = { removedAt: null, status: { in: ['new', 'working'] }, phone: { not: null }, ownerId };
  const [leads, total] = await Promise.all([
    db.lead.findMany({ where, orderBy: { id: 'desc' }, take: most }),
    db.lead.count({ where }),
  ]);
  return { rows: leads.map(({ name, company, phone }) => ({ name, company, phone: phone ?? '' })), total };
}

async function ofCustomers({ db }: Context, ownerId: Owners): Promise<Pick<Phones, 'rows' | 'total'>> {
  const where = { removedAt: null, phone: { not: null }, customer: { removedAt: null, ownerId } };
  const [people, total] = await Promise.all([
    db.contact.findMany({ where, include: { customer: true }, orderBy: { id: 'desc' }, take: most }),
    db.contact.count({ where }),
  ]);
  const rows = people.map(({ name, customer, phone }) => ({ name, company: customer.name, phone: phone ?? '' }));
  return { rows, total };
}

async function noted({ ids, by, now }: Context, of: string, whose: string, count: number): Promise<Plan> {
  const take = await ids.take(1);
  const activity = { channel: 'export', note: `${of} ${whose} ${count}`, personId: by.id, at: now };
  return { changes: [create('Activity', take(), activity)] };
}

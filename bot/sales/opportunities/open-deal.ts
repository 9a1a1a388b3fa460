import type { Customer, Lead } from '../../../prisma/generated/client.ts';
import { searchKey } from '../../insight/pinyin.ts';
import { companyKey, likelySame } from '../../insight/same.ts';
import type { Input } from '../../intents.ts';
import { pipelineFor } from '../../playbook/choose.ts';
import { type Change, create, decimal, type Plan, update } from '../change.ts';
import { checkDay, checkMoney } from '../check.ts';
import { type Context, currencyOf, mayChange } from '../context.ts';
import { type DayOff, dayOff } from '../day-off.ts';
import { type Deal, escapeLike, findAny, findLead } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { proposeTouch } from '../touches/next.ts';
import { type Pace, paceOf } from '../touches/pace.ts';
import { begin, earned } from './gate.ts';
import { pipelineCalled } from './switch-pipeline.ts';

export interface Opened {
  deal: Deal;
  touch: { id: number; what: string; dueAt: Date };
  madeCustomer: boolean;
  /** The expected close, when nobody works on that day. */
  off: DayOff | null;
  plan: Plan;
}

/** Opens a deal: from a lead, which becomes a customer and a contact, or for a customer who is there or is named first now. */
export async function openDeal(context: Context, input: Input<'deal.open'>): Promise<Opened> {
  const { lead, customer, name } = await subject(context, input);
  if (lead) await mayChange(context, lead);
  if (customer) await mayChange(context, customer);
  const touches = lead
    ? await context.db.touch.findMany({ where: { leadId: lead.id, state: 'open', removedAt: null } })
    : [];
  const pace = await paceOf(context, { ownerId: context.by.id, customerId: customer?.id, leadId: lead?.id });
  return decide(context, input, { lead, customer, name, touches, pace }, await context.ids.take(4));
}

interface State {
  lead: Lead | null;
  customer: Customer | null;
  name: string;
  touches: { id: number; version: number }[];
  pace: Pace;
}

async function subject(context: Context, input: Input<'deal.open'>): Promise<Omit<State, 'touches' | 'pace'>> {
  if (input.lead) {
    const lead = await findLead(context, input.lead);
    if (lead.status === 'converted') throw new Refusal('already-done', { what: lead.company ?? lead.name ?? '' });
    const name = lead.company ?? lead.name ?? '';
    return { lead, customer: await existing(context, name), name };
  }
  if (!input.customer) throw new Refusal('nothing-said', { needs: ['company'] });
  try {
    const found = await findAny(context, input.customer);
    if (found.kind === 'lead')
      return { lead: found.lead, customer: null, name: found.lead.company ?? found.lead.name ?? '' };
    const customer = found.kind === 'deal' ? found.deal.customer : found.customer;
    return { lead: null, customer, name: customer.name };
  } catch (error) {
    const unknown = error instanceof Refusal && error.code === 'not-found' && !input.customer.startsWith('#');
    if (!unknown) throw error;
    return { lead: null, customer: null, name: input.customer };
  }
}

async function existing({ db }: Context, name: string): Promise<Customer | null> {
  const key = companyKey(name);
  const same = await db.customer.findFirst({ where: { removedAt: null, nameKey: key }, orderBy: { id: 'asc' } });
  if (same) return same;
  const alike = await db.customer.findMany({
    where: { removedAt: null, nameKey: { startsWith: escapeLike(key.slice(0, 2)) } },
    take: 100,
  });
  return alike.find((one) => likelySame(one.nameKey, key)) ?? null;
}

function decide(context: Context, input: Input<'deal.open'>, state: State, take: () => number): Opened {
  const { now, by, playbook } = context;
  const { lead, name } = state;
  const said = input.pipeline ? pipelineCalled(context, input.pipeline) : null;
  const changes: (Change | null)[] = [];

  const customer = state.customer ?? newCustomer(context, lead, name, take());
  if (!state.customer) changes.push(create('Customer', customer.id, values(customer)));
  if (lead?.name)
    changes.push(create('Contact', take(), { customerId: customer.id, ...contactOf(lead), createdAt: now }));
  if (lead) changes.push(update('Lead', lead, { status: 'converted', customerId: customer.id }));

  const kind = { tier: customer.tier, industry: customer.industry, channel: lead?.channel ?? null };
  const pipeline = said ?? pipelineFor(playbook, kind);
  const stage = earned(pipeline, null, nothing);
  const money = input.amount ? checkMoney(input.amount, currencyOf(context)) : null;
  const facts = {
    ...(lead?.pain ? { pain: lead.pain } : {}),
    ...(lead?.budget ? { budget: { amount: decimal(Number(lead.budget)), currency: lead.currency } } : {}),
  };
  const deal = {
    id: take(),
    title: input.title ?? customer.name,
    customerId: customer.id,
    leadId: lead?.id ?? null,
    ownerId: by.id,
    pipeline: pipeline.key,
    stage: stage.key,
    status: 'open',
    amount: money?.amount ?? null,
    currency: money?.currency ?? lead?.currency ?? currencyOf(context),
    closeOn: input.closeOn ? checkDay(input.closeOn, now, by.zone) : null,
    nextStep: null,
    nextAt: null,
    facts,
    stageAt: now,
    lastTouchAt: lead?.lastTouchAt ?? null,
    createdAt: now,
    closedAt: null,
  };
  changes.push(begin(context, deal.id, { ...values(deal), stage: stage.key }));
  for (const touch of state.touches) changes.push(update('Touch', touch, { state: 'skipped' }));
  const next = proposeTouch(context, { kind: 'deal', tier: customer.tier, stage: stage.key }, [], state.pace);
  const touch = { id: take(), ...next };
  const about = { ownerId: by.id, opportunityId: deal.id, customerId: customer.id };
  changes.push(create('Touch', touch.id, { ...next, ...about, origin: 'cadence', state: 'open', createdAt: now }));
  return {
    deal: { ...deal, customer, version: 1, removedAt: null } as unknown as Deal,
    touch,
    madeCustomer: !state.customer,
    off: input.closeOn ? dayOff(input.closeOn, by.zone) : null,
    plan: { changes: changes.filter((one) => one !== null) },
  };
}

/** A deal begins where nothing needs to be known. */
const nothing = { amount: null, closeOn: null, nextStep: null, facts: {} };

function newCustomer({ by, now }: Context, lead: Lead | null, name: string, id: number): Customer {
  return {
    id,
    name,
    nameKey: companyKey(name),
    pinyin: searchKey([name, lead?.name].filter(Boolean).join(' ')),
    industry: lead?.industry ?? null,
    city: lead?.city ?? null,
    headcount: lead?.headcount ?? null,
    tier: lead?.grade ?? 'C',
    ownerId: by.id,
    lastTouchAt: lead?.lastTouchAt ?? null,
    createdAt: now,
    version: 1,
    removedAt: null,
  };
}

function contactOf(lead: Lead) {
  const { name, title, phone, email, wechat } = lead;
  return { name, title, phone, email, wechat };
}

/** A record as the values of its creation: the id and the guard are not values. */
function values<T extends { id: number }>(record: T) {
  const { id: _, ...rest } = record as T & Record<string, never>;
  return { ...rest, version: undefined, removedAt: undefined };
}

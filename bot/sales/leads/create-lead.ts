import type { Customer, Lead } from '../../../prisma/generated/client.ts';
import { searchKey } from '../../insight/pinyin.ts';
import { companyKey, likelySame } from '../../insight/same.ts';
import type { Input } from '../../intents.ts';
import { findChannel, findIndustry } from '../../playbook/words.ts';
import { type Change, create, type Plan } from '../change.ts';
import { checkEmail, checkHeadcount, checkMoney, checkPhone } from '../check.ts';
import { type Context, currencyOf } from '../context.ts';
import { escapeLike } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { firstTouch } from '../touches/next.ts';
import { type Pace, paceOf } from '../touches/pace.ts';
import { grade } from './grade-lead.ts';
import { leadName } from './lead-name.ts';

export interface Duplicate {
  kind: 'lead' | 'customer';
  id: number;
  label: string;
  owner: string;
  /** What is the same: phone, e-mail or company. */
  by: 'phone' | 'email' | 'company';
  /** Nobody works this lead now. */
  pool?: boolean;
}

export interface NewLead {
  lead: Lead;
  reasons: { key: string; points: number }[];
  touch: { id: number; what: string; dueAt: Date; channel: string };
}

export type CreateLead = { duplicates: Duplicate[]; kept: Input<'lead.create'> } | ({ plan: Plan } & NewLead);

/** Records a lead with its grade and first touch, or, unless `anyway`, shows who is there already and writes nothing. */
export async function createLead(context: Context, input: Input<'lead.create'>): Promise<CreateLead> {
  if (!input.name && !input.company) throw new Refusal('nothing-said', { needs: ['name', 'company'] });
  const checked = check(context, input);
  if (input.anyway) await refuseSecondPress(context, input, checked);
  const duplicates = input.anyway ? [] : await findDuplicates(context, checked);
  if (duplicates.length > 0) return { duplicates, kept: input };
  const [take, pace] = await Promise.all([context.ids.take(2), paceOf(context, { ownerId: context.by.id })]);
  return decideLead(context, input, checked, pace, take);
}

/** How long the button that makes a lead anyway makes the same one only once, in minutes. */
const pressMinutes = 10;

async function refuseSecondPress({ db, by, now }: Context, input: Input<'lead.create'>, checked: Checked) {
  const there = await db.lead.findFirst({
    where: {
      createdById: by.id,
      createdAt: { gt: new Date(now.getTime() - pressMinutes * 60_000) },
      removedAt: null,
      name: input.name ?? null,
      company: input.company ?? null,
      phone: checked.phone,
      email: checked.email,
    },
  });
  if (there) throw new Refusal('already-done', { what: leadName(there) });
}

interface Checked {
  phone: string | null;
  email: string | null;
  wechat: string | null;
  companyKey: string | null;
  budget: { amount: string; currency: string } | null;
}

function check(context: Context, input: Input<'lead.create'>): Checked {
  if (input.headcount !== undefined) checkHeadcount(input.headcount);
  return {
    phone: input.phone ? checkPhone(input.phone, context.by) : null,
    email: input.email ? checkEmail(input.email) : null,
    wechat: input.wechat ?? null,
    companyKey: input.company ? companyKey(input.company) : null,
    budget: input.budget ? checkMoney(input.budget, currencyOf(context)) : null,
  };
}

function decideLead(
  context: Context,
  input: Input<'lead.create'>,
  checked: Checked,
  pace: Pace,
  take: () => number,
): CreateLead {
  const { by, now, playbook } = context;
  const industry = input.industry ? (findIndustry(playbook, input.industry)?.key ?? input.industry) : null;
  const channel = input.channel ? (findChannel(playbook, input.channel)?.key ?? input.channel) : null;
  const graded = grade(playbook, {
    industry,
    headcount: input.headcount ?? null,
    pain: input.pain ?? null,
    budget: checked.budget?.amount ?? null,
    currency: checked.budget?.currency ?? playbook.currency,
    channel,
    phone: checked.phone,
    email: checked.email,
    wechat: checked.wechat,
  });
  const lead = {
    id: take(),
    name: input.name ?? null,
    title: input.title ?? null,
    company: input.company ?? null,
    companyKey: checked.companyKey,
    pinyin: searchKey([input.company, input.name].filter(Boolean).join(' ')),
    phone: checked.phone,
    email: checked.email,
    wechat: checked.wechat,
    industry,
    city: input.city ?? null,
    headcount: input.headcount ?? null,
    budget: checked.budget?.amount ?? null,
    currency: checked.budget?.currency ?? currencyOf(context),
    pain: input.pain ?? null,
    note: input.note ?? null,
    channel,
    source: input.source ?? null,
    campaign: input.campaign ?? null,
    status: 'new',
    grade: graded.grade,
    gradeReasons: graded.reasons as never,
    playbookVersion: playbook.version,
    ownerId: by.id,
    createdById: by.id,
    customerId: null,
    lastTouchAt: null,
    createdAt: now,
    version: 1,
    removedAt: null,
  };
  const next = firstTouch(context, { kind: 'lead', tier: graded.grade }, pace);
  const touch = { id: take(), ...next };
  const { version: _, ...values } = lead;
  const changes: Change[] = [
    create('Lead', lead.id, { ...values, id: undefined }),
    create('Touch', touch.id, {
      ...next,
      ownerId: by.id,
      leadId: lead.id,
      origin: 'cadence',
      state: 'open',
      createdAt: now,
    }),
  ];
  return { plan: { changes }, lead: lead as unknown as Lead, reasons: graded.reasons, touch };
}

/** Same phone, same e-mail, or the same company under another spelling, among leads, customers and their contacts. */
async function findDuplicates({ db }: Context, checked: Checked): Promise<Duplicate[]> {
  const { phone, email, companyKey: key } = checked;
  const reach = [...(phone ? [{ phone }] : []), ...(email ? [{ email }] : [])];
  const alike = key && key.length >= 2 ? { startsWith: escapeLike(key.slice(0, 2)) } : undefined;
  const open = { removedAt: null, status: { notIn: ['converted', 'merged'] } };
  const [sameLeads, alikeLeads, sameCustomers, alikeCustomers, contacts] = await Promise.all([
    db.lead.findMany({ where: { ...open, OR: [...reach, ...(key ? [{ companyKey: key }] : [])] }, take: 20 }),
    alike ? db.lead.findMany({ where: { ...open, companyKey: alike }, take: 200 }) : [],
    key ? db.customer.findMany({ where: { removedAt: null, nameKey: key }, take: 20 }) : [],
    alike ? db.customer.findMany({ where: { removedAt: null, nameKey: alike }, take: 200 }) : [],
    reach.length > 0
      ? db.contact.findMany({
          where: { removedAt: null, customer: { removedAt: null }, OR: reach },
          include: { customer: true },
          take: 20,
        })
      : [],
  ]);
  const leads = [...sameLeads, ...alikeLeads];
  const customers = [...sameCustomers, ...alikeCustomers];
  const found: (Omit<Duplicate, 'owner'> & { ownerId: number })[] = [];
  for (const lead of leads) {
    const by =
      phone && lead.phone === phone
        ? 'phone'
        : email && lead.email === email
          ? 'email'
          : sameCompany(key, lead.companyKey)
            ? 'company'
            : null;
    if (by)
      found.push({
        kind: 'lead',
        id: lead.id,
        label: leadName(lead),
        ownerId: lead.ownerId,
        by,
        pool: lead.status === 'pool',
      });
  }
  for (const contact of contacts) {
    found.push({ ...asCustomer(contact.customer), by: phone && contact.phone === phone ? 'phone' : 'email' });
  }
  for (const customer of customers) {
    if (sameCompany(key, customer.nameKey)) found.push({ ...asCustomer(customer), by: 'company' });
  }
  const owners = new Map(
    (await db.person.findMany({ where: { id: { in: found.map((one) => one.ownerId) } } })).map((person) => [
      person.id,
      person.name,
    ]),
  );
  const unique = new Map(found.toReversed().map((one) => [one.id, one]));
  return [...unique.values()]
    .reverse()
    .slice(0, 5)
    .map(({ ownerId, ...one }) => ({ ...one, owner: owners.get(ownerId) ?? '' }));
}

function sameCompany(a: string | null, b: string | null): boolean {
  return Boolean(a && b && (a === b || likelySame(a, b)));
}

function asCustomer(customer: Customer) {
  return { kind: 'customer' as const, id: customer.id, label: customer.name, ownerId: customer.ownerId };
}

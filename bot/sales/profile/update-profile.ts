import type { Contact, Customer, Lead } from '../../../prisma/generated/client.ts';
import { searchKey } from '../../insight/pinyin.ts';
import type { Input } from '../../intents.ts';
import { findIndustry } from '../../playbook/words.ts';
import { type Change, create, type Plan, update } from '../change.ts';
import { checkEmail, checkHeadcount, checkMoney, checkPhone } from '../check.ts';
import { type Context, currencyOf } from '../context.ts';
import { grade } from '../leads/grade-lead.ts';
import { leadName } from '../leads/lead-name.ts';
import { Refusal } from '../refusal.ts';
import { whoseProfile } from './whose-profile.ts';

export interface Profiled {
  label: string;
  lead: Lead | null;
  customer: Customer | null;
  /** Whose the record is. */
  ownerId: number;
  /** The contact is new at this customer. */
  madeContact: boolean;
  /** What changes on the lead, or on the customer and the contact. */
  changes: Change[];
  plan: Plan;
}

type Known = Omit<Input<'profile.update'>, 'who' | 'contact' | 'budget'>;

/** Notes what became known about a lead (which is graded anew), or about a customer and somebody there. */
export async function updateProfile(context: Context, input: Input<'profile.update'>): Promise<Profiled> {
  const { who, contact: named, budget, ...said } = input;
  const known = check(context, said);
  const whose = await whoseProfile(context, who, named);
  if (whose.lead) return ofLead(context, whose.lead, named, { ...known, ...spends(context, budget) });
  // What a customer can spend is told of a deal: this one has none.
  if (budget) throw new Refusal('not-found', { what: 'deal', name: whose.customer.name });
  return ofCustomer(context, whose.customer, whose.contact, named, known);
}

function check({ by, playbook }: Context, said: Known): Known {
  return {
    ...said,
    ...(said.phone ? { phone: checkPhone(said.phone, by) } : {}),
    ...(said.email ? { email: checkEmail(said.email) } : {}),
    ...(said.industry ? { industry: findIndustry(playbook, said.industry)?.key ?? said.industry } : {}),
    ...(said.headcount === undefined ? {} : { headcount: checkHeadcount(said.headcount) }),
  };
}

/** What a lead can spend, in its own two columns. */
function spends(context: Context, budget: Input<'profile.update'>['budget']) {
  if (!budget) return {};
  const { amount, currency } = checkMoney(budget, currencyOf(context));
  return { budget: amount, currency };
}

function ofLead(
  { playbook }: Context,
  lead: Lead,
  named: string | undefined,
  known: Known & { budget?: string; currency?: string },
): Profiled {
  if (named && lead.name && !isSamePerson(named, lead.name) && personal.some((field) => replaces(lead, field, known)))
    throw new Refusal('whose-contact', { title: leadName(lead), contacts: [lead.name] });
  const name = lead.name ?? named ?? null;
  const pinyin = searchKey([lead.company, name].filter(Boolean).join(' '));
  const told = { ...known, ...(name === lead.name ? {} : { name, pinyin }) };
  const change = update('Lead', lead, told) && update('Lead', lead, { ...told, ...regraded(playbook, lead, known) });
  const changes = change ? [change] : [];
  return {
    label: leadName({ ...lead, name }),
    lead,
    customer: null,
    ownerId: lead.ownerId,
    madeContact: false,
    changes,
    plan: { changes },
  };
}

/** A lead is one person: what another one's is does not take the place of theirs. */
const personal = ['title', 'phone', 'email', 'wechat'] as const;

function replaces(lead: Lead, field: (typeof personal)[number], known: Known): boolean {
  return Boolean(lead[field]) && known[field] !== undefined && known[field] !== lead[field];
}

/** 王总 and 王建国, Dana and Dana Ruiz. */
function isSamePerson(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (one.startsWith(other) || other.startsWith(one)) return true;
  return /^\p{Script=Han}/u.test(a) && a[0] === b[0];
}

function regraded(playbook: Context['playbook'], lead: Lead, known: Known) {
  const graded = grade(playbook, { ...lead, ...known });
  return graded.grade === lead.grade
    ? {}
    : { grade: graded.grade, gradeReasons: graded.reasons as never, playbookVersion: playbook.version };
}

async function ofCustomer(
  context: Context,
  customer: Customer,
  contact: Contact | null,
  named: string | undefined,
  { title, phone, email, wechat, ...firm }: Known,
): Promise<Profiled> {
  const personal = { title, phone, email, wechat };
  const told = Object.values(personal).some((value) => value !== undefined);
  const person = contact ?? (told && named === undefined ? await onlyContact(context, customer) : null);
  const made =
    person === null && named !== undefined
      ? create('Contact', (await context.ids.take(1))(), {
          customerId: customer.id,
          name: named,
          ...personal,
          createdAt: context.now,
        })
      : null;
  const all = [update('Customer', customer, firm), person && update('Contact', person, personal), made];
  const changes = all.filter((one) => one !== null);
  return {
    label: [customer.name, person?.name ?? made?.fields.name?.[1]].filter(Boolean).join(' · '),
    lead: null,
    customer,
    ownerId: customer.ownerId,
    madeContact: made !== null,
    changes,
    plan: { changes },
  };
}

/** Nobody was named: with one contact it is theirs, else somebody has to say whose. */
async function onlyContact({ db }: Context, { id, name }: Customer): Promise<Contact> {
  const people = await db.contact.findMany({
    where: { customerId: id, removedAt: null },
    orderBy: { id: 'asc' },
    take: 6,
  });
  const [first] = people;
  if (people.length === 1 && first) return first;
  throw new Refusal('whose-contact', { title: name, contacts: people.map((one) => one.name) });
}

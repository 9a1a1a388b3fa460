import type { Customer, Lead, Opportunity, Person, Touch } from '../../prisma/generated/client.ts';
import { companyKey } from '../insight/same.ts';
import { type Context, maySee } from './context.ts';
import { Refusal } from './refusal.ts';

export type Deal = Opportunity & { customer: Customer };
type Found = { kind: 'deal'; deal: Deal } | { kind: 'customer'; customer: Customer } | { kind: 'lead'; lead: Lead };

interface Candidate {
  id: number;
  kind: 'deal' | 'customer' | 'lead';
  label: string;
  score: number;
  /** False: of another team. Such a one is never listed, and comes after all one may see. */
  visible?: boolean;
  found?: Found;
}

const ranks = { deal: 3, customer: 2, lead: 1 } as const;

/** `#1034` → 1034; anything else → null. */
export function numbered(ref: string): number | null {
  const match = /^#(\d{1,9})$/.exec(ref.trim());
  return match ? Number(match[1]) : null;
}

/** The deal that `ref` names: its number, its title, or its customer by name, part of a name, pinyin or initials. */
export async function findDeal(context: Context, ref: string): Promise<Deal> {
  const found = await find(context, ref, ['deal']);
  return (found as { deal: Deal }).deal;
}

export async function findCustomer(context: Context, ref: string): Promise<Customer> {
  const found = await find(context, ref, ['customer']);
  return (found as { customer: Customer }).customer;
}

export async function findLead(context: Context, ref: string): Promise<Lead> {
  const found = await find(context, ref, ['lead']);
  return (found as { lead: Lead }).lead;
}

/** Whatever `ref` names, an open deal before its customer, a customer before a lead. */
export function findAny(context: Context, ref: string): Promise<Found> {
  return find(context, ref, ['deal', 'customer', 'lead']);
}

export async function findTouch(context: Context, ref: string): Promise<Touch> {
  const id = numbered(ref);
  const touch = id === null ? null : await context.db.touch.findFirst({ where: { id, removedAt: null } });
  if (!touch) throw new Refusal('not-found', { what: 'touch', name: ref });
  return touch;
}

export async function findPerson(context: Context, ref: string): Promise<Person> {
  const id = numbered(ref);
  const where = id === null ? { name: { equals: ref.trim(), mode: 'insensitive' as const } } : { id };
  let people = await context.db.person.findMany({ where: { ...where, removedAt: null }, take: 6 });
  if (people.length === 0 && id === null) {
    people = await context.db.person.findMany({
      where: { name: { startsWith: ref.trim(), mode: 'insensitive' }, removedAt: null },
      take: 6,
    });
  }
  if (people.length > 1) {
    throw new Refusal('ambiguous', {
      what: 'person',
      name: ref,
      options: people.map((person) => ({ id: person.id, kind: 'person', label: person.name })),
    });
  }
  if (!people[0]) throw new Refusal('not-found', { what: 'person', name: ref });
  return people[0];
}

async function find(context: Context, ref: string, kinds: Candidate['kind'][]): Promise<Found> {
  const what = kinds.length === 1 ? (kinds[0] as Candidate['kind']) : 'any';
  const id = numbered(ref);
  const candidates = id === null ? await byName(context, ref, kinds) : await byNumber(context, id, kinds);
  const best = candidates[0];
  if (!best) throw new Refusal('not-found', { what, name: ref });
  const rivals = candidates.filter((one) => one.score === best.score && one.visible !== false);
  if (rivals.length > 1 && best.visible !== false) {
    throw new Refusal('ambiguous', { what, name: ref, options: await optionsOf(context, rivals.slice(0, 5)) });
  }
  const found = best.found ?? (await load(context, best));
  await maySee(context, 'deal' in found ? found.deal : 'customer' in found ? found.customer : found.lead);
  return found;
}

/** The records to choose from; deals with what they are worth, which tells two of one title apart. */
async function optionsOf({ db }: Context, rivals: Candidate[]) {
  const deals = await db.opportunity.findMany({ where: { id: { in: rivals.map(({ id }) => id) } } });
  return rivals.map(({ id, kind, label }) => {
    const { amount = null, currency = '' } = (kind === 'deal' && deals.find((deal) => deal.id === id)) || {};
    return { id, kind, label, ...(amount === null ? {} : { worth: { amount: Number(amount), currency } }) };
  });
}

async function load({ db }: Context, { kind, id }: Candidate): Promise<Found> {
  if (kind === 'deal')
    return { kind, deal: await db.opportunity.findUniqueOrThrow({ where: { id }, include: { customer: true } }) };
  if (kind === 'customer') return { kind, customer: await db.customer.findUniqueOrThrow({ where: { id } }) };
  return { kind, lead: await db.lead.findUniqueOrThrow({ where: { id } }) };
}

/** A number names one record; asked for a customer, a deal's or lead's number means its customer, and so on. */
async function byNumber(context: Context, id: number, kinds: Candidate['kind'][]): Promise<Candidate[]> {
  const { db } = context;
  const made = (kind: Candidate['kind'], at: number): Candidate[] => [{ kind, id: at, label: '', score: 1 }];
  const where = { id, removedAt: null };
  const deal = await db.opportunity.findFirst({ where, include: { customer: true } });
  if (deal)
    return kinds.includes('deal')
      ? [{ kind: 'deal', id, label: '', score: 1, found: { kind: 'deal', deal } }]
      : made('customer', deal.customerId);
  const customer = await db.customer.findFirst({ where });
  if (customer && kinds.includes('customer')) return made('customer', id);
  if (customer) {
    const deals = await db.opportunity.findMany({
      where: { customerId: id, removedAt: null, status: 'open' },
      take: 6,
    });
    if (deals.length > 1) await maySee(context, customer);
    return deals.map((one) => ({ kind: 'deal', id: one.id, label: one.title, score: 1 }));
  }
  const lead = await db.lead.findFirst({ where: { ...where, status: { not: 'merged' } } });
  if (lead && kinds.includes('lead')) return made('lead', id);
  return [];
}

/**
 * Candidates by name, best first. Score: how well the name fits (to the letter 120, the same company 80, start 40, part 20, pinyin 10), then one's own
 * (+4), an open deal (+8), and deal before customer before lead (+3..1).
 */
async function byName(context: Context, ref: string, kinds: Candidate['kind'][]): Promise<Candidate[]> {
  const name = ref.trim();
  const key = companyKey(name) || name.toLowerCase();
  const like = `%${escapeLike(key)}%`;
  const raw = `%${escapeLike(name)}%`;
  const latin = /^[a-z]{2,}$/i.test(name) ? `%${escapeLike(name.toLowerCase())}%` : null;
  return context.db.$queryRaw<Candidate[]>`
    WITH c AS (
      SELECT "id", "name", "ownerId", CASE WHEN lower("name") = lower(${name}) THEN 120 WHEN "nameKey" = ${key} THEN 80
        WHEN "nameKey" LIKE ${escapeLike(key)} || '%' THEN 40 WHEN "nameKey" LIKE ${like} OR "name" ILIKE ${raw} THEN 20 ELSE 10 END AS fit
      FROM "Customer" WHERE "removedAt" IS NULL AND ("nameKey" LIKE ${like} OR "name" ILIKE ${raw} OR "pinyin" LIKE ${latin}::text
        OR "id" IN (SELECT "customerId" FROM "Contact" WHERE "name" ILIKE ${raw} AND "removedAt" IS NULL))
      ORDER BY fit DESC, "ownerId" = ${context.by.id} DESC, "id" DESC LIMIT 50),
    found AS (
      SELECT o."id", 'deal' AS kind, o."title" AS label, o."ownerId", c.fit + ${ranks.deal} + CASE o."status" WHEN 'open' THEN 8 ELSE 0 END AS fit
        FROM "Opportunity" o JOIN c ON c."id" = o."customerId" WHERE o."removedAt" IS NULL AND 'deal' = ANY(${kinds})
      UNION ALL SELECT o."id", 'deal', o."title", o."ownerId", 121 + ${ranks.deal} + CASE o."status" WHEN 'open' THEN 8 ELSE 0 END
        FROM "Opportunity" o WHERE o."removedAt" IS NULL AND 'deal' = ANY(${kinds}) AND lower(o."title") = lower(${name})
      UNION ALL SELECT c."id", 'customer', c."name", c."ownerId", c.fit + ${ranks.customer} FROM c WHERE 'customer' = ANY(${kinds})
      UNION ALL SELECT l."id", 'lead', concat_ws(' · ', l."company", l."name"), l."ownerId",
          CASE WHEN lower(l."company") = lower(${name}) OR lower(l."name") = lower(${name}) THEN 120 WHEN l."companyKey" = ${key} THEN 80 WHEN l."companyKey" LIKE ${escapeLike(key)} || '%' THEN 40
            WHEN l."companyKey" LIKE ${like} OR l."name" ILIKE ${raw} THEN 20 ELSE 10 END + ${ranks.lead} - CASE l."status" WHEN 'converted' THEN 2 WHEN 'pool' THEN 4 WHEN 'invalid' THEN 8 ELSE 0 END
        FROM "Lead" l WHERE l."removedAt" IS NULL AND l."status" <> 'merged' AND 'lead' = ANY(${kinds})
          AND (l."companyKey" LIKE ${like} OR l."company" ILIKE ${raw} OR l."name" ILIKE ${raw} OR l."pinyin" LIKE ${latin}::text))
    SELECT found."id", kind, label, max(fit + CASE WHEN "ownerId" = ${context.by.id} THEN 4 ELSE 0 END)::int AS score,
      bool_or("ownerId" = ${context.by.id} OR ${context.by.role === 'admin'} OR p."teamId" = ${context.by.teamId}::int) IS TRUE AS visible
    FROM found LEFT JOIN "Person" p ON p."id" = "ownerId"
    GROUP BY 1, 2, 3 ORDER BY visible DESC, score DESC, 1 DESC LIMIT 20`;
}

/** `%`, `_` and `\` typed by a person are letters, not wildcards. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

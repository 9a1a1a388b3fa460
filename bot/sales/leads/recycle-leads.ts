import type { Lead } from '../../../prisma/generated/client.ts';
import type { Input } from '../../intents.ts';
import { type Plan, update } from '../change.ts';
import { type Context, mayChange, scope } from '../context.ts';
import { findLead, numbered } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { leadName } from './lead-name.ts';

/** How many days without a touch are long, when nobody says how many. */
export const silentDays = 30;
/** As many as one confirmation may name: see bot/intents.ts. */
const most = 200;

export interface Silent {
  id: number;
  label: string;
  grade: string;
  /** Days since it was last touched, or made. */
  days: number;
}

export interface Recycling {
  leads: Silent[];
  /** How many there are in all: more than are put back at once. */
  total: number;
  silentDays: number;
  /** Their versions, in order. */
  versions: number[];
  /** Null in a preview: nothing is written yet. */
  plan: Plan | null;
}

/**
 * Puts leads back into the pool: those named (previewed until `sure`), else previews those one is responsible for that
 * nobody has touched for so many days, longest first. What is planned with them is dropped.
 */
export async function recycleLeads(context: Context, input: Input<'lead.recycle'>): Promise<Recycling> {
  const days = input.silentDays ?? silentDays;
  const found = input.leads ? await named(context, input.leads, input.silentDays) : null;
  const { leads, total } = found ? { leads: found, total: found.length } : await silent(context, days);
  const preview = {
    leads: leads.map((lead) => asSilent(context, lead)),
    versions: leads.map((lead) => lead.version),
    total,
    silentDays: days,
  };
  return { ...preview, plan: input.sure && found?.length ? await decide(context, found) : null };
}

async function decide({ db }: Context, leads: Lead[]): Promise<Plan> {
  const touches = await db.touch.findMany({
    where: { leadId: { in: leads.map((lead) => lead.id) }, state: 'open', removedAt: null },
  });
  const changes = [
    ...leads.map((lead) => update('Lead', lead, { status: 'pool' })),
    ...touches.map((touch) => update('Touch', touch, { state: 'skipped' })),
  ];
  return { changes: changes.filter((one) => one !== null) };
}

/**
 * Leads by number are read at once; all must be this person's to change, and open. Of those that were found as silent for so
 * many `days` the ones that are so no more are left out.
 */
async function named(context: Context, refs: string[], days: number | undefined): Promise<Lead[]> {
  const ids = refs.map(numbered);
  const read = await context.db.lead.findMany({
    where: { id: { in: ids.filter((id) => id !== null) }, removedAt: null, status: { not: 'merged' } },
  });
  const leads = new Map<number, Lead>();
  for (const [at, ref] of refs.entries()) {
    const lead = read.find((one) => one.id === ids[at]) ?? (await findLead(context, ref));
    leads.set(lead.id, lead);
  }
  const byOwner = Map.groupBy(leads.values(), (lead) => lead.ownerId);
  for (const ownerId of byOwner.keys()) await mayChange(context, { ownerId });
  if (days !== undefined)
    return [...leads.values()].filter((lead) => isOpen(lead) && asSilent(context, lead).days >= days);
  for (const lead of leads.values()) refuseUnlessOpen(lead);
  return [...leads.values()];
}

const isOpen = ({ status }: Lead) => status === 'new' || status === 'working';

function refuseUnlessOpen(lead: Lead): void {
  const name = leadName(lead);
  if (lead.status === 'pool') throw new Refusal('already-done', { what: name });
  if (!isOpen(lead)) throw new Refusal('not-recyclable', { name, status: lead.status });
}

/** A lead counts from its last touch, its making, or when it was last taken up (claimed from the pool). */
async function silent(context: Context, days: number): Promise<{ leads: Lead[]; total: number }> {
  const { db, now } = context;
  const owners = await scope(context, undefined);
  const since = new Date(now.getTime() - days * 86_400_000);
  const rows = await db.$queryRaw<{ id: number; total: number }[]>`
    SELECT l."id", count(*) OVER ()::int AS total FROM "Lead" l
    WHERE l."removedAt" IS NULL AND l."status" IN ('new', 'working') AND coalesce(l."lastTouchAt", l."createdAt") <= ${since}
      AND (${owners === null} OR l."ownerId" = ANY(${owners ?? []}))
      AND NOT EXISTS (SELECT 1 FROM "Journal" j WHERE j."entity" = 'Lead' AND j."entityId" = l."id" AND j."field" = 'status' AND j."at" > ${since})
    ORDER BY coalesce(l."lastTouchAt", l."createdAt"), l."id" LIMIT ${most}`;
  const leads = await db.lead.findMany({ where: { id: { in: rows.map((row) => row.id) } } });
  const order = new Map(rows.map((row, at) => [row.id, at]));
  leads.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  return { leads, total: rows[0]?.total ?? 0 };
}

function asSilent({ now }: Context, lead: Lead): Silent {
  const since = lead.lastTouchAt ?? lead.createdAt;
  const days = Math.floor((now.getTime() - since.getTime()) / 86_400_000);
  return { id: lead.id, label: leadName(lead), grade: lead.grade, days: Math.max(0, days) };
}

import type { Customer, Opportunity, Person } from '../../../prisma/generated/client.ts';
import type { Input } from '../../intents.ts';
import { findStage } from '../../playbook/words.ts';
import { type Context, maySee, scope } from '../context.ts';
import { findPerson } from '../find.ts';
import { Refusal } from '../refusal.ts';

export const pageSize = 10;

export interface DealPage {
  deals: (Opportunity & { customer: Customer })[];
  next: string | null;
  stage: string | null;
  /** The one colleague whose they are. */
  person: Person | null;
  /** How many there are and what they come to by currency, when a span of time was asked about. */
  sum: { count: number; amounts: { amount: number; currency: string }[] } | null;
}

/** Open deals, newest first, a page at a time by the last id shown: a page costs the same however many there are. */
export async function listDeals(context: Context, input: Input<'deal.list'>): Promise<DealPage> {
  const { playbook, by, db, now } = context;
  const pipeline = playbook.pipelines[0];
  const stage = input.stage && pipeline ? findStage(playbook, pipeline.key, input.stage) : null;
  if (input.stage && !stage) {
    const language = by.language === 'en' ? 'en' : 'zh';
    throw new Refusal('unknown-stage', {
      said: input.stage,
      stages: pipeline?.stages.map((one) => one.name[language]) ?? [],
    });
  }
  const person = input.person ? await findPerson(context, input.person) : null;
  if (person) await maySee(context, { ownerId: person.id });
  const owners = person ? [person.id] : await scope(context, input.whose);
  const after = Number(input.after) || null;
  const { closeBy, silentDays } = input;
  const since = silentDays ? new Date(now.getTime() - silentDays * 86_400_000) : null;
  const where = {
    status: stage?.outcome ?? 'open',
    removedAt: null,
    ...(stage ? { stage: stage.key } : {}),
    ...(owners ? { ownerId: { in: owners } } : {}),
    ...(closeBy ? { closeOn: { lte: new Date(`${closeBy}T00:00:00Z`) } } : {}),
    ...(since
      ? {
          OR: [{ lastTouchAt: { lt: since } }, { lastTouchAt: null, createdAt: { lt: since } }],
          AND: [{ OR: [{ pausedUntil: null }, { pausedUntil: { lte: now } }] }],
        }
      : {}),
  };
  const timed = closeBy !== undefined || since !== null;
  const [deals, sums] = await Promise.all([
    db.opportunity.findMany({
      where: { ...where, ...(after ? { id: { lt: after } } : {}) },
      include: { customer: true },
      orderBy: { id: 'desc' },
      take: pageSize + 1,
    }),
    timed ? db.opportunity.groupBy({ by: ['currency'], where, _sum: { amount: true }, _count: true }) : null,
  ]);
  const shown = deals.slice(0, pageSize);
  const next = deals.length > pageSize ? String(shown.at(-1)?.id) : null;
  return { deals: shown, next, stage: stage?.key ?? null, person, sum: sums && summed(sums) };
}

function summed(rows: { currency: string; _sum: { amount: unknown }; _count: number }[]) {
  return {
    count: rows.reduce((total, row) => total + row._count, 0),
    amounts: rows
      .map((row) => ({ amount: Number(row._sum.amount ?? 0), currency: row.currency }))
      .filter(({ amount }) => amount > 0),
  };
}

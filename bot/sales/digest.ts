import { startOfDay } from './check.ts';
import { type Context, needsRole, scope } from './context.ts';
import { ownMoney } from './own-money.ts';

export interface DigestDeal {
  id: number;
  title: string;
  owner: string;
  stage: string;
  amount: number | null;
  currency: string;
  days: number;
}

export interface Digest {
  newLeads: { owner: string; count: number }[];
  moves: { id: number; title: string; owner: string; from: string; to: string }[];
  won: { count: number; amount: number };
  lost: { count: number; amount: number };
  stuck: DigestDeal[];
  stuckCount: number;
  overdue: { owner: string; count: number }[];
  /** Open deals by stage, in the playbook's order; amounts in the team's currency. */
  pipeline: { stage: string; count: number; amount: number }[];
  /** Amounts are in this currency, the manager's; deals in others count at the playbook's rough rates. */
  currency: string;
}

/** What changed today in the manager's team (or everywhere, for an admin), what is stuck, and whose touches are overdue. */
export async function digest(context: Context): Promise<Digest> {
  needsRole(context, 'manager');
  const { db, by, now, playbook } = context;
  const owners = await scope(context, undefined);
  const since = startOfDay(by.zone, now);
  const mine = owners ? { ownerId: { in: owners } } : {};
  const [leads, moved, undos, closed, open, overdue, people] = await Promise.all([
    db.lead.groupBy({
      by: ['ownerId'],
      where: { ...mine, createdAt: { gte: since, lte: now }, removedAt: null, status: { not: 'merged' } },
      _count: true,
    }),
    db.journal.findMany({
      where: { entity: 'Opportunity', field: 'stage', seq: { gt: 1 }, at: { gte: since, lte: now } },
      orderBy: { id: 'asc' },
    }),
    db.command.findMany({
      where: { undoes: { not: null }, at: { gte: since, lte: now } },
      select: { id: true, undoes: true },
    }),
    db.opportunity.findMany({
      where: { ...mine, closedAt: { gte: since, lte: now }, removedAt: null, status: { in: ['won', 'lost'] } },
    }),
    db.opportunity.findMany({ where: { ...mine, status: 'open', removedAt: null } }),
    db.touch.groupBy({
      by: ['ownerId'],
      where: { ...mine, state: 'open', removedAt: null, dueAt: { lt: since } },
      _count: true,
    }),
    db.person.findMany({ select: { id: true, name: true } }),
  ]);
  const name = new Map(people.map((person) => [person.id, person.name]));
  const { currency, value } = ownMoney(context);
  const stages = playbook.pipelines.flatMap((pipeline) => pipeline.stages);
  const due = new Map(stages.map((stage) => [stage.key, stage.dueDays]));
  const days = (deal: { stageAt: Date }) => Math.floor((now.getTime() - deal.stageAt.getTime()) / 86_400_000);
  const stuck = open
    .filter((deal) => !deal.pausedUntil || deal.pausedUntil <= now)
    .filter((deal) => days(deal) > (due.get(deal.stage) ?? Number.POSITIVE_INFINITY))
    .sort((a, b) => value(b) - value(a));
  const takenBack = new Set(undos.flatMap(({ id, undoes }) => [id, undoes]));
  const known = await db.opportunity.findMany({
    where: { id: { in: moved.map((row) => row.entityId) }, ...mine, removedAt: null },
  });
  const deals = new Map(known.map((deal) => [deal.id, deal]));
  const moves = moved.flatMap((row) => {
    const deal = deals.get(row.entityId);
    return deal && row.old !== null && !takenBack.has(row.commandId)
      ? [
          {
            id: deal.id,
            title: deal.title,
            owner: name.get(deal.ownerId) ?? '',
            from: String(row.old),
            to: String(row.new),
          },
        ]
      : [];
  });
  const sum = (status: string) => {
    const some = closed.filter((deal) => deal.status === status);
    return { count: some.length, amount: some.reduce((total, deal) => total + value(deal), 0) };
  };
  const count = (rows: { ownerId: number; _count: number }[]) =>
    rows.map((row) => ({ owner: name.get(row.ownerId) ?? '', count: row._count })).sort((a, b) => b.count - a.count);
  return {
    newLeads: count(leads),
    moves,
    won: sum('won'),
    lost: sum('lost'),
    stuck: stuck.slice(0, 5).map((deal) => ({
      id: deal.id,
      title: deal.title,
      owner: name.get(deal.ownerId) ?? '',
      stage: deal.stage,
      amount: deal.amount === null ? null : Number(deal.amount),
      currency: deal.currency,
      days: days(deal),
    })),
    stuckCount: stuck.length,
    overdue: count(overdue),
    pipeline: stages
      .filter((stage) => !stage.outcome)
      .map((stage) => {
        const some = open.filter((deal) => deal.stage === stage.key);
        return { stage: stage.key, count: some.length, amount: some.reduce((total, deal) => total + value(deal), 0) };
      }),
    currency,
  };
}

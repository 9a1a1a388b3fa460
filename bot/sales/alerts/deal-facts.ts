import { type DealFacts, dealSignals, type Signal, type Step } from '../../insight/deal-signals.ts';
import type { Context } from '../context.ts';
import { type Stays, stageStays, stayKey } from './stage-stays.ts';

export type { Signal, SignalKind } from '../../insight/deal-signals.ts';

interface JournalStep {
  field: 'stage' | 'amount' | 'closeOn';
  at: string;
  old: unknown;
  now: unknown;
  command: number;
  trims: number | null;
}

interface Row {
  id: number;
  title: string;
  ownerId: number;
  owner: string;
  teamId: number | null;
  customerId: number;
  pipeline: string;
  stage: string;
  stageAt: Date;
  createdAt: Date;
  amount: string | null;
  currency: string;
  steps: JournalStep[];
  lastReply: Date | null;
  tries: number;
  contacts: number;
  nextStep: boolean;
  priceTalked: boolean;
  missed: { what: string; dueAt: string }[];
}

/** A deal with what is wrong with it, the gravest first. */
export interface Risk {
  deal: Pick<Row, 'id' | 'title' | 'ownerId' | 'owner' | 'customerId' | 'pipeline' | 'stage' | 'amount' | 'currency'>;
  signals: Signal[];
}

/** What is wrong with these open deals, in two queries however many they are. A talk with the customer that names no deal counts for each. */
export async function risksOf(context: Context, ids: number[], known?: Stays): Promise<Risk[]> {
  if (ids.length === 0) return [];
  const [rows, stays] = await Promise.all([factRows(context, ids), known ?? stageStays(context)]);
  const { playbook, now } = context;
  return rows.map((row) => {
    const { id, title, ownerId, owner, customerId, pipeline, stage, amount, currency } = row;
    return {
      deal: { id, title, ownerId, owner, customerId, pipeline, stage, amount, currency },
      signals: dealSignals(factsOf(row, context, stays), playbook.alerts, now),
    };
  });
}

function factsOf(row: Row, { playbook }: Context, stays: Stays): DealFacts {
  const stages = playbook.pipelines.find((one) => one.key === row.pipeline)?.stages ?? [];
  const place = (key: unknown) => stages.findIndex((one) => one.key === key);
  const priceFrom = stages.findIndex((one) => one.priceTalk);
  const trimmed = new Set(row.steps.map((one) => one.trims));
  const standing = row.steps.filter((one) => one.trims === null && !trimmed.has(one.command));
  const steps = <T>(field: JournalStep['field'], read: (value: unknown) => T): Step<T>[] =>
    standing
      .filter((one) => one.field === field)
      .map((one) => ({
        at: new Date(one.at),
        old: one.old === null ? null : read(one.old),
        now: one.now === null ? null : read(one.now),
      }));
  return {
    ...row,
    place: place(row.stage),
    priceFrom: priceFrom < 0 ? null : priceFrom,
    dueDays: stages[place(row.stage)]?.dueDays ?? null,
    stays: stays.get(stayKey(row.teamId, row.pipeline, row.stage)) ?? [],
    moves: steps('stage', place).filter((one) => one.now !== -1 && one.old !== -1),
    amounts: steps('amount', Number),
    closes: steps('closeOn', (value) => String(value).slice(0, 10)),
    missed: row.missed.map(({ what, dueAt }) => ({ what, dueAt: new Date(dueAt) })),
  };
}

function factRows({ db, now, playbook }: Context, ids: number[]): Promise<Row[]> {
  const { lookBack, priceObjections } = playbook.alerts;
  const since = new Date(now.getTime() - (lookBack + 1) * 86_400_000);
  return db.$queryRaw<Row[]>`
    SELECT o."id", o."title", o."ownerId", p."name" AS owner, p."teamId", o."customerId", o."pipeline", o."stage", o."stageAt",
      o."createdAt", o."amount"::text, o."currency", coalesce(j."steps", '[]') AS steps, a."lastReply", coalesce(s."tries", 0)::int AS tries,
      (SELECT count(*)::int FROM "Contact" c WHERE c."customerId" = o."customerId" AND c."removedAt" IS NULL) AS contacts,
      ((o."nextStep" IS NOT NULL AND o."nextAt" > ${now}) OR coalesce(t."open", false)) AS "nextStep",
      (o."discount" IS NOT NULL OR coalesce(a."price", false)
        OR EXISTS (SELECT 1 FROM "Quote" q WHERE q."opportunityId" = o."id" AND q."removedAt" IS NULL)) AS "priceTalked",
      coalesce(t."missed", '[]') AS missed
    FROM "Opportunity" o JOIN "Person" p ON p."id" = o."ownerId"
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('field', j."field", 'at', j."at", 'old', j."old", 'now', j."new", 'command', c."id",
        'trims', c."trims") ORDER BY j."seq") AS steps
      FROM "Journal" j JOIN "Command" c ON c."id" = j."commandId" LEFT JOIN "Command" u ON u."undoes" = j."commandId"
      WHERE j."entity" = 'Opportunity' AND j."entityId" = o."id" AND j."field" IN ('stage', 'amount', 'closeOn')
        AND j."at" BETWEEN ${since} AND ${now} AND c."undoes" IS NULL AND u."id" IS NULL
    ) j ON true
    LEFT JOIN LATERAL (
      SELECT max(x."at") FILTER (WHERE x."outcome" IS DISTINCT FROM 'silent') AS "lastReply",
        bool_or(x."objection" = ANY(${priceObjections})) AS price
      FROM "Activity" x WHERE (x."opportunityId" = o."id" OR (x."customerId" = o."customerId" AND x."opportunityId" IS NULL))
        AND x."removedAt" IS NULL AND x."channel" <> 'note' AND x."at" <= ${now}
    ) a ON true
    LEFT JOIN LATERAL (
      SELECT count(*) AS tries FROM "Activity" x
      WHERE (x."opportunityId" = o."id" OR (x."customerId" = o."customerId" AND x."opportunityId" IS NULL))
        AND x."removedAt" IS NULL AND x."channel" <> 'note' AND x."outcome" = 'silent' AND x."at" > coalesce(a."lastReply", o."createdAt")
    ) s ON true
    LEFT JOIN LATERAL (
      SELECT bool_or(t."side" = 'us' AND t."state" = 'open') AS open,
        jsonb_agg(jsonb_build_object('what', t."what", 'dueAt', t."dueAt") ORDER BY t."dueAt") FILTER (WHERE t."side" = 'them'
          AND (t."state" = 'broken' AND t."dueAt" > ${since} OR t."state" = 'open' AND t."dueAt" < ${new Date(now.getTime() - 86_400_000)}::timestamptz)) AS missed
      FROM "Touch" t WHERE (t."opportunityId" = o."id" OR (t."customerId" = o."customerId" AND t."opportunityId" IS NULL))
        AND t."removedAt" IS NULL AND t."state" IN ('open', 'broken')
    ) t ON true
    WHERE o."id" = ANY(${ids}) AND o."status" = 'open' AND o."removedAt" IS NULL`;
}

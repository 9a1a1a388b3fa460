import { type DealHistory, type Span, visitsOf } from '../../insight/visits.ts';
import type { Context } from '../context.ts';
import { ownMoney } from '../own-money.ts';

interface Row {
  pipeline: string;
  stage: string;
  status: string;
  amount: string | null;
  currency: string;
  closeOn: string | null;
  closedAt: Date | null;
  createdAt: Date;
  moves: { from: string | null; to: string; at: string }[];
  touched: string[];
}

/**
 * The deals of these owners (of everybody, for null) that were open in the span, with all their stays in stages as the
 * journal tells them and the days of contact since it began. A move that was taken back never was. A deal counts for who
 * has it now. A contact with the customer that names no deal counts for each of the customer's deals; a note is none.
 */
export async function stageHistory(context: Context, owners: number[] | null, span: Span): Promise<DealHistory[]> {
  const { db, playbook } = context;
  const { value } = ownMoney(context);
  const rows = await db.$queryRaw<Row[]>`
    SELECT o."pipeline", o."stage", o."status", o."amount"::text, o."currency", o."closeOn"::text, o."closedAt", o."createdAt",
      coalesce(m."moves", '[]') AS moves, coalesce(t."days", '{}') AS touched
    FROM "Opportunity" o
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('from', j."old", 'to', j."new", 'at', j."at") ORDER BY j."seq") AS moves
      FROM "Journal" j JOIN "Command" c ON c."id" = j."commandId"
      WHERE j."entity" = 'Opportunity' AND j."field" = 'stage' AND j."entityId" = o."id" AND c."undoes" IS NULL AND c."trims" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "Command" u WHERE u."undoes" = c."id")
        AND NOT EXISTS (SELECT 1 FROM "Command" u JOIN "Journal" k ON k."commandId" = u."id"
          WHERE u."trims" = c."id" AND k."entity" = 'Opportunity' AND k."field" = 'stage' AND k."entityId" = o."id")
    ) m ON true
    LEFT JOIN LATERAL (
      SELECT array_agg(DISTINCT to_char(a."at" AT TIME ZONE ${span.zone}, 'YYYY-MM-DD') ORDER BY to_char(a."at" AT TIME ZONE ${span.zone}, 'YYYY-MM-DD')) AS days
      FROM "Activity" a
      WHERE (a."opportunityId" = o."id" OR (a."customerId" = o."customerId" AND a."opportunityId" IS NULL))
        AND a."removedAt" IS NULL AND a."channel" <> 'note' AND a."at" >= ${span.since} AND a."at" <= ${span.now}
    ) t ON true
    WHERE o."removedAt" IS NULL AND (o."status" = 'open' OR o."closedAt" >= ${span.since})
      AND (${owners === null} OR o."ownerId" = ANY(${owners ?? []}))
    ORDER BY o."id"`;
  const stages = new Map(playbook.pipelines.map((pipeline) => [pipeline.key, pipeline.stages]));
  return rows.map(({ pipeline, stage, status, closeOn, closedAt, createdAt, moves, touched, ...deal }) => ({
    pipeline,
    status,
    amount: deal.amount === null ? null : value(deal),
    closeOn,
    closedAt,
    touched,
    visits: visitsOf(
      { stage, begun: createdAt },
      moves.map((move) => ({ ...move, at: new Date(move.at) })),
      stages.get(pipeline) ?? [],
    ),
  }));
}

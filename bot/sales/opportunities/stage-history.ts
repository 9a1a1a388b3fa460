import { type DealHistory, type Span, visitsOf } from '../../insight/visits.ts';
import type { Context } from '../context.ts';
import { ownMoney } from '../own-money.ts';

/** `trims` is the command of which this one took the move back alone: neither of them was. */
interface JournalMove {
  from: string | null;
  to: string;
  at: string;
  command: number;
  trims: number | null;
}

interface Row {
  pipeline: string;
  stage: string;
  status: string;
  amount: string | null;
  currency: string;
  closeOn: string | null;
  closedAt: Date | null;
  createdAt: Date;
  moves: JournalMove[];
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
      SELECT jsonb_agg(jsonb_build_object('from', j."old", 'to', j."new", 'at', j."at", 'command', c."id", 'trims', c."trims")
        ORDER BY j."seq") FILTER (WHERE c."undoes" IS NULL AND u."id" IS NULL) AS moves
      FROM "Journal" j LEFT JOIN "Command" c ON c."id" = j."commandId" LEFT JOIN "Command" u ON u."undoes" = j."commandId"
      WHERE j."entity" = 'Opportunity' AND j."field" = 'stage' AND j."entityId" = o."id"
    ) m ON true
    LEFT JOIN LATERAL (
      SELECT array_agg(d."day" ORDER BY d."day") AS days FROM (
        SELECT to_char(a."at" AT TIME ZONE ${span.zone}, 'YYYY-MM-DD') AS day FROM "Activity" a
          WHERE a."opportunityId" = o."id" AND a."at" BETWEEN ${span.since} AND ${span.now} AND a."removedAt" IS NULL AND a."channel" <> 'note'
        UNION SELECT to_char(a."at" AT TIME ZONE ${span.zone}, 'YYYY-MM-DD') FROM "Activity" a
          WHERE a."customerId" = o."customerId" AND a."opportunityId" IS NULL AND a."at" BETWEEN ${span.since} AND ${span.now}
            AND a."removedAt" IS NULL AND a."channel" <> 'note') d
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
      standing(moves).map(({ from, to, at }) => ({ from, to, at: new Date(at) })),
      stages.get(pipeline) ?? [],
    ),
  }));
}

function standing(moves: JournalMove[]): JournalMove[] {
  const trimmed = new Set(moves.map((move) => move.trims));
  return moves.filter((move) => move.trims === null && !trimmed.has(move.command));
}

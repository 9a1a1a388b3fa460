import type { PastDeal, PastField, Step } from '../../insight/forecast/past-deal.ts';
import type { Context } from '../context.ts';
import { ownMoney } from '../own-money.ts';

/** Deals that closed longer ago than this (months) or beyond so many tell nothing of today. */
const [lookBack, mostClosed] = [24, 2000];

const fields: PastField[] = ['stage', 'closeOn', 'amount', 'forecast', 'ownerId', 'nextStep', 'nextAt'];

interface Row {
  id: number;
  title: string;
  pipeline: string;
  status: string;
  createdAt: Date;
  closedAt: Date | null;
  currency: string;
  today: Record<PastField, unknown>;
  steps: { field: PastField; old: unknown; now: unknown; at: string; command: number; trims: number | null }[];
  contacts: string[];
  touches: { at: string; known: string }[];
}

/**
 * The open deals of these owners (of everybody, for null) and those that closed in the last two years, each with its past
 * as the journal tells it: what was taken back never was. Contact with the customer that names no deal counts for each of
 * the customer's deals; a note is none. Amounts are in the asker's currency.
 */
export async function pastDeals(context: Context, owners: number[] | null): Promise<PastDeal[]> {
  const { db, now } = context;
  const { value } = ownMoney(context);
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - lookBack);
  const rows = await db.$queryRaw<Row[]>`
    WITH o AS (
      SELECT * FROM "Opportunity" WHERE "removedAt" IS NULL AND "status" = 'open'
        AND (${owners === null} OR "ownerId" = ANY(${owners ?? []}))
      UNION ALL (SELECT * FROM "Opportunity" WHERE "removedAt" IS NULL AND "status" <> 'open' AND "closedAt" >= ${since}
        AND (${owners === null} OR "ownerId" = ANY(${owners ?? []})) ORDER BY "closedAt" DESC, "id" DESC LIMIT ${mostClosed}))
    SELECT o."id", o."title", o."pipeline", o."status", o."createdAt", o."closedAt", o."currency",
      jsonb_build_object('stage', o."stage", 'closeOn', o."closeOn", 'amount', o."amount", 'forecast', o."forecast",
        'ownerId', o."ownerId", 'nextStep', o."nextStep", 'nextAt', to_char(o."nextAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) AS today,
      coalesce(j."steps", '[]') AS steps, coalesce(c."known", '[]') AS contacts, coalesce(t."touches", '[]') AS touches
    FROM o
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('field', j."field", 'old', j."old", 'now', j."new", 'at', j."at",
        'command', c."id", 'trims', c."trims") ORDER BY j."seq") AS steps
      FROM "Journal" j LEFT JOIN "Command" c ON c."id" = j."commandId" LEFT JOIN "Command" u ON u."undoes" = j."commandId"
      WHERE j."entity" = 'Opportunity' AND j."entityId" = o."id" AND j."field" = ANY(${fields})
        AND c."undoes" IS NULL AND u."id" IS NULL
    ) j ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(c."createdAt" ORDER BY c."id") AS known FROM "Contact" c
      WHERE c."customerId" = o."customerId" AND c."removedAt" IS NULL
    ) c ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('at', a."at", 'known', coalesce(
        (SELECT j."at" FROM "Journal" j WHERE j."entity" = 'Activity' AND j."entityId" = a."id" ORDER BY j."seq" LIMIT 1), a."at"))
        ORDER BY a."at", a."id") AS touches
      FROM "Activity" a WHERE a."removedAt" IS NULL AND a."channel" <> 'note'
        AND (a."opportunityId" = o."id" OR (a."customerId" = o."customerId" AND a."opportunityId" IS NULL))
    ) t ON true
    ORDER BY o."id"`;
  return rows.map(({ steps, contacts, touches, currency, today, ...deal }) => {
    const amount = (said: unknown) => (said === null ? null : value({ amount: said, currency }));
    return {
      ...deal,
      today: { ...today, amount: amount(today.amount) },
      steps: stepsOf(steps, amount),
      contacts: contacts.map((at) => new Date(at)),
      touches: touches.map(({ at, known }) => ({ at: new Date(at), known: new Date(known) })),
    };
  });
}

/** By field; a command that was taken back in part is left out for the fields it was. */
function stepsOf(rows: Row['steps'], amount: (said: unknown) => number | null): PastDeal['steps'] {
  const read = (field: PastField, said: unknown) => (field === 'amount' ? amount(said) : said);
  return Object.fromEntries(
    Object.entries(Object.groupBy(rows, ({ field }) => field)).map(([key, all = []]) => {
      const field = key as PastField;
      const trimmed = new Set(all.map(({ trims }) => trims));
      const standing = all.filter(({ trims, command }) => trims === null && !trimmed.has(command));
      const steps = standing.map((one): Step => {
        return { at: new Date(one.at), old: read(field, one.old), now: read(field, one.now) };
      });
      return [field, steps];
    }),
  );
}

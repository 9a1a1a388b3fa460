import type { Context } from '../context.ts';

interface Untouched {
  deal: number;
  /** The day on which its owner was told. */
  occurrence: string;
  zone: string;
  managerId: number;
}

/**
 * Deals whose owner heard an alert since then after which nothing was done: the deal was not changed, nobody was in touch,
 * nothing was planned or done. With the first manager of the owner's team; whose manager has heard it already is none.
 * `only`: the manager's own reminder.
 */
export function untouchedSince(
  { db, now }: Pick<Context, 'db' | 'now'>,
  since: Date,
  only?: { subject: string; occurrence: string },
): Promise<Untouched[]> {
  return db.$queryRaw<Untouched[]>`
    SELECT o."id" AS deal, r."occurrence", r."zone", m."id" AS "managerId"
    FROM "Reminder" r
    JOIN "Opportunity" o ON o."id" = substr(r."subject", 6)::int AND o."status" = 'open' AND o."removedAt" IS NULL
    JOIN "Person" p ON p."id" = o."ownerId"
    JOIN LATERAL (SELECT x."id" FROM "Person" x WHERE x."teamId" = p."teamId" AND x."role" = 'manager' AND x."active"
      AND x."removedAt" IS NULL ORDER BY x."id" LIMIT 1) m ON m."id" <> o."ownerId"
    WHERE r."kind" = 'alert' AND r."state" = 'sent' AND r."dueAt" BETWEEN ${since}::timestamptz - interval '1 day' AND ${now}
      AND (${only === undefined} OR (r."subject" = ${only?.subject ?? ''} AND r."occurrence" = ${only?.occurrence ?? ''}))
      AND (${only !== undefined} OR NOT EXISTS (SELECT 1 FROM "Reminder" l WHERE l."kind" = 'alert-late' AND l."subject" = r."subject" AND l."occurrence" = r."occurrence"))
      AND NOT EXISTS (SELECT 1 FROM "Journal" j WHERE j."entity" = 'Opportunity' AND j."entityId" = o."id" AND j."at" > r."dueAt" AND j."via" <> 'job')
      AND NOT EXISTS (SELECT 1 FROM "Touch" t WHERE t."opportunityId" = o."id" AND t."removedAt" IS NULL
        AND (t."createdAt" > r."dueAt" OR t."doneAt" > r."dueAt"))
      AND NOT EXISTS (SELECT 1 FROM "Activity" a WHERE (a."opportunityId" = o."id" OR (a."customerId" = o."customerId" AND a."opportunityId" IS NULL))
        AND a."removedAt" IS NULL AND a."at" > r."dueAt")
    ORDER BY o."id"`;
}

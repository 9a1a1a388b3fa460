import { stageLimit } from '../../insight/deal-signals.ts';
import type { Context } from '../context.ts';
import { type Stays, stageStays } from './stage-stays.ts';

/** How far back changes are looked at, in days. */
const fresh = 2;

/**
 * Open deals in which something may be wrong, the largest first, found by indexes: too long in a stage, not touched for
 * long, changed or touched of late, a promise of theirs that is past. `owners` null is everybody; a deal that rests, or
 * whose alert was put off, is none. What it costs grows with how many those are, not with how many deals there are.
 */
export async function candidates(
  context: Pick<Context, 'db' | 'now' | 'playbook'>,
  { owners, most, quiet = false, stays }: { owners: number[] | null; most: number; quiet?: boolean; stays?: Stays },
): Promise<number[]> {
  const { db, now, playbook } = context;
  const { silentDays } = playbook.alerts;
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const limits = limitsOf(playbook, stays ?? (await stageStays(context)));
  const rows = await db.$queryRaw<{ id: number }[]>`
    WITH due AS (
      SELECT o."id" FROM jsonb_to_recordset(${JSON.stringify(limits)}::jsonb) AS l("stage" text, "days" int)
        JOIN "Opportunity" o ON o."status" = 'open' AND o."stage" = l."stage" AND o."stageAt" < ${now}::timestamptz - l."days" * interval '1 day'
      UNION SELECT o."id" FROM "Opportunity" o WHERE o."status" = 'open' AND o."lastTouchAt" < ${ago(silentDays)}
      UNION SELECT o."id" FROM "Opportunity" o WHERE o."status" = 'open' AND o."lastTouchAt" IS NULL AND o."createdAt" < ${ago(silentDays)}
      UNION SELECT j."entityId" FROM "Journal" j WHERE j."entity" = 'Opportunity' AND j."at" BETWEEN ${ago(fresh)} AND ${now}
      UNION SELECT t."opportunityId" FROM "Journal" j JOIN "Touch" t ON t."id" = j."entityId"
        WHERE j."entity" = 'Touch' AND j."field" = 'state' AND j."at" BETWEEN ${ago(fresh)} AND ${now} AND t."opportunityId" IS NOT NULL
      UNION SELECT t."opportunityId" FROM "Touch" t WHERE t."side" = 'them' AND t."state" = 'open' AND t."removedAt" IS NULL
        AND t."dueAt" < ${ago(1)} AND t."opportunityId" IS NOT NULL
    )
    SELECT o."id" FROM due JOIN "Opportunity" o ON o."id" = due."id"
    WHERE o."status" = 'open' AND o."removedAt" IS NULL AND (${owners === null} OR o."ownerId" = ANY(${owners ?? []}))
      AND (o."pausedUntil" IS NULL OR o."pausedUntil" <= ${now}::timestamptz::date)
      AND (${!quiet} OR o."quietUntil" IS NULL OR o."quietUntil" <= ${now}::timestamptz::date)
      AND (${!quiet} OR NOT EXISTS (SELECT 1 FROM "Reminder" r WHERE r."kind" = 'alert' AND r."subject" = 'deal:' || o."id"
        AND r."state" IN ('waiting', 'sent') AND r."dueAt" > ${ago(playbook.alerts.againDays)}))
    ORDER BY o."amount" DESC NULLS LAST, o."id" LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

/** The least limit of a stage in any team: what it finds is looked at with the team's own. */
function limitsOf(playbook: Context['playbook'], stays: Stays): { stage: string; days: number }[] {
  return playbook.pipelines.flatMap((pipeline) =>
    pipeline.stages
      .filter((stage) => !stage.outcome)
      .flatMap((stage) => {
        const own = [...stays].filter(([key]) => key.endsWith(` ${pipeline.key} ${stage.key}`)).map(([, days]) => days);
        const found = [[], ...own].flatMap(
          (days) => stageLimit(days, stage.dueDays, playbook.alerts.enough)?.limit ?? [],
        );
        return found.length === 0 ? [] : [{ stage: stage.key, days: Math.min(...found) }];
      }),
  );
}

import type { Uses } from '../../insight/talk-rank.ts';
import type { Context } from '../context.ts';

/** Within so many days of a use a deal must have moved on for the track to have worked. */
export const workedWithinDays = 14;

/**
 * What came of each track: how often it was used in a deal, and after how many uses that deal moved to a later stage of its
 * pipeline (or was won) within {@link workedWithinDays}. A use counts once that time is over or the deal has moved; a move
 * that was taken back does not count. Uses of the last year.
 */
export async function usesOf({ db, playbook, now }: Context, tracks: string[]): Promise<Map<string, Uses>> {
  const places = Object.fromEntries(
    playbook.pipelines.flatMap(({ key, stages }) =>
      stages.filter(({ outcome }) => outcome !== 'lost').map((stage, at) => [`${key} ${stage.key}`, at] as const),
    ),
  );
  const rows = await db.$queryRaw<{ track: string; n: bigint; moved: bigint }[]>`
    WITH use AS (
      SELECT u."track", u."at", EXISTS (
        SELECT 1 FROM "Journal" j JOIN "Opportunity" o ON o."id" = j."entityId"
        WHERE j."entity" = 'Opportunity' AND j."entityId" = u."opportunityId" AND j."field" = 'stage' AND j."old" IS NOT NULL
          AND j."at" >= u."at" AND j."at" <= u."at" + ${workedWithinDays} * interval '1 day' AND j."at" <= ${now}
          AND (${JSON.stringify(places)}::jsonb->>(o."pipeline" || ' ' || (j."new"#>>'{}')))::int
            > (${JSON.stringify(places)}::jsonb->>(o."pipeline" || ' ' || (j."old"#>>'{}')))::int
          AND NOT EXISTS (SELECT 1 FROM "Command" c WHERE c."undoes" = j."commandId")
          AND NOT EXISTS (SELECT 1 FROM "Command" c WHERE c."id" = j."commandId" AND c."undoes" IS NOT NULL)
      ) AS moved
      FROM "TalkUse" u WHERE u."track" = ANY(${tracks}) AND u."removedAt" IS NULL AND u."at" > ${now}::timestamptz - interval '1 year')
    SELECT "track", count(*) AS n, count(*) FILTER (WHERE moved) AS moved FROM use
    WHERE moved OR "at" < ${now}::timestamptz - ${workedWithinDays} * interval '1 day' GROUP BY 1`;
  return new Map(rows.map(({ track, n, moved }) => [track, { n: Number(n), moved: Number(moved) }]));
}

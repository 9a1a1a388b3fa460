import type { Context } from '../context.ts';

/** Stays longer ago than this (days) or beyond so many tell nothing of today. */
const [lookBack, most] = [180, 4000];

/** How many days each stay took that ended of late, by team (0: no team), pipeline and stage: see {@link stayKey}. */
export type Stays = Map<string, number[]>;

export const stayKey = (teamId: number | null, pipeline: string, stage: string): string =>
  `${teamId ?? 0} ${pipeline} ${stage}`;

/** How long deals of each team stayed in the stages they left in the last half-year; a move that was taken back never was. */
export async function stageStays({ db, now }: Pick<Context, 'db' | 'now'>): Promise<Stays> {
  const since = new Date(now.getTime() - lookBack * 86_400_000);
  const rows = await db.$queryRaw<{ team: number; pipeline: string; stage: string; days: number[] }[]>`
    SELECT coalesce(p."teamId", 0) AS team, o."pipeline", j."old"#>>'{}' AS stage,
      array_agg(extract(epoch FROM j."at" - coalesce(b."at", o."createdAt"))::float8 / 86400) AS days
    FROM (SELECT * FROM "Journal" WHERE "entity" = 'Opportunity' AND "field" = 'stage' AND jsonb_typeof("old") = 'string'
      AND "at" BETWEEN ${since} AND ${now} ORDER BY "id" DESC LIMIT ${most}) j
    JOIN "Opportunity" o ON o."id" = j."entityId" AND o."removedAt" IS NULL
    JOIN "Person" p ON p."id" = o."ownerId"
    JOIN "Command" c ON c."id" = j."commandId" AND c."undoes" IS NULL AND c."trims" IS NULL
    LEFT JOIN LATERAL (SELECT k."at" FROM "Journal" k WHERE k."entity" = 'Opportunity' AND k."entityId" = j."entityId"
      AND k."field" = 'stage' AND k."seq" < j."seq" ORDER BY k."seq" DESC LIMIT 1) b ON true
    WHERE NOT EXISTS (SELECT 1 FROM "Command" u WHERE u."undoes" = j."commandId")
    GROUP BY 1, 2, 3`;
  return new Map(rows.map(({ team, pipeline, stage, days }) => [stayKey(team, pipeline, stage), days]));
}

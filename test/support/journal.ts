import type { Office } from './office.ts';

/** Rows of the journal that are not what was written, or do not follow on the one before of their record. */
export async function brokenLinks({ bot }: Pick<Office, 'bot'>): Promise<number> {
  const { rows } = await bot.app.pool.query(
    `SELECT 1 FROM (SELECT j."hash" <> journal_hash(j) AS forged, j."prevHash", j."seq",
        lag(j."hash", 1, '') OVER w AS before, row_number() OVER w AS place
      FROM "Journal" j WINDOW w AS (PARTITION BY "entity", "entityId" ORDER BY "seq")) links
    WHERE forged OR "prevHash" <> before OR "seq" <> place`,
  );
  return rows.length;
}

/** The journal's last values that are not what the records hold: everything written is told of. */
export async function untold({ bot }: Pick<Office, 'bot'>, entity: string, id: number): Promise<string[]> {
  const { pool } = bot.app;
  const [{ rows: records }, { rows: told }] = await Promise.all([
    pool.query<{ record: Record<string, unknown> }>(`SELECT to_jsonb(r) AS record FROM "${entity}" r WHERE "id" = $1`, [
      id,
    ]),
    pool.query<{ field: string; new: unknown }>(
      `SELECT DISTINCT ON ("field") "field", "new" FROM "Journal" WHERE "entity" = $1 AND "entityId" = $2 ORDER BY "field", "seq" DESC`,
      [entity, id],
    ),
  ]);
  const record = records[0]?.record ?? {};
  const facts = (record.facts ?? {}) as Record<string, unknown>;
  return told
    .filter(({ field, new: now }) => {
      const held = field.startsWith('facts.') ? facts[field.slice(6)] : record[field];
      return comparable(held) !== comparable(now);
    })
    .map(({ field }) => field);
}

/** Decimals, moments and days as they are written in different places. */
function comparable(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return String(Number(value));
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) return new Date(value).toISOString();
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ).replace(/^"|"$/g, '');
}

import type pg from 'pg';

/** A rep known to Slack as UBENCH, `customers` customers and as many open deals of theirs, all in the first stage. */
export async function seed(pool: pg.Pool, deals: number): Promise<void> {
  await pool.query(`INSERT INTO "Team" ("id", "name") VALUES (1, 'Bench')`);
  await pool.query(
    `INSERT INTO "Person" ("id", "name", "role", "teamId", "createdAt") VALUES (2, 'Bench', 'rep', 1, now())`,
  );
  await pool.query(
    `INSERT INTO "Identity" ("id", "platform", "userId", "personId", "seenAt") SELECT 100 + i, 'slack', 'UBENCH' || i, 2, now() FROM generate_series(0, 199) i`,
  );
  await grow(pool, 0, deals);
}

/** More customers and deals, numbered on from `from`. */
export async function grow(pool: pg.Pool, from: number, to: number): Promise<void> {
  await pool.query(
    `INSERT INTO "Customer" ("id", "name", "nameKey", "ownerId", "createdAt", "lastTouchAt")
      SELECT 1000 + i, 'Customer ' || i, 'customer' || i, 2, now(), now() FROM generate_series($1::int + 1, $2::int) i`,
    [from, to],
  );
  await pool.query(
    `INSERT INTO "Opportunity" ("id", "title", "customerId", "ownerId", "pipeline", "stage", "amount", "facts", "stageAt", "createdAt")
      SELECT 1000000 + i, 'Customer ' || i, 1000 + i, 2, 'standard', 'need', 10000, '{"pain": "slow"}', now(), now() FROM generate_series($1::int + 1, $2::int) i`,
    [from, to],
  );
  await pool.query(`SELECT setval('record_id', 10000000, true)`);
  await pool.query('ANALYZE');
}

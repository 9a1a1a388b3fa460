import type { Pool } from 'pg';

/** The moment it is for the team. On the demo page it can be moved; everywhere else it is the real time. */
export interface Clock {
  now(): Date;
  offsetMs(): number;
  /** Moves the clock to an instant, or back to the real time. */
  set(instant: Date | null): Promise<void>;
}

/** The demo clock, kept in the database, so that a restart finds it as it was. */
export async function openClock(pool: Pool): Promise<Clock> {
  const { rows } = await pool.query<{ value: number }>(`SELECT "value" FROM "Setting" WHERE "key" = 'clock-offset-ms'`);
  let offset = Number(rows[0]?.value ?? 0);
  return {
    now: () => new Date(Date.now() + offset),
    offsetMs: () => offset,
    async set(instant) {
      offset = instant === null ? 0 : instant.getTime() - Date.now();
      await pool.query(
        `INSERT INTO "Setting" ("key", "value") VALUES ('clock-offset-ms', $1) ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value"`,
        [JSON.stringify(offset)],
      );
    },
  };
}

import type { Pool } from 'pg';

const block = 50;

/** Hands out record ids: one sequence for all records, taken in blocks of 50, so that most cost no round trip. */
export interface Ids {
  next(): Promise<number>;
  /** `count` ids at once, for decisions, which do not wait. */
  take(count: number): Promise<() => number>;
}

/** Ids from the sequence `record_id`. A restart leaves a gap of at most one block. */
export function createIds(pool: Pick<Pool, 'query'>): Ids {
  let free: number[] = [];
  let filling: Promise<void> | null = null;
  const fill = async () => {
    const { rows } = await pool.query<{ first: number }>(`SELECT nextval('record_id')::int AS first`);
    const first = rows[0]?.first ?? 0;
    free = [...free, ...Array.from({ length: block }, (_, i) => first + i)];
  };
  const reserve = async (count: number) => {
    while (free.length < count) {
      filling ??= fill().finally(() => {
        filling = null;
      });
      await filling;
    }
    return free.splice(0, count);
  };
  return {
    async next() {
      return (await reserve(1))[0] as number;
    },
    async take(count) {
      const mine = await reserve(count);
      return () => {
        const id = mine.shift();
        if (id === undefined) throw new Error(`a decision took more than the ${count} ids it asked for`);
        return id;
      };
    },
  };
}

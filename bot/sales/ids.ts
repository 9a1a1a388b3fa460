import type { Pool } from 'pg';

const block = 50;

/** Hands out record ids: one sequence for all records, taken in blocks of 50, so that most cost no round trip. */
export interface Ids {
  next(): Promise<number>;
  /** `count` ids at once, for decisions, which do not wait. */
  take(count: number): Promise<() => number>;
  /** `count` ids ahead, for a rehearsal, which must not wait for another connection while it holds one. */
  lend(count: number): Promise<Lent>;
}

export interface Lent extends Ids {
  /** Gives back what was not used, unless later ones are. */
  back(): void;
}

/** Ids from the sequence `record_id`. A restart leaves a gap of at most one block. */
export function createIds(pool: Pick<Pool, 'query'>): Ids {
  let free: number[] = [];
  let filling: Promise<void> | null = null;
  let newest = 0;
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
    const mine = free.splice(0, count);
    newest = mine.at(-1) ?? newest;
    return mine;
  };
  const ids = handing(reserve);
  const lend = async (count: number): Promise<Lent> => {
    const lent = await reserve(count);
    const own = handing(async (wanted) => {
      if (lent.length < wanted) lent.push(...(await reserve(wanted)));
      return lent.splice(0, wanted);
    });
    const back = () => {
      const left = lent.splice(0);
      // Numbers grow with time: what others have gone past stays a gap.
      if (left.length > 0 && left.at(-1) === newest) free.unshift(...left);
    };
    return { ...own, lend, back };
  };
  return { ...ids, lend };
}

function handing(reserve: (count: number) => Promise<number[]>): Pick<Ids, 'next' | 'take'> {
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

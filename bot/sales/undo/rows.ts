import type { Journal } from '../../../prisma/generated/client.ts';
import type { Change, Entity, Value } from '../change.ts';
import type { Context } from '../context.ts';
import type { Target } from './target.ts';

/** What the journal says of a sentence. */
export interface Written {
  /** Everything it wrote, in order. */
  rows: Journal[];
  /** Whether a row is taken back already, with its command or by itself. */
  isOff(row: Journal): boolean;
}

/** Fields that are one thing to a person: taken back together. */
const along: Record<string, string[]> = { amount: ['currency'], budget: ['currency'], nextStep: ['nextAt'] };

export async function readWritten({ db }: Context, { family, live }: Target): Promise<Written> {
  const ids = family.map((one) => one.id);
  const rows = await db.journal.findMany({ where: { commandId: { in: ids } }, orderBy: { id: 'asc' } });
  const trims = await db.command.findMany({
    where: { trims: { in: ids } },
    include: { journal: { select: { entity: true, entityId: true, field: true } } },
  });
  const trimmed = new Set(trims.flatMap((one) => one.journal.map((row) => keyOf(one.trims, row))));
  const alive = new Set(live.map((one) => one.id));
  return { rows, isOff: (row) => !alive.has(row.commandId) || trimmed.has(keyOf(row.commandId, row)) };
}

/** What a new record can do without. */
const spare = new Set(['objection', 'outcome', 'note', 'contactName']);

/** Whether a row belongs to the field that a person calls `only`. `made`: its record is new. */
export function isOf(only: string, row: Pick<Journal, 'entity' | 'field'>, made: boolean): boolean {
  // What was planned for a next step goes with it.
  if (only === 'nextStep' && row.entity === 'Touch') return true;
  if (made) return row.field === only && spare.has(only);
  return row.field === only || Boolean(along[only]?.includes(row.field));
}

/** Fields that keep the books and are nothing a person said. */
const books = new Set(['lastTouchAt', 'stageAt', 'closedAt', 'currency', 'nextAt']);

export function isBookkeeping(row: Pick<Journal, 'field'>): boolean {
  return books.has(row.field);
}

export function keyOf(commandId: number | null, row: Pick<Journal, 'entity' | 'entityId' | 'field'>): string {
  return `${commandId} ${row.entity} ${row.entityId} ${row.field}`;
}

/** The records that rows are of, and whether these rows made them. */
export function records(rows: Journal[]): { entity: string; entityId: number; made: boolean }[] {
  const byRecord = new Map<string, { entity: string; entityId: number; made: boolean }>();
  for (const row of rows) {
    const key = `${row.entity} ${row.entityId}`;
    const made = (byRecord.get(key)?.made ?? false) || row.seq === 1;
    byRecord.set(key, { entity: row.entity, entityId: row.entityId, made });
  }
  return [...byRecord.values()];
}

/** Rows of the journal as the changes they came from. */
export function changesOf(rows: Journal[]): Change[] {
  return records(rows).map(({ entity, entityId, made }) => {
    const fields: Change['fields'] = {};
    for (const row of rows) {
      if (row.entity !== entity || row.entityId !== entityId) continue;
      const [old, now] = [row.old as Value, row.new as Value];
      const key = row.field.startsWith('facts.') ? row.field.slice(6) : null;
      const [before, after] = (fields.facts ?? [{}, {}]) as [object, object];
      if (key === null) fields[row.field] = [old, now];
      else
        fields.facts = [
          { ...before, [key]: old },
          { ...after, [key]: now },
        ] as [Value, Value];
    }
    return { entity: entity as Entity, id: entityId, version: made ? null : 1, fields };
  });
}

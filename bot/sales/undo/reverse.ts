import type { Journal } from '../../../prisma/generated/client.ts';
import type { Change, Entity, Value } from '../change.ts';
import type { Context } from '../context.ts';
import { putBack } from '../opportunities/gate.ts';
import { records, type Written } from './rows.ts';

/** A change back, and the command whose change it was. */
export interface Reversed {
  owner: number;
  change: Change;
}

/**
 * Sets each field that `rows` wrote to what it is without them: what the rest of the sentence wrote, else what it was before.
 * What the rows made is removed; unless `whole`, only what was planned is, and a field of anything else becomes empty.
 */
export async function reverse(
  context: Context,
  { rows: all, isOff }: Written,
  rows: Journal[],
  whole: boolean,
): Promise<Reversed[]> {
  const going = new Set(rows);
  const changes: Reversed[] = [];
  const anew = rows.some((row) => row.entity === 'Playbook');
  for (const { entity, entityId, made } of records(rows)) {
    const current = await load(context, entity, entityId);
    if (!current) continue;
    const here = all.filter((row) => row.entity === entity && row.entityId === entityId);
    const owner = here.findLast((row) => going.has(row))?.commandId ?? 0;
    const fields =
      made && (whole || entity === 'Touch') ? removal(current, context.now) : back(here, going, isOff, current.facts);
    if (Object.keys(fields).length === 0) continue;
    const plain = { entity: entity as Entity, id: entityId, version: current.version, fields };
    const change = putBack(context, current.pipeline ?? '', plain, anew);
    changes.push({ owner: made ? (here[0]?.commandId ?? owner) : owner, change });
  }
  return changes;
}

function removal(current: Current, now: Date): Change['fields'] {
  return current.removedAt ? {} : { removedAt: [null, now] };
}

function back(
  here: Journal[],
  going: Set<Journal>,
  isOff: Written['isOff'],
  facts: Record<string, Value>,
): Change['fields'] {
  const fields: Change['fields'] = {};
  const after = { ...facts };
  for (const [field, writes] of Map.groupBy(here, (row) => row.field)) {
    if (!writes.some((row) => going.has(row))) continue;
    const from = writes.findLast((row) => !isOff(row))?.new as Value;
    const rest = writes.findLast((row) => !isOff(row) && !going.has(row));
    const to = (rest ? rest.new : writes[0]?.old) as Value;
    if (JSON.stringify(from) === JSON.stringify(to)) continue;
    const key = field.startsWith('facts.') ? field.slice(6) : null;
    if (key === null) fields[field] = [from, to];
    else if (to === null) delete after[key];
    else after[key] = to;
  }
  if (JSON.stringify(after) !== JSON.stringify(facts)) fields.facts = [facts, after];
  return fields;
}

interface Current {
  version: number;
  removedAt: Date | null;
  facts: Record<string, Value>;
  /** Of a deal. */
  pipeline?: string;
}

const tables = new Set<string>([
  'Team',
  'Person',
  'Identity',
  'Invite',
  'Customer',
  'Contact',
  'Lead',
  'Opportunity',
  'Activity',
  'Touch',
  'Leave',
  'Order',
  'TalkTrack',
  'TalkUse',
  'Quote',
  'Approval',
  'Playbook',
]);

async function load({ db }: Context, entity: string, id: number): Promise<Current | null> {
  if (!tables.has(entity)) throw new Error(`the journal names an unknown table: ${entity}`);
  const [row] = await db.$queryRawUnsafe<(Omit<Current, 'facts'> & { facts?: Current['facts'] })[]>(
    `SELECT * FROM "${entity}" WHERE "id" = $1`,
    id,
  );
  const { version, removedAt, pipeline, facts = {} } = row ?? {};
  return version === undefined
    ? null
    : { version, removedAt: removedAt ?? null, facts, ...(pipeline ? { pipeline } : {}) };
}

import type { Change, Value } from './change.ts';

/** A change as a guarded statement, and how many rows it must meet. `bind` takes a value and gives its mark. */
export function writeOf(change: Change, bind: (value: unknown) => string): { sql: string; wanted?: number } {
  if (change.entity === 'Opportunity' && 'stage' in change.fields && change.gated === undefined)
    throw new Error('a stage is written that did not come through the gate (bot/sales/opportunities/gate.ts)');
  const fields = Object.entries(change.fields);
  const columns = fields.map(([field]) => `"${field}"`);
  const marks = fields.map(([, [, value]]) => bind(parameter(value)));
  if (change.version === null) {
    return {
      sql: `INSERT INTO "${change.entity}" ("id", ${columns.join(', ')}) VALUES (${bind(change.id)}, ${marks.join(', ')})`,
    };
  }
  const sets = [...columns.map((column, i) => `${column} = ${marks[i]}`), '"version" = "version" + 1'];
  return {
    sql: `UPDATE "${change.entity}" SET ${sets.join(', ')} WHERE "id" = ${bind(change.id)} AND "version" = ${bind(change.version)}`,
    wanted: 1,
  };
}

/** What follows from the other fields of a new record is not told twice. */
const derived = new Set(['wallTime', 'zone', 'pinyin', 'nameKey', 'companyKey', 'createdAt', 'step']);

/** The journal's rows of some changes: one a field, old → new. */
export function journalRows(changes: Change[]) {
  return changes.flatMap((change) =>
    Object.entries(change.fields).flatMap(([field, [old, now]]) => {
      if (change.version === null && derived.has(field)) return [];
      // The text of a playbook stands in its own row for good.
      if (change.entity === 'Playbook' && field === 'text') return [];
      return field === 'facts'
        ? factRows(change, old, now)
        : [{ entity: change.entity, entityId: change.id, field, old, new: now }];
    }),
  );
}

/** The playbook's fields live in one JSON column; the journal has a row for each of them. */
function factRows(change: Change, old: Value, now: Value) {
  const before = (old ?? {}) as Record<string, Value>;
  const after = (now ?? {}) as Record<string, Value>;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => ({
      entity: change.entity,
      entityId: change.id,
      field: `facts.${key}`,
      old: before[key] ?? null,
      new: after[key] ?? null,
    }));
}

function parameter(value: Value): unknown {
  // As text, in UTC: pg would write a Date in the process's own zone, and a calendar day would be another one there.
  if (value instanceof Date) return value.toISOString();
  if (value === null || typeof value !== 'object') return value;
  return JSON.stringify(value);
}

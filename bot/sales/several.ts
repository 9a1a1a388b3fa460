import type { Change, Part } from './change.ts';

/**
 * The changes of several commands that were decided one after the other as one change a record: each field from what it was
 * before the first to what it is after the last, guarded by the version the first one read.
 */
export function merged(parts: Pick<Part, 'changes'>[]): Change[] {
  const records = new Map<string, Change>();
  for (const change of parts.flatMap((part) => part.changes)) {
    const key = `${change.entity} ${change.id}`;
    const before = records.get(key);
    records.set(key, before ? together(before, change) : { ...change, fields: { ...change.fields } });
  }
  return [...records.values()];
}

function together(first: Change, then: Change): Change {
  const fields = { ...first.fields };
  for (const [field, [old, now]] of Object.entries(then.fields)) {
    fields[field] = [first.version === null ? null : (first.fields[field]?.[0] ?? old), now];
  }
  const gated = then.gated ?? first.gated;
  return { ...first, fields, ...(gated === undefined ? {} : { gated }) };
}

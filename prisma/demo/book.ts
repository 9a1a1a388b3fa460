/** A plain value of a row; dates become ISO texts when the rows are written. */
export type Plain = string | number | boolean | null | Date | Plain[] | { [key: string]: Plain };
export type Row = { id: number; version: number } & Record<string, Plain>;

export const entities = ['Team', 'Person', 'Identity', 'Customer', 'Contact', 'Lead', 'Opportunity', 'Activity', 'Touch', 'Order'] as const;
export type DemoEntity = (typeof entities)[number];

export interface JournalRow {
  commandId: number;
  entity: DemoEntity;
  entityId: number;
  field: string;
  old: Plain;
  new: Plain;
  personId: number | null;
  via: string;
  at: Date;
}

/** Rows by table, shaped as prisma/schema.prisma's models. The journal is in the order in which it happened. */
export type DemoRows = Record<DemoEntity, Row[]> & {
  Command: { id: number; intent: string; personId: number | null; via: string; at: Date }[];
  Journal: JournalRow[];
};

/** Who did something, when, by which intent. */
export interface Deed {
  intent: string;
  by: number | null;
  at: Date;
}

/** Writes records down together with what the audit trail must know of them: nothing gets in past it. */
export interface Book {
  begin(deed: Deed): Command;
  rows(): DemoRows;
}

export interface Command {
  create(entity: DemoEntity, values: Record<string, Plain>): Row;
  change(entity: DemoEntity, row: Row, values: Record<string, Plain>): void;
}

/** Opens an empty book whose ids begin with `firstId`. */
export function openBook(firstId: number): Book {
  let id = firstId;
  const tables = Object.fromEntries(entities.map((entity) => [entity, [] as Row[]])) as Record<DemoEntity, Row[]>;
  const commands: DemoRows['Command'] = [];
  const journal: JournalRow[] = [];
  return {
    begin({ intent, by, at }) {
      const commandId = id++;
      commands.push({ id: commandId, intent, personId: by, via: 'local', at });
      const note = (entity: DemoEntity, entityId: number, field: string, old: Plain, now: Plain) =>
        journal.push({ commandId, entity, entityId, field, old, new: now, personId: by, via: 'local', at });
      return {
        create(entity, values) {
          const row: Row = { ...values, id: id++, version: 1, removedAt: null };
          tables[entity].push(row);
          for (const [field, value] of fields(values)) if (value !== null) note(entity, row.id, field, null, value);
          return row;
        },
        change(entity, row, values) {
          const before = new Map(fields(row));
          for (const [field, value] of fields(values)) {
            if (JSON.stringify(before.get(field) ?? null) !== JSON.stringify(value))
              note(entity, row.id, field, before.get(field) ?? null, value);
          }
          Object.assign(row, values, { version: row.version + 1 });
        },
      };
    },
    rows: () => ({
      ...tables,
      Command: commands,
      Journal: [...journal].sort((a, b) => a.at.getTime() - b.at.getTime()),
    }),
  };
}

/** The playbook's fields live in one JSON column; the journal has a row for each of them. */
function fields(values: Record<string, Plain>): [string, Plain][] {
  return Object.entries(values).flatMap(([field, value]): [string, Plain][] =>
    field === 'facts' ? Object.entries(value as Record<string, Plain>).map(([key, one]) => [`facts.${key}`, one]) : [[field, value]],
  );
}

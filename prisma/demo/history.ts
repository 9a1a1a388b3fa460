import type { FullRows } from './answers.ts';
import { type Happening, happenings, type Values } from './happenings.ts';
import type { Entity } from './tables.ts';

export interface CommandRow {
  id: number;
  intent: string;
  personId: number;
  via: 'demo';
  at: Date;
}

export interface JournalRow {
  commandId: number;
  entity: Entity;
  entityId: number;
  field: string;
  old: unknown;
  new: unknown;
  personId: number;
  via: 'demo';
  at: Date;
}

export interface History {
  commands: CommandRow[];
  /** In the order in which it happened, as the hash chain wants it. */
  journal: JournalRow[];
  /** The version that each record has come to, by its id. */
  versions: Map<number, number>;
}

/** Tells how the rows came about: what one person did at one moment is one command; of each field what it was and became. */
export function historyOf(rows: FullRows, nextId: () => number): History {
  const history: History = { commands: [], journal: [], versions: new Map() };
  const state = new Map<number, Values>();
  let command: CommandRow | undefined;
  const ordered = happenings(rows).sort((a, b) => a.at.getTime() - b.at.getTime() || a.personId - b.personId);
  for (const happening of ordered) {
    const { at, personId, intent, entity, id: entityId, made } = happening;
    if (command?.at.getTime() !== at.getTime() || command.personId !== personId) {
      command = { id: nextId(), intent, personId, via: 'demo', at };
      history.commands.push(command);
    }
    const before = state.get(entityId);
    if (made !== (before === undefined))
      throw new Error(`${entity} ${entityId} changes before it is made, or is made twice`);
    const commandId = command.id;
    const changes = differences(before ?? {}, flatten(happening));
    history.journal.push(
      ...changes.map((change) => ({ commandId, entity, entityId, ...change, personId, via: 'demo' as const, at })),
    );
    state.set(entityId, { ...before, ...flatten(happening) });
    if (changes.length > 0) history.versions.set(entityId, (history.versions.get(entityId) ?? 0) + 1);
  }
  return history;
}

/** The journal has a row for each of the playbook's fields, though they live in one column. */
function flatten({ values }: Happening): Values {
  const { facts, ...rest } = values;
  return { ...rest, ...Object.fromEntries(Object.entries(facts ?? {}).map(([key, value]) => [`facts.${key}`, value])) };
}

function differences(before: Values, after: Values): { field: string; old: unknown; new: unknown }[] {
  return Object.entries(after)
    .map(([field, value]) => ({ field, old: before[field] ?? null, new: value ?? null }))
    .filter((change) => JSON.stringify(change.old) !== JSON.stringify(change.new));
}

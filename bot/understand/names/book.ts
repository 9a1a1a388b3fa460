import type { NameEntry } from '../../insight/name-entry.ts';
import { type Role, spellings } from './spellings.ts';
import { createTable, type Table } from './table.ts';

export type Kind = NameEntry['kind'];

/** Who looks names up: what they may see decides which parts of names count. */
export interface Asker {
  personId: number;
  /** The people of their team; null: they see everybody's records. */
  teamMates: ReadonlySet<number> | null;
}

/** One name of a record. */
export interface Name {
  id: number;
  kind: Kind;
  role: Role;
  name: string;
}

/** The records' names by number, and the table of how they are written. */
export interface Book {
  table: Table;
  add(entry: NameEntry): void;
  remove(id: number): void;
  /** What is known of a record, without what follows from its name. */
  entry(id: number): NameEntry | undefined;
  /** The people of a team. */
  mates(teamId: number | null): ReadonlySet<number>;
  /** False: its record was taken out. */
  has(at: number): boolean;
  role(at: number): Role;
  name(at: number): Name;
  owns(asker: Asker, at: number): boolean;
  sees(asker: Asker, at: number): boolean;
  /** How many places its names take, and how many letters their spellings. */
  size(): { names: number; letters: number };
}

const kinds = ['customer', 'lead', 'contact', 'person', 'deal'] as const;
const roles = ['company', 'person'] as const;
const nobody: ReadonlySet<number> = new Set();

export function createBook(): Book {
  const table = createTable();
  // One name takes a place in each of these lists; numbers of this size cost four or eight bytes there.
  const ids: number[] = [];
  const flags: number[] = []; // 0: gone; otherwise 1 + kind + 8 × role
  const holders: number[] = []; // owner, or customer of a contact, or team of a colleague; 0: none
  const others: number[] = []; // the next name of the same record; -1: none
  const names: string[] = [];
  const first = new Map<number, number>();
  const teams = new Map<number, Set<number>>();
  /** Places of names that are gone, for others to take. */
  let free: number[] = [];
  let goneNames = 0;

  const kindOf = (at: number) => kinds[((flags[at] as number) - 1) & 7] as Kind;
  const roleOf = (at: number) => roles[((flags[at] as number) - 1) >> 3] as Role;

  function* placesOf(id: number): Generator<number> {
    for (let at = first.get(id) ?? -1; at >= 0; at = others[at] as number) yield at;
  }

  const holderOf = ({ kind, ownerId, customerId, teamId }: NameEntry): number =>
    (kind === 'person' ? teamId : kind === 'contact' ? customerId : ownerId) ?? 0;

  function ownerOf(at: number): number {
    if (kindOf(at) !== 'contact') return holders[at] as number;
    const customer = first.get(holders[at] as number);
    return customer === undefined ? 0 : (holders[customer] as number);
  }

  function joinTeam(id: number, from: number, to: number): void {
    teams.get(from)?.delete(id);
    if (to !== 0) teams.set(to, (teams.get(to) ?? new Set()).add(id));
  }

  function remove(id: number): void {
    for (const at of placesOf(id)) {
      if (kindOf(at) === 'person') joinTeam(id, holders[at] as number, 0);
      flags[at] = 0;
      names[at] = '';
      goneNames += 1;
    }
    first.delete(id);
    if (goneNames > 1000 && goneNames > ids.length / 4) {
      table.drop((at) => flags[at] === 0);
      // Only now: as long as a spelling stands for it, a place is not another name's.
      free = [...flags.keys()].filter((at) => flags[at] === 0);
      goneNames = 0;
    }
  }

  return {
    table,
    add(entry) {
      const holder = holderOf(entry);
      const made = spellings(entry);
      const there = [...placesOf(entry.id)];
      const same =
        there.length === made.length &&
        made.every(({ role, name }) =>
          there.some((at) => kindOf(at) === entry.kind && roleOf(at) === role && names[at] === name),
        );
      if (!same) {
        remove(entry.id);
        for (const { role, name, spellings } of made) {
          const at = free.pop() ?? ids.length;
          ids[at] = entry.id;
          flags[at] = 1 + kinds.indexOf(entry.kind) + 8 * roles.indexOf(role);
          holders[at] = holder;
          others[at] = first.get(entry.id) ?? -1;
          names[at] = name;
          first.set(entry.id, at);
          for (const spelling of spellings) if (spelling.text.length >= 2) table.add(spelling, at);
        }
      }
      for (const at of placesOf(entry.id)) {
        if (entry.kind === 'person') joinTeam(entry.id, holders[at] as number, holder);
        holders[at] = holder;
      }
    },
    remove,
    entry(id) {
      const at = first.get(id);
      if (at === undefined) return undefined;
      const kind = kindOf(at);
      const holder = holders[at] as number;
      const entry: NameEntry = { kind, id };
      if (kind === 'contact') entry.customerId = holder;
      else if (kind === 'person') entry.teamId = holder || null;
      else entry.ownerId = holder;
      for (const place of placesOf(id)) {
        entry[roleOf(place)] = names[place] as string;
      }
      return entry;
    },
    mates: (teamId) => (teamId === null ? nobody : (teams.get(teamId) ?? nobody)),
    has: (at) => flags[at] !== 0,
    role: roleOf,
    name: (at) => ({ id: ids[at] as number, kind: kindOf(at), role: roleOf(at), name: names[at] as string }),
    owns: ({ personId }, at) => kindOf(at) !== 'person' && ownerOf(at) === personId,
    sees({ personId, teamMates }, at) {
      if (teamMates === null || kindOf(at) === 'person') return true;
      const owner = ownerOf(at);
      return owner === personId || teamMates.has(owner);
    },
    size: () => ({ names: ids.length, letters: table.size() }),
  };
}

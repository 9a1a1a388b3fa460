import type { NameEntry } from '../insight/name-entry.ts';
import { type Asker, createBook } from './names/book.ts';
import { findNames, type NameReading } from './names/find.ts';

export type { Asker } from './names/book.ts';
export type { NameReading } from './names/find.ts';

/** The names somebody may mean. */
export interface NamesView {
  /** The records a text names, not overlapping, in its order. Text is best normalized; any text will do. */
  find(text: string): NameReading[];
}

/** All names of customers, leads, contacts and colleagues, in memory: what tells a name from the words around it. */
export interface Names {
  /** Takes a record's names in, in the place of those it had. */
  add(entry: NameEntry): void;
  remove(id: number): void;
  /** What is known of a record, without what follows from its name. */
  entry(id: number): NameEntry | undefined;
  /** The colleagues in a team. */
  mates(teamId: number | null): ReadonlySet<number>;
  view(asker: Asker): NamesView;
}

/** Names, none so far. `stop` tells words, folded, that are not to count as a part of a name. */
export function createNames({ stop = () => false }: { stop?: (word: string) => boolean } = {}): Names {
  const book = createBook();
  return {
    add: book.add,
    remove: book.remove,
    entry: book.entry,
    mates: book.mates,
    view: (asker) => ({ find: (text) => findNames(text, book, asker, stop) }),
  };
}

import type { Spelling } from './spellings.ts';

/** A stretch of a sorted list. */
export interface Range {
  from: number;
  to: number;
}

/** How a beginning stands for a name: it is all of it, all but place and legal form, or a part that is enough. */
export type Fit = 'whole' | 'alias' | 'part';

/** The spellings that begin with the same letters, in the sorted list and among those not yet in it. */
export interface Prefix {
  depth: number;
  sorted: Range;
  fresh: Range;
}

/** Spellings in sorted order, a few numbers each, so that those of 200,000 records take tens of megabytes. */
export interface Table {
  add(spelling: Spelling, name: number): void;
  /** Leaves out the spellings of the names that are gone, and closes the gaps they leave. */
  drop(gone: (name: number) => boolean): void;
  /** How many letters all spellings take. */
  size(): number;
  /** The spellings that share ever longer beginnings with the text from `at` on; `first` stands for its first unit. */
  prefixes(text: string, at: number, first: number): Prefix[];
  /** Shows the names a beginning stands for, until `see` has enough; `whole`: only those that are no longer than it. */
  each(prefix: Prefix, see: (name: number, fit: Fit) => boolean, whole?: boolean): void;
}

/** So many are looked through unmerged: putting a new one in its place is then cheap, and looking still fast. */
const fewFresh = 1024;
/** A beginning that more names share tells none of them; those that are no longer than it come first. */
const mostShared = 10_000;
const none: Range = { from: 0, to: 0 };

interface Sorted {
  ids: Uint32Array;
  /** The first two units of each, for a search that stays in one array. */
  heads: Uint32Array;
  length: number;
}

export function createTable(): Table {
  let units = new Uint16Array(1024);
  let starts = new Uint32Array(128);
  let names = new Uint32Array(128);
  let cuts = new Uint32Array(128);
  let keys = new Uint8Array(128);
  let count = 0;
  let used = 0;
  const sorted: Sorted = { ids: new Uint32Array(128), heads: new Uint32Array(128), length: 0 };
  const fresh: Sorted = { ids: new Uint32Array(fewFresh), heads: new Uint32Array(fewFresh), length: 0 };
  let freshInOrder = true;

  const lengthOf = (id: number) => (starts[id + 1] as number) - (starts[id] as number);
  const unit = (id: number, depth: number) =>
    depth < lengthOf(id) ? (units[(starts[id] as number) + depth] as number) : -1;
  const head = (id: number) =>
    (units[starts[id] as number] as number) * 0x10000 + (units[(starts[id] as number) + 1] as number);

  function compare(a: number, b: number): number {
    for (let depth = 0; ; depth += 1) {
      const [one, other] = [unit(a, depth), unit(b, depth)];
      if (one !== other) return one - other;
      if (one === -1) return a - b;
    }
  }

  function orderFresh(): void {
    if (freshInOrder) return;
    fresh.ids.subarray(0, fresh.length).sort(compare);
    for (let at = 0; at < fresh.length; at += 1) fresh.heads[at] = head(fresh.ids[at] as number);
    freshInOrder = true;
  }

  /** Moves what is sorted apart, from the end on, and puts the fresh ones in between. */
  function merge(): void {
    orderFresh();
    const more = fresh.length;
    sorted.ids = grown(sorted.ids, sorted.length + more);
    sorted.heads = grown(sorted.heads, sorted.length + more);
    let end = sorted.length;
    for (let one = more - 1; one >= 0; one -= 1) {
      const id = fresh.ids[one] as number;
      const at = placeOf(id, end);
      sorted.ids.copyWithin(at + one + 1, at, end);
      sorted.heads.copyWithin(at + one + 1, at, end);
      sorted.ids[at + one] = id;
      sorted.heads[at + one] = head(id);
      end = at;
    }
    sorted.length += more;
    fresh.length = 0;
  }

  function placeOf(id: number, end: number): number {
    let [low, high] = [lower(sorted.heads, 0, end, head(id)), end];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(sorted.ids[middle] as number, id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function drop(gone: (name: number) => boolean): void {
    merge();
    const moved = new Uint32Array(count);
    let [left, end] = [0, 0];
    for (let id = 0; id < count; id += 1) {
      if (gone(names[id] as number)) continue;
      const [from, to] = [starts[id] as number, starts[id + 1] as number];
      units.copyWithin(end, from, to);
      end += to - from;
      starts[left + 1] = end;
      names[left] = names[id] as number;
      cuts[left] = cuts[id] as number;
      keys[left] = keys[id] as number;
      left += 1;
      moved[id] = left; // its new number and one, as nothing stands for gone
    }
    [count, used] = [left, end];
    let kept = 0;
    for (let at = 0; at < sorted.length; at += 1) {
      const id = moved[sorted.ids[at] as number] as number;
      if (id === 0) continue;
      sorted.ids[kept] = id - 1;
      sorted.heads[kept] = sorted.heads[at] as number;
      kept += 1;
    }
    sorted.length = kept;
  }

  const begin = ({ heads, length }: Sorted, wanted: number): Range => {
    const from = lower(heads, 0, length, wanted);
    return from < length && heads[from] === wanted ? { from, to: lower(heads, from, length, wanted + 1) } : none;
  };

  /** Those of a stretch that go on with `wanted` at `depth`. */
  function narrow({ ids }: Sorted, range: Range, depth: number, wanted: number): Range {
    if (range.from === range.to) return none;
    const edge = (least: number, low: number) => {
      let high = range.to;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (unit(ids[middle] as number, depth) < least) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    const from = edge(wanted, range.from);
    if (from === range.to || unit(ids[from] as number, depth) !== wanted) return none;
    return { from, to: edge(wanted + 1, from) };
  }

  function fitOf(id: number, depth: number): Fit | null {
    if (depth === keys[id]) return 'alias';
    if (depth === lengthOf(id)) return 'whole';
    return depth < 32 && ((cuts[id] as number) >>> depth) & 1 ? 'part' : null;
  }

  return {
    add({ text, cuts: cut, key }, name) {
      if (fresh.length === fewFresh) merge();
      units = grown(units, used + text.length);
      starts = grown(starts, count + 2);
      names = grown(names, count + 1);
      cuts = grown(cuts, count + 1);
      keys = grown(keys, count + 1);
      for (let at = 0; at < text.length; at += 1) units[used + at] = text.charCodeAt(at);
      used += text.length;
      starts[count + 1] = used;
      names[count] = name;
      cuts[count] = cut;
      keys[count] = key;
      fresh.ids[fresh.length] = count;
      fresh.length += 1;
      count += 1;
      freshInOrder = false;
    },
    drop,
    size: () => used,
    prefixes(text, at, first) {
      orderFresh();
      const found: Prefix[] = [];
      const two = first * 0x10000 + text.charCodeAt(at + 1);
      let [ofSorted, ofFresh] = [begin(sorted, two), begin(fresh, two)];
      for (let depth = 2; ofSorted.from < ofSorted.to || ofFresh.from < ofFresh.to; depth += 1) {
        found.push({ depth, sorted: ofSorted, fresh: ofFresh });
        if (at + depth >= text.length) break;
        const next = text.charCodeAt(at + depth);
        ofSorted = narrow(sorted, ofSorted, depth, next);
        ofFresh = narrow(fresh, ofFresh, depth, next);
      }
      return found;
    },
    each({ depth, sorted: ofSorted, fresh: ofFresh }, see, whole = false) {
      for (const [{ ids }, { from, to }] of [
        [sorted, ofSorted],
        [fresh, ofFresh],
      ] as const) {
        for (let at = from; at < to; at += 1) {
          const id = ids[at] as number;
          if ((whole || to - from > mostShared) && depth !== lengthOf(id)) break;
          const fit = fitOf(id, depth);
          if (fit && see(names[id] as number, fit)) return;
        }
      }
    },
  };
}

function lower(sorted: Uint32Array, low: number, high: number, wanted: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same numbers with room for `needed` of them. */
function grown<T extends Uint8Array | Uint16Array | Uint32Array>(array: T, needed: number): T {
  if (needed <= array.length) return array;
  const room = Math.max(needed, Math.ceil(array.length * 1.5));
  const larger = new (array.constructor as new (length: number) => T)(room);
  larger.set(array as Uint32Array);
  return larger;
}

const units = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const cardinal = new Map<string, number>([
  ...units.map((word, index): [string, number] => [word, index]),
  ...teens.map((word, index): [string, number] => [word, index + 10]),
  ...tens.map((word, index): [string, number] => [word, index * 10]),
]);
cardinal.delete('');
const ordinal = new Map<string, number>(ordinals.map((word, index) => [word, index]));
ordinal.set('thirtieth', 30);

const spelled = new RegExp(`\\b(?:${[...cardinal.keys(), ...ordinal.keys()].join('|')})\\b`, 'i');
const month = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)/;
const unit =
  /^(?:days?|weeks?|wks?|months?|quarters?|years?|hours?|hrs?|minutes?|mins?|business|working|upcoming|coming|next|past)$/;
const clockAfter = /^(?:am|pm|a|p|o|oclock|past)$/;
const clockBefore = /^(?:at|around|about|by|till|until|after|before|past|to)$/;
const ends =
  /^(?:$|[\n,.;:!?)-]|\s*(?:on|tomorrow|tmrw|today|tonight|sharp|at|around|in the (?:morning|afternoon|evening)|this (?:morning|afternoon|evening)|next)\b)/i;

interface Word {
  start: number;
  end: number;
  said: string;
}
interface Group {
  value: number;
  ordinal: boolean;
  last: number;
}

/** A text with its spelled days and hours in figures, and where a place of it stood before. */
export interface Figures {
  text: string;
  back(place: number, end: boolean): number;
}

/**
 * English days and hours spelled in words, as figures: march eighteenth nine thirty → march 18th 9:30. Only where they
 * can be a day, an hour or a count of days; "two people" stays.
 */
export function inFigures(text: string): Figures {
  if (!spelled.test(text)) return { text, back: (place) => place };
  const words: Word[] = [...text.matchAll(/[a-z]+/gi)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    said: match[0].toLowerCase(),
  }));
  const touches = (index: number) =>
    index + 1 < words.length && /^[ -]{1,3}$/.test(text.slice(words[index]?.end, words[index + 1]?.start));
  const group = (index: number): Group | null => {
    const said = words[index]?.said ?? '';
    const value = cardinal.get(said);
    if (value === undefined) {
      const place = ordinal.get(said);
      return place === undefined || place === 0 ? null : { value: place, ordinal: true, last: index };
    }
    if (value >= 20 && touches(index)) {
      const next = words[index + 1]?.said ?? '';
      const more = cardinal.get(next) ?? ordinal.get(next) ?? 0;
      if (more > 0 && more < 10) return { value: value + more, ordinal: ordinal.has(next), last: index + 1 };
    }
    return { value, ordinal: false, last: index };
  };
  /** nineteen eighty six, nineteen hundred ninety three, two thousand (and) thirty two. */
  const year = (index: number, first: Group): Group | null => {
    let next = first.last + 1;
    if (first.ordinal || !touches(first.last)) return null;
    const said = words[next]?.said;
    const scale = said === 'thousand' ? 1000 : said === 'hundred' ? 100 : 0;
    if (scale === 1000 ? first.value !== 2 : first.value < 17 || first.value > 20 || first.last !== index) return null;
    if (scale > 0) {
      if (touches(next) && words[next + 1]?.said === 'and') next += 1;
      const rest = touches(next) ? group(next + 1) : null;
      const small = rest && !rest.ordinal && rest.value < 100 ? rest : null;
      const last = small?.last ?? (words[next]?.said === 'and' ? next - 1 : next);
      return { value: first.value * scale + (small?.value ?? 0), ordinal: false, last };
    }
    const rest = group(next);
    return rest && !rest.ordinal && rest.value >= 10
      ? { value: first.value * 100 + rest.value, ordinal: false, last: rest.last }
      : null;
  };

  const parts: { start: number; end: number; out: string }[] = [];
  for (let index = 0; index < words.length; index++) {
    const first = group(index);
    if (!first) continue;
    const word = words[index] as Word;
    const before = words[index - 1]?.said ?? '';
    const put = (last: number, out: string) => {
      parts.push({ start: word.start, end: (words[last] as Word).end, out });
      index = last;
    };
    const spelledYear = year(index, first);
    if (spelledYear) {
      put(spelledYear.last, String(spelledYear.value));
      continue;
    }
    const minutes =
      touches(first.last) && !first.ordinal && first.value >= 1 && first.value <= 12 ? group(first.last + 1) : null;
    if (minutes && !minutes.ordinal && minutes.value >= 10 && minutes.value < 60) {
      put(minutes.last, `${first.value}:${minutes.value}`);
      continue;
    }
    const next = words[first.last + 1]?.said ?? '';
    const rest = text.slice((words[first.last] as Word).end, (words[first.last] as Word).end + 20);
    const near = month.test(before) && word.start - (words[index - 1]?.end ?? 0) <= 2;
    const dated = near || /^(?:the|of)$/.test(before) || weekday.test(before);
    if (first.ordinal) {
      const told = month.test(next) || weekday.test(next) || /^(?:day|week|month|quarter)$/.test(next);
      const of =
        next === 'of' &&
        /^(?:the|this|next|last|january|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(
          words[first.last + 2]?.said ?? '',
        );
      if (told || of || near || (dated && (ends.test(rest) || cardinal.has(next)))) put(first.last, `${first.value}th`);
      else index = first.last;
      continue;
    }
    const counts =
      unit.test(next) ||
      month.test(next) ||
      clockAfter.test(next) ||
      /^\s(?:in the|of (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i.test(rest);
    if (counts || near || (clockBefore.test(before) && ends.test(rest))) put(first.last, String(first.value));
    else index = first.last;
  }
  return patched(text, parts);
}

function patched(text: string, parts: { start: number; end: number; out: string }[]): Figures {
  if (parts.length === 0) return { text, back: (place) => place };
  let made = '';
  let from = 0;
  const moved: { at: number; end: number; start: number; stop: number }[] = [];
  for (const { start, end, out } of parts) {
    made += text.slice(from, start);
    moved.push({ at: made.length, end: made.length + out.length, start, stop: end });
    made += out;
    from = end;
  }
  made += text.slice(from);
  const back = (place: number, end: boolean): number => {
    let shift = 0;
    for (const one of moved) {
      if (place < one.at) break;
      if (place < one.end) return end ? (place === one.at ? one.start : one.stop) : one.start;
      shift = one.stop - one.end;
    }
    return place + shift;
  };
  return { text: made, back };
}

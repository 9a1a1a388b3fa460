import type { Reading } from './context.ts';
import { countOf, englishDays } from './dates-en.ts';
import { chineseDays, smallNumber } from './dates-zh.ts';
import { type Day, dayOf, momentOf } from './days.ts';
import { type Clock, clockOf, findTimes } from './times.ts';
import { apart } from './words.ts';

/** A point in time as said: a day, perhaps a clock; `by` when it was a deadline (周五前, by Friday). */
export interface When {
  day: Day;
  clock?: Clock;
  by?: boolean;
}

interface Here {
  now: Date;
  zone: string;
}

const soon: { pattern: RegExp; minutes(match: RegExpMatchArray): number }[] = [
  {
    pattern: /(\d{1,3}|[一二两三四五六七八九十]{1,3}|半)个?(半)?(?:小时|钟头)(?:之后|以后|后)/g,
    minutes: (m) => (m[1] === '半' ? 0.5 : smallNumber(m[1])) * 60 + (m[2] ? 30 : 0),
  },
  { pattern: /(\d{1,3}|[一二两三四五六七八九十]{1,3})分钟(?:之后|以后|后)/g, minutes: (m) => smallNumber(m[1]) },
  { pattern: /一刻钟(?:之后|以后|后)/g, minutes: () => 15 },
  {
    pattern: /\bin\s+(\d{1,3}|an?|one|two|three|four|five|half an|a couple of)\s+(hours?|hrs?)\b/gi,
    minutes: (m) => (/^half/i.test(m[1] as string) ? 0.5 : countOf(m[1])) * 60,
  },
  { pattern: /\bin\s+(\d{1,3}|five|ten)\s?(?:minutes?|mins?)\b/gi, minutes: (m) => countOf(m[1]) },
];

/** Every day or moment a text names, in its order, seen from `now` in `zone`. */
export function findWhens(text: string, here: Here): Reading<When>[] {
  const today = dayOf(here.now, here.zone);
  const days: Reading<When>[] = [];
  for (const { pattern, minutes } of soon) {
    for (const match of text.matchAll(pattern)) {
      const then = new Date(here.now.getTime() + minutes(match) * 60_000);
      if (Number.isNaN(then.getTime())) continue;
      const iso = momentOf(dayOf(then, here.zone), 0, 0, here.zone);
      const passed = Math.floor((then.getTime() - new Date(iso).getTime()) / 60_000);
      const clock = { hour: Math.floor(passed / 60), minute: passed % 60 };
      days.push({
        start: match.index,
        end: match.index + match[0].length,
        value: { day: dayOf(then, here.zone), clock },
      });
    }
  }
  for (const { pattern, day } of [...chineseDays, ...englishDays]) {
    for (const match of text.matchAll(pattern)) {
      const value = day(match, today);
      if (value && match[0] !== '')
        days.push({ start: match.index, end: match.index + match[0].length, value: { day: value } });
    }
  }
  return join(text, once(text, apart(days)), apart(findTimes(text)), today);
}

const hourOnly = /^(?:eod|cob|end of (?:the )?day|tonight)$/i;

/** One day said twice counts once: 11月18日(周三), Fri EOD. */
function once(text: string, days: Reading<When>[]): Reading<When>[] {
  const kept: Reading<When>[] = [];
  days.forEach((one, index) => {
    const last = kept.at(-1);
    const next = days[index + 1];
    const said = text.slice(one.start, one.end);
    const joins = (from: number, to: number) => /^[\s,(]{0,2}(?:on\s|of\s)?$/i.test(text.slice(from, to));
    if (hourOnly.test(said) && ((last && joins(last.end, one.start)) || (next && joins(one.end, next.start)))) return;
    if (last && text[one.start - 1] === '(' && text[one.end] === ')' && one.start - last.end <= 2)
      last.end = one.end + 1;
    else kept.push({ ...one });
  });
  return kept;
}

const between = /^[\s,的]{0,3}(?:at|on|@|from|in the)?\s?$/i;
const bareHour = /^\s(?:at\s)?(\d{1,2})(?=$|[\s,.;!?])(?!\s?(?:k|w|m|万|人|seats|users|people|days|weeks)\b)/i;

/** Puts each clock to the day beside it; a clock alone is today's. */
function join(text: string, days: Reading<When>[], clocks: Reading<Clock>[], today: Day): Reading<When>[] {
  const free = new Set(clocks);
  const found: Reading<When>[] = [];
  for (const one of days) {
    let { start, end } = one;
    const value: When = { ...one.value };
    for (const clock of free) {
      const inside = clock.start >= start && clock.end <= end;
      const next = clock.start >= end && clock.start - end <= 8 && between.test(text.slice(end, clock.start));
      const ahead =
        clock.end <= start && start - clock.end <= 5 && /^\s?(?:on|of|,)?\s?$/i.test(text.slice(clock.end, start));
      if (!inside && !next && !ahead) continue;
      free.delete(clock);
      if (value.clock && inside) continue;
      value.clock = clock.value;
      start = Math.min(start, clock.start);
      end = Math.max(end, clock.end);
    }
    if (!value.clock) {
      const hour = bareHour.exec(text.slice(end, end + 12));
      const clock = hour ? clockOf(hour[1], 0, undefined) : null;
      if (hour && clock) {
        value.clock = clock;
        end += hour[0].length;
      }
    }
    found.push({ start, end, value });
  }
  for (const clock of free) {
    if (found.some((one) => clock.start < one.end && one.start < clock.end)) continue;
    found.push({ start: clock.start, end: clock.end, value: { day: today, clock: clock.value } });
  }
  return found.sort((a, b) => a.start - b.start).map((one) => deadline(text, one));
}

function deadline(text: string, one: Reading<When>): Reading<When> {
  const range = /^\s?(?:到|至|-|~)\s?(?:(?:上午|下午|晚上)?\d{1,2}(?:点半?|:\d{2})|\d{1,2}\s?[ap]m)/i.exec(
    text.slice(one.end, one.end + 12),
  );
  const end = one.end + (one.value.clock ? (range?.[0].length ?? 0) : 0);
  const after = /^(?:之前|以前|前(?!天|几|台|后))/.exec(text.slice(end, end + 3));
  const before = /\b(?:by|before|until|due|no later than)\s(?:the\s)?$/i.exec(
    text.slice(Math.max(0, one.start - 20), one.start),
  );
  const ends = /^(?:end|eo|cob)|(?:底|末|月份?|前)$/i.test(text.slice(one.start, one.end));
  const on = before ?? /\b(?:on|for|at)\s$/i.exec(text.slice(Math.max(0, one.start - 6), one.start));
  const value = after || before || ends ? { ...one.value, by: true } : one.value;
  return { start: one.start - (on?.[0].length ?? 0), end: end + (after?.[0].length ?? 0), value };
}

/** The moment a When means: without a clock 9:00, a deadline 18:00, by the clocks of `zone`. ISO 8601 with offset. */
export function toMoment(when: When, zone: string): string {
  const { hour, minute } = when.clock ?? { hour: when.by ? 18 : 9, minute: 0 };
  return momentOf(when.day, hour, minute, zone);
}

const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** The day or moment a text is, as a whole. Null when it is none or more than one. */
export function readWhen(text: string, here: Here): When | null {
  const trimmed = text.trim();
  const exact = iso.exec(trimmed);
  if (exact && !exact[4])
    return { day: exact[1] as string, clock: { hour: Number(exact[2]), minute: Number(exact[3]) } };
  const all = findWhens(trimmed, here);
  const one = all.length === 1 ? all[0] : undefined;
  if (!one) return null;
  return /^[\s,.:到在于-]*$/.test(trimmed.slice(0, one.start) + trimmed.slice(one.end)) ? one.value : null;
}

/** The moment a text is, as a whole; one written in ISO 8601 with its offset stays as it is. Null when it is none. */
export function readMoment(text: string, here: Here): string | null {
  const exact = iso.exec(text.trim());
  if (exact?.[4]) return text.trim().replace(' ', 'T');
  const when = readWhen(text, here);
  return when && toMoment(when, here.zone);
}

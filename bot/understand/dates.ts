import { plainChinese } from './chinese.ts';
import type { Reading } from './context.ts';
import { countedDays, offsets } from './dates-count.ts';
import { englishDays } from './dates-en.ts';
import { englishStretches } from './dates-en-stretch.ts';
import { englishWeeks } from './dates-en-week.ts';
import { joined } from './dates-join.ts';
import type { Named, When } from './dates-named.ts';
import { soon } from './dates-soon.ts';
import { chineseDays } from './dates-zh.ts';
import { chineseMonths } from './dates-zh-month.ts';
import { chineseStretches } from './dates-zh-stretch.ts';
import { dayOf, inWeek, matches, momentOf } from './days.ts';
import { inFigures } from './figures.ts';
import { englishHolidays } from './holidays-en.ts';
import { remember } from './remember.ts';

import { findTimes } from './times.ts';
import { apart } from './words.ts';

export type { When } from './dates-named.ts';

interface Here {
  now: Date;
  zone: string;
}

const chinese = [...chineseDays, ...chineseMonths, ...chineseStretches];
const english = [...englishDays, ...englishWeeks, ...englishStretches, ...englishHolidays, ...countedDays];

/** Every day or moment a text names, in its order, seen from `now` in `zone`. */
export const findWhens = remember(whensIn, (text: string, { now, zone }: Here) => `${now.getTime()} ${zone} ${text}`);

function whensIn(text: string, here: Here): Reading<When>[] {
  const { text: plain, back } = inFigures(plainChinese(text));
  const today = dayOf(here.now, here.zone);
  const days: Reading<Named>[] = [];
  const rules = [...(/\p{Script=Han}|\d/u.test(plain) ? chinese : []), ...(/[a-z\d]/i.test(plain) ? english : [])];
  for (const { pattern, day } of rules) {
    for (const match of matches(pattern, plain)) {
      const value = day(match, today);
      if (value)
        days.push({
          start: match.index,
          end: match.index + match[0].length,
          value: typeof value === 'string' ? { day: value } : value,
        });
    }
  }
  const moments = counted(plain, here);
  const named = apart([
    ...days,
    ...moments.map(({ start, end, value }) => ({ start, end, value: { day: value.day } })),
  ]);
  const moved = offsets(plain, named);
  const all = moved.length > 0 ? apart([...moved, ...named]) : named;
  sameWeek(plain, all);
  const exact = moments.filter(({ start, end }) => all.some((one) => one.start === start && one.end === end));
  return joined(plain, all, exact, findTimes(plain), today).map(({ start, end, value }) => ({
    start: back(start, false),
    end: back(end, true),
    value,
  }));
}

/** 下周三或周四: the second weekday is of the same week. */
function sameWeek(text: string, days: Reading<Named>[]): void {
  days.forEach(({ start, value }, index) => {
    const last = days[index - 1];
    if (
      value.weekday === undefined ||
      !last?.value.of ||
      !/^\s?(?:或者?|,|和|到|至|-|~)\s?$/.test(text.slice(last.end, start))
    )
      return;
    Object.assign(value, { day: inWeek(last.value.of, value.weekday, 0), of: last.value.of });
  });
}

/** Moments some minutes or hours from now. */
function counted(text: string, here: Here): Reading<When>[] {
  const found: Reading<When>[] = [];
  for (const { pattern, minutes } of soon) {
    for (const match of matches(pattern, text)) {
      const then = new Date(here.now.getTime() + minutes(match) * 60_000);
      if (Number.isNaN(then.getTime())) continue;
      const day = dayOf(then, here.zone);
      const passed = Math.floor((then.getTime() - new Date(momentOf(day, 0, 0, here.zone)).getTime()) / 60_000);
      const clock = { hour: Math.floor(passed / 60), minute: passed % 60 };
      found.push({ start: match.index, end: match.index + match[0].length, value: { day, clock } });
    }
  }
  return found;
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

import type { Reading } from './context.ts';
import { deadline } from './dates-deadline.ts';
import type { Named, When } from './dates-named.ts';
import { together } from './dates-together.ts';
import type { Day } from './days.ts';
import { clockOf, type Spoken } from './times-said.ts';
import { apart } from './words.ts';

const little =
  '(?:at|on|in|of|the|this|around|about|for|from|by|before|after|until|till|circa|between|no later than|later than|later|starting)';
const beside = new RegExp(`^[ \\t,的(@-]{0,3}(?:${little}\\s){0,3}(?:${little})?[ \\t)(@:-]{0,2}$`, 'i');

interface Group {
  start: number;
  end: number;
  day?: Named;
  hour?: Spoken;
  part?: string;
  /** Holds an hour or a part that is none by itself. */
  weak: boolean;
  /** A moment counted from now: its clock is known. */
  exact?: When;
}

/** One thing found: a day, an hour or part of the day, or a moment counted from now. */
interface Piece {
  start: number;
  end: number;
  day?: Named;
  time?: Spoken;
  exact?: When;
}

/** Puts the days, hours and parts of the day that stand beside each other together, and says what is a deadline. */
export function joined(
  text: string,
  days: Reading<Named>[],
  exact: Reading<When>[],
  times: Reading<Spoken>[],
  today: Day,
): Reading<When>[] {
  const groups: Group[] = [];
  for (const piece of pieces(days, exact, times)) {
    const last = groups.at(-1);
    const gap = last ? text.slice(last.end, piece.start) : '';
    const near = last && gap.length <= 24 && beside.test(gap);
    if (!(near && last && take(last, piece, gap, text.slice(piece.start, piece.end), today))) groups.push(begin(piece));
  }
  const found: Reading<When>[] = [];
  for (const group of groups) {
    // The end of a stretch (3点到5点) belongs to the hour it begins with.
    if (group.start < (found.at(-1)?.end ?? 0)) continue;
    found.push(...finish(text, group, today));
  }
  return found;
}

/** Days, and the hours that are no part of one, in their order. */
function pieces(days: Reading<Named>[], exact: Reading<When>[], times: Reading<Spoken>[]): Piece[] {
  const known = new Map(exact.map(({ start, value }) => [start, value]));
  const taken = new Set<number>();
  for (const { start, end } of days) for (let at = start; at < end; at++) taken.add(at);
  const free = apart(times.filter(({ start, end }) => !taken.has(start) && !taken.has(end - 1)));
  return [
    ...days.map(({ start, end, value }) => {
      const moment = known.get(start);
      return moment ? { start, end, exact: moment } : { start, end, day: value };
    }),
    ...free.map(({ start, end, value }) => ({ start, end, time: value })),
  ].sort((a, b) => a.start - b.start);
}

function begin({ start, end, day, time, exact }: Piece): Group {
  const part = time?.part ?? day?.part;
  return {
    start,
    end,
    weak: time?.weak === true,
    ...(day ? { day } : {}),
    ...(time?.hour !== undefined ? { hour: time } : {}),
    ...(part !== undefined ? { part } : {}),
    ...(exact ? { exact } : {}),
  };
}

/** Adds what stands next to a group; false when it is of something else. */
function take(group: Group, { end, day, time, exact }: Piece, gap: string, said: string, today: Day): boolean {
  if (exact || group.exact) return false;
  const taken = day ? takeDay(group, day, gap, said, today) : time !== undefined && takeTime(group, time, gap, said);
  if (taken) group.end = end;
  return taken;
}

function takeDay(group: Group, day: Named, gap: string, said: string, today: Day): boolean {
  if (!group.day) {
    const lone = group.weak && group.hour && !group.part;
    // 28万5 昨天: the figure is no hour.
    if (lone && (/^\p{Script=Han}/u.test(said) || (!/^\s?(?:on\s)?$/.test(gap) && !day.part))) return false;
    group.day = day;
    group.part ??= day.part;
    return true;
  }
  const both = together(group.day, day, today);
  if (!both) return false;
  group.day = both;
  group.part ??= both.part;
  return true;
}

function takeTime(group: Group, time: Spoken, gap: string, said: string): boolean {
  if (time.hour !== undefined) {
    if (group.hour || (time.weak && ((!group.day && !group.part) || /[-(,]/.test(gap)))) return false;
    group.hour = time;
    group.part = time.part ?? group.part;
    return true;
  }
  // "2 morning sessions" is no clock; "2 in the morning" is.
  const bare = group.hour && group.hour.minute === undefined && !group.day;
  if (bare && !/^(?:in|this|tonight|at)/i.test(said)) return false;
  if (group.part && !(group.day?.hourOnly && group.day.part === group.part)) return false;
  group.part = time.part;
  return true;
}

function finish(text: string, group: Group, today: Day): Reading<When>[] {
  const { day, hour, part, exact } = group;
  if (exact) return [{ start: group.start, end: group.end, value: exact }];
  if (day?.beside) return [];
  // An hour or "night" alone is none; with a day or a part of the day it is.
  if (group.weak && !day && !(hour && part)) return [];
  const clock = hour || part ? clockOf({ ...hour, ...(part ? { part } : {}) }) : null;
  if (!day && !clock) return [];
  const value: When = { day: day?.day ?? today, ...(clock ? { clock } : {}) };
  return [deadline(text, { start: group.start, end: group.end, value }, day, part, today)];
}

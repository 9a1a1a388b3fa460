import type { Case, Entity } from './cases.ts';

/** Why an entity of a spec (or a whole case that expects nothing) is not asked for. */
export interface Rule {
  name: string;
  why: string;
  entity?(entity: Entity, spec: Case): boolean;
  /** Of a case that expects nothing to be found. */
  nothing?(spec: Case): boolean;
}

const range = /range$/;
const day = (spec: Case) => spec.now.toISOString().slice(0, 10);
const moment = (spec: Case) => spec.now.toISOString().slice(0, 19).replace('T', ' ');
const spelledYear = /\d|[零〇一二三四五六七八九十]{1,4}\s?年|nineteen|twenty|thousand|ninet|eight|sevent/i;
const bothEnds =
  /\b(?:from|between|through|thru|until|till?|to|for|starting)\b|[到至~–]|之间|和.+间|[\d日号月年m]\s?-+\s?[\d\p{L}]|[a-z]-[a-z]/iu;
const quarter = /^(?:\d{4}[\s-]?[qh]\d|[qh]\d[\s-]?\d{4})$/i;

/** A stretch whose both ends are said, or one end and how long it lasts; "the next 3 days" says neither. */
const twoEnded = ({ type, text, values }: Entity) =>
  range.test(type) && values.some(({ timex }) => timex?.startsWith('(')) && bothEnds.test(text) && !quarter.test(text);

export const dateRules: Rule[] = [
  {
    name: 'lengths',
    why: 'A length of time (3 hours), something that recurs (every Monday) or a time zone is not a point in time.',
    entity: ({ type }) => /^(?:duration|set|timezone)$/.test(type),
  },
  {
    name: 'unresolved',
    why: 'The spec itself gives no day (a summer, a fiscal year, 30 February).',
    entity: ({ values }) => values.every(({ value }) => value === 'not resolved'),
  },
  {
    name: 'now',
    why: '"Now", "at present", 马上: nothing is put into a calendar for now.',
    entity: ({ values }) => values.some(({ timex }) => timex?.endsWith('_REF')),
  },
  {
    name: 'history',
    why: 'Before 1900 (reigns of emperors, the 15th century): nobody sells there.',
    entity: ({ values }) =>
      values.some(({ value, start, end }) => /^(?:0\d|1[0-8])\d\d-/.test(value ?? start ?? end ?? '')),
  },
  {
    name: 'calendars',
    why: 'The lunar calendar by its own days (正月三十, 农历十月初一): the spec resolves it as if it were the solar one.',
    entity: ({ text }) => /农历|正月|大年|初[一二三四五六七八九十]/.test(text),
  },
  {
    name: 'two ends',
    why: 'A stretch with both its ends said, or one end and a length (from 5 to 6pm, 10/1-11/7, 3 days starting Monday): a deadline or an appointment is one moment.',
    entity: twoEnded,
  },
  {
    name: 'years',
    why: 'A year by its number, a decade, a century (before 2010, the 1990s): too wide to be a target; this year and next year stay.',
    entity: ({ type, text, values }) =>
      type === 'daterange' &&
      values.some(
        ({ timex = '' }) => /,P\d+0Y\)$/.test(timex) || (spelledYear.test(text) && /^(?:\d{4}|\d{2,3}X*)$/.test(timex)),
      ),
  },
  {
    name: 'over',
    why: 'A stretch of days or a number of hours that is over (last quarter, the past 5 minutes): it is no deadline and no target; a part of a day (昨晚) stays.',
    entity: ({ type, values }, spec) =>
      (type === 'daterange' || (type === 'datetimerange' && values.some(({ timex }) => timex?.startsWith('(')))) &&
      values.every(({ start, end }) => start && end && end <= (end.length > 10 ? moment(spec) : day(spec))),
  },
  {
    name: 'unanchored',
    why: 'Named by something told before (the same week, the day before, partner of the year).',
    entity: ({ text, values }) =>
      values.some(({ Mod }) => Mod?.includes('ref_undef')) ||
      /^the (?:next )?(?:day|week|month|year|fortnight)(?: before| after)?$/i.test(text),
  },
  {
    name: 'our days',
    why: 'The spec expects nothing where our conventions read a day (12号, the 21st).',
    nothing: ({ input }) => /\bthe \d{1,2}(?:st|nd|rd|th)\b|^\d{1,2}号$/.test(input),
  },
];

import type { Context, Reading } from '../context.ts';
import { findWhens, toMoment, type When } from '../dates.ts';
import { addDays, dayOf } from '../days.ts';
import { mask } from '../normalize.ts';
import { findObjection } from '../story/outcomes.ts';

const weekday =
  /(?<!本|这个?|下)(?:周|星期|礼拜)[一二三四五六日天1-7]|(?<!\bthis\s)\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?s?\b/i;

const again =
  /\b(?:circle|check|come|get) back\b|\b(?:touch base|reach out|try(?: them| him| her)?|revisit)(?: again)? (?:in|next|after|on|mid|early|late)\b/i;

/** Today's own weekday, once the hour is past or without one, is the next of that name. */
function onward(text: string, one: Reading<When>, today: string, now: number, zone: string): Reading<When> {
  const { value } = one;
  const said = text.slice(Math.max(0, one.start - 2), one.end);
  if (value.day !== today || !weekday.test(said) || /今天|today/i.test(said)) return one;
  const open = value.clock && Date.parse(toMoment(value, zone)) > now;
  return open ? one : { ...one, value: { ...value, day: addDays(today, 7) } };
}

/** The first day or moment still to come that a text names. */
export function ahead(text: string, context: Context): Reading<When> | null {
  const today = dayOf(context.now, context.zone);
  // Circle back in Feb: the day is when, and no reason why not.
  const objection = again.test(text) ? null : findObjection(text, context);
  const now = context.now.getTime();
  const inMonth =
    /(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?:的时候|左右)?再/.test(text) ||
    (again.test(text) && /\bin (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i.test(text));
  return (
    findWhens(objection ? mask(text, [objection]) : text, context)
      .map((one) => onward(text, one, today, now, context.zone))
      .map((one) => (inMonth ? { ...one, value: { day: `${one.value.day.slice(0, 8)}01` } } : one))
      .find(
        ({ value }) =>
          value.day > today ||
          (value.day === today &&
            (value.by === true || (value.clock !== undefined && Date.parse(toMoment(value, context.zone)) > now))),
      ) ?? null
  );
}

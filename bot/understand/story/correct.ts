import type { Context, Draft, Reading } from '../context.ts';
import { dealLabels } from '../pairs.ts';
import { findTimes } from '../times.ts';
import { findWords } from '../words.ts';
import { type Kind, kindOf, spans } from './correct-kinds.ts';
import type { Correction } from './correction.ts';
import { refLike } from './names.ts';

/** What one does in the words that are right: only what it is done to is put right. */
export const doing =
  /^(?:给(?=[A-Z\p{Script=Han}]{2})|lost to |转给|交给|推进到|推到|挪到|进(?!口)|改成|改为|发给|打给|to |for |at |on |with |the |a |an )/iu;

const put = (text: string, { start, end }: Reading<unknown>, right: string) =>
  text.slice(0, start) + right + text.slice(end);
export const records = ['deal', 'who', 'customer', 'lead'] as const;

/** The words in front of which a value of that name stands; the first of them when several do. */
function labelled(all: Reading<unknown>[], last: string, label: string | undefined, context: Context) {
  if (all.length === 1) return all[0];
  const key = label && findWords(dealLabels(context), label)[0]?.value;
  const at = key && findWords(dealLabels(context), last).find(({ value }) => value === key)?.end;
  return at ? all.find(({ start }) => start >= at) : undefined;
}

const aWeekday =
  /(?:周|星期|礼拜)[一二三四五六日天]|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b/i;

const halfOfDay = /^(?:凌晨|早上|上午|中午|下午|傍晚|晚上)|\s?[ap]m$/i;

/** 下午4点 put in the place of 下周三下午3点 keeps the day, 周四 keeps the hour. */
function sameMoment(last: string, one: Reading<unknown>, right: string): string {
  const old = last.slice(one.start, one.end);
  const hour = findTimes(old)[0];
  const part = hour && !halfOfDay.test(right) ? halfOfDay.exec(old.slice(hour.start, hour.end)) : null;
  const mine = findTimes(right);
  const weekday = aWeekday.exec(right)?.[0] === right.trim() ? aWeekday.exec(old) : null;
  // 周四 for 下周三 is of the same week.
  if (weekday)
    return put(
      last,
      { start: one.start + weekday.index, end: one.start + weekday.index + weekday[0].length, value: null },
      right,
    );
  const rest = mine.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    right,
  );
  const clockOnly = mine.length > 0 && rest.trim() === '';
  const start = hour ? one.start + hour.start : one.end;
  const end = hour ? one.start + hour.end : one.end;
  if (clockOnly && part)
    return put(last, { start, end, value: null }, part.index === 0 ? part[0] + right : right + part[0]);
  if (clockOnly) return `${last.slice(0, start)}${hour ? '' : ' '}${right}${last.slice(end)}`;
  if (mine.length > 0 || !hour) return put(last, one, right);
  const day = hour.start > old.length - hour.end ? { start: one.start, end: start } : { start: end, end: one.end };
  return put(last, { ...day, value: null }, hour.start > old.length - hour.end ? `${right} ` : ` ${right}`);
}

/** 不是上午,是下午3点 and 4:30 not 4: an hour for the one hour told, of which the wrong words are a part. */
function sameHour(last: string, wrong: string, right: string, context: Context): string | null {
  if (!findTimes(right).some(({ start, end }) => start === 0 && end === right.length)) return null;
  const moments = spans('when', last, context).filter(({ start, end }) => {
    const said = last.slice(start, end);
    return findTimes(said).some((time) => said.slice(time.start, time.end).toLowerCase().includes(wrong.toLowerCase()));
  });
  const [one] = moments;
  return one && moments.length === 1 ? sameMoment(last, one, right) : null;
}

function ofKind(kind: Kind, last: string, said: Correction, right: string, context: Context): string | null {
  const one = labelled(spans(kind, last, context), last, said.label, context);
  if (!one) return null;
  return kind === 'when' ? sameMoment(last, one, right) : put(last, one, right);
}

/** The earlier text with the words put right. Null when what was wrong is not found in it, or might be several things. */
export function corrected(last: string, said: Correction, context: Context, before: readonly Draft[]): string | null {
  const { wrong } = said;
  if (said.again) return null;
  const right = said.right.replace(doing, '');
  if (said.figures) {
    const numbers = [...last.matchAll(/\d[\d\s-]{5,}\d/g)];
    const one = numbers.length === 1 ? numbers[0] : undefined;
    return one
      ? last.slice(0, one.index + one[0].length - right.length) + right + last.slice(one.index + one[0].length)
      : null;
  }
  if (wrong !== undefined) {
    const moment = sameHour(last, wrong, right, context);
    if (moment) return moment;
    const at = last.toLowerCase().indexOf(wrong.toLowerCase());
    if (at >= 0) return put(last, { start: at, end: at + wrong.length, value: null }, right);
    const kind = kindOf(wrong, context);
    const value = kind && JSON.stringify(spans(kind, wrong, context)[0]?.value);
    const same = kind ? spans(kind, last, context).filter((one) => JSON.stringify(one.value) === value) : [];
    return same.length === 1 ? put(last, same[0] as Reading<unknown>, right) : null;
  }
  const kind = kindOf(right, context);
  const valued = kind && ofKind(kind, last, said, right, context);
  if (valued) return valued;
  if (/^[\d.]+$/.test(right)) {
    const numbers = [...last.matchAll(/\d+(?:\.\d+)?/g)];
    const one = numbers.length === 1 ? numbers[0] : undefined;
    return one ? put(last, { start: one.index, end: one.index + one[0].length, value: null }, right) : null;
  }
  const elsewise = said.label !== undefined && !/公司|客户|人|名|name|company|customer|contact/i.test(said.label);
  if (elsewise || (kind !== null && kind !== 'person') || !refLike(right)) return null;
  const person = kind === 'person' || /人|名字|姓名|联系人|name|contact/i.test(said.label ?? '');
  // A lead told anew names its company in a field of its own.
  const company = before.map(({ input }) => input.company).filter((one) => typeof one === 'string');
  if (company.length === 1 && /公司|company/i.test(said.label ?? '')) return renamed(last, right, company);
  return renamed(last, right, person ? [...contactsOf(before), ...recordsOf(before)] : recordsOf(before));
}

const recordsOf = (before: readonly Draft[]) =>
  before.flatMap(({ input }) =>
    records.flatMap((key) => (typeof input[key] === 'string' ? [input[key] as string] : [])),
  );
const contactsOf = (before: readonly Draft[]) =>
  before.flatMap(({ input }) =>
    [...((input.contacts as string[] | undefined) ?? []), input.contact, input.name].filter(
      (one) => typeof one === 'string',
    ),
  );

/** The text with the one name it speaks of in another's place. */
function renamed(last: string, right: string, said: readonly string[]): string | null {
  const [name, ...more] = [...new Set(said)];
  const at = name === undefined ? -1 : last.toLowerCase().indexOf(name.toLowerCase());
  if (name === undefined || at < 0 || (more.length > 0 && said.length === more.length + 1 && recordsDiffer(said)))
    return null;
  return put(last, { start: at, end: at + name.length, value: null }, right);
}
const recordsDiffer = (said: readonly string[]) => new Set(said).size > 1;

import type { Money } from '../intents.ts';
import type { Context, Reading } from './context.ts';
import { findEmails } from './emails.ts';
import { leadValue, takeLabelled } from './fields.ts';
import { sort } from './lead-sort.ts';
import { findMoney } from './money.ts';
import { gone, mask } from './normalize.ts';
import { findNumbers, type Numeral } from './numbers.ts';
import { findPhones } from './phones.ts';
import { cutAt } from './shared.ts';
import { lookUp } from './words.ts';

/** How much of a text is read for a lead's parts, in characters; what follows (a pasted letter) is kept as a note. */
const longestCard = 800;

/** Where one met that is no company: on the train. */
const metOn =
  /\b(?:i )?met (?:him |her |them |(?:a|an|some|this) (?:guy|man|woman|lady|person|chap|bloke|buyer|someone) )?(?:on|at|in) (?:the |a |an |my )?(?:train|plane|flight|bus|metro|subway|lift|elevator|gym|bar|cafe|pub|airport|station|queue)\b[\s,:-]*/i;

/** Met a guy at the Hannover stand, …: at which fair it was. */
const metAt =
  /^(?:(?:just|i|we|also|today|yesterday)\s){0,3}(?:met )?[\s\ue000]*(?:(?:a|an|some|this) (?:guy|man|woman|lady|person|chap|bloke|buyer) |someone |somebody )?(?:at|on|in) (?:the |our )([\w' &-]{2,30}?(?:stand|booth|fair|expo|show|conference|conf|summit|meetup|mixer|event))\s?[,:-]+\s?/i;

/** What a lead's words say: every part that was recognised, the rest in `note`. Nothing said is left out. */
export function readLead(text: string, context: Context): Record<string, unknown> {
  const lead: Record<string, unknown> = {};
  const fair = metAt.exec(text)?.[1];
  const [card, more] = cutAt(text.replace(metAt, '').replace(metOn, ''), longestCard);
  const notes: string[] = [];
  const { values, rest } = takeLabelled(card);
  const put = (key: string, said: string) => {
    const value = leadValue(key, said, context);
    if (value === null) notes.push(`${key}: ${said}`);
    else if (key === 'note') notes.push(String(value));
    else lead[key] = value;
  };
  for (const [key, said] of Object.entries(values)) put(key, said);
  const event = fair && (lookUp(context.channels, 'expo') ?? lookUp(context.channels, 'trade show'));
  if (event) Object.assign(lead, { channel: event, source: fair });

  const spans: { start: number; end: number }[] = [];
  const take = <T>(key: string, all: Reading<T>[], read: (value: T) => unknown = (value) => value) => {
    const one = all[0];
    if (!one || lead[key] !== undefined) return;
    lead[key] = read(one.value);
    spans.push(one);
  };
  take('email', findEmails(rest));
  const plain = mask(rest, spans);
  take('phone', findPhones(plain, context.language, context.zone));
  const wechat = /(?:微信号?|wechat(?: id)?|wx)[:\s]{0,2}([a-z][-_a-z0-9]{5,19})(?![a-z0-9@.])/i.exec(
    mask(rest, spans),
  );
  if (wechat) take('wechat', [{ start: wechat.index, end: wechat.index + wechat[0].length, value: wechat[1] }]);
  const open = mask(rest, spans);
  take('headcount', headcounts(open));
  const sum = budgets(mask(open, spans), context).map((one) => ({ ...one, ...around(rest, one) }));
  take('budget', sum);
  // A sum said as a span is kept as it was said, too.
  const [span] = sum;
  if (span?.said && lead.budget === span.value) notes.push(rest.slice(span.start, span.end));
  const left = mask(rest, spans);
  const words = left.replace(
    /(?:电话|手机号?|邮箱|微信|(?<![a-z])(?:phone|tel|mobile|mob|hp|ph|direct|cell|e-?mail|wechat))(?:是|:|\s)?(?=\ue000)/gi,
    (said) => gone.repeat(said.length),
  );
  sort(words, lead, notes, put, context);
  if (more !== '') notes.push(more);
  if (notes.length > 0) lead.note = notes.join('; ').slice(0, 2000);
  return lead;
}

const measured =
  /^\s?(?:来|多)?\s?(?:名员工|人|号人|员工|(?:people|employees|staff|seats|users|headcount|ppl|heads|pax)(?![a-z]))/i;

/** 规模150, headcount 90: the label says what the number counts. */
const sized = /(?:规模|人数|员工数?|headcount|team of|company size)[:\s是约大概有]{0,3}$/i;

/** 预算四十万 八百人: two numbers, though a blank may stand within one. */
function lastOf(text: string, number: Reading<Numeral>): Reading<Numeral> {
  const blank = text.slice(number.start, number.end).lastIndexOf(' ');
  if (blank < 0 || !/\p{Script=Han}$/u.test(text.slice(number.start, number.start + blank))) return number;
  const from = number.start + blank + 1;
  const one = findNumbers(text.slice(from, number.end))[0];
  return one ? { start: from + one.start, end: from + one.end, value: one.value } : number;
}

function headcounts(text: string): Reading<number>[] {
  return findNumbers(text).flatMap((number) => {
    const { start, end, value } = lastOf(text, number);
    const label = sized.test(text.slice(Math.max(0, start - 12), start)) ? [''] : null;
    const unit = measured.exec(text.slice(end, end + 16)) ?? label;
    return unit?.[0] !== undefined && Number.isSafeInteger(Math.round(value.value))
      ? [{ start, end: end + unit[0].length, value: Math.round(value.value) }]
      : [];
  });
}

/** 大概三四十万的盘子: where the words around a sum begin and end, up to the next mark. */
function around(text: string, { start, end, value }: Reading<Money>): { start: number; end: number; said: boolean } {
  const before = /[^\s,;\n\ue000]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = /^[^\s,;\n\ue000]*/.exec(text.slice(end))?.[0].length ?? 0;
  const said =
    value.about === true && before + after <= 8 && !/预算|budget/i.test(text.slice(start - before, end + after));
  return said ? { start: start - before, end: end + after, said } : { start, end, said };
}

function budgets(text: string, context: Context): Reading<Money>[] {
  const label = /(?:预算|budget)[:\s]?(?:是|有|为|大概|大约|约|在|of|is|about|around)?\s?/gi;
  for (const match of [...text.matchAll(label)].slice(0, 5)) {
    const at = match.index + match[0].length;
    const one = findMoney(text.slice(match.index, match.index + 60), context.currency, true)[0];
    if (one && match.index + one.start <= at)
      return [{ start: match.index, end: match.index + one.end, value: one.value }];
  }
  // What they turn over in a year is no budget.
  const turnover = /^\s?的?(?:产值|营收|年销|流水)|^\s(?:a|per)\s(?:year|month)|^\s(?:in )?revenue/i;
  const all = findMoney(text, context.currency).filter(
    ({ start, end }) =>
      !turnover.test(text.slice(end)) && !/(?:产值|营收|销售额|revenue)\s?$/i.test(text.slice(0, start)),
  );
  return all.map((one) => {
    const after = /^\s?(?:的)?(?:预算|budget)/i.exec(text.slice(one.end));
    return { ...one, end: one.end + (after?.[0].length ?? 0) };
  });
}

import type { Context, Draft, Found, Reading } from './context.ts';
import { findWhens } from './dates.ts';
import { addDays, dayOf } from './days.ts';
import { about, type Span } from './deal.ts';
import { lossFacts } from './losses.ts';
import { findMoney } from './money.ts';
import { dealsIn } from './moved-names.ts';
import { gone, leftovers, mask } from './normalize.ts';
import { dealLabels, type Fact, readPairs } from './pairs.ts';
import { endStage, knownStage } from './stage.ts';

const signed = /签|盖[的了]?章|signed|sign|inked|closed/i;

const weekday =
  /^(?:on\s|this\s|last\s)?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$|^(?:这?个?周|星期|礼拜)[一二三四五六日天]$/i;

/** A day that is over; of a deal that is won "on Monday" is the last one. */
function gonePast(text: string, today: string, won: boolean, context: Context): Reading<string> | undefined {
  for (const { start, end, value } of findWhens(text, context)) {
    if (value.day <= today) return { start, end, value: value.day };
    const last = addDays(value.day, -7);
    if (won && last <= today && weekday.test(text.slice(start, end).trim())) return { start, end, value: last };
  }
  return undefined;
}

/** What the words around a move tell along: how much it is worth, and for a deal that is signed, the day. */
function alongWith(free: string, named: string, stage: string, context: Context) {
  const facts: Record<string, Fact> = {};
  const spans: { start: number; end: number }[] = [];
  const today = dayOf(context.now, context.zone);
  const ends = stage === endStage(true, context);
  const has = (key: string) => context.fields.some((field) => field.key === key);
  const before = gonePast(named, today, ends, context);
  const after = gonePast(free, today, ends, context);
  if (has('signed_on') && ((ends && (before || after)) || (after && signed.test(free)))) {
    facts.signed_on = (after ?? before)?.value as string;
    if (after) spans.push(after);
  }
  const money = findMoney(free, context.currency);
  const inName = findMoney(named, context.currency);
  if (has('amount') && money.length + inName.length === 1) {
    facts.amount = (money[0] ?? inName[0])?.value as Fact;
    spans.push(...money);
  }
  const left = mask(free, spans).replace(
    /签的字?|签了字?|签下|盖[的了]?章?|\b(?:in the end|after all|all in|finally|at|for|worth|around|signed|about|total|is|it'?s|now|on|deal|price|quote[ds]?|(?:a|per) (?:year|yr)|annually)\b|总共|一共|合计|[就先]?按|写(?=$|[\s,吧])|总价|金额|合同额?|报的?了?价?是?|整(?![\u4e00-\u9fff])|刚|我们?/gi,
    (said) => (spans.length > 0 ? gone.repeat(said.length) : said),
  );
  return {
    facts,
    left,
    name: mask(named, [...(before ? [before] : []), ...inName])
      .replaceAll(gone, '')
      .trim(),
  };
}

/** What a clause behind a move tells of it alone (12万, 今天签的); null when it tells more. */
export function tellsAlong(text: string, stage: string, context: Context): Record<string, Fact> | null {
  const { facts, left } = alongWith(text, '', stage, context);
  return Object.keys(facts).length > 0 && leftovers(left) === '' ? facts : null;
}

/** A move of a deal to a stage, with the facts that were said along. */
export function move(
  said: string,
  stage: string,
  rest: string,
  lost: boolean,
  span: Span,
  context: Context,
  confidence = 0.95,
): Found {
  const all = dealLabels(context);
  const name = said.replace(
    /\s?(?:(?:(?:has|have|went|moved|gone|is|are)\s)?\bfrom\s(?:the\s)?|从|由)\s?([^,;]{2,24}?)(?:阶段|\sstage)?$/i,
    (all, stage: string) => (knownStage(stage, context) ? '' : all),
  );
  // What a loss is told with ("price", "competitor") are reasons before they are labels.
  const labels = lost ? all.filter(({ key }) => key === 'competitor') : all;
  const read = readPairs(rest, labels, context);
  const pairs = lost && Object.keys(read.values).length === 0 ? { values: {}, first: -1, leftover: '' } : read;
  const free = pairs.first >= 0 ? rest.slice(0, pairs.first) : rest;
  const along = lost ? { facts: {}, left: free, name } : alongWith(free, name, stage, context);
  const reason = lost ? lossFacts(free, context) : {};
  const facts = { ...reason, ...along.facts, ...pairs.values };
  const input = { stage, ...(Object.keys(facts).length > 0 ? { facts } : {}) };
  const because = along.left.replace(/(?:因为|由于|because|since).*$/is, '');
  const next = lost ? elsewhere(free, `${reason.competitor ?? ''}`, along.name, context) : leftovers(because);
  const leftover = [next, pairs.leftover].filter((word) => word !== '').join(' ');
  const [first = '', ...others] = dealsIn(along.name, context);
  const found = about({ name: 'deal.move', input, confidence, leftover, ...span }, 'deal', first, context);
  const more: Draft[] = others.map((deal) => ({ name: 'deal.move', input: { deal, ...input } }));
  return more.length > 0 ? { ...found, more } : found;
}

/** Of the words behind a loss those that speak of another customer: they are no reason. */
function elsewhere(rest: string, rival: string, deal: string, context: Context): string {
  const other = context.names?.find(rest).find(({ start, end, kind }) => {
    const said = rest.slice(start, end);
    const own = kind !== 'customer' || rival.includes(said) || said.includes(rival || '\n') || deal.includes(said);
    return !own && /(?:^|[\s,;.!]|and)\s?$/.test(rest.slice(0, start));
  });
  return other ? rest.slice(other.start).trim() : '';
}

import type { Context, Found } from './context.ts';
import { findWhens } from './dates.ts';
import { dayOf } from './days.ts';
import { findMoney } from './money.ts';
import { gone, leftovers, mask } from './normalize.ts';
import { dealLabels, type Fact, optionOf, type Pairs, readPairs } from './pairs.ts';
import { cleanRef, resolve } from './refs.ts';
import { endStage } from './stage.ts';
import { nameOf } from './story/names.ts';
import { findObjection, findOutcome } from './story/outcomes.ts';

const kinds = ['deal', 'customer', 'lead'] as const;
type Span = { from: number; to: number };

/** Puts what a sentence names into a draft: `key` from the text or from what the conversation is about. */
export function about(
  draft: Omit<Found, 'missing'>,
  key: string,
  said: string,
  context: Context,
  order: readonly ('deal' | 'customer' | 'lead')[] = kinds,
): Found {
  const name = nameOf(said, context);
  // Words that can be no name: the sentence is about something else than a record of ours.
  if (name === null) return { ...draft, leftover: draft.leftover || said };
  const ref = resolve(name, context, order);
  return ref === null ? { ...draft, missing: [key] } : { ...draft, input: { [key]: ref, ...draft.input } };
}

/** A rival without a name. */
const nobodyNamed =
  /^(?:竞品|竞争对手|对手|友商|别家|其他家?|别人|人家|其他供应商|本地供应商|a |an |the |some |another |other |someone|somebody|competitor|their |our |us$|him|her|them)/i;

/** Why a deal was lost, out of the words after it: the option of the playbook's field, or the words. */
export function lossFacts(text: string, context: Context): Record<string, Fact> {
  const field = context.fields.find(({ key }) => key === 'loss_reason');
  const said = text
    .replace(
      /^[\s,:;-]*(?:(?:因为|原因是?|理由是?|由于|是因为|because(?: of)?|due to|reason|on|over)(?=\s|:|\p{Script=Han}|$))?[\s:]*/iu,
      '',
    )
    .replace(/^(?:they |it |the customer |客户|对方)(?=.)/i, '')
    .trim();
  if (said === '') return {};
  const option = optionOf(field, said);
  const objection =
    option === said ? optionOf({ key: '', words: [], type: 'choice', options: context.objections }, said) : option;
  const rival =
    /(?:(?:被|让)(?:隔壁的?|对面的?)?|输给了?|给了|选择?了?|定了|用了|跟了|签了)\s?([^\s,;]{2,20}?)(?:给?抢|给?截|拿下|中标|签|撬|了|$|[\s,;])|\b(?:lost )?to\s+([\p{L}\d][\p{L}\d .-]{0,30})$|\b(?:went|going|gone|signed|chose|picked|sticking)\s(?:with|w\/?|for)?\s?([A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*)?)/iu.exec(
      said,
    );
  const competitor: Record<string, Fact> = {};
  const who = (rival?.[1] ?? rival?.[2] ?? rival?.[3] ?? '').replace(/(?:了|smh|lol)$/, '').trim();
  if (rival && !nobodyNamed.test(who) && context.fields.some(({ key }) => key === 'competitor'))
    competitor.competitor = who;
  const why = findObjection(said, context)?.value ?? (findOutcome(said)?.value === 'silent' ? 'silent' : undefined);
  const told =
    option === said && why
      ? [why, `no_${why}`].find((key) => field?.options?.some((one) => one.key === key))
      : undefined;
  if (told && !rival) return { loss_reason: told };
  // A reason that is no option stays as it was said, so that the answer can show the choices.
  return {
    loss_reason:
      field?.type === 'choice' && option === said && field.options?.some(({ key }) => key === objection)
        ? objection
        : rival && option === said
          ? (field?.options?.find(({ key }) => key === 'competitor')?.key ?? said)
          : option,
    ...competitor,
  };
}

const signed = /签|signed|sign|inked|closed/i;

/** What the words around a move tell along: how much it is worth, and for a deal that is signed, the day. */
function alongWith(free: string, named: string, stage: string, context: Context) {
  const facts: Record<string, Fact> = {};
  const spans: { start: number; end: number }[] = [];
  const today = dayOf(context.now, context.zone);
  const ends = stage === endStage(true, context);
  const has = (key: string) => context.fields.some((field) => field.key === key);
  const before = findWhens(named, context).find(({ value }) => value.day <= today);
  const after = findWhens(free, context).find(({ value }) => value.day <= today);
  if (has('signed_on') && ((ends && (before || after)) || (after && signed.test(free)))) {
    const day = (after ?? before)?.value.day as string;
    facts.signed_on = day;
    if (after) spans.push(after);
  }
  const money = findMoney(free, context.currency);
  const inName = findMoney(named, context.currency);
  if (has('amount') && money.length + inName.length === 1) {
    facts.amount = (money[0] ?? inName[0])?.value as Fact;
    spans.push(...money);
  }
  const left = mask(free, spans).replace(
    /签的|签了|签下|\b(?:at|for|worth|around|signed|about|total|is|it'?s|now)\b|总共|一共|金额|合同/gi,
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
  // What a loss is told with ("price", "competitor") are reasons before they are labels.
  const labels = lost ? all.filter(({ key }) => key === 'competitor') : all;
  const read = readPairs(rest, labels, context);
  const pairs = lost && Object.keys(read.values).length === 0 ? { values: {}, first: -1, leftover: '' } : read;
  const free = pairs.first >= 0 ? rest.slice(0, pairs.first) : rest;
  const along = lost ? { facts: {}, left: free, name: said } : alongWith(free, said, stage, context);
  const reason = lost ? lossFacts(free, context) : {};
  const facts = { ...reason, ...along.facts, ...factsOf(pairs) };
  const input = { stage, ...(Object.keys(facts).length > 0 ? { facts } : {}) };
  const because = along.left.replace(/(?:因为|由于|because|since).*$/is, '');
  const leftover = [lost ? '' : leftovers(because), pairs.leftover].filter((word) => word !== '').join(' ');
  return about({ name: 'deal.move', input, confidence, leftover, ...span }, 'deal', along.name, context);
}

const factsOf = (pairs: Pairs): Record<string, Fact> => ({ ...pairs.values });

/** A change of a deal's amount, close date, next step or fields, from the labels and values after its name. */
export function update(said: string, text: string, span: Span, context: Context, confidence = 0.9): Found | null {
  const pairs = readPairs(text, dealLabels(context), context);
  if (pairs.first < 0) return null;
  const { amount, close_on: closeOn, next_step: nextStep, ...facts } = pairs.values;
  const input: Record<string, unknown> = {};
  if (amount !== undefined) input.amount = amount;
  if (closeOn !== undefined) input.closeOn = closeOn;
  if (nextStep !== undefined) input.nextStep = nextStep;
  if (pairs.nextAt !== undefined) input.nextAt = pairs.nextAt;
  if (Object.keys(facts).length > 0) input.facts = facts;
  if (Object.keys(input).length === 0) return null;
  return about({ name: 'deal.update', input, confidence, leftover: pairs.leftover, ...span }, 'deal', said, context);
}

const closing =
  /(?:预计|大概|估计|争取)?(?:成交|签约|签单|签|关闭|结单|close[sd]?|closing|expected|by|at|for|worth|around)?(?:\s?(?:on|by|in|date|日期|时间))?[:\s]*$/i;

const formLabel =
  /^(客户|公司|客户名称|线索|标题|商机名称|名称|金额|预计金额|预计成交(?:日期?|时间)?|成交日期|customer|company|account|lead|title|name|amount|value|expected close(?: date)?|close(?: date)?|closing)\s?[:=]\s?(.*)$/i;

/** A new deal given line by line (客户：… 金额：… 预计成交：…). Null when a line is none of these or no customer is named. */
export function openLines(lines: readonly string[], span: Span, context: Context): Found | null {
  const parts: Record<string, string> = {};
  for (const line of lines) {
    const match = formLabel.exec(line.trim());
    if (!match) return null;
    const label = (match[1] as string).toLowerCase();
    const key = /^(?:线索|lead)/.test(label)
      ? 'lead'
      : /^(?:客户|公司|customer|company|account)/.test(label)
        ? 'who'
        : /金额|amount|value/.test(label)
          ? 'amount'
          : /成交|clos/.test(label)
            ? 'close'
            : 'title';
    if (match[2]) parts[key] = match[2].trim();
  }
  const said = parts.who ?? (parts.lead ? `lead ${parts.lead.replace(/^#?/, '#')}` : '');
  const found = open(said, [parts.amount, parts.close].filter(Boolean).join(', '), span, context);
  if (parts.title && !found.input.title) found.input.title = parts.title;
  return found;
}

/** A new deal: for whom, and the amount, the close date and the title in the words after. */
export function open(said: string, rest: string, span: Span, context: Context): Found {
  const input: Record<string, unknown> = {};
  const spans: { start: number; end: number }[] = [];
  const when = findWhens(rest, context)[0];
  if (when) {
    input.closeOn = when.value.day;
    const label = closing.exec(rest.slice(0, when.start));
    const after = /^\s?(?:成交|签约|签单|签|关闭|结单|左右)/.exec(rest.slice(when.end));
    spans.push({ start: when.start - (label?.[0].length ?? 0), end: when.end + (after?.[0].length ?? 0) });
  }
  const masked = mask(rest, spans);
  const money = findMoney(masked, context.currency)[0] ?? findMoney(masked, context.currency, true)[0];
  if (money) {
    input.amount = money.value;
    const label = /(?:金额|预算|amount|worth|value|budget|for|of|at)[:\s]*$/i.exec(masked.slice(0, money.start));
    spans.push({ start: money.start - (label?.[0].length ?? 0), end: money.end });
  }
  const title = leftovers(mask(rest, spans))
    .replace(/^(?:叫|名为|名称|标题|called|named|titled?)[:\s]*/i, '')
    .trim();
  // A date or an amount that could not be read is no title: half understood is not done.
  const unread = /\d|\b(?:clos(?:e|es|ing)|by|worth|amount)\b|成交|金额/i.test(title);
  if (title !== '' && !unread) input.title = title.slice(0, 200);
  const ref = nameOf(said, context) ?? cleanRef(said);
  const key = /(?:^|\s)(?:线索|lead)\s*#/i.test(said) ? 'lead' : 'customer';
  const draft = { name: 'deal.open' as const, input, confidence: 0.9, leftover: unread ? title : '', ...span };
  if (ref === '' || resolve(ref, context, []) === null) {
    const known = context.about?.customer ? 'customer' : context.about?.lead ? 'lead' : null;
    return known
      ? { ...draft, input: { [known]: context.about?.[known], ...input } }
      : { ...draft, missing: ['customer'] };
  }
  return { ...draft, input: { [key]: ref, ...input } };
}

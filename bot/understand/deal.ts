import type { Context, Found } from './context.ts';
import { findWhens } from './dates.ts';
import { pipelineCalled, pipelineIn } from './gates.ts';
import { findMoney } from './money.ts';
import { leftovers, mask } from './normalize.ts';
import { dealLabels, readPairs } from './pairs.ts';
import { cleanRef, resolve } from './refs.ts';
import { nameOf } from './story/names.ts';

const kinds = ['deal', 'customer', 'lead'] as const;
export type Span = { from: number; to: number };

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
  /^(客户|公司|客户名称|线索|标题|商机名称|名称|金额|预计金额|预计成交(?:日期?|时间)?|成交日期|流程|pipeline|customer|company|account|lead|title|name|amount|value|expected close(?: date)?|close(?: date)?|closing)\s?[:=]\s?(.*)$/i;

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
          : /流程|pipeline/.test(label)
            ? 'way'
            : /成交|clos/.test(label)
              ? 'close'
              : 'title';
    if (match[2]) parts[key] = match[2].trim();
  }
  const said = parts.who ?? (parts.lead ? `lead ${parts.lead.replace(/^#?/, '#')}` : '');
  const found = open(said, [parts.amount, parts.close].filter(Boolean).join(', '), span, context);
  if (parts.title && !found.input.title) found.input.title = parts.title;
  if (parts.way) found.input.pipeline = pipelineCalled(parts.way, context) ?? parts.way;
  return found;
}

/** A new deal: for whom, and the amount, the close date and the title in the words after. */
export function open(said: string, told: string, span: Span, context: Context): Found {
  const input: Record<string, unknown> = {};
  const way = pipelineIn(told, context);
  if (way) input.pipeline = way.value;
  const rest = way ? `${told.slice(0, way.start)} ${told.slice(way.end)}` : told;
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
    .replace(/(?:金额|预算|amount)(?:待定|未定|还?没定|不定|tbd)/i, '')
    .replace(/^(?:新单|新商机)\s?|[\s,]*(?:新单|新商机)$/, '')
    .replace(/^(?:名字?(?:叫|是)|叫|名为|名称|标题|called|named|titled?)[:\s]*/i, '')
    .trim();
  // A date or an amount that could not be read is no title: half understood is not done.
  const unread = /\d|\b(?:clos(?:e|es|ing)|by|worth|amount)\b|成交|金额/i.test(title);
  if (title !== '' && !unread) input.title = title.slice(0, 200);
  const ref = nameOf(said, context) ?? cleanRef(said);
  const known = context.names?.find(ref)[0];
  const isLead =
    /(?:^|[\s把将])线索\s?\S|(?:^|\s)lead\s*\S/i.test(said) || (known?.start === 0 && known.kind === 'lead');
  const key = isLead ? 'lead' : 'customer';
  const draft = { name: 'deal.open' as const, input, confidence: 0.9, leftover: unread ? title : '', ...span };
  if (ref === '' || resolve(ref, context, []) === null) {
    const talked = context.about?.customer ? 'customer' : context.about?.lead ? 'lead' : null;
    return talked
      ? { ...draft, input: { [talked]: context.about?.[talked], ...input } }
      : { ...draft, missing: ['customer'] };
  }
  return {
    ...draft,
    input: { [key]: key === 'lead' ? ref.replace(/^[把将]?(?:线索|lead)\s?(?!#)/i, '') : ref, ...input },
  };
}

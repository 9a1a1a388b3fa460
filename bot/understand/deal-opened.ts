import { beyond } from './bag.ts';
import type { Context, Found, Reading } from './context.ts';
import { findWhens } from './dates.ts';
import { pipelineIn } from './gates.ts';
import { findMoney } from './money.ts';
import { mask } from './normalize.ts';
import { isUnnamed, resolve } from './refs.ts';
import { whole } from './shared.ts';
import { nameOf, refLike } from './story/names.ts';
import { findWays } from './story/ways.ts';

const deal = `(?:商机|单子?(?![价号据位])|机会|deal(?![a-z])|opp(?:ty|or?tunity)?(?![a-z]))`;
/** To open a deal, wherever it stands in a sentence. */
const opening = new RegExp(
  [
    String.raw`(?:新?[开建立录加]|创建|新建|新增|添加)(?:了|一下)?(?:一?[个单条张笔])?(?:新的?)?\s?${deal}`,
    '(?:新开|新建|再开|开|建|立)了?一单',
    String.raw`(?:转|转成|转为|转化为|升级为|变成|convert\s?成?)(?:一?个)?\s?${deal}`,
    String.raw`(?:^|[\s,:])新\s?${deal}`,
    String.raw`\b(?:open(?: up)?|create|add|start|set up|put in|log)\s(?:(?:an?|the|another|new)\s){0,2}${deal}(?:\s(?:for|with|at)\b)?`,
    String.raw`\bnew\s${deal}(?:\s(?:for|with|at)\b)?`,
    String.raw`\b(?:convert|turn|make)\b(?=.{0,40}\b(?:in)?to\s(?:an?\s)?${deal})`,
  ].join('|'),
  'iu',
);
const converted = new RegExp(String.raw`(?:from (?:a )?lead\s)?\b(?:in)?to\s(?:an?\s)?${deal}`, 'iu');
const titled =
  /(?:名字|名称|标题|项目名)?(?:叫做?|名为)\s?([^,;.\s]{2,30})|\b(?:called|named|titled)\s"?([^",;]{2,60})/iu;
const leadNamed = /(?:线索|\blead\b)\s?(#\d{1,9}|[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)/u;
const labels =
  /(?:预计|大概|估计)?(?:金额|预算|总价|成交|签约?|左右|上下|amount|value|worth|budget|clos(?:e|es|ing)(?: date)?|date)[:\s]*/giu;
/** Words that tell something are no title. */
const tells = /[了吧的想要有是说]|\b(?:is|are|has|have|wants?|ready|her|him|them|they|please)\b/i;

/** Whom a clause says it of that they want something more: 启正又有个新项目. */
const wants = /^(\p{Script=Han}{2,8}?)(?:那边|这边)?(?:又|也|还)?(?:有个?|想|要|需要)/u;
/** What a deal for somebody is about, behind a colon. */
const about = /:\s?([a-z][^,;:\d\ue000]{2,60})/i;

const pieces = (text: string) =>
  text
    .split(/[\ue000,;.:!]+|\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+/u)
    .map((piece) =>
      piece
        .replace(
          /^\s*(?:(?:给|为|帮|替|跟|for|with|at)\s?)?(?:新?客户(?=\p{Script=Han}{2})|new (?:customer|client)\s)?|(?:那边|这边)?\s*$/giu,
          '',
        )
        .trim(),
    )
    .filter((piece) => piece !== '');

/** A new deal, told in any order: 云杉想再上一套，新建一单，65万左右; lead #38 …, convert to a deal. Null when it is none. */
export function openedDeal(text: string, context: Context): Found | null {
  // Line by line it is a form.
  const match = text.length <= 160 && !text.includes('\n') ? opening.exec(text) : null;
  if (!match) return null;
  if (beyond(text, opening, /录|加|建|开|新/g) === '') return whole(text, { name: 'deal.form', input: {} });
  const spans: { start: number; end: number }[] = [{ start: match.index, end: match.index + match[0].length }];
  const take = <T>(one: Reading<T> | undefined): T | undefined => {
    if (one) spans.push(one);
    return one?.value;
  };
  const to = converted.exec(text);
  if (to) spans.push({ start: to.index, end: to.index + to[0].length });
  const title = titled.exec(text);
  if (title) spans.push({ start: title.index, end: title.index + title[0].length });
  const closes = take(findWhens(mask(text, spans), context)[0]);
  const amount = take(findMoney(mask(text, spans), context.currency)[0]);
  const way = pipelineIn(mask(text, spans), context);
  if (way) spans.push(way);
  const open = mask(text, spans);
  const lead =
    leadNamed.exec(open)?.[1] ?? (/转|convert|turn|线索|\blead/i.test(text) ? /#\d{1,9}/.exec(open)?.[0] : undefined);
  // Who was met or called is a story; that a lead was is why it becomes a deal.
  if (!lead && findWays(open).length > 0) return null;
  // A date or an amount that could not be read (Feb 30) is not left out: half understood is not done.
  const named = context.names?.find(open) ?? [];
  if (/\d|\bclos(?:e|es|ing)\b\s*\S*[a-z]/i.test(mask(open, named).replace(/#\d{1,9}/g, ''))) return null;
  const rest = pieces(open.replace(labels, ''));
  const known = named.find(({ kind }) => kind === 'customer' || kind === 'lead');
  const wanting = rest.map((piece) => wants.exec(piece)?.[1]).find((one) => one !== undefined && refLike(one));
  const said = known
    ? open.slice(known.start, known.end)
    : (wanting ?? rest.find((piece) => !tells.test(piece) && refLike(piece)));
  const name = said === undefined ? null : nameOf(said, context);
  const input: Record<string, unknown> = {};
  if (lead) input.lead = lead;
  else if (known?.kind === 'lead') input.lead = said;
  else if (name && !isUnnamed(name)) input.customer = name;
  else {
    const talked = resolve('', context, ['customer', 'deal']);
    if (talked === null) return null;
    input.customer = talked;
  }
  const work = rest.find(
    (piece) =>
      /^\p{Script=Han}{3,12}$/u.test(piece) &&
      !tells.test(piece) &&
      !(said ?? lead ?? '').includes(piece) &&
      !piece.includes(said ?? '\n'),
  );
  const matter = about.exec(open)?.[1];
  const behind = said && !matter?.includes(said) ? matter : undefined;
  const called = (title?.[1] ?? title?.[2] ?? (lead ? undefined : (work ?? behind)))?.replace(/["\s]+$/, '');
  if (called) input.title = called;
  if (amount) input.amount = amount;
  if (closes) input.closeOn = closes.day;
  if (way) input.pipeline = way.value;
  return whole(text, { name: 'deal.open', input }, 0.9);
}

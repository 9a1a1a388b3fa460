import type { Money } from '../intents.ts';
import { chineseCity } from './cities.ts';
import type { Context, Reading } from './context.ts';
import { findEmails } from './emails.ts';
import { labelPrefix, leadValue, loneLabel, takeLabelled } from './fields.ts';
import { nameAndCompany } from './lead-names.ts';
import { findMoney } from './money.ts';
import { gone, mask } from './normalize.ts';
import { findNumbers } from './numbers.ts';
import { findTitled, nameLikeness } from './people.ts';
import { findPhones } from './phones.ts';
import { findWords } from './words.ts';

const han = /\p{Script=Han}/u;
const jobs =
  /^(?:.{0,8}(?:总监|经理|主管|主任|厂长|店长|校长|院长|部长|科长|处长|总裁|总工|负责人|董事长|创始人|合伙人|工程师|老板|采购|财务|行政|人事|法人)|ceo|cto|cfo|coo|cio|cmo|founder|co-founder|owner|buyer|(?:vp|svp|evp|head|director|manager|chief)(?:\s.{1,40})?|.{1,40}\s(?:manager|director|engineer|lead|officer|president))$/i;

/** What a lead's words say: every part that was recognised, the rest in `note`. Nothing said is left out. */
export function readLead(text: string, context: Context): Record<string, unknown> {
  const lead: Record<string, unknown> = {};
  const notes: string[] = [];
  const { values, rest } = takeLabelled(text);
  const put = (key: string, said: string) => {
    const value = leadValue(key, said, context);
    if (value === null) notes.push(`${key}: ${said}`);
    else if (key === 'note') notes.push(String(value));
    else lead[key] = value;
  };
  for (const [key, said] of Object.entries(values)) put(key, said);

  const spans: { start: number; end: number }[] = [];
  const take = <T>(key: string, all: Reading<T>[], read: (value: T) => unknown = (value) => value) => {
    const one = all[0];
    if (!one || lead[key] !== undefined) return;
    lead[key] = read(one.value);
    spans.push(one);
  };
  take('email', findEmails(rest));
  const plain = mask(rest, spans);
  take('phone', findPhones(plain, context.language));
  const wechat = /(?:微信号?|wechat(?: id)?|wx)[:\s]{0,2}([a-z][-_a-z0-9]{5,19})(?![a-z0-9@.])/i.exec(
    mask(rest, spans),
  );
  if (wechat) take('wechat', [{ start: wechat.index, end: wechat.index + wechat[0].length, value: wechat[1] }]);
  const open = mask(rest, spans);
  take('headcount', headcounts(open));
  take('budget', budgets(mask(open, spans), context));
  const left = mask(rest, spans);
  const words = left.replace(
    /(?:电话|手机号?|邮箱|微信|phone|tel|mobile|cell|e-?mail|wechat)(?:是|:|\s)?(?=\ue000)/gi,
    (said) => gone.repeat(said.length),
  );
  sort(words, lead, notes, put, context);
  if (notes.length > 0) lead.note = notes.join('; ').slice(0, 2000);
  return lead;
}

const measured =
  /^\s?(?:来|多)?\s?(?:名员工|人|号人|员工|(?:people|employees|staff|seats|users|headcount|ppl|heads|pax)(?![a-z]))/i;

function headcounts(text: string): Reading<number>[] {
  return findNumbers(text).flatMap(({ start, end, value }) => {
    const unit = measured.exec(text.slice(end, end + 16));
    return unit && Number.isSafeInteger(Math.round(value.value))
      ? [{ start, end: end + unit[0].length, value: Math.round(value.value) }]
      : [];
  });
}

function budgets(text: string, context: Context): Reading<Money>[] {
  const label = /(?:预算|budget)[:\s]?(?:是|有|为|大概|大约|约|of|is|about)?\s?/gi;
  for (const match of [...text.matchAll(label)].slice(0, 5)) {
    const at = match.index + match[0].length;
    const one = findMoney(text.slice(match.index, match.index + 60), context.currency, true)[0];
    if (one && match.index + one.start <= at)
      return [{ start: match.index, end: match.index + one.end, value: one.value }];
  }
  return findMoney(text, context.currency).map((one) => {
    const after = /^\s?(?:的)?(?:预算|budget)/i.exec(text.slice(one.end));
    return { ...one, end: one.end + (after?.[0].length ?? 0) };
  });
}

/** 宝利的采购经理, 顺达的张总, Wexford的IT manager: whose somebody is, and who. */
function owned(piece: string): string[] {
  const works = /^在(.{2,16}?)(?:做|当|任|担任|负责)(.{2,10})$/u.exec(piece);
  if (works) return [works[1] as string, works[2] as string];
  if (/^在.{2,6}$/.test(piece) && chineseCity.test(piece.slice(1))) return [piece.slice(1)];
  if (/^(?:做|搞|干|卖).{1,8}的$/.test(piece)) return [piece];
  const bare = piece.replace(/(?:介绍|来|认识|加|推荐|遇到|碰到)的$/, (said) => said.slice(0, -1)).replace(/的$/, '');
  const both = /^(.{2,30}?)的(.{2,24})$/u.exec(bare);
  if (!both) return [bare];
  const whose = both[2] as string;
  const isSomebody =
    jobs.test(whose) ||
    nameLikeness(whose) > 0 ||
    /^[A-Z][a-z]+(?:\s[A-Z][a-z]+)?$/.test(whose) ||
    findTitled(whose)[0]?.end === whose.length;
  return isSomebody ? [both[1] as string, whose] : [bare];
}

/** What may stand beside an industry's word for the whole to be that industry and not a company's name. */
const trade = /^(?:做|搞|干|的|行业|业|类|行|企业|in|the|industry|sector|business|company|\s)*$/i;

/** Past so many pieces a text is no card of a person any more: the rest is kept as a note, unread. */
const mostPieces = 60;

/** frank.li@atlaspaper.com says which of the words is the company. */
function byDomain(open: string[], lead: Record<string, unknown>): void {
  const domain = /@([a-z0-9-]+)\./.exec(String(lead.email ?? ''))?.[1] ?? '';
  if (
    lead.company !== undefined ||
    domain.length < 3 ||
    /^(?:gmail|qq|163|126|outlook|hotmail|yahoo|icloud|foxmail|sina)$/.test(domain)
  )
    return;
  const at = open.findIndex((piece) => {
    const letters = piece.toLowerCase().replace(/[^a-z0-9]/g, '');
    return letters.length >= 3 && (domain.startsWith(letters) || letters.startsWith(domain));
  });
  if (at < 0) return;
  lead.company = open[at];
  open.splice(at, 1);
}

/** Gives the remaining words their places: channel, industry, title, city, then name and company by their looks. */
function sort(
  text: string,
  lead: Record<string, unknown>,
  notes: string[],
  put: (key: string, said: string) => void,
  context: Context,
): void {
  const segments = text.split(/[\ue000,;\n|]+|\s[/-](?=\s|$)|:\s/).flatMap((segment) => {
    const said = segment.trim();
    if (han.test(said)) return said.split(/\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+/u).flatMap(owned);
    const from =
      /^(.{2,40}?)\s(?:from|at|@)\s(?:the\s)?(.{2,60})$/i.exec(said) ??
      /^([^\s].{1,40}?)\sof\s([A-Z].{1,60})$/.exec(said);
    if (!from) return [said];
    return jobs.test(`${from[1]} of x`) &&
      /^(?:[a-z]|IT|HR|R&D|QA|Ops|Sales|Operations|Engineering|Procurement|Finance|Marketing|Purchasing|Product|Supply|Technology|Sourcing|Security|People|Digital)/.test(
        from[2] as string,
      )
      ? [said]
      : [from[1] as string, from[2] as string];
  });
  const open: string[] = [];
  let label: string | null = null;
  for (const raw of segments.slice(0, mostPieces)) {
    const piece = raw
      .replace(/^[\s"'():./-]+|[\s"'():./-]+$/g, '')
      .replace(/^(?:from|via|off|来自|met at|met via|met on|through)\s(?:the\s|an?\s)?(?=\S)/i, '')
      .replace(/(?<=\S)(?:来|过来|认识|介绍过来|加)$/, '');
    if (piece === '') continue;
    if (label !== null && lead[label] === undefined) {
      put(label, piece);
      label = null;
      continue;
    }
    const channel = findWords(context.channels, piece)[0];
    const industry = findWords(context.industries, piece)[0];
    const covers = (one: Reading<string> | undefined) => one && (one.end - one.start) * 2 >= piece.length;
    const labelled = labelPrefix(piece);
    const alone = covers(channel) ? null : loneLabel(piece);
    if (alone !== null && lead[alone] === undefined) label = alone;
    else if (labelled && lead[labelled.key] === undefined) put(labelled.key, labelled.value);
    else if (lead.channel === undefined && covers(channel)) {
      lead.channel = channel?.value;
      if (
        channel &&
        channel.end - channel.start < piece.length &&
        !/^(?:via|from|来自|来源)?\s?$/i.test(piece.slice(0, channel.start))
      )
        lead.source ??= piece;
    } else if (
      lead.industry === undefined &&
      industry &&
      trade.test(piece.slice(0, industry.start) + piece.slice(industry.end))
    ) {
      lead.industry = industry.value;
    } else if (lead.city === undefined && chineseCity.test(piece)) lead.city = piece;
    else if (lead.title === undefined && jobs.test(piece) && nameLikeness(piece) < 3) lead.title = piece;
    else open.push(piece);
  }
  if (label !== null) notes.push(label);
  const more = segments.slice(mostPieces).join(' ').trim();
  if (more !== '') notes.push(more);
  byDomain(open, lead);
  nameAndCompany(open, lead, notes);
}

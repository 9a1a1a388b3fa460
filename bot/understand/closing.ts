import type { Context, Draft, Found, Rule } from './context.ts';
import { about } from './deal.ts';
import { findPercents } from './percents.ts';
import { quoted } from './quotes.ts';
import { reviewed } from './reviews.ts';
import { whole } from './shared.ts';

const listed = [
  /^(?:看看?|查查?|查看|看一?下)?\s?([^,;\n]{1,40}?)\s?(?:的)?(?:历次|历史|所有|全部)?(?:报价(?:记录|历史|版本|列表)|(?<=的\s?|历次|历史|所有|全部)报价)(?:有哪些|呢)?$/u,
  /^(?:给)?([^,;\n]{1,40}?)\s?(?:之前)?(?:都)?报过(?:哪些|什么|几次|多少)?价[?]?$/u,
  /^(?:show me |show |list |all |the ){0,2}(?:quotes?|quotations?|quote (?:history|versions))\s(?:for|of|to)\s(.{1,60}?)$/i,
  /^(?:show me |show |list ){0,2}(.{1,60}?)(?:'s)?\s(?:quotes|quotations|quote (?:history|versions))$/i,
];

const accepted = [
  /^([^,;\n]{1,40}?)(?<!不|没|没有|未|不能|还没|拒绝)\s?(?:那边|他们|客户)?\s?(?:已经?|都)?(?:接受|同意|认可|认|确认)(?:了)?(?:我们?的?|这个|这版)?报价(?:单)?了?$/u,
  /^(.{1,60}?)\s(?:has\s|have\s|just\s){0,2}(?:accepted|accepts|agreed to|said yes to)\s(?:the|our|my)\s(?:quote|quotation|price)$/i,
];

const first = (patterns: RegExp[], text: string): string | null => {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match[1] as string;
  }
  return null;
};

/** What they did with a quote, and what others quote, is no wish to see ours. */
const dealtWith =
  /(?:收到?|看到?|拒绝|拿到?|接受|嫌|催|[了过])[了过]?(?:我们|咱们|你们)?$|^(?:竞争)?(?:对手|竞品)|^(?:别家|同行|其他家)/u;

/** What a deal was quoted, and that the customer said yes to it. */
const ofQuotes: Rule = (text, context) => {
  if (text.length > 80) return null;
  const span = { from: 0, to: text.length, leftover: '', confidence: 0.95 };
  const list = first(listed, text);
  if (list !== null && !dealtWith.test(list)) return named({ name: 'quote.list', input: {}, ...span }, list, context);
  const yes = first(accepted, text);
  return yes === null ? null : named({ name: 'quote.accept', input: {}, ...span }, yes, context);
};

/** Null when the words can be no name: then another rule may read them. */
function named(found: Found, said: string, context: Context): Found | null {
  const made = about(found, 'deal', said, context);
  return made.leftover === '' && !made.missing ? made : null;
}

const floor =
  /^([^,;\n]{0,40}?)\s?(?:的)?(?:折扣|优惠)?\s?(?:最低|不能?低于|底线是?|至少|最多|顶多|至多|不能?超过)(?:只?能|可以)?(?:给|到|打|让|优惠|降|便宜)?(?:利)?\s?([\d.一二三四五六七八九十两半]{1,5}\s?(?:折|个点|%))(?:以内|吧)?$/u;
const most =
  /^(?:(.{1,60}?)(?:'s discount)?[\s:,]{1,2})?(?:max(?:imum)?(?: of)?|at most|no more than|not more than|up to|tops)\s(\d{1,2}(?:\.\d)?\s?(?:%|percent))(\s(?:off|discount))?$/i;
const tops =
  /^(?:(.{1,60}?)(?:'s discount)?[\s:,]{1,2})?(\d{1,2}(?:\.\d)?\s?(?:%|percent))(\s(?:off|discount))?\s(?:at (?:the )?most|max(?:imum)?|tops)$/i;
const verdicts: ['approve' | 'reject', RegExp][] = [
  [
    'approve',
    /^(?:我)?(?:同意|批准|批了|准了|通过)(?:了)?\s?(?:(?:给)?([^,;\n]{1,40}?)\s?的?(?:折扣|优惠|折扣申请|申请|审批))?$/u,
  ],
  [
    'reject',
    /^(?:我)?(?:不同意|不批|驳回|拒绝|否决)(?:了)?\s?(?:(?:给)?([^,;\n]{1,40}?)\s?的?(?:折扣|优惠|折扣申请|申请|审批))?$/u,
  ],
  ['approve', /^(?:i\s)?approved?(?:\s(?:the\s)?(?:(.{1,60}?)(?:'s)?\s)?(?:discount|request))?$/i],
  [
    'reject',
    /^(?:i\s)?(?:reject|rejected|decline|declined|deny)(?:\s(?:the\s)?(?:(.{1,60}?)(?:'s)?\s)?(?:discount|request))?$/i,
  ],
];
const answers: ['take' | 'withdraw', RegExp][] = [
  ['take', /^(?:([^,;\n]{1,40}?)\s?)?(?:就)?按批的?(?:折扣|优惠|价)?(?:来)?(?:报价?|做|给)(?:吧)?$/u],
  ['withdraw', /^(?:撤回|取消|收回)\s?(?:([^,;\n]{1,40}?)\s?的?)?(?:折扣|优惠|审批)?申请$/u],
  ['take', /^(?:take|accept)\s(?:the\s)?(?:(.{1,60}?)\s)?(?:counter(?:[- ]?offer)?|offer)$/i],
  ['withdraw', /^(?:withdraw|cancel)\s(?:the\s|my\s)?(?:(.{1,60}?)(?:'s)?\s)?(?:discount\s)?request$/i],
];

/** What the customer says or wants decides nothing. */
const theirs =
  /(?:说|讲|想|要|希望|表示|觉得|认为|提出|提|接受|坚持|客户|对方|他们?|她们?|老板|总)\s?$|\b(?:sa(?:id|ys?)|tells?|told (?:us|me)|wants?|wanted|asks?|asked|needs?|insists?|expects?|offers?|offered|accepts?|pays?|they|he|she|customers?|clients?)(?:\s(?:for|on|to|us|is|it))?$/iu;

/** Yes, no, or at most so much to a discount that somebody asked for; what the asker says to that. */
const ofApprovals: Rule = (text, context) => {
  const [said, reason] = text.length > 200 ? [text, undefined] : parted(text);
  const more = reason ? { reason } : {};
  const decided = (
    input: Record<string, unknown>,
    ref: string | undefined,
    name: Draft['name'] = 'approval.decide',
  ) => {
    const record = ref === undefined || ref.trim() === '' ? {} : requestOf(ref, context);
    return record && whole(text, { name, input: { ...record, ...input } }, 0.95);
  };
  const counter = floor.exec(said) ?? most.exec(said) ?? tops.exec(said);
  const off = counter && discountOf(counter[2] as string, counter[3] !== undefined);
  if (counter && off !== null && !theirs.test(counter[1]?.trim() ?? ''))
    return decided({ verdict: 'counter', discount: off, ...more }, counter[1]);
  for (const [verdict, pattern] of verdicts) {
    const match = pattern.exec(said);
    if (match) return decided({ verdict, ...more }, match[1]);
  }
  for (const [verdict, pattern] of answers) {
    const match = reason === undefined ? pattern.exec(said) : null;
    if (match) return decided({ verdict }, match[1], 'approval.answer');
  }
  return null;
};

/** A decision and, behind a mark, why. */
function parted(text: string): [string, string | undefined] {
  const at = text.search(/[:,;]\s?|\s(?=因为)|(?<=折扣|优惠|申请)\s/);
  if (at < 2) return [text, undefined];
  const rest = text.slice(at + 1).trim();
  return /^(?:max|at most|no more|最|\d)/i.test(rest) || rest === '' ? [text, undefined] : [text.slice(0, at), rest];
}

/** A share off the price (0–1): 92折 and 92% are what is left of it, 8个点 and 8% off what is taken. */
function discountOf(said: string, isOff: boolean): number | null {
  const one = findPercents(said)[0];
  if (!one) return null;
  const { fraction, kind } = one.value;
  const off = kind === 'off' || isOff || fraction < 0.5 ? fraction : 1 - fraction;
  return Math.round(off * 1000) / 1000;
}

/** The deal whose request is meant; null when the words can be no name. */
function requestOf(said: string, context: Context): { approval: string } | null {
  const found = about(
    { name: 'quote.list', input: {}, confidence: 1, leftover: '', from: 0, to: 0 },
    'deal',
    said,
    context,
  );
  const deal = found.input.deal;
  return typeof deal === 'string' && found.leftover === '' ? { approval: deal } : null;
}

/** What brings a deal to its end: quotes, what may come off them, and what one learns from it. */
export const closing: Rule[] = [ofApprovals, ofQuotes, quoted, reviewed];

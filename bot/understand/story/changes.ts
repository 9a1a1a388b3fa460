import type { Money } from '../../intents.ts';
import type { Context, Reading } from '../context.ts';
import { findWhens, type When } from '../dates.ts';
import { findMoney } from '../money.ts';
import { leftovers, mask } from '../normalize.ts';
import type { Fact } from '../pairs.ts';
import { findTitled, readPerson } from '../people.ts';
import { findPercents } from '../percents.ts';

/** What words without a label say of a deal. */
export interface Changes {
  amount?: Money;
  closeOn?: string;
  odds?: number;
  discount?: number;
  facts?: Record<string, Fact>;
}

export interface ChangesRead {
  changes: Changes;
  /** The words in front, that may name the deal. */
  head: string;
  /** Words nothing was made of. */
  leftover: string;
}

const raised =
  /(?:涨|加|提|砍|降|减|压|缩|调|改|变|追加|谈|敲定|上调|缩减|提高|增加|降低|扩|扩大|上调|下调|落|松口|松|报|定)(?:到|至|成|为|了)?(?:了)?\s?$|(?:now|to|at|up to|down to|bumped|raised|cut|dropped|increased|lowered|grew|is|are|worth|around|about|approved|confirmed|for|=|->|→|become|became)\s?$/i;
const change =
  /(?:\b(?:bumped|raised|cut|dropped|increased|lowered|grew|went|gone|goes|come|came|moved|trimmed|upped|up|down|changed|revised|reduced|expanded)\b|涨|加到|提到|砍|降到|减|压到|缩|调到|调整|改成|改为|改到|变成|变为|追加|谈到|扩)/i;
const budget =
  /预算|budget|心里价|(?:客户|他们|对方)(?:最多)?能出|can (?:only )?(?:spend|afford)|willing to (?:spend|pay)/i;
const roughly = /出头|大概|大约|差不多|估计|左右|上下|来万|\b(?:around|about|roughly|approx\w*|some|ish|ballpark)\b|~/i;
const moneyUp =
  /\b(?:bump|raise|drop|cut|lower|take|make|set|put|change|up)\s(?:it|that|them|this)\b|\b(?:spend|afford|came down|price|worth)\b|能到|能做到|大概能|做到|能有|值|差不多/i;
const amount =
  /金额|总价|总额|单价|合同额|报价|价格|单子|这单|那单|商机|deal|amount|\bamt\b|value|worth|size|price|quote|total|contract/i;
const likely =
  /把握|概率|可能性?|机会|胜算|赢率|成功率|赢面|希望|likely|chance|odds|probability|confident|confidence|sure|win rate/i;
const closes =
  /(?:成交|签约|签单|签下来?|签合同|签掉|下单|下订单|定下来|拍板定|关单|结单|收单|拿下|能签|要签|可签|落单|close[sd]?|closing|clos|signature|expected|land|book)/i;
const closeMoved =
  /(?:推迟|推|延期|延后|延|拖|提前|改|往后|顺延|slipped|slips|slip|pushed|pushes|moved|delayed|postponed|pulled in|moved up)(?:到|至|back|out|forward|in)?\s?(?:to|till|until)?\s?$/i;
const decides =
  /(?:决策人|拍板的?人?|说了算的?|做主的?|签字的?|decision[ -]?maker|decider|signs off|calls the shots|makes the (?:call|decision))/i;
const rivals =
  /(?:(?<=那边)|(?<=家)|(?<=公司)|^|(?<=[\s,;]))(?:也在|还在|在|正在|同时)?(?:跟|和|与)?\s?([^\s,;]{2,8}?)\s?(?:也在谈|也在跟|也报了?价?|也在抢|也去了|也进来了|在竞争|也参与了?)|(?:也在|还在|正在|同时在?|他们在)(?:看|谈|比|对比|接触|考虑|试用|用)\s?([^\s,;]{2,12})|竞争对手是?\s?([^\s,;]{2,12})|竞品是?\s?([^\s,;]{2,12})|(?:(?:also |is |are )(?:looking at|talking to|considering|evaluating|in talks with)|comparing (?:us )?(?:with|to|against)|up against|competing (?:with|against)|versus|vs\.?)\s(?:the\s)?([A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*)?)|([A-Z][\w&.-]*)\s(?:is|are)\s(?:also\s)?(?:in the running|competing|pitching|bidding|in there)/i;

/** Reads what is said of a deal in passing: 砍到60万, 七成把握, 85折, 月底前签, 拍板的是李总, also looking at Acme. */
export function readChanges(text: string, context: Context): ChangesRead | null {
  const changes: Changes = {};
  const facts: Record<string, Fact> = {};
  const spans: { start: number; end: number }[] = [];
  const use = (...all: { start: number; end: number }[]) => spans.push(...all);
  const has = (key: string) => context.fields.some((field) => field.key === key);
  const cover = (pattern: RegExp) => {
    const match = pattern.exec(text);
    if (match) use({ start: match.index, end: match.index + match[0].length });
  };

  for (const percent of findPercents(text)) {
    if (percent.value.kind === 'off') {
      if (changes.discount !== undefined) return null;
      changes.discount = percent.value.fraction;
      use(percent);
    } else if (likely.test(text) || /^\s*$/.test(text.slice(percent.end)) || changes.closeOn !== undefined) {
      changes.odds = percent.value.fraction;
      use(percent);
      cover(likely);
    }
  }
  const even = /\b50\s?[/-]\s?50\b|五五开|对半(?=吧|$)|一半一半|对半开|a coin flip|coin toss/i.exec(text);
  if (even && changes.odds === undefined) {
    changes.odds = 0.5;
    use({ start: even.index, end: even.index + even[0].length });
  }
  const open = mask(text, spans);
  const whens = findWhens(open, context);
  const day = closeDay(open, whens);
  if (day) {
    changes.closeOn = day.value;
    use(day);
    cover(closes);
  }
  const left = mask(text, spans);
  const all = findMoney(left, context.currency);
  const money = all.at(-1);
  if (money && (all.length === 1 || change.test(text) || /从|from/.test(text)) && all.length <= 2) {
    const before = left.slice(0, money.start);
    const known = budget.test(left) || amount.test(left) || moneyUp.test(left);
    if (known || raised.test(before) || change.test(left)) {
      const value = roughly.test(text) ? { ...money.value, about: true } : money.value;
      if (budget.test(left) && has('budget')) facts.budget = value;
      else changes.amount = value;
      use(...all);
    }
  }
  const rival = has('competitor') ? rivals.exec(text) : null;
  const name = rival?.slice(1).find((one) => one !== undefined);
  if (rival && name && !/^(?:我们|他们|一下|方案|价格|产品|几家|别家|竞品|友商|the|us|our)$/i.test(name)) {
    const bare = name.replace(/^.*那边/, '').replace(/(?:了|的|那边|家)$/, '');
    const known = context.names?.find(bare).find(({ start, end }) => start === 0 && end < bare.length - 1);
    facts.competitor = known ? bare.slice(known.end) : bare;
    const at = text.indexOf(facts.competitor as string, rival.index);
    use({ start: at, end: rival.index + rival[0].length });
  }
  const decider = has('decision_maker') ? deciderIn(text) : null;
  if (decider) {
    facts.decision_maker = decider.value;
    use(decider);
    cover(decides);
  }
  if (Object.keys(facts).length > 0) changes.facts = facts;
  if (Object.keys(changes).length === 0) return null;
  const first = Math.min(...spans.map(({ start }) => start));
  const masked = mask(text, spans);
  return { changes, head: text.slice(0, first), leftover: leftovers(masked.slice(first)) };
}

/** The day a deal is expected to close, when the words around a date say so. */
function closeDay(text: string, whens: Reading<When>[]): Reading<string> | null {
  const when = whens.at(-1);
  if (!when) return null;
  const around = text.slice(0, when.start) + text.slice(when.end);
  const moved = closeMoved.test(text.slice(0, when.start)) && closes.test(around);
  const near =
    closes.test(text.slice(when.end, when.end + 12)) ||
    closes.test(text.slice(Math.max(0, when.start - 14), when.start));
  return moved || near ? { start: when.start, end: when.end, value: when.value.day } : null;
}

function deciderIn(text: string): Reading<string> | null {
  const match = decides.exec(text);
  if (!match) return null;
  const after = match.index + match[0].length;
  const people = findTitled(text).filter(({ start, end }) => start >= after || end <= match.index);
  const one = people.length === 1 ? people[0] : undefined;
  if (one && !/(?:换|改|变)$/.test(text.slice(0, one.start))) return one;
  const behind =
    /^\s?(?:is|was|now|are|=|:|是|换成了?|变成了?|改成了?|换了|现在是|\s)*\s?([\p{L}][\p{L}\s.'()/-]{1,40})$/iu.exec(
      text.slice(match.index + match[0].length),
    );
  const before = /^([\p{L}][\p{L}\s.'-]{1,40}?)\s(?:is|will be|becomes|became)\s(?:now\s)?(?:the|our)?\s?$/iu.exec(
    text.slice(0, match.index),
  );
  const said = behind?.[1] ?? before?.[1];
  const person = said && readPerson(said);
  if (!person) return null;
  const start = text.indexOf(said as string);
  return { start, end: start + (said as string).length, value: person };
}

import type { Money } from '../../intents.ts';
import type { Context, Reading } from '../context.ts';
import { findWhens, type When } from '../dates.ts';
import { leftovers, mask } from '../normalize.ts';
import { findOdds, likely } from '../odds.ts';
import type { Fact } from '../pairs.ts';
import { findPercents } from '../percents.ts';
import { deciderIn } from './deciders.ts';
import { moneyTold } from './money-told.ts';
import { rivalIn } from './rivals.ts';
import { subjectIn } from './subject.ts';

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
  /** The words that may name the deal. */
  head: string;
  /** Words nothing was made of. */
  leftover: string;
}

const closes =
  /(?:成交|签约|签单|签下来?|签合同|签掉|能成(?!为|功)|有望成|下单|下订单|定下来|拍板定|关单|结单|收单|拿下|能签|要签|可签|落单|close[sd]?|closing|clos|signature|expected|land|book|signing|aiming|targeting)/i;
const closeMoved =
  /(?:\b(?:push|mov|delay|postpon|slid|shift|bump|pull|slip)(?:e|es|ed|ing|ped|s)?\s(?:the\s)?(?:sign(?:ing|ature)|clos(?:e|ing)(?:\sdate)?|deal)\s?(?:back|out|up|in|forward)?\s?(?:to|till|until|into)\s?$)|(?:推迟|推|延期|延后|延|拖|提前|改|挪|往后|顺延|slipped|slips|slip|pushed|pushes|moved|delayed|postponed|pulled in|moved up)(?:到|至|back|out|forward|in)?\s?(?:to|till|until|into)?\s?$/i;
/** Of a deal alone one says that it slips; a meeting is moved. */
const slips = /\bslip(?:s|ped|ping)?\s(?:back\s|out\s)?(?:to|till|until|into)\s?$/i;
/** Kestrel pushed to end of Feb: a deal, named and nothing else, to a far day. */
const pushedBack =
  /^\s?(?:deal\s|one\s|is\s|got\s|has\s|was\s|being\s|been\s|just\s|now\s){0,4}(?:pushed|delayed|postponed|slid|dragging|moved)(?:\s(?:back|out))?\s(?:to|till|until|into)\s(?:the\s)?$/i;
const far = /end of|eo[mqy]|month|quarter|\bq[1-4]|year|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
const appointment = /\b(?:meeting|call|demo|visit|lunch|kickoff|kick-off|review|workshop|appointment)\b/i;

/** What they would like off the price is not given yet. */
const wanted =
  /\b(?:wants?|asked|asks|asking|requests?|requested|demands?|hoping)\b|(?:想|要|要求|希望|问)(?:我们?|能不能|再|让|给|打|降|便宜|优惠|[一二三四五六七八九\d])/i;
const given =
  /\b(?:gave|given|giving|agreed|ok|okay|fine|done|approved|got)\b|给了|给到|给的|同意|答应了|批了|申请|我(?:们|这边)?(?:再)?(?:给|让)/i;

/** Whether a text only tells what they would like off the price. */
export const wishesOff = (text: string) => wanted.test(text) && !given.test(text);

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

  const asked = wishesOff(text);
  const off = asked ? [] : findPercents(text).filter(({ value }) => value.kind === 'off');
  if (off.length > 1) return null;
  if (off[0]) {
    changes.discount = off[0].value.fraction;
    use(off[0]);
  }
  const odds = findOdds(mask(text, spans), closes.test(text) && findWhens(text, context).length > 0);
  if (odds) {
    changes.odds = odds.value;
    use(odds);
    cover(likely);
  }
  const open = mask(text, spans);
  const day = closeDay(open, findWhens(open, context), context);
  if (day) {
    changes.closeOn = day.value;
    use(day);
    cover(closes);
  }
  const money = moneyTold(mask(text, spans), context);
  if (money) {
    if (money.budget && has('budget')) facts.budget = money.value;
    else changes.amount = money.value;
    use(...money.spans);
  }
  const rival = has('competitor') ? rivalIn(mask(text, spans), context) : null;
  if (rival) {
    facts.competitor = rival.value;
    use(rival);
  }
  const decider = has('decision_maker') ? deciderIn(text) : null;
  if (decider) {
    facts.decision_maker = decider.value;
    use(decider);
  }
  if (Object.keys(facts).length > 0) changes.facts = facts;
  if (Object.keys(changes).length === 0) return null;
  const first = Math.min(...spans.map(({ start }) => start));
  const { head, rest } = subjectIn(mask(text, spans), first, context);
  return { changes, head, leftover: leftovers(rest) };
}

/** The day a deal is expected to close, when the words around a date say so. */
function closeDay(text: string, whens: Reading<When>[], context: Context): Reading<string> | null {
  const when = whens.at(-1);
  if (!when) return null;
  const before = text.slice(0, when.start);
  const around = before + text.slice(when.end);
  // 27号去他们办公室签合同 is an appointment.
  if (/^(?:再|要|约了)?[去到来上](?:他们?|对方|客户)?(?:的)?(?:\p{Script=Han}{2,4})?签/u.test(text.slice(when.end)))
    return null;
  const moved = closeMoved.test(before) && closes.test(around);
  const name = context.names?.find(before).find(({ kind }) => kind !== 'person' && kind !== 'contact');
  const back =
    name?.start === 0 && pushedBack.test(before.slice(name.end)) && far.test(text.slice(when.start, when.end));
  const slipped = (back || slips.test(before)) && !appointment.test(text);
  // A demo is booked for a day, too.
  if (appointment.test(text) && !/clos|sign|签|成交/i.test(around)) return null;
  const near = closes.test(text.slice(when.end, when.end + 12)) || closes.test(before.slice(-14));
  return moved || slipped || near ? { start: when.start, end: when.end, value: when.value.day } : null;
}

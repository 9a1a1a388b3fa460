import type { Context, Reading } from '../context.ts';
import { findWhens } from '../dates.ts';
import { dealLabels } from '../pairs.ts';
import { askedLast } from '../plan/words.ts';
import { findWords } from '../words.ts';
import { begins, open, speakers, unfinished } from './dictated.ts';
import { refLike } from './names.ts';
import { findObjection, findOutcome } from './outcomes.ts';
import { findWays } from './ways.ts';

/** One clause of a sentence and where it begins; `ends`: a full stop or a new line comes behind it. */
export interface Clause {
  text: string;
  start: number;
  ends: boolean;
}

const han = /\p{Script=Han}/u;
const edge = /^(?:\d{1,2}[.)]\s)|^[\s,;.!:"'()①-⑳•*·-]+|[\s,;.!:"'(①-⑳•*·-]+$/g;
/** Words between clauses that say nothing of their own. */
export const connective =
  /^(?:(?:那个|就是说?|嗯+|呃+|啊|哦|对了|先是|首先|(?:另|还有)?一[个家通](?:是)?(?=给|去|见|打|跑)|(?:另|还有)一[个家]是?|还有就?是?|还有|另外|然后呢?|顺便(?:说一?下)?|同时|而且|并且|不过|但是|但|以及|接着|后来|最后|之后|所以|因此|现在|目前|总之|反正|好消息是?|坏消息是?|哈+|and also|and then|and|also|then|plus|but|btw|by the way|ok so|okay so|ok|okay|so|oh|um+|uh+|lol|well|anyway|fyi|update:?|quick update:?|heads up:?|just|now|hey|hi|yo)(?=[\s,:]|\p{Script=Han}|$)[\s,:]*){1,10}/iu;

const english =
  /\s(?:and|but|then|so|also|plus|while)\s(?=(?:then\s|also\s|now\s|please\s)?(?:(?:he|she|they|we|i|it|the|his|her|their|our)\s|(?:budget|amount|deal size|close|closing|decision|competitor|probability|odds|next step|demo|meeting|call|send|sent|quote|proposal|move[ds]?|set|push(?:ed)?|bump(?:ed)?|change[ds]?|update[ds]?|wants?|needs?|says?|said|thinks?|asked|asks|will|visited|called|emailed|met|saw|talked|spoke|left|mark|won|lost|raised?|lowered?|add(?:ed)?|log|schedule[ds]?|book(?:ed)?|remind|follow|leave|keep|hold|don'?t|skip|gave|offered)\b|[A-Z][\w&'.-]*(?:\s[A-Z][\w&'.-]*)?\s(?:said|says|wants|is|was|has|didn't|didnt|no|not|wasn't|went|signed|budget|amount|close|moved|to|just|stopped|picked|chose|bailed|slipped|slips|never|still|asked|agreed|needs|closed|got)\b))/g;

/** What begins a clause in English without a mark, as one dictates it. */
const dictatedEn =
  /(?<!\b(?:the|a|an|their|his|her|our|my|no|of|on|over|in|for|with|to|and|or|set|change|new|is|are|was|about|said|says|that|if|so|but|because|when|until|till|before|after|he|she|they|who|i|we|just))\s(?=(?:budget|decision maker|decider|close date|closing date|next step|competitor|deal (?:size|value|total)|odds)\s(?!(?:is\s)?(?:holder|owner|cut)\b)|(?:they|she|he)(?:'ll|'re|'s)?\s(?:said|says|wants?|ha(?:s|ve)|needs?|is|are|likes?|liked|loves?|loved|thinks?|will|asked|agreed|decided|was|were|told|\w{3,12}ed|got|went|gave|put|took|cut|chose|need|want)\b|(?:saw|met)\s[A-Z]|(?:gave|giving)\s(?:them|him|her|em)\b|(?:follow up|send|demo)\s.{0,30}\b(?:mon|tue|wed|thu|fri|tomorrow|tmrw|tmr|next|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b)/gi;

/** What comes next begins a clause, whatever it is: a tour at ten then dinner at seven. */
const soEn = /(?<=[a-z\d])\sso\s(?=(?:prob(?:ably)?|likely|looks like|now|they|we|i|he|she|will|it'?s)\b)/gi;
const thenEn = /(?<!\b(?:back|until|till|by|since|even|if|and|but|or))(?:\s(?:and|but))?\sthen\s(?=[a-z])/gi;

/** What a date belongs to when it stands before it: then no new clause begins there. */
const holds =
  /(?:下一步|下步|计划|预计|争取|大概|估计|可能|应该|最晚|最迟|最早|约好?了?|定好?了?|定在|改|改到|到|至|在|从|于|是|为|成|说|讲|答应|承诺|给|等|跟|和|提醒我|提醒|记得|日期|时间|日|:|推迟|延期|延|推|约|是不是|客户|对方|他们|他|她|总|要|让我|我|我们|把|将|(?<!(?:刚|今天|昨天|上午|下午|早上)[^\s,;]{0,4}[签谈聊定打见开做]过?)的|的(?:报价|合同|方案|资料|样品|发票|标书|尾款|款)|(?:我们?|已经?|都)(?:答应|承诺|约)了?[^\s,]{2,8}|安排|计划|打算|准备|需要|得|再|去|先|by|before|on|at|until|till|for|from|to|next|this|until|due|is|close|closing|closes|date)\s?$/i;
const labelHolds =
  /(?:的|一分钱|一点|半点|说|他们|客户|对方|把|将|嫌|问|要|没有?|无|有|超|不|改|更新|新|从|the|their|his|her|our|a|no|set|update|change|raise|increase|lower|cut|over|on|of|in|is|within)\s?$/i;
/** Something was told before already: a bare name in front of a label belongs to it. */
const telling =
  /[了过完](?=.{0,12}$)|[成折]吧?$|嫌|[\d万亿千百w](?:左右|上下|多)?(?=.{0,8}$)|(?:高|贵|慢|(?<![厂院校店部科处班组队局会船站所行])长|大|好|错|趣|向|意|差|紧)(?:的|了)?$/i;
const starters =
  /嫌(?!弃|疑)|(?:客户|对方|他们|她们|王总|他|她)(?:那边)?(?:说|觉得|认为|表示|反馈|要求|希望|想要?|问)|竞争对手是|竞品是|预计|争取/g;
const beforeStarter = /(?:跟|和|给|是|被|向|因为|由于|的|但|了)$/;

/** Not the one, but the other: 不是王总 是李总 says one thing. */
const contrasted = (text: string, at: number) =>
  /^[\s,]{0,2}(?:而)?是(?!不是|否)|^[\s,]{0,2}(?:but\s)?it'?s\s/i.test(text.slice(at)) &&
  /(?:决策人?|拍板|说了算|做主|对接人?|联系人?|负责人?)\S{0,3}不是[^,;\s]{1,8}[\s,]{0,2}$|\b(?:decision[ -]?maker|decider|buyer|contact)\b.{0,40}\b(?:is not|isn't|is no longer)\s[^,;]{2,30}[\s,]{0,2}$/i.test(
    text.slice(0, at),
  );

/**
 * The clauses of a text: by its punctuation, by blanks between Chinese words, by "and" before a new thing said, and, where
 * a dictation has no punctuation at all, by the words that begin one (a date with something to do, a field's name, 嫌 …).
 */
export function clausesOf(text: string, context: Context): Clause[] {
  const cuts = new Set<number>([0, text.length]);
  const enders = new Set<number>();
  for (const match of text.matchAll(
    /[,;\n!①-⑳•]+|\d?\ufe0f?\u20e3|(?<!\b(?:[MmDS][rst]|[Mm]rs|[Rr]s|[Vv]s|[Nn]o|Inc|Ltd|Co|Corp|[Aa]pprox|[Ee]st|[Ii]ncl|[Ee]xt|[Dd]ept|[Aa]vg))\.(?=\s|$|\p{Script=Han})|\?(?=\s|\p{Script=Han})|\s-+\s|\s\/\s/gu,
  )) {
    if (
      /^,$/.test(match[0]) &&
      /\d$/.test(text.slice(0, match.index)) &&
      /^\d{3}(?!\d)/.test(text.slice(match.index + 1))
    )
      continue;
    cuts.add(match.index + match[0].length);
    if (/[\n.;]/.test(match[0])) enders.add(match.index + match[0].length);
  }
  const begun = heads(text, context);
  for (const at of begun) cuts.add(at);
  if (han.test(text)) for (const at of blanks(text, context)) cuts.add(at);
  for (const match of text.matchAll(english)) cuts.add(match.index + match[0].length);
  if (!/[,;.\n]/.test(text.trim().replace(/\.$/, '')) && !han.test(text))
    for (const match of text.matchAll(dictatedEn)) cuts.add(match.index + 1);
  for (const match of text.matchAll(soEn)) cuts.add(match.index + match[0].length);
  for (const match of text.matchAll(thenEn)) cuts.add(match.index + match[0].length);
  const whens = findWhens(text, context);
  const marks = [...cuts];
  for (const at of joined(text, hidden(text, whens, context), marks, whens)) cuts.add(at);
  const inside = (at: number) => whens.some(({ start, end }) => start < at && at < end);
  const places = [...cuts]
    .filter((at) => at === text.length || !(contrasted(text, at) || askedLast.test(text.slice(at).replace(/^/, ' '))))
    .filter((at) => at === 0 || at === text.length || (begun.includes(at) && text[at - 1] === ' ') || !inside(at))
    .sort((a, b) => a - b);
  return places.slice(0, -1).flatMap((from, index) => {
    const to = places[index + 1] as number;
    const raw = text.slice(from, to).replace(/\s(?:and|but|then|so|also|plus|while)\s$/i, ' ');
    const said = raw.replace(edge, '');
    return said === ''
      ? []
      : [{ text: said, start: from + raw.indexOf(said), ends: enders.has(to) || to === text.length }];
  });
}

/** The places that part one thing told from the next: none behind a word that only begins one (然后, 折扣, 下周四之前). */
function joined(text: string, places: number[], marks: number[], whens: Reading<unknown>[]): number[] {
  const kept: number[] = [];
  for (const at of [...new Set(places)].sort((a, b) => a - b)) {
    const from = Math.max(...[...marks, ...kept].filter((one) => one <= at));
    const before = text.slice(from, at).replace(edge, '');
    const day = whens.find(({ start, end }) => start >= from && end === at);
    const words = day ? text.slice(from, day.start).replace(edge, '') : before;
    if (!(han.test(before) && ((day && words === '') || unfinished.test(words)))) kept.push(at);
  }
  return kept;
}

/** Colons after a name or a count (Vantage: met Lou, 3 visits today: …), and the numbers of a list. */
function heads(text: string, context: Context): number[] {
  const found: number[] = [];
  for (const match of text.matchAll(/:\s?/g)) {
    const before =
      text
        .slice(0, match.index)
        .split(/[,;\n]/)
        .at(-1)
        ?.trim() ?? '';
    const known = context.names?.find(before)[0];
    const last = context.names?.find(before).at(-1);
    const isName =
      (known?.start === 0 && before.length - known.end <= 5) ||
      (last?.end === before.length && findWays(before).length > 0) ||
      /^(?:called|visited|met|saw|phoned|emailed|call|visit|meeting|demo)\s(?:with\s|to\s|at\s)?[A-Z][\w&'.]*(?:\s[A-Z&][\w&'.]*){0,3}$/i.test(
        before,
      );
    if (
      isName ||
      /(?:\d|[一二两俩三仨四五六七八九十]|two|three|four|five|six)\s?(?:家|个|通|visits?|calls?|meetings?|stops?|customers?)?.{0,12}(?:yesterday|today|this (?:morning|afternoon|week))?$/i.test(
        before,
      ) ||
      /^(?:更新|汇报|总结|今天|update|recap|summary|notes?)/i.test(before)
    )
      found.push(match.index + match[0].length);
  }
  for (const match of text.matchAll(/(?:^|[\s,;:\n])(\d{1,2}[.)]\s?)(?=[\p{L}])/gu))
    found.push(match.index + match[0].length);
  return found;
}

/** Blanks with Chinese on one side, where what stands before is more than a word cut in two. */
function blanks(text: string, context: Context): number[] {
  // 没人接 email也发了, no reply 下周一再试: the next way or day begins what is told next.
  const days = findWhens(text, context).filter(
    ({ end }) => !/^\s?(?:$|[,.;!]|(?:with|w\/?|and|at)\s)/.test(text.slice(end)),
  );
  const begins = new Set([...days, ...findWays(text)].map(({ start }) => start));
  const mostly = (text.match(/\p{Script=Han}/gu)?.length ?? 0) > 2 * (text.match(/[a-z]+/gi)?.length ?? 0);
  return [...text.matchAll(/\s/g)].flatMap(({ index }) => {
    const before = text.slice(0, index);
    const after = text.slice(index + 1);
    const sides = [before.at(-1) ?? '', after[0] ?? ''];
    if (/[a-z]$/i.test(before) && endsInWay(before)) return [];
    const next = begins.has(index + 1) && told(before.split(/[,;\n]/).at(-1) ?? '', context) && !holds.test(before);
    if (!sides.every((char) => han.test(char)) && !((mostly || next) && sides.some((char) => han.test(char))))
      return [];
    if (/^(?:from|at|of|and|with|in)\s/i.test(after)) return [];
    // 预算 50w, 约了 下周三, #12 转商机: a blank for looks.
    if (
      /(?:到|至|把|将|给|跟|和|从|(?<!不)在|为|是|改成|涨到|:|#\d+|visit|call|move|push|from|of|at|with|to|and|met|saw)$/i.test(
        before,
      )
    )
      return [];
    if (/^[¥$€£]?\d/.test(after) && findWords(dealLabels(context), before).some(({ end }) => end === before.length))
      return [];
    // 刚给 恒通 打了电话: a name between blanks, its verb to come.
    if (
      /(?:^|[,;\n])\s?(?:刚才|刚|我们?|今天|昨天|上午|下午|又|也|已经){0,10}(?:给|跟|和|与|对|把|将|找|向|帮|为)\s?[^\s,;]{2,20}$/.test(
        before,
      ) &&
      findWays(before).length === 0
    )
      return [];
    return [index + 1];
  });
}

/** What takes a name behind it: then the name is no new beginning. */
const takes =
  /(?:跟|和|与|给|去|到|见|见了|了|拜访|联系|约|把|将|被|选|选了|输给|找|对|向|陪|帮|为|替|在|从|的|:|call|visit|with|w\/?|to|at|for|from|and|or|met|saw|called|visited|emailed|texted|messaged|won|lost|move[ds]?|push|pushed|mark|put|set|gave|give|send|sent|owner|of|on|the|about|by|than|via|was|&|\+)\s?$/i;
/** 凯瑞和三和我都打了凯瑞没接: named once more, a name begins what is told of it. */
const takesAgain = /(?:跟|和|与|给|去|到|把|将|找|对|向|从|的|:)\s?$/;
const links =
  /(?<=[\p{Script=Han}a-z\d])(?:然后|后来|接着|另外|还有|顺便|但是|不过|就是(?!说))(?=\p{Script=Han}|[A-Z])/giu;

/** Whether a text ends in a word for getting in touch, so that whom it was with comes next. */
const endsInWay = (text: string) => findWays(text.slice(-30)).some(({ end }) => end === text.slice(-30).length);

/** Names side by side and nothing told of them yet. */
const onlyNames = (text: string, context: Context) =>
  text.length <= 12 &&
  text.split(/[和跟与,]/).length > 1 &&
  text.split(/[和跟与,]/).every(refLike) &&
  findWays(text).length === 0 &&
  findOutcome(text) === null &&
  findObjection(text, context) === null;

/** Places where an English text without marks tells of the next touch: … no reply | emailed Halcyon …. */
function nextTouches(text: string): number[] {
  const done = findWays(text).filter(({ done, start, end }) => done && /^[a-z]+$/i.test(text.slice(start, end)));
  return done.slice(1).flatMap(({ start }, index) => {
    const between = text.slice(done[index]?.end, start);
    const free = !/[,;.!\n]/.test(between) && between.trim().split(/\s+/).length >= 3;
    return free && !/(?:and|then|but|to|i|we|just|was|who|they|he|she|that|got)\s$/i.test(text.slice(0, start))
      ? [start]
      : [];
  });
}

/** Whether words already tell something, so that what follows may be the next thing told. */
const told = (before: string, context: Context) =>
  telling.test(before) ||
  findWays(before).length > 0 ||
  findOutcome(before) !== null ||
  findObjection(before, context) !== null ||
  findWords(dealLabels(context), before).length > 0;

/** 跟苗总还有杜经理开了会: they are met together, and nothing is told before. */
const waiting = (before: string, link: string) =>
  link === '还有' && /^.{0,6}(?:跟|和|与|见|约)/.test(before) && !telling.test(before) && findWays(before).length === 0;

/** Where a clause begins without any mark. */
function hidden(text: string, whens: Reading<unknown>[], context: Context): number[] {
  const found: number[] = [];
  const known = (context.names?.find(text) ?? []).filter(({ kind }) => kind === 'customer' || kind === 'lead');
  const inName = (at: number) => known.some(({ start, end }) => start < at && at < end);
  /** What stands before a place, back to the last mark or blank. */
  const local = (at: number) =>
    text
      .slice(0, at)
      .split(/[\s,;.!\n]/)
      .at(-1) ?? '';
  const far = (at: number) => at >= 2 && /[\p{L}\d]$/u.test(text.slice(0, at).trimEnd()) && !inName(at);
  for (const { start, end } of whens) {
    const before = text.slice(0, start);
    // saw 华森 and 金石 today, 衡岳和凯瑞今天都拜访了: the day goes with what stands before it.
    const closes = /[a-z]/i.test(text[start] ?? '') && /^\s?(?:$|[,.;!]|(?:with|and)\s)/.test(text.slice(end));
    // 恒通今天没空: the day is told of the name right before it.
    const subject = local(start).replace(/(?:那边|这边|那个|他们)$/, '');
    const alone = known.some(
      (one) => one.end - one.start === subject.length && text.slice(one.start, one.end) === subject,
    );
    if (
      han.test(before.slice(-6)) &&
      far(start) &&
      !holds.test(before) &&
      !closes &&
      !alone &&
      !onlyNames(local(start), context)
    )
      found.push(start);
  }
  for (const { start } of findWords(dealLabels(context), text)) {
    // 他们预算大概80万: the clause begins with whose budget it is.
    const owner = /(?:他们|客户|对方|那边)的?$/.exec(text.slice(0, start));
    const at = start - (owner?.[0].length ?? 0);
    const before = local(at);
    if (han.test(text[start] as string) && far(at) && telling.test(before) && !labelHolds.test(before)) found.push(at);
  }
  for (const match of text.matchAll(starters)) {
    const before = local(match.index);
    if (
      before.length >= 3 &&
      !inName(match.index) &&
      telling.test(before) &&
      !beforeStarter.test(before) &&
      han.test(before.at(-1) ?? '')
    )
      found.push(match.index);
  }
  for (const match of text.matchAll(begins)) {
    const before = local(match.index);
    const alone = before.length >= 4 && !inName(match.index) && han.test(before.at(-1) ?? '');
    if (alone && !open.test(before) && !onlyNames(before, context) && told(before, context)) found.push(match.index);
  }
  for (const at of speakers(text, context)) if (local(at).length >= 4 && !inName(at)) found.push(at);
  found.push(...nextTouches(text));
  const labelled = (at: number) => findWords(dealLabels(context), text).some(({ end }) => end === at);
  for (const match of text.matchAll(links))
    if (
      !inName(match.index) &&
      !waiting(local(match.index), match[0]) &&
      !(match[0] === '就是' && labelled(match.index))
    )
      found.push(match.index);
  known.forEach(({ start }, index) => {
    const before = text.slice(0, start);
    const earlier = known.slice(0, index).some((one) => one.end <= start);
    const apart = /[\s\p{Script=Han}]$/u.test(before);
    const told = before.trimEnd();
    const again = known.slice(0, index).some(({ ids }) => ids?.[0] !== undefined && ids[0] === known[index]?.ids?.[0]);
    const held =
      again && /\p{Script=Han}\s?$/u.test(before)
        ? takesAgain.test(before)
        : takes.test(before) || endsInWay(told) || /^(?:只有?|就|还有|也|又)$/.test(local(start));
    const fresh = known[index - 1]?.end === start || !held;
    if (earlier && apart && fresh) found.push(start);
  });
  return found;
}

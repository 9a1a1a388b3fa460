import { plainChinese } from './chinese.ts';
import type { Context, Rule } from './context.ts';
import { findWhens } from './dates.ts';
import { smallNumber } from './dates-zh-said.ts';
import { addDays, dayOf, inWeek, makeDay, monthOf, yearOf } from './days.ts';
import { whole } from './shared.ts';

const off =
  /(?:要|得|想|准备|打算|计划)?(?:休|请)(?:个|了|一下)?(?:[一二两三四五六七八九十半\d]{1,3}天(?:的)?)?(?:年假|事假|病假|婚假|产假|陪产假|丧假|调休假|假)|(?:要|得|准备|打算)?调休|(?:去)?度假|不上班|(?<=我.{0,16})不在(?:公司|办公室)?|\b(?:(?:will be|i'?ll be|is|are|am|be|going|i'?m)\s)?(?:(?:off |out )?sick|off(?: work| sick)?|on (?:leave|vacation|holiday|pto)|out of (?:the )?office|out(?= (?:on|from|this|next|tomorrow|today|mon|tue|wed|thu|fri|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|taking (?:leave|pto|vacation|time off)|take (?:leave|pto|vacation)|ooo)\b|\b(?:leave|vacation|pto)(?= (?:on|from|this|next|tomorrow|today|mon|tue|wed|thu|fri|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/giu;

/** 小王代我, 由王磊代班, 让老李替我; Tom covers, covered by Tom, Tom is standing in for me. */
const covers: RegExp[] = [
  /(?:由|让|请|找|叫)?\s?([\p{Script=Han}]{2,4}?|[A-Za-z][\w.'-]*(?: [A-Z][\w.'-]*)?)\s?(?:来)?(?:代(?:班|[我他她](?:的班)?|理|一下)|替(?:班|[我他她]|一下)|顶(?:班|[我他她]|一下)|帮[我他她](?:顶|盯|代|看)(?:着|一下)?|接(?:[我他她]的)?班|盯着?)/u,
  /(?:代班|代理|顶班)(?:人|的人)?\s?(?:是|为|:)?\s?([\p{Script=Han}]{2,4}|[A-Za-z][\w.'-]*(?: [A-Z][\w.'-]*)?)/u,
  /(?:有事|工作|事情|客户)(?:请|就|都)?(?:找|交给|给)\s?([\p{Script=Han}]{2,4}|[A-Za-z][\w.'-]*)/u,
  /\b([A-Za-z][\w.'-]*(?: [A-Z][\w.'-]*)?)\s(?:covers?|(?:is|will be) covering|will cover|covering|fills? in|(?:is|will be) filling in|will fill in|stands? in|(?:is|will be) standing in|will stand in|has my back)(?: for me| me)?(?: then)?\b/iu,
  /\b(?:covered by|cover(?:ing)?(?: is|:)?|ask|contact)\s([A-Za-z][\w.'-]*(?: [A-Z][\w.'-]*)?)\b/iu,
];
const filler =
  /我自己|我们|我|本人|这边|想|要|到时候?|期间|这几天|那几天|共|一共|总共|左右|从|自|于|在|开始|起|为止|结束|至|到|直到|和|全天|整天|了|的|啊|哦|吧|呢|\b(?:i|i'?m|i am|i'?ll|my|will|be|is|am|from|on|until|till|through|thru|to|and|starting|for|the|a|of|all day|days?|then|while|note|that|please|so)\b/giu;
const bare = (text: string) => text.replace(/[\s,.;:!~、。，；：！()-]+/g, '');

const cut = (text: string, start: number, end: number) => `${text.slice(0, start)} ${text.slice(end)}`;

interface Days {
  from: string;
  to: string;
  rest: string;
}

/** The days a text names and what is left of it without them; null when it names none, or several that make no stretch. */
function daysIn(said: string, context: Context): Days | null {
  const today = dayOf(context.now, context.zone);
  const week =
    /(这|本|下)个?(?:周|星期|礼拜)(?:一整周|整周|全周)?(?![一二三四五六日天末\d])|\b(this|next) week\b/iu.exec(said);
  if (week) {
    const weeks = week[1] === '下' || /next/i.test(week[2] ?? '') ? 1 : 0;
    const [from, to] = [inWeek(today, 1, weeks), inWeek(today, 5, weeks)];
    return {
      from: from.localeCompare(today) < 0 ? today : from,
      to,
      rest: cut(said, week.index, week.index + week[0].length),
    };
  }
  // Dec 8 to 10, 12月8到10号: the month is said once.
  const short =
    /(\d{1,2})月(\d{1,2})[日号]?\s?(?:到|至|-|~|—)\s?(\d{1,2})[日号](?!\d)|\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s(\d{1,2})(?:st|nd|rd|th)?\s?(?:to|-|–|through|thru|until|till)\s?(\d{1,2})(?:st|nd|rd|th)?\b(?!:)/iu.exec(
      said,
    );
  if (short) {
    const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
    const month = short[1] ? Number(short[1]) : months.indexOf((short[4] as string).slice(0, 3).toLowerCase()) + 1;
    const year = yearOf(today) + (month < monthOf(today) - 2 ? 1 : 0);
    const [from, to] = [short[2] ?? short[5], short[3] ?? short[6]].map((day) => makeDay(year, month, Number(day)));
    return from && to ? { from, to, rest: cut(said, short.index, short.index + short[0].length) } : null;
  }
  const found = findWhens(said, context);
  const [first, last] = [found[0], found[1]];
  if (!first || found.length > 2 || found.some(({ value }) => value.clock)) return null;
  let rest = said;
  for (const one of [...found].reverse()) rest = cut(rest, one.start, one.end);
  const count =
    /([一二两三四五六七八九十\d]{1,3})(?:个)?(工作日|天|周|星期)|\b(\d{1,2}|two|three|four|five|a) (days?|weeks?)\b/iu.exec(
      rest,
    );
  if (!last && count) {
    const words: Record<string, number> = { a: 1, two: 2, three: 3, four: 4, five: 5 };
    const said = count[1] ? smallNumber(count[1]) : (words[count[3]?.toLowerCase() ?? ''] ?? Number(count[3]));
    const days = /周|星期|week/i.test(count[2] ?? count[4] ?? '') ? said * 7 : said;
    if (!(days >= 1 && days <= 366)) return null;
    return {
      from: first.value.day,
      to: addDays(first.value.day, days - 1),
      rest: cut(rest, count.index, count.index + count[0].length),
    };
  }
  return { from: first.value.day, to: (last ?? first).value.day, rest };
}

/** The colleague a text begins with, when it is about another's leave; null when it names none. */
function colleague(text: string, context: Context): { name: string; rest: string } | null {
  const person = context.names?.find(text).find(({ kind, start }) => kind === 'person' && start <= 2);
  if (!person || bare(text.slice(0, person.start)) !== '') return null;
  const rest = text.slice(person.end).replace(/^'s\b/i, '');
  return { name: text.slice(person.start, person.end), rest };
}

const cancelZh =
  /^(?:请|帮我|麻烦)?(?:把)?(?:取消|撤销|撤回|不休)(?:我的?|这次|掉)?(?:休假|请假|年假|假期|假)(?:了)?$|^(?:我)?(?:不休假|不请假|不休了|假不休|休假取消)了?$/u;
const cancelEn =
  /^(?:please\s)?(?:cancel|call off|drop|remove)\s(?:my|the)?\s?(?:leave|vacation|time off|pto|holiday)$|^(?:i'?m|i am) not (?:on leave|off|taking leave)(?: any ?more| after all)$/i;
const listZh =
  /^(?:看看|查查|查一下|最近|今天|明天|这周|本周|下周|现在|都)?(?:有)?(?:谁|哪些人|哪几个人|哪些同事)(?:最近|今天|明天|这周|下周|现在)?(?:在|要|会|请|都)?(?:休假|请假|休年假|不在|没来)[呢啊了]?[?]?$|^(?:休假|请假)(?:表|名单|列表|情况|日历|安排)[?]?$/u;
const listEn =
  /^(?:show\s)?(?:who(?:'?s| is| are)?|anybody|anyone)\s(?:off|on leave|out|away|on vacation|out of office)(?: (?:today|this week|next week|now|tomorrow))?[?]?$|^(?:show )?(?:the )?(?:leave|vacation) (?:list|calendar|plan)$/i;

/** Who is away: noted with who stands in, called off, or asked about. */
export const away: Rule = (said, context) => {
  const text = plainChinese(said);
  if (text.length > 120) return null;
  if (listZh.test(text) || listEn.test(text)) return whole(text, { name: 'leave.list', input: {} }, 0.95);
  const cancelled = cancelOf(text, context);
  if (cancelled) return whole(text, { name: 'leave.cancel', input: cancelled }, 0.95);
  if (text.search(off) < 0) return null;
  const other = colleague(text, context);
  let rest = other?.rest ?? text;
  let cover: string | undefined;
  for (const pattern of covers) {
    const match = pattern.exec(rest);
    const name = match?.[1]?.replace(/^(?:由|让|请|找|叫)/u, '');
    if (!match || !name || /^(?:i|me|nobody|on|off|from|to|and|没人|有人)$/i.test(name)) continue;
    cover = name;
    rest = cut(rest, match.index, match.index + match[0].length);
    break;
  }
  // 请三天假: how long it is stays.
  const days = daysIn(
    rest.replace(off, (one) => ` ${/[一二两三四五六七八九十\d]{1,3}天/u.exec(one)?.[0] ?? ''} `),
    context,
  );
  if (!days || bare(days.rest.replace(filler, ' ')) !== '') return null;
  const input = { ...(other ? { person: other.name } : {}), from: days.from, to: days.to, ...(cover ? { cover } : {}) };
  return whole(text, { name: 'leave.add', input }, 0.95);
};

function cancelOf(text: string, context: Context): { person?: string } | null {
  if (cancelZh.test(text) || cancelEn.test(text)) return {};
  const theirs =
    /^(?:取消|撤销)\s?(.{2,12}?)\s?的?(?:休假|请假|假期)$|^(?:cancel|call off) (.{2,40}?)(?:'s|s') (?:leave|vacation|time off)$/iu.exec(
      text,
    );
  const name = theirs?.[1] ?? theirs?.[2];
  const person = name && context.names?.find(name).find(({ kind }) => kind === 'person');
  return person ? { person: name } : null;
}

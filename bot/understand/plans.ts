import { TZDate } from '@date-fns/tz';
import { formatISO } from 'date-fns/formatISO';
import type { Context, Found } from './context.ts';
import { findWhens, readMoment, toMoment } from './dates.ts';
import { gone } from './normalize.ts';
import { findNumbers } from './numbers.ts';
import { ahead } from './plan/ahead.ts';
import { plainly } from './plan/gerunds.ts';
import { over, readGiven, readTold, type Told } from './plan/teller.ts';
import { together } from './plan/together.ts';
import { cutChinese, cutEnglish } from './plan/what.ts';
import { readWhom } from './plan/whom.ts';
import {
  arranged,
  asked,
  askedLast,
  booked,
  does,
  enHead,
  idle,
  meeting,
  sees,
  trimmed,
  zhHead,
} from './plan/words.ts';
import { resolve } from './refs.ts';
import { longestCommand, whole } from './shared.ts';
import { findWays } from './story/ways.ts';
import { findTimes } from './times.ts';

const han = /\p{Script=Han}/u;
const kinds = ['deal', 'customer', 'lead'] as const;

/** What is not done, has gone or is asked. */
const doubtful =
  /没|别(?=再|去|给|打|发|提|约)|不(?!锈|间断|干胶|动产|同|良|足)|取消|泡汤|作废|几点|哪天|什么时候|来着|\b(?:not|never|no longer|cancel(?:l?ed)?|called off|isn'?t|won'?t)\b/i;
/** Words that say that it is for us to do, and such as a doing begins with. */
const ours =
  /我(?!家|的|信)|咱|(?<!只|主|重|不)要|记(?:一?下|个|一笔|着)|提醒|约[了好]|再(?!不|没)|开.{0,4}会|\b(?:i|i'?ll|we|we'?ll|need to|have to|gotta)\b/i;
const begun = /^(?:给|再|找|覆|复|回|保养|年度|维保|mtg|f\/u|fu|sync|touch|catch|check|重新|加急|出|下)|sync|覆电/i;
/** One's own days off and the like. */
const off =
  /请(?:了)?假|休(?:年|产)?假|年假|调休|团建|\btak(?:e|ing)\b.{0,20}\boff\b|\b(?:pto|on (?:vacation|leave|holiday))\b/i;
/** They want it live by March: their wish, and no doing of ours. */
const wished =
  /\bback$|^\s?(?:he|she|they)(?:'s|'re|'ll be| is| are| will be) (?:leaving|moving|retiring|away|off|out)\b|^\s?(?:and |but |so )?(?:they|he|she|(?:the )?(?:client|customer))(?:'d| would)? (?:all )?(?:wants?|needs?|likes?|hopes?|prefers?) (?:it|this|that|us|everything|the (?:\w+ ){1,2})\s?(?:to be |be )?(?:live|up|running|done|in place|installed|delivered|ready|out|over|finished)\b/i;

/** They want to think it over until then: nothing is to be done. */
const waits =
  /\b(?:wants?|needs?|prefers?|would like|'d like|'d rather|would rather|decided|going|gonna)\s(?:to\s)?(?:think|wait|hold off|mull|sleep on|revisit|sit on|pause|regroup)\b/i;

const owed = /^(?:i|we)\s(?:still\s)?(?:owe|promised?)\s/i;

/** Put a call with Acme in for Tuesday: what is put in, without the word behind it. */
const putIn = /^(?:put|stick|pop|pencil|slot|get|squeeze)\s(an?\s.{2,60}?)\sin(?:\s(?:for|on|at))?$/i;

const justAgreed = /约(?:了|好了?|定了?|在|到)?\s?$/;
const excused = /^.{0,6}(?:没空|没时间|不方便|走不开|抽不开身)/;

/** Demo booked, visit all set: that it was agreed on is no part of what it is. */
const bookedEn =
  /\s(?:is\s|got\s|all\s|now\s|already\s){0,2}(?:booked|scheduled|confirmed|lined up|arranged|locked in|set(?: up)?|(?:on|in) the (?:calendar|diary|books))(?:\s(?:in|for|on|at))?\s?$/i;

/** 招标要等到明年: they wait, and nothing is for us to do. */
const awaited = /等到|得等|要等(?!电话|消息|回复)/;

/** 打了球, 合同寄出了: what is over. */
const happened = /^(?!约|定|订|说|谈)\p{Script=Han}{1,3}了\p{Script=Han}|\p{Script=Han}[出完好到过]了(?:\s|$)/u;

/** What is done and with whom, of words without their time. */
interface Doing {
  who?: string;
  what: string;
  told: Told | null;
  /** Whether the words say that something is done, and not only how something is. */
  does: boolean;
}

function readDoing(said: string, context: Context): Doing {
  const chinese = han.test(said);
  const head = chinese ? zhHead : enHead;
  const subject = resolve('', context, kinds) ?? undefined;
  const front = plainly(said.replace(asked, '').replace(putIn, '$1').replace(bookedEn, '').trim());
  const ours = /^(?:我|咱|提醒|i\b|i'|we\b|let'?s)/i.test(front);
  const given = readGiven(front, context, subject);
  const told = given ?? (ours ? null : readTold(front.replace(/^[\s,:;.]+/, ''), context, subject));
  const left = trimmed((told?.rest ?? front).replace(asked, ''), head);
  const cut = (text: string) =>
    han.test(text) ? cutChinese(trimmed(text, zhHead)) : cutEnglish(trimmed(text, enHead));
  const found =
    told?.who && told.who !== subject ? { ...readWhom(left, context), who: told.who } : readWhom(left, context);
  const who = found.who ?? told?.who ?? subject;
  const what = cut(trimmed(found.what, head)).replace(
    /\s(?:has |is |was |been |got |now ){0,2}(?:moved|pushed|rescheduled|shifted|bumped)(?:\sback)?(?:\sto)?$/i,
    '',
  );
  return { ...(who ? { who } : {}), what, told, does: does.test(what) || does.test(left) || owed.test(front) };
}

/** What is to be done at a time still to come: with whom, by whom. Null when a text is no plan. */
export function readPlan(text: string, context: Context, confidence = 0.8): Found | null {
  const several = together(text, context);
  const one = several && readOne(several.text, context, confidence);
  if (!one || one.input.who !== several.first) return readOne(text, context, confidence);
  const more = several.others.map((who) => ({ name: one.name, input: { ...one.input, who } }));
  return { ...one, from: 0, to: text.length, more: [...(one.more ?? []), ...more] };
}

/** 下周三去不是周二: what it is not says nothing of what it is. */
const notThen =
  /[,\s]{0,2}(?:而)?不是(?:上|下|本|这)?个?(?:周|星期|礼拜)?[\d一二三四五六日天号点今明后]{1,4}$|,?\snot\s(?:on\s|next\s)?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|today)\w{0,6}$/i;

/** Moved from Wed to Fri, 从周三改到周五: when it was says nothing of when it is. */
const oldTime =
  /\bfrom\s(?:this\s|next\s|last\s)?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|today|the\s\d|\d{1,2})[\w:]{0,8}(?:\s[ap]m)?\s(?=to\s)|(?:从|由)(?:原来的?)?(?:上|下|本|这)?个?(?:周|星期|礼拜)[一二三四五六日天](?:上午|下午|晚上)?(?:[\d一二三四五六七八九十]{1,3}点半?)?(?=改|挪|推|调|换)/gi;

/** 对方财务说首付款周五到账: what they said they do is theirs. */
const theySaid =
  /^(?:他们|对方|客户|那边|都|也)?(?:财务|采购|老板|法务)?(?:都|也|又)?(?:说|答应|承诺|保证)(?:了|是|会|能)?(?=\S{2})/u;

/** 这周还要跟哪些客户: it asks. */
const asksWhich = /哪[些几个家]|多少|(?:什么|谁|啥)$/;

function readOne(given: string, context: Context, confidence: number): Found | null {
  const text = given.replace(notThen, '').replace(oldTime, '');
  if (text.length > longestCommand / 2) return null;
  const reminder = asked.exec(text) ?? askedLast.exec(text);
  // 下午来开了个会 has taken place, whatever the hour.
  if (!reminder && !arranged.test(text) && findWays(text).some(({ done }) => done)) return null;
  const when = ahead(text, context);
  if (!when) return reminder && findWhens(text, context).length === 0 ? withoutTime(text, context, confidence) : null;
  const before = text.slice(0, when.start).replace(askedLast, '');
  const behind = text.slice(when.end).replace(askedLast, '');
  if (over.test(behind) || wished.test(before) || (!reminder && waits.test(before))) return null;
  const joined = `${before}${han.test(text) && !/\w$/.test(before.trim()) ? '' : ' '}${behind}`
    .replaceAll(gone, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // Lunch Fri with Xavier 12:30: the hour stands apart from its day.
  const hour = when.value.clock ? undefined : findTimes(joined)[0];
  const at = hour ? readMoment(`${when.value.day} ${joined.slice(hour.start, hour.end)}`, context) : null;
  const doing = readDoing(
    at && hour ? `${joined.slice(0, hour.start)} ${joined.slice(hour.end)}`.replace(/\s+/g, ' ').trim() : joined,
    context,
  );
  const { who, does } = doing;
  const heard = doing.told ? null : theySaid.exec(doing.what);
  const told = heard ? { side: 'them' as const } : doing.told;
  if (heard) doing.what = doing.what.slice(heard[0].length);
  // 约了下周一下午: that they meet is all that is said.
  const agreed = who && /^约?$/.test(doing.what) && justAgreed.test(before);
  const place = booked.test(text) ? where.exec(doing.what)?.[1] : undefined;
  const what = agreed ? '见面' : place ? `见面（${place}）` : reminder && who ? ofWhat(doing.what, text) : doing.what;
  // 今天没空, 约了…: why it was not today is told, not planned.
  if (!does && !reminder && excused.test(what)) return null;
  if (what === '' || what.length > 80 || idle.test(what) || (!reminder && asksWhich.test(what))) return null;
  const meets = meeting.test(what) || (booked.test(text) && sees.test(what));
  // 他们下个月要搬厂, 周末打了球: news of theirs, and what has been, are told and not planned.
  if (!reminder && ((told?.side === 'open' && !does && !meets) || happened.test(what) || awaited.test(what)))
    return null;
  if (!reminder && !told && !meets && !does && (!who || what.length > 12)) return null;
  const input = {
    ...(who ? { who } : {}),
    what,
    at: at ?? toMoment(when.value, context.zone),
    ...(meets ? { kind: 'meeting' } : {}),
    ...(told?.side === 'them' ? { side: 'them' } : {}),
  };
  // 去远景那边的穿秋裤, 双十一报价单没写几张: a time and a name, but nothing anybody is to do.
  const sure =
    (meets || does || told || ours.test(text) || begun.test(what)) && !doubtful.test(what) && !off.test(text);
  const early = earlier.exec(text);
  const soon = early && soonerBy(input.at, early, context);
  const more = soon
    ? {
        more: [
          {
            name: 'task.add' as const,
            input: { ...(who ? { who } : {}), what: han.test(text) ? `准备${what}` : `get ready: ${what}`, at: soon },
          },
        ],
      }
    : {};
  return {
    ...more,
    ...whole(text, { name: 'task.add', input }, reminder ? 0.95 : sure ? confidence : Math.min(confidence, 0.5)),
  };
}

/** 约了梁董周五十点 在他们公司: where they meet is not what is done. */
const where =
  /^(?:在|去|到)?(\p{Script=Han}{0,6}(?:公司|厂里?|办公室|那边|那儿|现场|咖啡[店馆]|酒店|店里|仓库|会议室))$/u;

/** 提前一小时提醒我: another reminder, that much earlier. */
const earlier =
  /提前\s?(半个?|[\d一二两三]{1,2}个?)(小时|钟头|分钟|天)(?:左右)?(?:提醒|叫|喊)(?:一下)?我|\bremind me (an?|half an|\d{1,2}) (hour|minute|min|day)s? (?:before|ahead|earlier|in advance)/i;

function soonerBy(at: string, early: RegExpExecArray, { now, zone }: Context): string | null {
  const [count = '', unit = ''] = [early[1] ?? early[3], early[2] ?? early[4]];
  const number = /半|half/i.test(count) ? 0.5 : /^an?$/i.test(count) ? 1 : (findNumbers(count)[0]?.value.value ?? 0);
  const minutes = number * (/天|day/i.test(unit) ? 1440 : /分钟|min/i.test(unit) ? 1 : 60);
  const sooner = Date.parse(at) - minutes * 60_000;
  if (minutes <= 0 || sooner <= now.getTime()) return null;
  return formatISO(new TZDate(sooner, zone));
}

/** Remind me Friday about Acme: of what is not said, and so it is to follow up. */
function ofWhat(what: string, text: string): string {
  const left = what.replace(/^(?:about|re|regarding|on|关于)(?=\s|:|$)[\s:]*/i, '');
  return left !== '' ? left : han.test(text) ? '跟进' : 'follow up';
}

/** 提醒我给恒通打电话: what is to be done is known, and when is asked. */
function withoutTime(text: string, context: Context, confidence: number): Found | null {
  const { who, what } = readDoing(text, context);
  if (what === '') return null;
  const input = { ...(who ? { who } : {}), what };
  return { ...whole(text, { name: 'task.add', input }, confidence), missing: ['at'] };
}

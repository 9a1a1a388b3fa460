import type { Context, Found, Rule } from './context.ts';
import { findWhens, type When } from './dates.ts';
import { addDays } from './days.ts';
import { recordsIn } from './doubt/said.ts';
import { whole } from './shared.ts';
import { findTimes } from './times.ts';

const eventZh =
  '拜访|演示|会议|线上会|视频会|电话会|会面|见面|面谈|约见|约会|电话|约|会|饭局|午饭|晚饭|吃饭|待办|提醒|跟进|回访|讲标|验收|培训|行程';
const eventEn =
  '(?:\\w+ )?(?:demo|meeting|mtg|call|visit|lunch|dinner|coffee|review|workshop|walk-?through|appointment|follow-?up|reminder|task|session|tour)';
const slot = '\\ue003';
/** \ue003 stands for a day, \ue001 for a record we know. */
const zh = [
  new RegExp(
    `^(?:请|帮我|麻烦)?(?:把)?(?:我)?(?:跟|和|与|给)?(?:\\ue001(?:那边)?的?)?(?:${slot})?的?(?:跟|和|与)?(?:\\ue001(?:那边)?的?)?(?:那个|这个|那场)?(${eventZh})?(?:时间)?(?:要|得|想)?(?:改约|改期|改时间|改|挪|推迟|推|延期|延|调整|调|换|提前)(?:一下)?(?:到|至|成|为|在)?(?:了)?${slot}(?:同一时间|同一个时间|时间不变|吧|了)?$`,
    'u',
  ),
  new RegExp(
    `^(?:请|帮我|麻烦)?(?:把|将)?(?:${slot})?的?(${eventZh})\\ue001(?:那边)?的?(?:时间)?(?:改约|改期|改|挪|推迟|推|延期|延|调|换|提前)(?:到|至|成|在)?(?:了)?${slot}(?:吧|了)?$`,
    'u',
  ),
  new RegExp(
    `^(?:刚)?(?:跟|和|与)\\ue001.{0,4}?(?:改约|改期|重新约)了?[\\s,]*(?:从)?(?:${slot})?(?:改|挪|推|延|换|约)?(?:到|至|成|在)?${slot}(?:了|吧)?$`,
    'u',
  ),
];
const en = [
  new RegExp(
    `^(?:please |pls |can you |let'?s |need to )?(?:move|push|reschedule|shift|bump|switch|change)(?: back| up)? (?:the |my |our )?(?:\\ue001(?:'s)? )?(?:${slot} )?(${eventEn})?(?: ?(?:with|w/?|at|for) \\ue001)?(?: ?(?:from|on) ${slot})? ?(?:to|till|until|for) ${slot}$`,
    'i',
  ),
  new RegExp(
    `^(?:the |my |our |so |and |ok |actually ){0,2}(?:\\ue001(?:'s)? )?(?:${slot} )?(${eventEn})(?: ?(?:with|w/?|at|for) \\ue001)? (?:is |has |got |has been |was |been ){0,2}(?:moved|rescheduled|pushed|shifted|bumped|changed)(?: back)?(?: from ${slot})? to ${slot}(?: instead| now)?$`,
    'i',
  ),
  new RegExp(
    `^(?:the |my |our |so |and |ok |no |sorry |actually ){0,2}(?:\\ue001(?:'s)? )(${eventEn}) (?:is |will be |'s )(?:now |actually )?(?:at |on )?${slot}(?: instead| now)?$`,
    'i',
  ),
];

/** An appointment or a to-do that moves: 后天的拜访改到大后天, the demo with Silverton moved from Wed to Fri 2pm. */
export const rescheduled: Rule = (text, context): Found | null => {
  if (text.length > 90) return null;
  const records = recordsIn(text, context);
  if (new Set(records.map(({ ids }) => ids?.[0])).size > 1) return null;
  const [record = unknownName(text, context)] = records;
  const whens = daysIn(text, context);
  const last = whens.at(-1);
  if (!last || whens.length > 2) return null;
  const veiled = veil(text, [
    ...whens.map(({ start, end }) => ({ start, end, by: '\ue003' })),
    ...(record ? [{ start: record.start, end: record.end, by: '\ue001' }] : []),
  ]);
  const chinese = /\p{Script=Han}/u.test(text);
  const match = (chinese ? zh : en).map((pattern) => pattern.exec(veiled)).find((one) => one !== null);
  if (!match) return null;
  // With nothing but a name it is the deal that moves.
  const event = match[1];
  if (!event && (!record || !/约|期|reschedule/i.test(text))) return null;
  const { value, time } = last;
  const said = whens.length === 2 ? whens[0]?.value?.day : undefined;
  // Moved from Wed to Fri, said on a Thursday: the Wednesday before.
  const on =
    said && value && said > value.day && /提前|earlier|up|forward/i.test(text) === false ? addDays(said, -7) : said;
  const input = {
    ...(record ? { who: text.slice(record.start, record.end) } : {}),
    what: event?.replace(/^(?:the|my|our) /i, '') ?? (chinese ? '约' : 'appointment'),
    ...(on ? { on } : {}),
    ...(value ? { day: value.day } : {}),
    ...(time ? { time } : {}),
  };
  return whole(text, { name: 'task.move', input }, record || on ? 0.9 : 0.5);
};

const calledZh = new RegExp(`^(?:请|帮我|麻烦)?(?:把|将)?([\\p{Script=Han}]{2,6})的(?=${eventZh})`, 'u');
const calledEn = new RegExp(`\\b(?:the|my|our)\\s([A-Z][\\w&-]+(?:\\s[A-Z][\\w&-]+)?)(?:'s)?\\s(?=${eventEn})`);

/** Whom words in front of an appointment name, where nobody is known: 恒通的演示, the Northwind demo. */
function unknownName(text: string, { names }: Context): { start: number; end: number } | undefined {
  const match = names ? null : (calledZh.exec(text) ?? calledEn.exec(text));
  const name = match?.[1];
  if (!match || !name || /^(?:今|明|后|昨|上|下|周|星期|礼拜)/.test(name)) return undefined;
  const start = match.index + match[0].indexOf(name);
  return { start, end: start + name.length };
}

interface Said {
  start: number;
  end: number;
  value: When | null;
  time?: string;
}

const two = (number: number) => String(number).padStart(2, '0');

/** The days and hours of a text, in order; an hour alone is of the day that was planned. */
function daysIn(text: string, context: Context): Said[] {
  const days = findWhens(text, context).map(({ start, end, value }): Said => {
    const alone = value.clock !== undefined && findTimes(text).some((one) => one.start === start && one.end === end);
    const time = value.clock ? `${two(value.clock.hour)}:${two(value.clock.minute)}` : undefined;
    return { start, end, value: alone ? null : value, ...(time ? { time } : {}) };
  });
  return days;
}

function veil(text: string, spans: { start: number; end: number; by: string }[]): string {
  return [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce((left, { start, end, by }) => left.slice(0, start) + by + left.slice(end), text);
}

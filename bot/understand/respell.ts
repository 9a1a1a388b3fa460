import { simplified } from '../insight/simplified.ts';
import { mandarin } from './cantonese.ts';
import { longhand } from './shorthand.ts';

/** What a phone's keyboard makes of common words, each with what was meant. */
const slips: [RegExp, string][] = [
  [/拜仿|摆访|拜坊/g, '拜访'],
  [/电活|电画|点话/g, '电话'],
  [/阶断|阶短/g, '阶段'],
  [/竟品|竞平/g, '竞品'],
  [/竟争/g, '竞争'],
  [/预祘|预蒜|预算算/g, '预算'],
  [/演试|眼示/g, '演示'],
  [/抱价|保价(?=[\d了给单])/g, '报价'],
  [/和同|合仝/g, '合同'],
  [/推进道/g, '推进到'],
  [/决侧人|绝策人/g, '决策人'],
  [/成校/g, '成交'],
  [/[工攻]海/g, '公海'],
  [/线[锁所](?=[\s#\d])/g, '线索'],
  [/街段|阶端/g, '阶段'],
  [/回防/g, '回访'],
  [/线锁|现索/g, '线索'],
  [/跟近|根进/g, '跟进'],
  [/意象(?=$|[\s,很强])/g, '意向'],
];

/** English words of the trade that a slip of the thumb is put back to. */
const words =
  'called emailed texted messaged visited meeting answer answered reply replied budget amount quote proposal contract opportunity tomorrow yesterday decision competitor probability snooze interested expensive discount follow contacted voicemail schedule customer employees wechat closing expected moved export convert'.split(
    ' ',
  );
const known = new Set(words);
/** Words that are one letter from one of those and mean themselves. */
const own = new Set(
  'quotes quoted quite follows replies called caller mover moves meetings budgets amounts answers contracts contacts contact movie loved proved closings wallet valued smoothed dosing losing customs reapply texture mailed mooed removed emails quota'.split(
    ' ',
  ),
);

/** Whether one slip (a letter more, less, other, or two changed places) makes `a` of `b`. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  if (at === 0) return false;
  const rest = (x: string, from: number) => x.slice(from);
  if (a.length > b.length) return rest(a, at + 1) === rest(b, at);
  if (a.length < b.length) return rest(a, at) === rest(b, at + 1);
  return (
    rest(a, at + 1) === rest(b, at + 1) ||
    (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, at + 2) === rest(b, at + 2))
  );
}

const faces =
  /(?<!^)\[(?:\p{Script=Han}{1,4}|OK)\]|^\[(?:捂脸|微笑|呲牙|流泪|大哭|笑哭|偷笑|庆祝|鼓掌|强|赞|握手|抱拳|加油|玫瑰|爱心|破涕为笑|苦涩|叹气|尴尬|抓狂|发怒|耶|胜利|OK)\]|\p{Extended_Pictographic}\ufe0f?/gu;

/** Small slips of the trade's own words put right, so that half a letter does not lose a sentence. Names are not touched. */
export function respell(text: string): string {
  // [捂脸], [OK]: faces of a phone's keyboard. In front a word in brackets may as well say whose words follow.
  let right = text.replace(faces, ' ').trim();
  for (const [wrong, meant] of slips) right = right.replace(wrong, meant);
  return longhand(right).replace(/(?<![A-Za-z@.\d_-])[a-z]{5,12}(?![A-Za-z@.\d_])/g, (word) =>
    known.has(word) || own.has(word) || known.has(word.replace(/s$/, ''))
      ? word
      : (words.find((one) => one.length >= 5 && oneSlip(word, one) && !one.startsWith(word)) ?? word),
  );
}

const dictated: Record<string, string> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** A text in simplified characters, a number dictated figure by figure in figures: each in its place. */
export const plainChinese = (text: string): string =>
  mandarin(simplified(text)).replace(/[零〇一幺二两三四五六七八九]{7,}/g, (said) =>
    [...said].map((one) => dictated[one]).join(''),
  );

/** Puts the words of an input back as they were typed, where they stand in the text that was read. */
export function asTyped<T>(value: T, read: string, typed: string): T {
  if (read === typed || read.length !== typed.length) return value;
  if (typeof value === 'string') {
    const at = /\p{Script=Han}/u.test(value) ? read.indexOf(value) : -1;
    if (at >= 0) return typed.slice(at, at + value.length) as T;
    // 做简报 of 做一次簡報: the words are put together anew, their characters stay as typed.
    const signs = /\p{Script=Han}/u.test(value) ? [...value] : null;
    return (signs ? signs.map((one) => typed[read.indexOf(one)] ?? one).join('') : value) as T;
  }
  if (Array.isArray(value)) return value.map((one) => asTyped(one, read, typed)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asTyped(one, read, typed)])) as T;
}

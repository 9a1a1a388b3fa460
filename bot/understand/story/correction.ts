import type { Context, Reading } from '../context.ts';
import { findWhens } from '../dates.ts';
import { findMoney } from '../money.ts';
import { findNumbers } from '../numbers.ts';
import { findTitled, nameLikeness } from '../people.ts';
import { findPhones } from '../phones.ts';
import { apart, findWords } from '../words.ts';

const mark =
  /^(?:(?:不好意思|抱歉|对不起|等等|等下|哎呀?|啊|哦|噢|嗯|(?:sorry|oops|wait|oh|ah|no|nope|actually|correction|my bad|my mistake|typo|hmm|scratch that|wrong|whoops)(?![a-z]))[\s,:!.-]*)*(?:(?:刚才|刚刚|我|上一?条|上面|前面|那条|刚才那条|上一句|时间|日期|金额|名字|公司|人|数字|电话|the last one|last one|that one|that)*\s?(?:那?条|那?个|的|里|名)?\s?(?:多|少)?(?:打|写|说|录|记|输|填|发|搞|弄|听|看)?(?:错|岔|反|串|混)(?:人|地方|客户|日子|数)?了?[\s,:!.]*|(?:刚才?|上面|上一?条)?那?[条个]?(?:金额|数字)?(?:多|少)打了(?:一?个)?(?:零|0|数)[\s,:!.]*|(?:刚才?|刚刚|上面|上一?条|前面)?那?[条个]?(?:公司|名字|人名|金额|时间)?(?:写错|打错|改一?下|改下)[\s,:!.]*|(?:刚才|刚刚)?手滑了?[\s,:!.]*|(?:不对|有误|更正|纠正|改一下|修正|勘误)(?:一下)?[\s,:!.]*|(?:was|is) (?:wrong|a typo|a mistake)[\s,:!.]*|(?:i )?(?:typed|wrote|said|got|put) (?:it|that|the wrong \w+)(?: wrong)?[\s,:!.]*)*/i;
const pairs: [RegExp, 'to-from' | 'from-to'][] = [
  [
    /^(?:应该|应|(?:合同)?金额|预算|时间|日期|名字|公司)?(?:是|改成|为)?\s?([^\s,]{1,30}?)\s?,?\s?(?:而)?(?:不是|非)\s?([^,]{1,30}?)(?:的|啊|哈|哦)?$/,
    'to-from',
  ],
  [/^(?:应该)?不是\s?([^,]{1,30}?)\s?[,\s]\s?(?:应该|而|要)?是\s?([^,]{1,30}?)(?:的|啊|哈|哦)?$/, 'from-to'],
  [/^(?:应该)?不是\s?([^\s,]{1,30}?)(?:应该|而)?是\s?([^\s,]{1,30}?)(?:的|啊|哈|哦)?$/, 'from-to'],
  [/^(?:把)?\s?([^\s,]{1,30}?)\s?(?:应该|要)?(?:改成|改为|换成|应该是|应为)\s?([^,]{1,30}?)$/, 'from-to'],
  [
    /^(?:it'?s|it is|that'?s|should be|i meant|meant(?: to (?:say|write|put))?|make (?:it|that)|make it)?\s?(.{1,30}?)\s?,?\s(?:not|instead of|rather than)\s(.{1,30}?)$/i,
    'to-from',
  ],
  [/^not\s(.{1,30}?)\s?[,;-]\s?(?:it'?s|but|i meant|should be|make (?:it|that)|rather)?\s?(.{1,30}?)$/i, 'from-to'],
  [/^not\s(.{1,30}?)\s(?:but|it'?s|i meant|should be)\s(.{1,30}?)$/i, 'from-to'],
  [/^(.{1,30}?)\s(?:should be|should have been|should've been|was meant to be)\s(.{1,30}?)$/i, 'from-to'],
];
const only =
  /^(?:应该|给|budget|amount|其实|金额|预算|时间|日期|名字|公司|电话|折扣|客户|阶段|人数)*(?:应该)?(?:是|为|应为|改成|改为|说的是|要写的是|见的是|打给的是|找的是|记到|记在|算)\s?(.{1,40}?)(?:名下)?(?:才对|的|啊|哈|哦)?$|^(.{1,20}?)(?:才对|才是)$|^(?:it'?s|it is|it was|was|that'?s|should be|should have been|i meant|meant(?: to (?:say|write|put))?|make (?:it|that)|(?:the )?(?:amount|budget|close date|date|name|number|time) (?:is|was|should be))\s(.{1,40}?)$|^\*\s?(.{1,40})$/i;
/** What one does in the words that are right: only what it is done to is put right. */
const doing =
  /^(?:给(?=[A-Z\p{Script=Han}]{2})|lost to |转给|交给|推进到|推到|挪到|进|改成|改为|发给|打给|to |for |at |on |with )/iu;

/** What a correction says: what was wrong (when named) and what is right; `marked` when it says that something was wrong. */
export interface Correction {
  wrong?: string;
  right: string;
  marked: boolean;
}

/** Reads a correction. Null when a text is none. */
export function readCorrection(text: string): Correction | null {
  if (text.length > 120) return null;
  const bare = text.replace(/[\s.!~]+$/, '');
  const sign = mark.exec(bare)?.[0] ?? '';
  const body = bare.slice(sign.length).trim();
  const marked = sign.trim() !== '';
  if (/是不是|[?吗]$/.test(body)) return null;
  for (const [pattern, order] of pairs) {
    const match = pattern.exec(body);
    if (!match) continue;
    // 把A改成B is a command of its own unless it says that something was wrong.
    if (
      /改成|改为|换成|should be/.test(pattern.source) &&
      order === 'from-to' &&
      !/应|不是|should|not/.test(body) &&
      sign === ''
    )
      continue;
    const [a, b] = [(match[1] as string).trim(), (match[2] as string).trim()];
    return order === 'to-from' ? { wrong: b, right: a, marked } : { wrong: a, right: b, marked };
  }
  const one = only.exec(body);
  const right = one?.slice(1).find((said) => said !== undefined);
  if (
    right &&
    (sign !== '' ||
      one?.[3] ||
      /^(?:i meant|should be|should have been|make (?:it|that)|应该是|应为|说的是)/i.test(body))
  )
    return { right: right.trim(), marked };
  return sign !== '' && body !== '' && body.length <= 30 && kindOf(body) ? { right: body, marked } : null;
}

const kinds = ['money', 'phone', 'when', 'percent', 'stage', 'colleague', 'person', 'number'] as const;

function spans(kind: (typeof kinds)[number], text: string, context?: Context): Reading<unknown>[] {
  const here = context ?? { now: new Date(0), zone: 'UTC', currency: 'XXX', language: 'zh' as const };
  switch (kind) {
    case 'money':
      return findMoney(text, here.currency, text.length < 12);
    case 'phone':
      return findPhones(text, here.language);
    case 'when':
      return findWhens(text, here);
    case 'percent':
      return [
        ...text.matchAll(/\d+(?:\.\d+)?\s?%|[一二三四五六七八九]成|\d+(?:\.\d+)?折|[一二三四五六七八九]{1,2}折/g),
      ].map((m) => ({ start: m.index, end: m.index + m[0].length, value: m[0] }));
    case 'stage':
      return context ? findWords(context.stages, text) : [];
    case 'colleague':
      return (context?.names?.find(text) ?? []).flatMap((one) =>
        one.kind === 'person' ? [{ ...one, value: '' }] : [],
      );
    case 'person':
      return personsIn(text, context);
    default:
      return findNumbers(text);
  }
}

/** People named with a title, known as contacts, or, alone, by the look of the name. */
function personsIn(text: string, context?: Context): Reading<unknown>[] {
  const titled = findTitled(text);
  const contacts = (context?.names?.find(text) ?? [])
    .filter(({ kind }) => kind === 'contact')
    .map((one) => ({ ...one, value: text.slice(one.start, one.end) }));
  const all = apart<unknown>([...titled, ...contacts]);
  return all.length > 0 || text.length > 4 || nameLikeness(text) < 2
    ? all
    : [{ start: 0, end: text.length, value: text }];
}

/** The kind of value a few words are, as a whole; null when they are plain words. */
function kindOf(text: string, context?: Context): (typeof kinds)[number] | null {
  return (
    kinds.find((kind) => {
      const one = spans(kind, text, context);
      return one.length === 1 && one[0]?.start === 0 && (one[0]?.end ?? 0) >= text.length - 1;
    }) ?? null
  );
}

/** The earlier text with the words put right. Null when what was wrong is not found in it, or might be several things. */
export function corrected(last: string, said: Correction, context: Context): string | null {
  const { wrong } = said;
  const right = said.right.replace(doing, '');
  if (wrong !== undefined) {
    const at = last.toLowerCase().indexOf(wrong.toLowerCase());
    if (at >= 0) return last.slice(0, at) + right + last.slice(at + wrong.length);
    const kind = kindOf(wrong, context);
    const value = kind && JSON.stringify(spans(kind, wrong, context)[0]?.value);
    const same = kind ? spans(kind, last, context).filter((one) => JSON.stringify(one.value) === value) : [];
    const one = same.length === 1 ? same[0] : undefined;
    return one ? last.slice(0, one.start) + right + last.slice(one.end) : null;
  }
  const kind = kindOf(right, context);
  if (kind) {
    const all = spans(kind, last, context);
    const one = all.length === 1 ? all[0] : undefined;
    return one ? last.slice(0, one.start) + right + last.slice(one.end) : null;
  }
  const named = (context.names?.find(last) ?? []).filter(({ kind }) => kind !== 'person');
  const one = named.length === 1 ? named[0] : undefined;
  return one ? last.slice(0, one.start) + right + last.slice(one.end) : null;
}

import type { Intent } from '../../intents.ts';
import type { KnownName } from '../context.ts';
import { findWays } from '../story/ways.ts';
import { aboutDeals, colleaguesIn, recordOf, recordsIn, type Said, wordsOf } from './said.ts';

const idsOf = (name: KnownName) => name.ids ?? [];

/** Whether a known name is that of a record (`strict`), or at least stands in what is written. */
function isUsed(name: KnownName, said: string, intents: readonly Intent[], strict: boolean): boolean {
  return intents.some((intent) => {
    const { note: _, what: __, nextStep: ___, ...named } = intent.input as Record<string, unknown>;
    return wordsOf(strict ? named : intent.input).some(
      (word) =>
        word.includes(said) ||
        (word.length > 1 && said.startsWith(word)) ||
        idsOf(name).some((id) => word === `#${id}`),
    );
  });
}

/** Whether a sentence names a record that the reading knows nothing of: then what it does may be meant of that one. */
export function passesOver({ text, writes, context }: Said): boolean {
  const numbers = [...text.matchAll(/(?<![\w&])#(\d{1,9})\b/g)].map((match) => match[0]);
  const all = writes.flatMap(({ input }) => wordsOf(input));
  if (numbers.some((one) => !all.some((word) => word.includes(one)))) return true;
  const strict = writes.some(({ name }) => aboutDeals.test(name));
  const known = recordsIn(text, context);
  const used = known.filter((one) => isUsed(one, text.slice(one.start, one.end), writes, strict));
  const ids = new Set(used.flatMap(idsOf));
  return known.some((one) => !used.includes(one) && !idsOf(one).some((id) => ids.has(id)));
}

/** Whether a talk is noted with whom one just spoke of, though the sentence names a colleague. */
export function isWithColleague({ text, writes, context }: Said): boolean {
  const about = new Set(Object.values(context.about ?? {}));
  const talks = writes.some((intent) => intent.name === 'activity.log' && about.has(recordOf(intent) ?? ''));
  return talks && colleaguesIn(text, context).length > 0;
}

const together =
  /(?:跟|和|与|陪|同|带|让|叫|派|请|提醒|给|\b(?:with|w\/|and|me|&|ask|get|have|let|remind|to|from|for))\s?$/i;
const ourselves = /我|咱|\b(?:i|we|me|us|my|our)\b/i;
const arranges =
  /^(?:刚才?|今天|昨天|上午|下午|已经|也|那边|[\s,]){0,3}(?:约了?|定了?|安排了?|要去|会去|准备去|打算|在跟|\b(?:has|is|will|was|wants|booked|set up|scheduled|had)\b)/i;

/** 王磊拜访蓝海, 陈静约了恒通, Ben just came back from Nimbus: a colleague went there or will, and not the one who tells. */
export function isColleaguesDoing({ text, writes, context }: Said): boolean {
  const talks = writes.some(({ name }) => name === 'activity.log');
  const plans = writes.some(({ name }) => name === 'task.add');
  if (!talks && !plans) return false;
  return colleaguesIn(text, context).some(({ start, end }) => {
    if (together.test(text.slice(0, start))) return false;
    const rest = text.slice(end);
    if (plans && arranges.test(rest)) return true;
    const way = talks && findWays(text).find((one) => one.start >= end);
    return way && /^[^,;.!:\n]{0,16}$/.test(text.slice(end, way.start)) && !ourselves.test(text);
  });
}

/** 刘洋上午把益康签了: whoever is named beside a deal and is no part of what is written may be the one whose news it is. */
export function isColleaguesNews({ text, writes, context }: Said): boolean {
  if (!writes.some(({ name }) => name === 'deal.move' || name === 'deal.update')) return false;
  const used = writes.flatMap(({ input }) => wordsOf(input)).join('\n');
  return colleaguesIn(text, context).some(
    ({ start, end }) => !used.includes(text.slice(start, end)) && !together.test(text.slice(0, start)),
  );
}

const ourRoles =
  /^(?:刚才?|今天|昨天|上午|下午|\s){0,2}(?:我们?(?:公司)?的?(?:老板|领导|经理|主管|总监|同事|技术|售后)|(?:老板|领导|主管)(?=把)|售前|客服|代理商?|经销商|隔壁组|别的销售)(?!让|叫|要|问|说|催)|^(?:our|my|the) (?:boss|manager|ceo|cto|vp|director|colleague|teammate|co-?worker|partner|reseller|distributor|engineer|intern|assistant|csm|se|sales engineer|other rep|other team|competitor)\b(?! (?:wants?|asked|told|said|says|needs?))|^(?:support|pre-?sales|marketing|finance|legal|ops|engineering|customer success)\s(?:just |has |had |have )?(?:moved|had|called|visited|met|emailed|spoke|gave|did|won|lost|closed|put|set|changed|has|have)\b/i;
/** 售前去高登做了演示, our CEO had dinner with Raj: somebody of ours did it. */
export const isOthersDoing = ({ text, writes }: Said): boolean =>
  writes.some(({ name }) => name === 'activity.log' || name === 'deal.move' || name === 'deal.update') &&
  ourRoles.test(text) &&
  !/我一起|跟我|和我|带我|陪我|\b(?:and (?:i|me)|with me)\b/i.test(text);

/** Sarah is meeting Acme: a colleague's name is no record's. */
export const isColleaguesName = ({ writes, context }: Said): boolean =>
  writes.some((intent) => {
    const facts = (intent.input as { facts?: Record<string, unknown> }).facts ?? {};
    const rival = typeof facts.competitor === 'string' ? colleaguesIn(facts.competitor, context)[0] : undefined;
    if (rival?.start === 0) return true;
    const record = recordOf(intent);
    const one = record ? colleaguesIn(record, context)[0] : undefined;
    return (
      one?.start === 0 && (one.end === record?.length || /^(?:那边|手上|手里|的|'s)/.test(record?.slice(one.end) ?? ''))
    );
  });

const either =
  /^[\s,]?(?:那边|的|打的?|去的?|跟的?)?\s?(?:或者?是?|还是|(?:and\/)?or(?: maybe)?(?: was it)?)\s?(?:是|在)?\s?/i;

/** 恒通或宏达, Tom or me: one of two, and it is not said which. */
export function isOneOfTwo({ text, writes, context }: Said): boolean {
  if (writes.some((intent) => /还是|或者|\S\sor\s\S/.test(recordOf(intent) ?? ''))) return true;
  const known = [...recordsIn(text, context), ...colleaguesIn(text, context)];
  return known.some(
    ({ start, end }) =>
      /(?:或者?是?|还是|\bor)\s?$/i.test(text.slice(0, start)) ||
      (either.test(text.slice(end)) && known.some((other) => other.start > end && other.start - end < 12)),
  );
}

/** 蓝海楼下, the cafe next to Acme: where something is, and not who. */
const nearby = /^(?:公司|大楼)?的?(?:楼下|楼上|对面|隔壁|旁边|附近|门口|大厦|大楼|路口|食堂|停车场|那条街|那站|地铁站)/;
const beside =
  /\b(?:next to|near|across from|opposite|outside|behind|around the corner from|down the street from)\s(?:the\s)?$/i;

/** Whether the one record a sentence names is only a place in it. */
export function isPlace({ text, context }: Said): boolean {
  const known = recordsIn(text, context);
  return (
    known.length > 0 &&
    known.every(({ start, end }) => nearby.test(text.slice(end)) || beside.test(text.slice(0, start)))
  );
}

import type { Context } from '../context.ts';
import { findTitled, nameLikeness } from '../people.ts';
import { cleanRef } from '../refs.ts';
import { refLike } from '../story/names.ts';
import { readWho } from '../who.ts';
import { anybody, meeting, roles } from './words.ts';

/** Who a plan comes from: whether it is theirs to do, whose record it is when they are named, and the words left. */
export interface Told {
  rest: string;
  side: 'us' | 'them' | 'open';
  who?: string;
}

const nobody =
  '(?:客户|对方|他们?|她们?|人家|那边|甲方|老板|领导|主管|经理)(?:那边)?的?(?:法务|财务|采购|技术|老板|领导|工程师|行政|商务|助理|秘书)?(?:那边)?';
const between = '(?:那边|呢|也|又|刚才|刚|今天|昨天|上午|下午|都|已经|自己|人|电话里?|微信里?|邮件里?|[\\s,])*';
const says =
  '(?:跟我|和我|给我|告诉我们?|明确|口头|回复|来电话|打电话|微信|发微信|发消息)*(?:说好了?|说定了?|说了?|讲了?|表示|通知(?:我们?)?|反馈)|回复我们?|告诉我们?|says?(?![a-z])|said';
const promises =
  '(?:跟我|口头|也|都)*(?:答应了?(?:好了?)?|承诺了?|保证|约定|同意|确定了?|定了|promised|confirmed|agreed|committed)(?:我们?|咱们?)?了?';
const asks = '(?:也|都|又|还)?(?:让|要|叫|希望|要求|催|请|通知|约)(?:我们?|咱们?)';
const waits = '等(?:他们?|她们?|对方|客户|人家|那边)';
const asksZh = new RegExp(`^(?:${asks})\\s?`, 'u');
const spoken = new RegExp(`^(?:(${promises})|(${says}))[\\s,:]*`, 'u');
const will = /^(?:他们?|她们?|他们那边|那边|自己|这边|[\s,]){0,10}(?:(?:会|能|就|再|争取|准备|要)(?!议)\s?){0,10}/u;

const payment =
  '付(?:款|清)?|打(?:预付|首付|尾|货)?款|打钱|汇款|转账|付(?:定金|首款|首付|预付款|尾款|全款|货款|清)|打定金|回款';
const answer = '(?:答复|回复|回话|回信|回电|来电话?|准信|消息|结果|反馈|答案|意见|说法|feedback|answer|reply)';
/** What only a customer does. */
const theirs = new RegExp(
  `^(?:把.{1,12})?(?:给我们?|(?:${payment})|(?:再|就|会)?(?:给|出)?(?:我们?|个|到|一?个)*${answer}|签|盖章|回签|寄回|确认|定(?:下来)?$|拍板|下单|下订单|批|审批|过会|上会|走流程|内部|安排|通知|提供|发(?:需求|资料|清单|合同|图纸|PO|订单|盖章)|出(?:po|订单|结果|合同|图纸|意见)|给(?:出|需求|资料|图纸|清单|合同|PO|订单|.{0,4}(?:结果|意见)))|(?:过来|回来|给我们?|给我)$|^.{1,8}(?:过来|回来|给我们?)`,
  'iu',
);
/** What they do of their own accord, said without any word for promising. */
const ofTheirs = new RegExp(
  `^(?:${payment})(?!单)|^(?:再|就|会)?(?:给|出)(?:我们?|个|一?个)*${answer}|^(?:出|下)(?:po|订单)|^下单|^盖章|^回签`,
  'iu',
);
/** Only what they were said to do and what is over: 预算用光了 is no plan. */
export const over = /(?:光|完|没|掉|过|尽|不够)了\s*$/u;

const englishNobody =
  '(?:they|he|she|(?:the |their )?(?:client|customer|buyer|procurement|legal|finance|purchasing|cfo|ceo|cto|boss|team|lawyers?|it)(?: (?:team|guys|folks|dept|department))?)';
const englishSays =
  "(?:said(?: that)?|says(?: that)?|promised(?: to| us| me)*|promises(?: to| us| me)*|agreed to|committed to|confirmed(?: that)?|told (?:me|us)(?: that)?|swears?|will|'ll|is going to|are going to|is due to|is supposed to|are supposed to|is meant to|should|plans? to|vowed to|is gonna|are gonna|owes? (?:us|me))";
const englishAsks =
  '(?:wants? (?:me|us) to|asked (?:me|us) (?:to|for)|told (?:me|us) to|needs? (?:me|us) to|expects? (?:me|us) to|asked for|asks? for|needs?|wants?|expects?|would like)';
const subjectEn = `(${englishNobody}|(?!(?:i|we|you|it|who|please|remind|also|and|no|not|never|nobody|don't|there)\\b)[a-z][\\w&'.-]{1,20}(?:\\s[a-z][\\w&'.-]{1,20}){0,3}?)`;
const asksEn = new RegExp(`^${subjectEn}\\s${englishAsks}\\s`, 'i');
const tellsEn = new RegExp(
  `^${subjectEn}\\s?(?<=\\s|\\w(?='ll))${englishSays}(?=\\s)[\\s,]*(?:(?:they|he|she|it)(?:'ll| will|'d| would)?\\s)?(?:to\\s)?`,
  'i',
);
const actsEn = new RegExp(
  `^${subjectEn}\\s(signs?|pays?|decides?|repl(?:y|ies)|gets? back|comes? back|confirms?|approves?|sends?|calls?|gives?|responds?|wires?|returns?|provides?|delivers?)\\b`,
  'i',
);

/** Bluebird is sending us the sheet, Raj is calling me back: theirs to do, in the next days. */
const doingEn = new RegExp(
  `^${subjectEn}(?:\\s(?:is|are)|'s|'re)\\s(send|call|sign|pay|return|deliver|confirm|ship|mail|email|ring|bring|wir|provid|decid|giv|com|gett)ing(?:\\s(?:us|me|over))?(?=\\s|$)`,
  'i',
);
const bases: Record<string, string> = {
  wir: 'wire',
  provid: 'provide',
  decid: 'decide',
  giv: 'give',
  com: 'come',
  gett: 'get',
};

const speaks = `(?=${between}(?:${promises}|${says}|${asks}|${waits}))`;
const pronounAhead = new RegExp(`^${nobody}`, 'u');
const nobodyZh = new RegExp(`^${nobody}$`, 'u');
const nobodyEn = new RegExp(`^${englishNobody}$`, 'i');
const small = new RegExp(`^${between}`, 'u');
const waiting = new RegExp(`^${waits}\\s?`, 'u');
const personSpeaks = new RegExp(`^(\\p{Script=Han}{2,3})${speaks}`, 'u');
const roleSpeaks = new RegExp(`^((?:${roles})(?:那边)?)${speaks}`, 'u');
const roleBehind = new RegExp(`(?<=\\p{Script=Han}{2})的?(?:${roles})(?:那边)?$`, 'u');
const roleAhead = new RegExp(`^(?:的?(?:${roles})(?:那边)?|那边)(?=\\s|把|将|给|发|[说讲谈])`, 'u');
const somebodySpeaks = new RegExp(`^([\\p{Script=Han}\\w&-]{2,12}?(?:\\s[A-Z]\\w+)?)${speaks}`, 'u');

const awaitedEn =
  /^(?:waiting (?:on|for)|expecting|expect|wait for)\s(?:(.{2,40}?)\sto\s(.{2,60})|(?:the\s|an?\s|their\s)?(.{2,40}?)\sfrom\s(.{2,40}?))$/i;
const awaitedZh = new RegExp(
  `^(?:我们?)?等(?!我)(.{2,10}?)(?:那边)?的?(?=${answer}|付款|打款|签|盖章|确认|下单|反馈|给|出|来)`,
  'u',
);

/** The record behind a subject said in front: none for 他们, the talk's own for a person within it. */
function owner(said: string, context: Context, subject: string | undefined): string | undefined {
  const name = said.replace(/(?:那边|[\s,的]){1,10}$/, '');
  if (anybody.test(name) || nobodyZh.test(name) || nobodyEn.test(name)) return subject;
  const known = context.names?.find(name).find(({ kind }) => kind !== 'person');
  if (known && known.kind !== 'contact') return cleanRef(name.slice(known.start, known.end));
  // 王总说 within a talk about 恒通 is somebody there.
  if (subject && (known || findTitled(name).length > 0 || /^[A-Z][a-z'.-]+$/.test(name))) return subject;
  const company = name.replace(roleBehind, '');
  if (company !== name && findTitled(name).length === 0 && refLike(company)) return cleanRef(company);
  return readWho(name, context).who ?? undefined;
}

/** Where the subject in front ends, when a person or company stands there; 0 when none does. */
function subjectEnd(said: string, context: Context): number {
  const pronoun = pronounAhead.exec(said);
  if (pronoun) return pronoun[0].length;
  const known = context.names?.find(said).find(({ start, kind }) => start === 0 && kind !== 'person');
  let end = known?.end ?? 0;
  end += /^(?:那边|公司|的|\s){0,10}/u.exec(said.slice(end))?.[0].length ?? 0;
  end += roleSpeaks.exec(said.slice(end))?.[1]?.length ?? 0;
  const rest = said.slice(end);
  const person = findTitled(rest).find(({ start }) => start === 0);
  if (person) return end + person.end;
  const contact = context.names?.find(rest).find(({ start, kind }) => start === 0 && kind === 'contact');
  if (contact) return end + contact.end;
  const plain = personSpeaks.exec(rest)?.[1];
  if (known) return plain && nameLikeness(plain) >= 2 ? end + plain.length : end;
  const guess = somebodySpeaks.exec(said);
  return guess && refLike(guess[1] as string) ? (guess[1] as string).length : 0;
}

/** 答应枫桥发方案, 跟蓝海说好了发合同: with the customer as whom it was promised to, it is ours to do. */
function promisedByUs(said: string, context: Context, subject: string | undefined): Told | null {
  const verb = /^(?:我们?|咱们?)?(?:刚才?|刚刚|已经?|今天|昨天|上次){0,2}(?:答应|承诺)(?:好?了|过)?\s?/u.exec(said);
  const along = verb ? null : /^(?:我们?|咱们?)?(?:刚才?|刚刚|已经?|今天|昨天|上次){0,2}(?:跟|和|与|同)\s?/u.exec(said);
  const from = (verb ?? along)?.[0].length;
  if (from === undefined) return null;
  const end = subjectEnd(said.slice(from), context);
  const name = said.slice(from, from + end);
  if (!context.names?.find(name).some(({ kind }) => kind === 'customer' || kind === 'lead')) return null;
  const after = said.slice(from + end).replace(roleAhead, '');
  const agreed = verb ? '' : /^(?:都|已经?|也)?(?:说|讲|谈)(?:好|定)了?[\s,]?/u.exec(after)?.[0];
  const rest = after.slice(agreed?.length).trimStart();
  if (agreed === undefined || rest === '' || ofTheirs.test(rest) || (along && /^(?:他们?|她们?|对方)/u.test(rest)))
    return null;
  const who = owner(name, context, subject);
  return { ...(who ? { who } : {}), rest, side: meeting.test(rest) ? 'open' : 'us' };
}

/** 大概能盖章: what only a customer can do, whoever is not named. */
const ableOnly =
  /^(?:大概|估计|应该|差不多|最快|最晚|可能|预计|就|才){0,3}(?:能|可以)(?=盖章|回签|付款|打款|回款|批下?来?$|出结果|给答复|给结果|下单|拍板|定下来)/u;

function chinese(said: string, context: Context, subject: string | undefined): Told | null {
  const begun = said.replace(/^(?:让|要|叫)(?=我们?)/u, '');
  if (begun !== said) return { rest: begun.replace(/^(?:我们?|咱们?)\s?/u, ''), side: 'us' };
  const waits = awaitedZh.exec(said);
  const awaitedOne = waits && refLike(waits[1] as string) ? owner(waits[1] as string, context, subject) : undefined;
  if (waits && awaitedOne) return { who: awaitedOne, rest: said.slice(waits[0].length), side: 'them' };
  const ours = promisedByUs(said, context, subject);
  if (ours) return ours;
  const able = ableOnly.exec(said);
  if (able) return { rest: said.slice(able[0].length), side: 'them' };
  const end = subjectEnd(said, context);
  const bare = end === 0 && spoken.exec(said);
  if (end === 0 && !bare) return null;
  const name = said.slice(0, end);
  const after = said.slice(end).replace(small, '');
  const who = owner(name, context, subject);
  const of = { ...(who ? { who } : {}) };
  const awaited = waiting.exec(after);
  if (awaited) return { ...of, rest: after.slice(awaited[0].length), side: 'them' };
  const wants = asksZh.exec(after);
  if (wants) return { ...of, rest: after.slice(wants[0].length), side: 'us' };
  const said_ = spoken.exec(after);
  if (said_) {
    const inner = after.slice(said_[0].length);
    const asked = asksZh.exec(inner);
    if (asked) return { ...of, rest: inner.slice(asked[0].length), side: 'us' };
    if (/^(?:我们?|咱们?)(?!们)/u.test(inner)) return { ...of, rest: inner, side: 'us' };
    const rest = inner.replace(will, '');
    // 约定 is of both sides.
    const both = /约定|定了|说好/.test(said_[0]) && meeting.test(rest);
    const promised = said_[1] !== undefined || /会/.test(inner.slice(0, inner.length - rest.length));
    if (promised || theirs.test(rest)) return { ...of, rest, side: both ? 'open' : 'them' };
    return { ...of, rest, side: 'open' };
  }
  const anonymous = nobodyZh.test(name);
  const does = after.replace(will, '');
  if ((anonymous && theirs.test(does)) || ofTheirs.test(does)) return { ...of, rest: does, side: 'them' };
  return anonymous && does.length >= 2 && !/^给/.test(does) ? { ...of, rest: does, side: 'open' } : null;
}

/** I told Acme we'd send a plan, promised her to call: our own word, given to somebody. */
const givenEn =
  /^(?:(?:i|we)(?:'ve| have)?\s)?(?:just\s|also\s|already\s)?(?:(?:told|assured|promised)\s(?!me\b|us\b|i\b|we\b|to\b|an?\b|the\b)([a-z\d#][\w&'.-]{1,20}(?:\s[a-z&][\w&'.-]{0,20}){0,3}?)\s(?:that\s)?(?:i|we)(?:'d|'ll|\swould|\swill)\s|promised\s(?!me\b|us\b|an?\b|the\b)([a-z\d#][\w&'.-]{1,20}(?:\s[a-z&][\w&'.-]{0,20}){0,3}?)\sto\s)(?!not\b|never\b|be\b|have\b)/i;

/** What we gave our word to do, and to whom. Null when no such promise is told. */
export function readGiven(said: string, context: Context, subject: string | undefined): Told | null {
  const given = givenEn.exec(said);
  if (!given) return null;
  const who = owner((given[1] ?? given[2]) as string, context, subject);
  const rest = said.slice(given[0].length).replace(/^(\w{2,10})\s(?:them|him|her)(?=\s)/i, '$1');
  return { ...(who ? { who } : {}), rest, side: 'us' };
}

/** Told to call back: whoever told it, it is ours to do. */
const bidden = /^(?:(?:he|she|they)\s)?(?:(?:was|were|got|been)\s)?(?:told|asked|said)\s(?:(?:me|us)\s)?to\s/i;

const news =
  /^(?:(?:the|an?|their|his|her|its|there|this|that|these|those|everything|nothing|some)\s|(?:it|that)(?:'s|\s))/i;

/** PO coming Monday: theirs to send. */
const comingEn =
  /^(?:the |their )?(po|purchase order|contract|signed contract|signature|payment|deposit|order|paperwork|signed copy)\s(?:is |should be |will be |'s )?(?:coming(?: in| over)?|on its way|expected|due from them)(?=\s|$)/i;

function english(said: string, context: Context, subject: string | undefined): Told | null {
  const coming = comingEn.exec(said);
  if (coming) return { rest: `send ${coming[1]}${said.slice(coming[0].length)}`, side: 'them' };
  const bid = bidden.exec(said);
  if (bid) return { rest: said.slice(bid[0].length), side: 'us' };
  const awaited = awaitedEn.exec(said);
  const whose = awaited?.[1] ?? awaited?.[4];
  if (awaited && whose) {
    const who = owner(whose, context, subject);
    return { ...(who ? { who } : {}), rest: (awaited[2] ?? awaited[3]) as string, side: 'them' };
  }
  const asked = asksEn.exec(said);
  const of = (name: string) => {
    const who = owner(name, context, subject);
    return who ? { who } : {};
  };
  if (asked) return { ...of(asked[1] as string), rest: said.slice(asked[0].length), side: 'us' };
  const told = tellsEn.exec(said);
  // She said the new plant opens in March: news, and nothing she does for us.
  if (told && /\b(?:said|says|told)\b/i.test(told[0]) && news.test(said.slice(told[0].length))) return null;
  if (told) return { ...of(told[1] as string), rest: said.slice(told[0].length), side: 'them' };
  const doing = doingEn.exec(said);
  if (doing) {
    const verb = (doing[2] as string).toLowerCase();
    return { ...of(doing[1] as string), rest: `${bases[verb] ?? verb}${said.slice(doing[0].length)}`, side: 'them' };
  }
  const acts = actsEn.exec(said);
  if (!acts || !/s\b/.test((acts[2] as string).split(' ')[0] as string)) return null;
  const [verb = '', ...more] = (acts[2] as string).split(' ');
  const plain = /ies$/i.test(verb) ? verb.replace(/ies$/i, 'y') : verb.replace(/s$/i, '');
  return { ...of(acts[1] as string), rest: [plain, ...more].join(' ') + said.slice(acts[0].length), side: 'them' };
}

/** Who says or promises what follows: 王总说, 他们答应, Dana will, the client asked me to. Null when nobody does. */
export function readTold(said: string, context: Context, subject: string | undefined): Told | null {
  return /\p{Script=Han}/u.test(said) ? chinese(said, context, subject) : english(said, context, subject);
}

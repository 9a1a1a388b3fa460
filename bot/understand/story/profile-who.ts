import type { Context } from '../context.ts';
import { hasFirstName } from '../first-names.ts';
import { isJob } from '../lead-pieces.ts';
import { findTitled, nameLikeness } from '../people.ts';
import { cleanRef } from '../refs.ts';
import { refLike } from './names.ts';
import { jobEn } from './profile-facts.ts';

/** Whom a profile is of: the record, and somebody there; `title` where it stands between them (联系人 温婷 采购主管). */
export interface Whose {
  who: string;
  contact?: string;
  title?: string;
  /** It is told who somebody new is: news even without a number. */
  introduced?: boolean;
}

const roleZh = '联系人|对接人|接口人|对接的人|负责人|采购(?:主管|经理)?|老板';
const introducedZh = new RegExp(
  `^(.{2,16}?)(?:那边|那家|这边|公司)?的?(?:又|也|现在)?(?:加了?一?个?|新增了?一?个?|多了一?个?|来了一?个?|有一?个?|换了一?个?)?(?:新的?)?(?:${roleZh}|buyer|contact)(?:换成了?|换了|变成了?|改成了?|是|叫|为|:|,|\\s)+(?:叫)?\\s?([\\p{Script=Han}]{2,4}?|[A-Z][a-z]+(?:\\s[A-Z][a-z]+)?)了?(?=$|[\\s,\\ue000(])`,
  'u',
);
/** Add Henry Bishop to Netherby, he's the new buyer. */
const addedEn =
  /^(?:please |pls )?(?:add|put|save) ([a-z][\w'-]+(?: [a-z][\w'-]+){0,2}) (?:to|under|at|on) (?:the )?([a-z][\w& -]{1,30}?)(?=$|[,;.\ue000])/i;
/** 换了采购 新来的叫周倩: who is there now. */
const successorZh = new RegExp(
  `^(.{2,16}?)(?:那边|那家|这边|公司)?的?(?:又|也|现在)?换了?(?:个|新的?)?(?:人|${roleZh})了?[\\s,]+(?:新来的|新的|新人|现在(?:的)?|接手的)(?:是|叫|姓名)?\\s?([\\p{Script=Han}]{2,4}?)(?=$|[\\s,\\ue000(])`,
  'u',
);
const contactEn = 'contact(?: person)?|buyer|poc|point of contact|point person|main person';
const personEn =
  "((?:(?:mr|ms|mrs|dr)\\.?\\s)?[a-z][\\w'-]+(?:\\s(?!(?:from|at|and|is|was|she|he|they|who|on|in|starting|now|his|her|as|hp|cell|mobile|phone|email)\\b)[a-z][\\w'-]+)?)(?:\\snow)?(?=$|[\\s,.\\ue000(])";
/** New contact at Opal: Jess Lam; the new CFO at Cobalt is Owen Pratt. */
const introducedEn = new RegExp(
  `^(?:(?:our|the|their|a|new|main|another|primary|key)\\s){0,3}(${contactEn}|${jobEn})\\s(?:over\\s)?(?:at|for|with|from)\\s(?:the\\s)?(.{2,40}?)\\s?(?::|-|,|\\bis|called|named|will be)\\s?(?:now\\s)?${personEn}`,
  'i',
);
const theirNew = new RegExp(
  `^(.{2,40}?)(?:'s?)?\\s(?:has an?\\s|have an?\\s|got an?\\s|-\\s)?(?:new|main)\\s(${contactEn}|${jobEn})\\s?(?:there\\s)?(?:is|:|,|called|named|\\s)\\s?(?:now\\s)?${personEn}`,
  'i',
);
/** New contact Omar, of the one spoken of. */
const newHere = new RegExp(
  `^(?:(?:our|the|their|a)\\s)?(?:new|main)\\s(${contactEn}|${jobEn})(?:\\s(?:there\\s)?(?:is|called|named))?[\\s:,-]{1,3}${personEn}`,
  'i',
);
/** A name in small letters is one when it begins with a first name. */
const isName = (said: string) =>
  /^(?:\p{Lu}|(?:mr|ms|mrs|dr)\b)/iu.test(said) && (/^\p{Lu}/u.test(said) || hasFirstName(said));
const latin = /^\s*([A-Z][a-z'-]+(?:\s[A-Z][a-z'-]+)?)(?=$|[\s,\ue000]|'s)/;

function parts(match: RegExpExecArray, pattern: RegExp): { role?: string; of?: string; person?: string } {
  const [, first, second, third] = match;
  if (pattern === introducedZh) return { of: first, person: second };
  if (pattern === successorZh) return { of: first, person: second };
  return pattern === introducedEn
    ? { role: first, of: second, person: third }
    : { of: first, role: second, person: third };
}

/** The record and the person in a text whose facts are masked; null when no record is known and none is introduced. */
export function whoseIn(masked: string, context: Context): Whose | null {
  // 老客户浪花介绍的 叫蓝鲸精工: who sent somebody is not who came.
  const names = (context.names?.find(masked) ?? []).filter(
    ({ start, end }) =>
      !/^(?:那边|公司)?的?(?:\p{Script=Han}{1,3}(?:总|工|姐|哥|经理))?(?:介绍|推荐|转介绍?|引荐|引见)/u.test(
        masked.slice(end),
      ) &&
      !/\b(?:referred by|referral from|introduced by|intro from|via)\s$/i.test(
        masked.slice(Math.max(0, start - 16), start),
      ),
  );
  const record = names.find(({ kind }) => kind === 'customer');
  const alone = record ? null : newHere.exec(masked);
  const spoken = context.about?.customer ?? context.about?.deal;
  if (alone && spoken && isName(alone[2] as string)) {
    const role = alone[1] as string;
    const title = isJob(role) && !new RegExp(`^(?:${contactEn})$`, 'i').test(role) ? { title: role } : {};
    return { who: spoken, contact: alone[2] as string, ...title, introduced: true };
  }
  const added = addedEn.exec(masked);
  if (
    added &&
    isName(added[1] as string) &&
    record &&
    (added[2] as string).includes(masked.slice(record.start, record.end))
  )
    return { who: masked.slice(record.start, record.end), contact: added[1] as string, introduced: true };
  for (const pattern of [successorZh, introducedZh, introducedEn, theirNew]) {
    const match = pattern.exec(masked);
    if (!match) continue;
    const { role = '', of = '', person = '' } = parts(match, pattern);
    if (/\p{Script=Han}/u.test(person) ? nameLikeness(person) === 0 : !isName(person)) continue;
    const at = record ? masked.slice(record.start, record.end) : cleanRef(of);
    const said = isJob(role) && !new RegExp(`^(?:${contactEn})$`, 'i').test(role) ? role : undefined;
    const behind = masked
      .slice(match[0].length)
      .split(/[\ue000,]/)
      .map((one) => one.trim())
      .find(isJob);
    const is = said ?? behind;
    if (refLike(at)) return { who: cleanRef(at), contact: person, ...(is ? { title: is } : {}), introduced: true };
  }
  if (!record) return null;
  const who = cleanRef(masked.slice(record.start, record.end));
  const known = names.find(({ kind, start }) => kind === 'contact' && start !== record.start);
  if (known) return { who, contact: masked.slice(known.start, known.end) };
  const titled = findTitled(masked).find(({ start, end }) => start >= record.end || end <= record.start);
  if (titled) return { who, contact: titled.value };
  const before = masked.slice(0, record.start).replace(/\s(?:at|from|of|@|over at)\s(?:the\s)?$/i, '');
  const inFront = before.length < record.start - 2 ? latin.exec(before)?.[1] : undefined;
  if (inFront) return { who, contact: inFront };
  const rest = masked.slice(record.end).replace(/^(?:'s|的|那边|:|,|-|\s){1,10}/, '');
  const said = latin.exec(rest)?.[1];
  if (said && !/^(?:HQ|The|They|Now|Has|Is|New|Phone|Email|Mail|About)\b/.test(said)) return { who, contact: said };
  const han = /^([\p{Script=Han}]{2,3})(?=$|[\s,\ue000]|的)/u.exec(rest)?.[1];
  return han && nameLikeness(han) >= 2 ? { who, contact: han } : { who };
}

import type { Intent } from '../../intents.ts';
import { looksLikeCompany } from '../people.ts';
import { recordOf, type Said } from './said.ts';

/** What makes a record of its own, and needs none that is known. */
const makes = new Set<Intent['name']>(['lead.create', 'deal.open', 'people.invite']);

/** Whether beside a record we know one is written to that we do not: words of the sentence were taken for a name. */
export function isHalfKnown({ writes, context }: Said): boolean {
  const { names, about = {} } = context;
  if (!names) return false;
  const here = new Set(Object.values(about));
  const known = writes.flatMap((intent) => {
    const record = makes.has(intent.name) ? undefined : recordOf(intent);
    return record ? [/^#\d+$/.test(record) || here.has(record) || names.find(record).length > 0] : [];
  });
  return known.includes(true) && known.includes(false);
}

/** 把小王那个单子给小张, feedback还ok: no name we know, and hardly one at all. */
export const isNoName = ({ writes, context: { names, about = {} } }: Said) =>
  names !== undefined &&
  writes.some((intent) => {
    const record = makes.has(intent.name) ? undefined : recordOf(intent);
    if (record === undefined || /^#\d+$/.test(record) || Object.values(about).includes(record)) return false;
    const odd =
      intent.name === 'deal.give' ||
      (/[a-z]/.test(record) && /\p{Script=Han}/u.test(record)) ||
      /[我你还没了]/.test(record);
    return odd && names.find(record).length === 0;
  });

/** A company's name that is none of ours: 启明电气 下周四讲标 is hardly about whom one spoke of before. */
const company =
  /(?:^|[\s,;给跟和去约])[\p{Script=Han}]{2,4}(?:公司|集团|电气|科技|电子|机械|食品|化工|软件|新能源|实业|工业|制造|物流|医疗|光电|精密|重工|股份|乳业|仓储|储能|模具)/u;
export const isOfAnotherCompany = ({ text, writes, context: { names, about = {} } }: Said) =>
  names !== undefined &&
  company.test(text) &&
  names.find(text).every(({ kind }) => kind === 'person') &&
  writes.some((intent) => !makes.has(intent.name) && Object.values(about).includes(recordOf(intent) ?? ''));

const unsure =
  /没听清|听不清|没看清|想问|请问|哪几个字|怎么(?:弄|写|记|录|加|打|填|搞)|不知(?:道)?(?:是)?(?:哪|谁|怎|啥|该)|谁知道|因为我(?:就|压根|根本)没|说.{1,8}(?:说|讲).{0,8}(?:说|讲)|听.{1,8}(?:讲|念叨|提起)的?|\b(?:might|may|could|would)(?:'?ve| have)\b|\b(?:idk|dunno|somebody|someone|some guy|no clue|wonder(?:ing)?|how do (?:i|you|we)|couldn'?t hear|heard from (?:a|an|some|my|someone)\b)/i;
/** Whoever tells it does not know it, or asks how to tell it. */
export const isUnsureTeller = ({ text }: Said) => unsure.test(text);

const asksOrTells = /[得哪吗呢]|怎么|什么|多少|了没|说|想/;
/** A lead without a name, or without a way to reach it, whose company is more of a sentence than a name. */
export const isNoLead = ({ writes }: Said) =>
  writes.some((intent) => {
    if (intent.name !== 'lead.create') return false;
    const { company, name, phone, email, wechat } = intent.input;
    if (!company && !name) return true;
    if (phone || email || wechat || name || !company) return false;
    return (
      !looksLikeCompany(company) &&
      (asksOrTells.test(company) || company.length > 12) &&
      /\p{Script=Han}/u.test(company)
    );
  });

const folded = (text: string) => text.replace(/[\s\p{P}]/gu, '').toLowerCase();
/** A talk whose note is torn out of the sentence in pieces: what is between them was read as something, and hardly right. */
export const isTorn = ({ text, writes }: Said) =>
  writes.length === 1 &&
  writes.some(
    (intent) =>
      intent.name === 'activity.log' &&
      intent.input.note !== undefined &&
      !folded(text).includes(folded(intent.input.note)),
  );

const never =
  /到现在(?:都|也|还)?没|至今(?:都|也|还)?没|从来没|一直没(?:见|打|约|聊|拜访|联系上?过)|\b(?:have|has) (?:still )?(?:never|yet to)\b/i;
/** 到现在都没见着真人: a talk that has not been. */
export const isNeverYet = ({ text, writes }: Said) =>
  never.test(text) && writes.some(({ name }) => name === 'activity.log');

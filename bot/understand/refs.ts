import type { Context } from './context.ts';

const pronouns =
  /^(?:他|她|它|他们|她们|它们|这个?|那个?|这单|那单|[这那]家(?:客户|公司|单位)?|[这那]个客户|这个?单子?|这条|上条|上一条|刚才那个|该|此|it|this|that|them|they|him|her|this one|that one)$/i;
/** Stands for whom was told of and not named: they are asked for once all is read. Never part of a normalized text. */
export const someone = '\ue001';
/** Words for somebody that was told or met, but not here: whom they mean must be asked. */
const unnamed =
  /^(?:第[一二三四五六七八九十\d]{1,2}(?:家|个|位|站)(?:客户|公司)?|(?:上|下|前|另|有|某)一?家(?:客户|公司)?|一家(?:客户|公司)?|(?:the |my )?(?:first|second|third|next|last|other|previous) (?:one|stop|place|customer|client|account|prospect|guys?|folks|company)|an? (?:customer|client|prospect|company|account))$/i;
const tails =
  /(?:的|那个|这个|那笔|这笔|那一?|这一?)?(?:商机|单子|项目|生意|订单|案子|合作|单)$|(?:那个|这个|那边|这边|那儿|那里|公司那边)$|\s+(?:deal|opportunity|opp|account|order|tender|bid)$/i;
const heads =
  /^(?:客户|商机|线索|公司|跟|和|与|给|把|将|对|在|帮我|请|the|deal|opportunity|customer|lead|our|for|with|to)\s+|^(?:客户|商机|线索)[:\s]*(?=#)|^(?:把|将|给|跟|和|请|那个)(?=\S{2})/i;

/** 宁川三个月(没回): how long it went on is no part of the name. */
const howLong =
  /(?<=\S{2})(?:都|已经|快|有)?(?:[一二两三四五六七八九十好几半\d]{1,3}个?多?(?:月|星期|礼拜)|[一二两三四五六七八九十好几半\d]{1,3}多?[天周]|[半大一两三]年多?)$/;

/** A reference as people type it, without the words around it: 恒通那个单子 → 恒通, the Northwind deal → Northwind. */
/** 科岭最近, 林溪今天来电话: when it was is no part of the name. */
const lately =
  /(?<=\p{Script=Han}{2})(?:最近|目前|现在|当前|今天|今早|昨天|刚才|刚刚|早上|上午|下午|这两天|这几天)(?:来|打|又|也|回|发)?$/u;

export function cleanRef(text: string): string {
  let ref = text.trim().replace(/^["'(:,\s]+|["'),:\s]+$/g, '');
  for (let round = 0; round < 3; round++) {
    const shorter = ref
      .replace(heads, '')
      .replace(tails, '')
      .replace(/(?<=\S{2})(?:的|那个|这个)$/, '')
      .replace(howLong, '')
      .replace(lately, '')
      .replace(/'s?$/i, '')
      .trim();
    if (shorter === ref || shorter === '') break;
    ref = shorter;
  }
  return ref;
}

/** Whether words stand for somebody who is yet to be named: 第一家, the last place. */
export const isUnnamed = (text: string): boolean => unnamed.test(text.trim());

/** Whether a text points at what the conversation is about instead of naming it. Nothing said points too. */
export const isPronoun = (text: string): boolean =>
  text === '' ||
  pronouns.test(text) ||
  unnamed.test(text) ||
  (tails.test(` ${text}`) && text.replace(tails, '').length <= 1);

/**
 * The reference a text stands for: itself, or for a pronoun or nothing at all what the conversation is about, in the
 * order of `kinds`. Null when it points at nothing.
 */
export function resolve(
  text: string,
  context: Context,
  kinds: readonly ('deal' | 'customer' | 'lead')[],
): string | null {
  const ref = cleanRef(text);
  if (!isPronoun(ref)) return ref;
  if (unnamed.test(ref)) return someone;
  for (const kind of kinds) {
    const about = context.about?.[kind];
    if (about) return about;
  }
  return null;
}

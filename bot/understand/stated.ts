import type { Money } from '../intents.ts';
import type { Context, Rule } from './context.ts';
import { about } from './deal.ts';
import { findMoney } from './money.ts';

const notThat = [
  /^(?:(?:sorry|oops|no|wait|ok|actually|scratch that|my bad|correction)[\s,!.]+){0,3}(.{2,50}?)(?:'s)?\s(?:amount\s|value\s)?(?:should be|is actually|is really|ought to be|is|was)\s(\S{1,12}),?\s(?:not|instead of|rather than)\s\S{1,12}$/i,
  /^(?:(?:不好意思|抱歉|刚才|刚刚|我|上面|前面|金额|数字){0,3}(?:说|打|写|记|报|弄|搞)?错了?[\s,]*)?([^,;\n]{2,20}?)(?:那单|这单|那个单子|的单子)?的?(?:金额)?[\s,]?(?:应该是?|其实是?|实际是?|是)\s?(\S{1,12}?)[\s,]?(?:不是|而不是|并非)\s?\S{1,12}$/u,
  /^([^,;\n]{2,40}?)\s([$¥€£]?[\d.,]{1,9}\s?(?:k|w|m|万|千)(?:\s?[a-z]{3})?)()$/i,
];

/** 73 not 78: no deal is worth so little; thousands are meant, and to be confirmed. In Chinese it would be 万. */
function scaled(said: string, money: Money): Money {
  if (!/^\d{1,3}(?:\.\d)?$/.test(said)) return money;
  return { ...money, amount: money.amount * 1000 };
}

/** Whether words are a known name and nothing besides. */
function isWhole(said: string, { names }: Context): boolean {
  const one = names?.find(said)[0];
  return one !== undefined && one.kind !== 'person' && one.start === 0 && one.end === said.length;
}

/** Foxglove should be 90k not 100: what a deal is worth, put right where it is named. */
export const stated: Rule = (text, context) => {
  for (const pattern of notThat) {
    const match = pattern.exec(text);
    const said = match?.[2] ?? '';
    const amount = findMoney(said, context.currency)[0] ?? findMoney(said, context.currency, true)[0];
    if (!match || !amount || amount.start > 0 || amount.end < said.length) continue;
    if (!context.names?.find(match[1] as string)[0]) continue;
    const bare = match[3] === '';
    if (bare && !isWhole(match[1] as string, context)) continue;
    const value = scaled(said, amount.value);
    const found = {
      name: 'deal.update' as const,
      input: { amount: value },
      confidence: bare || value !== amount.value ? 0.5 : 0.85,
      leftover: '',
    };
    return about({ ...found, from: 0, to: text.indexOf(said) + said.length }, 'deal', match[1] as string, context);
  }
  return null;
};

import { type Intent, money, readIntent } from '../intents.ts';
import type { Context } from './context.ts';

const unit = /元|块|圆|¥|￥|rmb|cny|人民币/i;
/** Above this a sum without a unit may be meant as it stands. */
const least = 1000;

function scaled(value: unknown, currencies: readonly string[]): unknown {
  const sum = money.safeParse(value);
  if (sum.success)
    return currencies.includes(sum.data.currency ?? 'CNY') && sum.data.amount > 0 && sum.data.amount < least
      ? { ...sum.data, amount: sum.data.amount * 1e4 }
      : value;
  if (Array.isArray(value)) return value.map((one) => scaled(one, currencies));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, scaled(one, currencies)]));
}

/**
 * 预算被砍到70了: of a deal in China nobody says 70 and means 70 yuan; 万 is left out in speech. The intents with such sums
 * in 万; null where there are none, or a unit was said.
 */
export function inTenThousands(text: string, intents: readonly Intent[], context: Context): Intent[] | null {
  if (context.language !== 'zh' || !/\p{Script=Han}/u.test(text) || unit.test(text)) return null;
  // What names no currency has the one of the context.
  const currencies = ['CNY', context.currency];
  const meant = intents.map(
    (intent) => readIntent({ name: intent.name, input: scaled(intent.input, currencies) }) ?? intent,
  );
  return JSON.stringify(meant) === JSON.stringify(intents) ? null : meant;
}

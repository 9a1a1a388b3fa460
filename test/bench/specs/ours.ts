import { findWhens } from '../../../bot/understand/dates.ts';
import { findEmails } from '../../../bot/understand/emails.ts';
import { findMoney } from '../../../bot/understand/money.ts';
import { normalize } from '../../../bot/understand/normalize.ts';
import { findNumbers } from '../../../bot/understand/numbers.ts';
import { findPercents } from '../../../bot/understand/percents.ts';
import { findPhones } from '../../../bot/understand/phones.ts';
import type { Case } from './cases.ts';
import type { Found } from './judge.ts';

/** A range is found with both its ends. */
const ends = (value: number, low?: number, high?: number): Found[] =>
  low === undefined || high === undefined ? [{ value }] : [{ value: low }, { value: high }];

const two = (part: number) => String(part).padStart(2, '0');

/** What our readers find in the input of a case, as the bot would read it. */
export function ours({ kind, language, model, input, now }: Case): Found[] {
  const text = normalize(input);
  switch (kind) {
    case 'dates':
      return findWhens(text, { now, zone: 'UTC' }).map(({ value: { day, clock } }) => ({
        day,
        ...(clock ? { clock: `${two(clock.hour)}:${two(clock.minute)}` } : {}),
      }));
    case 'numbers':
      return findNumbers(text).flatMap(({ value: { value, low, high } }) => ends(value, low, high));
    case 'percents':
      // A spec says 85折 as the 85 % that are paid, we as the 15 % that come off.
      return findPercents(text).flatMap(({ start, end, value: { fraction, low, high } }) =>
        ends(text.slice(start, end).includes('折') ? 1 - fraction : fraction, low, high),
      );
    case 'money':
      return findMoney(text, language === 'zh' ? 'CNY' : 'USD').map(({ value: { amount, currency } }) => ({
        value: amount,
        currency: currency ?? '',
      }));
    case 'contacts':
      return (model === 'EmailModel' ? findEmails(text) : findPhones(text, language)).map(({ value }) => ({
        contact: value,
      }));
  }
}

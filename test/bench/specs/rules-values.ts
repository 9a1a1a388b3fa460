import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Entity, Language } from './cases.ts';
import type { Rule } from './rules-dates.ts';

export const numberRules: Rule[] = [
  {
    name: 'fractions',
    why: 'Fractions (two thirds, 五分之一, 3/4, one out of three): amounts and counts are said in decimals; half and quarter of a million stay.',
    entity: ({ text }) =>
      /分\s*之|\d\s?\/\s?\d|[\u00bc-\u00be\u2153-\u215e]|\b(?:over|out of|in)\b|(?:third|fourth|th|first)s?$|thirds of/.test(
        text,
      ) || /\bquarters$/.test(text),
  },
  {
    name: 'formulas',
    why: 'Powers and the notation of scientists (2^5, 1.3x10^6, 2e5).',
    entity: ({ text }) => /\^|\de[+-]?\d/.test(text),
  },
  {
    name: 'foreign grouping',
    why: 'Figures grouped by blanks or with a decimal comma (40 000; 1,3; 1.111,11): in Chinese and American writing these are two numbers.',
    entity: ({ text }) => /^\d{1,3}(?: \d{3})+(?:\.\d+)?$|^\d+,\d{1,2}$|\.\d{3},\d/.test(text),
  },
  {
    name: 'other models',
    why: 'Nothing is expected because another model of the spec takes the number (一美元, 一折); an amount is a number to us.',
    nothing: ({ input }) => /美元|美刀|折$/.test(input),
  },
  {
    name: 'our scales',
    why: 'The spec expects nothing where our conventions read a scale (1m is a million).',
    nothing: ({ input }) => /^\dm\b/.test(input),
  },
];

const valueless = ({ values }: Entity) => values.every(({ value }) => !value || value === 'null');

export const percentRules: Rule[] = [
  {
    name: 'no number',
    why: 'The word "percent" without a number.',
    entity: valueless,
  },
  {
    name: 'percent of',
    why: 'The number after "percent of" is the whole and not the share (what percent of 50 deals): read as a percentage it would be misread.',
    entity: ({ text }) => /^per\s?cents? of/i.test(text),
  },
  {
    name: 'guesses',
    why: 'Nothing is expected where our conventions read a guess between neighbours (二三十个百分点).',
    nothing: ({ input }) => /二三十/.test(input),
  },
];

const currencies = [
  'CNY',
  'USD',
  'EUR',
  'GBP',
  'JPY',
  'HKD',
  'TWD',
  'AUD',
  'SGD',
  'CAD',
  'CHF',
  'NZD',
  'KRW',
  'INR',
  'MXN',
];
/** Units a spec names without a code, as the currency they are for a team that sells in US dollars. */
export const units: Record<string, string> = { Dollar: 'USD', Pound: 'GBP', Rupee: 'INR' };

export const moneyRules: Rule[] = [
  {
    name: 'no amount',
    why: 'A currency without an amount (人民币, dollar).',
    entity: valueless,
  },
  {
    name: 'cents',
    why: 'Cents and pence alone: no deal is made in them; 3 dollars 50 cents stays.',
    entity: ({ unit }) => /^(?:Cent|Penny|Pence)$/.test(unit ?? ''),
  },
  {
    name: 'currencies',
    why: `A currency outside ${currencies.join(', ')} (markka, kip, bitcoin, francs of no country).`,
    entity: ({ currency, unit }) => !currencies.includes(currency ?? units[unit ?? ''] ?? ''),
  },
];

/** The countries a number without a country code is taken for. */
export const countries: Record<Language, CountryCode[]> = { zh: ['CN'], en: ['US', 'CN'] };

/** The number a text is, as E.164; null when there is no such number. */
export function e164(text: string, language: Language): string | null {
  for (const country of countries[language]) {
    const phone = parsePhoneNumberFromString(text.replace(/^\(?00/, '+').replace(/^\(\+(\d+)\)/, '+$1'), country);
    if (phone?.isValid()) return phone.number;
  }
  return null;
}

export const contactRules: Rule[] = [
  {
    name: 'other countries',
    why: 'A number without a country code that is none in the country of the speaker (Chinese: China; English: North America or China).',
    entity: ({ type, text }, { language }) =>
      type === 'phonenumber' && !/^\(?(?:\+|00)/.test(text) && e164(text, language) === null,
  },
  {
    name: 'no such number',
    why: 'A number with a country code that no country gives out (libphonenumber calls it invalid): placeholders and too many digits.',
    entity: ({ type, text }, { language }) =>
      type === 'phonenumber' && /^\(?(?:\+|00)/.test(text) && e164(text, language) === null,
  },
  {
    name: 'addresses by IP',
    why: 'A mailbox at a bare IP address: no customer has one.',
    entity: ({ type, text }) => type === 'email' && text.includes('['),
  },
];

import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { homeOf } from '../insight/home-country.ts';
import type { Reading } from './context.ts';

const candidate =
  /(?<![\d./#-])(?<!\d,(?=\d{3}(?:[,.\s万亿]|$)))(?:\+\s?|00)?\(?\d(?:[\s()./-]{0,2}\d){6,17}(?![\d万亿千百]|(?!x|ext)[a-z])/gi;
/** A day written in figures, whatever its order. */
const dayLike = /^(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{4})$/;

function valid(text: string, countries: readonly CountryCode[]): string | null {
  if (dayLike.test(text)) return null;
  const figures = text.replace(/\D/g, '').length;
  // With more figures than a country code and a Chinese mobile have, only a number that says its country can be one.
  if (figures < 7 || (figures > 13 && !/^\(?(?:\+|00|011)/.test(text))) return null;
  // 852 6123 4567: the country's code without its plus.
  const abroad = /^(?:852|853|886)/.test(text) && figures >= 11 ? [`+${text}`] : [];
  for (const said of [text.replace(/^00/, '+'), ...abroad]) {
    for (const country of countries) {
      const phone = parsePhoneNumberFromString(said, country);
      // With its country before it a number in full is one, though it is not given to anybody yet.
      const inFull = /^\+\d[\d\s-]*$/.test(text) && phone?.isPossible() && phone.nationalNumber.length >= 9;
      // 07700 900412 in London: as long as one there is, and none of elsewhere.
      const local = country === countries[0] && countries.length > 2 && /^0\d/.test(text) && phone?.isPossible();
      if (phone && (phone.isValid() || inFull || local)) return phone.number;
    }
  }
  return null;
}

function guess(language: 'zh' | 'en', zone: string | undefined): CountryCode[] {
  const home = homeOf(zone);
  const spoken: CountryCode[] = language === 'zh' ? ['CN'] : ['US', 'CN'];
  return home ? [home, ...spoken.filter((one) => one !== home)] : spoken;
}

/**
 * Every valid phone number in a text, in any grouping, as E.164. One without a country is of where one works
 * (`zone`), else Chinese, for English talk first North American. Of a longer row of figures the longest valid head counts, so that a sum after it is left alone.
 */
export function findPhones(text: string, language: 'zh' | 'en', zone?: string): Reading<string>[] {
  const found: Reading<string>[] = [];
  const known = new Map<string, string | null>();
  candidate.lastIndex = 0;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    let said = match[0];
    let number = valid(said, guess(language, zone));
    while (!number && /[\s./-]/.test(said)) {
      said = said.replace(/[\s./-]+[^\s./-]*$/, '');
      if (!known.has(said)) known.set(said, valid(said, guess(language, zone)));
      number = known.get(said) ?? null;
    }
    if (!number) continue;
    found.push({ start: match.index, end: match.index + said.length, value: number });
    candidate.lastIndex = match.index + said.length;
  }
  return found;
}

/** The phone number a text is, as a whole, as E.164. Null when it is none that exists. */
export function readPhone(text: string, language: 'zh' | 'en', zone?: string): string | null {
  const trimmed = text.trim();
  return /^[+\d][\d\s()./-]{5,24}$|^\(\d[\d\s()./-]{5,24}$/.test(trimmed)
    ? valid(trimmed, guess(language, zone))
    : null;
}

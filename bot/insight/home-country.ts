import type { CountryCode } from 'libphonenumber-js/max';

/** Whose numbers go without a country, by where one works. */
const homes: [RegExp, CountryCode][] = [
  [/^Europe\/(?:London|Belfast|Guernsey|Jersey|Isle_of_Man)$|^GB/, 'GB'],
  [/^Asia\/Hong_Kong$|^Hongkong$/, 'HK'],
  [/^Asia\/Singapore$|^Singapore$/, 'SG'],
  [/^Australia\//, 'AU'],
  [/^Europe\/(?:Berlin|Busingen)$/, 'DE'],
  [/^Europe\/Paris$/, 'FR'],
  [/^Asia\/Tokyo$|^Japan$/, 'JP'],
  [/^Asia\/Taipei$/, 'TW'],
];

/** The country in which a number without one is looked for first, by IANA zone; null where the language says it. */
export const homeOf = (zone: string | undefined): CountryCode | null =>
  homes.find(([pattern]) => zone !== undefined && pattern.test(zone))?.[1] ?? null;

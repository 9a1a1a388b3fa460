import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Case, Language } from './cases.ts';
import type { Found } from './judge.ts';
import { microsoft } from './microsoft.ts';
import { datePackages, moment, type Package, valid } from './packages-dates.ts';
import { e164 } from './rules-values.ts';

const both: Language[] = ['zh', 'en'];
interface Nlp {
  (text: string): Record<string, (options?: object) => { json(): Record<string, unknown>[] }>;
  plugin(plugin: unknown): void;
}
interface Counted {
  number?: { num?: number | null; unit?: string; prefix?: string };
  money?: { num?: number | null; currency?: string };
  dates?: { start?: string | null; end?: string | null };
  text?: string;
}
const spoken: Record<string, string> = {
  dollar: 'USD',
  euro: 'EUR',
  pound: 'GBP',
  yen: 'JPY',
  yuan: 'CNY',
  rupee: 'INR',
  won: 'KRW',
};
const scales: Record<string, number> = { k: 1e3, m: 1e6, b: 1e9 };

const valuePackages: Package[] = [
  {
    name: '@microsoft/recognizers-text-suite',
    note: 'the JavaScript edition of the library the specs are of; of several values the last (the one to come)',
    reads: { dates: both, numbers: both, percents: both, money: both, contacts: both },
    load: (from) => microsoft(from('@microsoft/recognizers-text-suite')),
  },
  {
    name: 'compromise',
    note: 'with `compromise-dates`; `dates`, `numbers`, `percentages`, `money`, `phoneNumbers`, `emails` (`compromise-numbers` is part of it by now)',
    reads: { dates: ['en'], numbers: ['en'], percents: ['en'], money: ['en'], contacts: ['en'] },
    load: (from) => {
      const nlp = (from('compromise') as { default?: Nlp }).default ?? (from('compromise') as Nlp);
      nlp.plugin((from('compromise-dates') as { default?: unknown }).default ?? from('compromise-dates'));
      return ({ kind, model, input, now }) => {
        const said = nlp(input);
        const list = (name: string, options?: object) => (said[name]?.(options).json() ?? []) as Counted[];
        const number = ({ number: { num, unit = '', prefix } = {} }: Counted, by = 1): Found[] =>
          typeof num === 'number'
            ? [{ value: (prefix === '-' ? -1 : 1) * num * (scales[unit.toLowerCase()] ?? 1) * by }]
            : [];
        if (kind === 'dates')
          return list('dates', { today: now.toISOString(), timezone: 'UTC' }).flatMap(({ dates }) =>
            [dates?.start, dates?.end].flatMap((one) => (one && valid(new Date(one)) ? [moment(new Date(one))] : [])),
          );
        if (kind === 'numbers') return list('numbers').flatMap((one) => number(one));
        if (kind === 'percents') return list('percentages').flatMap((one) => number(one, 0.01));
        if (kind === 'money') {
          // Its money stops before "million", its numbers do not.
          const numbers = list('numbers');
          return list('money').flatMap(({ text = '', money: { num, currency = '' } = {} }) => {
            const whole = numbers.find((one) => one.text?.split(' ')[0] === text.split(' ')[0]);
            const [value] = whole ? number(whole) : typeof num === 'number' ? [{ value: num }] : [];
            return value ? [{ ...value, currency: spoken[currency.toLowerCase()] ?? currency.toUpperCase() }] : [];
          });
        }
        if (model === 'EmailModel')
          return list('emails').map(({ text = '' }) => ({ contact: text.toLowerCase().replace(/\.$/, '') }));
        return list('phoneNumbers').map(({ text = '' }) => ({ contact: e164(text, 'en') ?? text }));
      };
    },
  },
  {
    name: 'words-to-numbers',
    note: 'the figures in the text it makes',
    reads: { numbers: ['en'] },
    load: (from) => {
      const { wordsToNumbers } = from('words-to-numbers') as { wordsToNumbers(text: string): string | number | null };
      return ({ input }) =>
        [...String(wordsToNumbers(input) ?? '').matchAll(/-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d*\.?\d+/g)].map(
          (match) => ({
            value: Number(match[0].replaceAll(',', '')),
          }),
        );
    },
  },
  {
    name: 'nzh',
    note: 'reads a text that is one number; simplified, then traditional',
    reads: { numbers: ['zh'] },
    load: (from) => {
      type Nzh = { decodeS(text: string): number };
      const { cn, hk } = from('nzh') as { cn: Nzh; hk: Nzh };
      return ({ input }) => {
        for (const one of [cn, hk]) {
          try {
            const value = one.decodeS(input.trim());
            if (Number.isFinite(value) && value !== 0) return [{ value }];
          } catch {}
        }
        return [];
      };
    },
  },
  {
    name: 'libphonenumber-js',
    note: 'its search in a text (`findPhoneNumbersInText`, metadata `max`); English first as US, then as CN',
    reads: { contacts: both },
    models: ['PhoneNumberModel'],
    load: (from) => {
      type Hit = { startsAt: number; number: { number: string } };
      const { findPhoneNumbersInText: find } = from('libphonenumber-js/max') as {
        findPhoneNumbersInText(text: string, country: string): Hit[];
      };
      return ({ language, input }) => {
        const first = find(input, language === 'zh' ? 'CN' : 'US');
        const more =
          language === 'zh'
            ? []
            : find(input, 'CN').filter((one) => first.every(({ startsAt }) => startsAt !== one.startsAt));
        return [...first, ...more].map(({ number }) => ({ contact: number.number }));
      };
    },
  },
];

/** Microsoft's first, since the specs are theirs. */
export const packages = [...valuePackages.slice(0, 1), ...datePackages, ...valuePackages.slice(1)];

/** The packages installed in `folder`, each with its version; those that are not are left out. */
export function installed(
  folder: string,
): { name: string; version: string; reads: Package['reads']; models?: string[]; find(spec: Case): Found[] }[] {
  const from = createRequire(pathToFileURL(`${folder}/specs.cjs`));
  return packages.flatMap(({ name, reads, models, load }) => {
    try {
      const read = load(from);
      const { version } = JSON.parse(readFileSync(`${folder}/node_modules/${name}/package.json`, 'utf8')) as {
        version: string;
      };
      const find = (spec: Case) => {
        try {
          return read(spec);
        } catch {
          return [];
        }
      };
      return [{ name, version, reads, models, find }];
    } catch {
      return [];
    }
  });
}

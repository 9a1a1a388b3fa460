import { readFileSync } from 'node:fs';
import { normalize } from '../../../bot/understand/normalize.ts';

export const kinds = ['dates', 'numbers', 'percents', 'money', 'contacts'] as const;
export type Kind = (typeof kinds)[number];
export type Language = 'zh' | 'en';

/** One way a spec resolves an entity: a value, or the two ends of a stretch. */
export interface Resolved {
  value?: string;
  start?: string;
  end?: string;
  timex?: string;
  Mod?: string;
}

/** What a spec expects to be found in its input. */
export interface Entity {
  text: string;
  /** date, datetime, daterange, time, timerange, datetimerange, duration, set, number, percentage, currency, phonenumber, email. */
  type: string;
  values: Resolved[];
  currency?: string;
  unit?: string;
}

/** One line of a spec. `now` is its reference moment, by the clocks of UTC. */
export interface Case {
  kind: Kind;
  language: Language;
  model: string;
  input: string;
  now: Date;
  entities: Entity[];
}

interface Line {
  Input: string;
  Context?: { ReferenceDateTime?: string };
  Results: {
    Text: string;
    TypeName?: string;
    Resolution?: (Resolved & { values?: (Resolved & { type?: string })[]; isoCurrency?: string; unit?: string }) | null;
  }[];
}

const files: [Kind, Language, string][] = [
  ['dates', 'zh', 'DateTime/Chinese/DateTimeModel'],
  ['dates', 'en', 'DateTime/English/DateTimeModel'],
  ['numbers', 'zh', 'Number/Chinese/NumberModel'],
  ['numbers', 'en', 'Number/English/NumberModel'],
  ['percents', 'zh', 'Number/Chinese/PercentModel'],
  ['percents', 'en', 'Number/English/PercentModel'],
  ['money', 'zh', 'NumberWithUnit/Chinese/CurrencyModel'],
  ['money', 'en', 'NumberWithUnit/English/CurrencyModel'],
  ['contacts', 'zh', 'Sequence/Chinese/PhoneNumberModel'],
  ['contacts', 'en', 'Sequence/English/PhoneNumberModel'],
  ['contacts', 'en', 'Sequence/English/EmailModel'],
];
const noMoment = '2019-01-01T12:00:00';

/** Every case of the specs, as it stands there. */
export function readCases(): Case[] {
  return files.flatMap(([kind, language, name]) => {
    const path = new URL(`../../fixtures/language/${name}.json`, import.meta.url);
    const lines: Line[] = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
    return lines.map((line) => ({
      kind,
      language,
      model: name.slice(name.lastIndexOf('/') + 1),
      input: line.Input,
      now: new Date(`${(line.Context?.ReferenceDateTime ?? noMoment).slice(0, 19)}Z`),
      entities: line.Results.map(({ Text, TypeName, Resolution }) => ({
        text: normalize(Text),
        type: (TypeName ?? Resolution?.values?.[0]?.type ?? '').replace('datetimeV2.', ''),
        values: Resolution?.values ?? (Resolution ? [Resolution] : []),
        ...(Resolution?.isoCurrency ? { currency: Resolution.isoCurrency } : {}),
        ...(Resolution?.unit ? { unit: Resolution.unit } : {}),
      })),
    }));
  });
}

import { type Case, type Kind, kinds, type Language } from './cases.ts';
import { exact, type Found, right } from './judge.ts';
import { type Kept, sift } from './keep.ts';
import { ours } from './ours.ts';

const languages: Language[] = ['zh', 'en'];

/** A row of the table: which cases it counts. */
export interface Row {
  label: string;
  kind?: Kind;
  language?: Language;
  model?: string;
}
const titles: Record<Kind, string> = {
  dates: 'dates and times',
  numbers: 'numbers',
  percents: 'percentages and discounts',
  money: 'money',
  contacts: 'phones and e-mails',
};
const tongue: Record<Language, string> = { zh: 'Chinese', en: 'English' };

export const rows: Row[] = [
  ...kinds.flatMap((kind): Row[] => [
    { label: `**${titles[kind]}**`, kind },
    ...(kind === 'contacts'
      ? [
          { label: 'phones, Chinese', kind, language: 'zh' as const },
          { label: 'phones, English', kind, language: 'en' as const, model: 'PhoneNumberModel' },
          { label: 'e-mails', kind, model: 'EmailModel' },
        ]
      : languages.map((language) => ({ label: `${titles[kind]}, ${tongue[language]}`, kind, language }))),
  ]),
  { label: '**all**' },
];

const within = ({ kind, language, model }: Row, spec: Case) =>
  (!kind || spec.kind === kind) && (!language || spec.language === language) && (!model || spec.model === model);
export const shown = (passed: number, of: number) => (of === 0 ? '–' : `${((100 * passed) / of).toFixed(1)} %`);

/** The share of the kept cases each reader gets right, row by row; `–` where it does not claim to read. */
export function measure(
  kept: Kept[],
  find: (spec: Case) => Found[],
  reads?: Partial<Record<Kind, Language[]>>,
  models?: string[],
): string[] {
  const verdicts = kept.map((one) => {
    const claims =
      !reads || (reads[one.spec.kind]?.includes(one.spec.language) && (!models || models.includes(one.spec.model)));
    return { one, claims, right: claims ? right(one, find(one.spec)) : false };
  });
  return rows.map((row) => {
    const mine = verdicts.filter(({ one }) => within(row, one.spec));
    return mine.every(({ claims }) => claims) ? shown(mine.filter((one) => one.right).length, mine.length) : '–';
  });
}

/** The last rows: of what is left out for its two ends, how much is found by its beginning. */
export const beginningRows = [
  'left out, hours with two ends: the beginning',
  'left out, days with two ends: the beginning',
];
const ofHours = [true, false];

/** The cases left out for their two ends: from one hour to another, from one day to another. */
export const twoEnded = (left: { spec: Case; rule: { name: string } }[]): Case[][] =>
  ofHours.map((hours) =>
    left
      .filter(({ rule }) => rule.name === 'two ends')
      .map(({ spec }) => spec)
      .filter(({ entities }) => entities.some(({ type }) => type.includes('time') && type.endsWith('range')) === hours),
  );

/** The share of them whose beginning is found. */
export function beginnings(
  cases: Case[][],
  find: (spec: Case) => Found[],
  reads?: Partial<Record<Kind, Language[]>>,
): string[] {
  if (reads && languages.some((language) => !reads.dates?.includes(language))) return cases.map(() => '–');
  return cases.map((mine) => {
    const passed = mine.filter((spec) => {
      const asked = spec.entities
        .filter(({ type }) => type.endsWith('range'))
        .map((entity) => ({
          ...entity,
          type: entity.type.replace('range', ''),
          values: entity.values.map((one) => ({ ...one, value: one.start })),
        }));
      return right({ spec, asked: asked.slice(0, 1), besides: 0 }, find(spec));
    });
    return shown(passed.length, mine.length);
  });
}

/** How many cases of each row were read from the specs and how many are kept. */
export function counts(kept: Kept[], left: { spec: Case }[]): [string[], string[]] {
  const all = (row: Row) => kept.filter(({ spec }) => within(row, spec)).length;
  return [
    rows.map((row) => String(all(row) + left.filter(({ spec }) => within(row, spec)).length)),
    rows.map((row) => String(all(row))),
  ];
}

/** Of ours the share with nothing found besides. */
export const exactly = (kept: Kept[]): string[] =>
  rows.map((row) => {
    const mine = kept.filter(({ spec }) => within(row, spec));
    return shown(mine.filter((one) => exact(one, ours(one.spec))).length, mine.length);
  });

/** The kept cases of a kind ours gets wrong. */
export const wrong = (kind: Kind): Kept[] =>
  sift().kept.filter((one) => one.spec.kind === kind && !right(one, ours(one.spec)));

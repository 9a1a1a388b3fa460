import type { Case, Kind, Language } from './cases.ts';
import type { Found } from './judge.ts';

/** A package measured beside ours: what it claims to read, and what it is given. */
export interface Package {
  name: string;
  note: string;
  reads: Partial<Record<Kind, Language[]>>;
  /** The models of the specs it reads, when not all of the kind. */
  models?: string[];
  load(from: (name: string) => unknown): (spec: Case) => Found[];
}

const day = (date: Date) => date.toISOString().slice(0, 10);
const clock = (date: Date) => date.toISOString().slice(11, 16);
/** A moment as something found. */
export const moment = (date: Date, timed = true): Found => ({
  day: day(date),
  ...(timed ? { clock: clock(date) } : {}),
});
export const valid = (date: unknown): date is Date => date instanceof Date && !Number.isNaN(date.getTime());

interface Parsed {
  start: { date(): Date };
  end: { date(): Date } | null;
}
type Parse = (text: string, from: { instant: Date; timezone: number }, options: { forwardDate: boolean }) => Parsed[];
export const datePackages: Package[] = [
  {
    name: 'chrono-node',
    note: '`en` and `zh` (simplified, then traditional), with `forwardDate`; both ends of a range',
    reads: { dates: ['zh', 'en'] },
    load: (from) => {
      const chrono = from('chrono-node') as {
        en: { parse: Parse };
        zh: { hans: { parse: Parse }; hant: { parse: Parse } };
      };
      return ({ language, input, now }) => {
        const read = (parse: Parse) => parse(input, { instant: now, timezone: 0 }, { forwardDate: true });
        const simplified = language === 'zh' ? read(chrono.zh.hans.parse) : read(chrono.en.parse);
        const all = simplified.length === 0 && language === 'zh' ? read(chrono.zh.hant.parse) : simplified;
        return all.flatMap(({ start, end }) => [moment(start.date()), ...(end ? [moment(end.date())] : [])]);
      };
    },
  },
  {
    name: 'sherlockjs',
    note: 'one date per text',
    reads: { dates: ['en'] },
    load: (from) => {
      const sherlock = from('sherlockjs') as {
        _setNow(now: Date): void;
        parse(text: string): { startDate: Date | null; endDate: Date | null; isAllDay: boolean };
      };
      return ({ input, now }) => {
        sherlock._setNow(now);
        const { startDate, endDate, isAllDay } = sherlock.parse(input);
        return [startDate, endDate].filter(valid).map((date) => moment(date, !isAllDay));
      };
    },
  },
  {
    name: 'sugar-date',
    note: 'reads a text that is one date; `future` for what is ambiguous',
    reads: { dates: ['en'] },
    load: (from) => {
      const { Date: sugar } = from('sugar-date') as {
        Date: { setOption(name: string, value: unknown): void; create(text: string, options: object): Date };
      };
      return ({ input, now }) => {
        sugar.setOption('newDateInternal', () => new Date(now));
        const date = sugar.create(input, { future: true });
        return valid(date) ? [moment(date)] : [];
      };
    },
  },
  {
    name: 'any-date-parser',
    note: 'reads a text that is one date',
    reads: { dates: ['en'] },
    load: (from) => {
      const parser = (from('any-date-parser') as { default: { attempt(text: string): Record<string, number> } })
        .default;
      return ({ input, now }) => {
        const {
          invalid,
          year = now.getUTCFullYear(),
          month = now.getUTCMonth() + 1,
          day: date = now.getUTCDate(),
          hour,
          minute = 0,
        } = parser.attempt(input);
        const made = new Date(Date.UTC(year, month - 1, date, hour ?? 0, minute));
        return invalid || !valid(made) ? [] : [moment(made, hour !== undefined)];
      };
    },
  },
];

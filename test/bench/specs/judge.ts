import type { Case, Entity, Resolved } from './cases.ts';
import type { Kept } from './keep.ts';
import { e164, units } from './rules-values.ts';

/** What a reader found, in words every reader can be put into. `clock` is HH:MM; `contact` an E.164 number or an address. */
export interface Found {
  day?: string;
  clock?: string;
  value?: number;
  currency?: string;
  contact?: string;
}

const dayOf = (moment: string) => moment.slice(0, 10);
const clockOf = (moment: string) => /(\d\d:\d\d)(?::\d\d)?$/.exec(moment)?.[1] ?? '';
const shift = (day: string, by: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
const lately = 60;

/** Of a day that may lie behind or ahead the one ahead; a month and day just past may stay there, as our conventions have it. */
function ahead(values: Resolved[], spec: Case): Resolved[] {
  const today = dayOf(spec.now.toISOString());
  const last = (one: Resolved) => dayOf(one.value ?? one.end ?? one.start ?? '');
  const future = values.filter((one) => last(one) >= today);
  if (future.length === 0) return values;
  const justPast = (one: Resolved) => /^XXXX-\d\d-\d\d/.test(one.timex ?? '') && last(one) >= shift(today, -lately);
  return values.filter((one) => future.includes(one) || justPast(one));
}

const dayIn = (day: string, { start, end }: Resolved) =>
  start && end
    ? day >= dayOf(start) && day <= dayOf(end)
    : end
      ? day === dayOf(end) || day === shift(dayOf(end), -1)
      : day === dayOf(start ?? '') || day === shift(dayOf(start ?? ''), 1);

const clockIn = (clock: string, { start, end }: Resolved) =>
  start && end ? clock >= clockOf(start) && clock <= clockOf(end) : clock === clockOf(start ?? end ?? '');

function momentIn(day: string, clock: string, { start, end }: Resolved): boolean {
  const moment = `${day} ${clock}`;
  if (start && end) return moment >= start.slice(0, 16) && moment <= end.slice(0, 16);
  return moment === (start ?? end ?? '').slice(0, 16);
}

/** Whether a thing found is the entity asked for, and which of its parts that uses up. */
function fits(found: Found, entity: Entity, spec: Case): ('day' | 'clock')[] | null {
  const { type, text } = entity;
  const { day = '', clock = '' } = found;
  if (type === 'phonenumber') return found.contact === e164(text, spec.language) ? ['day'] : null;
  if (type === 'email') return found.contact === text.toLowerCase() ? ['day'] : null;
  if (type === 'number' || type === 'percentage' || type === 'currency') {
    const wanted = Number.parseFloat(entity.values[0]?.value ?? '') / (type === 'percentage' ? 100 : 1);
    const near = Math.abs((found.value ?? Number.NaN) - wanted) <= Math.abs(wanted) * 1e-9;
    const same = type !== 'currency' || found.currency === (entity.currency ?? units[entity.unit ?? '']);
    return near && same ? ['day'] : null;
  }
  const values = /^time/.test(type) ? entity.values : ahead(entity.values, spec);
  if (type === 'date') return values.some(({ value }) => value === day) ? ['day'] : null;
  if (type === 'daterange') return values.some((one) => dayIn(day, one)) ? ['day'] : null;
  if (type === 'time') return values.some(({ value }) => clockOf(value ?? '') === clock) ? ['clock'] : null;
  if (type === 'timerange') return values.some((one) => clockIn(clock, one)) ? ['clock'] : null;
  if (type === 'datetimerange') return values.some((one) => momentIn(day, clock, one)) ? ['day', 'clock'] : null;
  if (type !== 'datetime') return null;
  if (values.some(({ value }) => value?.slice(0, 16) === `${day} ${clock}`)) return ['day', 'clock'];
  // The last second of a day stands for its end, whatever hour a team calls that.
  return values.some(({ value }) => value === `${day} 23:59:59`) ? ['day'] : null;
}

/** Whether every entity is among what was found; a day and a clock found as one may serve two that are asked apart. */
function covers(found: Found[], asked: Entity[], spec: Case, used = new Set<string>()): boolean {
  const [entity, ...rest] = asked;
  if (!entity) return true;
  return found.some((one, index) => {
    const parts = fits(one, entity, spec)?.map((part) => `${index} ${part}`);
    if (!parts || parts.some((part) => used.has(part))) return false;
    return covers(found, rest, spec, new Set([...used, ...parts]));
  });
}

/** Right when all that is asked is found with its value; where the spec expects nothing, when nothing is found. */
export const right = ({ spec, asked }: Kept, found: Found[]): boolean =>
  asked.length === 0 ? found.length === 0 : covers(found, asked, spec);

/** Right, and nothing found besides. */
export const exact = (kept: Kept, found: Found[]): boolean =>
  right(kept, found) && found.length <= kept.asked.length + kept.besides;

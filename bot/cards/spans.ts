import { dayAndWeekday } from '../i18n/index.ts';
import type { Reader } from './reader.ts';

const at = (day: string) => new Date(`${day}T00:00:00Z`);

/** A calendar day (`YYYY-MM-DD`) with its weekday: `12月7日周一`, `Monday, Dec 7`. */
export function dayText({ language }: Reader, day: string): string {
  const [date, weekday] = dayAndWeekday(at(day), language);
  return language === 'zh' ? `${date}${weekday}` : `${weekday}, ${date}`;
}

/** Days from one to another, both inclusive: `12月7日–12月9日`; one day with its weekday. */
export function spanText(reader: Reader, from: string, to: string): string {
  if (from === to) return dayText(reader, from);
  return [from, to].map((day) => dayAndWeekday(at(day), reader.language)[0]).join('–');
}

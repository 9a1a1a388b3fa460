/** Days somebody is away, both inclusive: days of their own calendar, `YYYY-MM-DD`. */
export interface Span {
  from: string;
  to: string;
}

/** Whether a calendar day lies in one of the spans. */
export function isAway(day: string, spans: readonly Span[] = []): boolean {
  return spans.some(({ from, to }) => from <= day && day <= to);
}

/**
 * Days for `count` things that must be done from `first` on, in their order: as soon as may be, and never so many on a day
 * that there are more than `most` with what is `planned` for it already. `next` gives the working day after a day.
 */
export function spread(
  count: number,
  first: string,
  planned: ReadonlyMap<string, number>,
  most: number,
  next: (day: string) => string,
): { day: string; place: number }[] {
  const days: { day: string; place: number }[] = [];
  let day = first;
  let place = planned.get(day) ?? 0;
  while (days.length < count) {
    while (place >= most) {
      day = next(day);
      place = planned.get(day) ?? 0;
    }
    days.push({ day, place });
    place += 1;
  }
  return days;
}

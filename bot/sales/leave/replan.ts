import type { Person, Touch } from '../../../prisma/generated/client.ts';
import { isAway, type Span, spread } from '../../insight/leave.ts';
import { dayOf, instantOf, wallTimeOf } from '../../insight/wall-time.ts';
import { addDays, addWorkingDays, anHourIn } from '../../insight/working-days.ts';
import { type Change, update } from '../change.ts';

/** So many things to do stand on a day at most. */
const mostADay = 8;

/**
 * The touches due in a leave on the person's first working days after it, in their order and an even stretch of the day
 * apart. `touches`: what they have open, also what is planned for those days already. `leave`: all their leaves.
 */
export function replan(person: Person, span: Span, leave: Span[], touches: Touch[]): Change[] {
  const { zone } = person;
  const dayAt = (touch: Touch) => dayOf(touch.dueAt, zone);
  const moving = touches
    .filter((touch) => touch.origin !== 'promise' && touch.kind !== 'meeting' && isAway(dayAt(touch), [span]))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || a.id - b.id);
  const planned = new Map<string, number>();
  for (const touch of touches) {
    if (!moving.includes(touch)) planned.set(dayAt(touch), (planned.get(dayAt(touch)) ?? 0) + 1);
  }
  const next = (day: string) => addWorkingDays(day, 1, zone, leave);
  const first = addWorkingDays(addDays(span.to, 1), 0, zone, leave);
  return spread(moving.length, first, planned, mostADay, next).flatMap(({ day, place }, at) => {
    const dueAt = new Date(instantOf(`${day} ${anHourIn(person)}`, zone).getTime() + place * stretch(person) * 60_000);
    const touch = moving[at] as Touch;
    return update('Touch', touch, { dueAt, wallTime: wallTimeOf(dueAt, zone), zone }) ?? [];
  });
}

/** Minutes between two things of a day, so that all of them lie within it. */
function stretch(person: Person): number {
  const minutes = (wall: string) => Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3, 5));
  const day = minutes(person.workEnd) - minutes(anHourIn(person));
  return Math.max(1, Math.min(30, Math.floor(day / mostADay)));
}

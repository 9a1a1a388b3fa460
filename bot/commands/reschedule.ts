import { card } from '../cards/reader.ts';
import { numbered } from '../cards/unread.ts';
import type { Input } from '../intents.ts';
import { Refusal } from '../sales/refusal.ts';
import { momentThen, movable } from '../sales/touches/reschedule.ts';
import { subjectOf } from '../sales/touches/subject.ts';
import type { Ask, Commands } from './command.ts';
import { followUp } from './follow-up.ts';

/** What was planned is moved to another day or hour; of several the person picks, and what was planned nowhere is planned then. */
export const reschedule: Pick<Commands, 'task.move'> = {
  async 'task.move'(ask, input) {
    const [one, ...more] = await movable(ask, input);
    if (!one) return anew(ask, input);
    if (more.length === 0)
      return followUp['touch.snooze'](ask, { touch: `#${one.touch.id}`, until: one.until.toISOString() });
    const offers = await Promise.all(
      [one, ...more].map(async ({ touch, until }) => ({
        label: [touch.what, await subjectOf(ask, touch), ask.reader.moment(touch.dueAt)].filter(Boolean).join(' · '),
        intent: { name: 'touch.snooze' as const, input: { touch: `#${touch.id}`, until: until.toISOString() } },
      })),
    );
    return { card: card(ask.reader.t.plan.whichMoves, [numbered(ask.reader, offers)]), offers };
  },
};

/** Nothing of the kind is planned: with somebody named and a day it is planned now. */
async function anew(ask: Ask, { who, what, day, time }: Input<'task.move'>) {
  if (!who || !day) throw new Refusal('not-found', { what: 'touch', name: what });
  const at = momentThen(day, time, ask.by.zone).toISOString();
  return followUp['task.add'](ask, { who, what, at, kind: 'meeting' });
}

import type { Button, Card } from '../chat/card.ts';
import type { AddedTask } from '../sales/touches/add-task.ts';
import { daysOff } from './parts.ts';
import { buttons, card, facts, type Reader } from './reader.ts';

/** What is planned, with whom and when; a day on which nobody works is kept, and told. */
export function taskAdded(reader: Reader, task: AddedTask, undo: Button): Card {
  const { t } = reader;
  const title = t.task.added[task.side === 'them' ? 'them' : task.kind](task.what);
  const when = reader.appointment(task.dueAt);
  return card(
    title,
    [
      facts([t.task.whom, [task.label, task.contact].filter(Boolean).join(' · ')], [t.task.at, when]),
      daysOff(reader, [task.off]),
      task.isNextStep && { kind: 'note', text: t.task.isNextStep },
      buttons(undo),
    ],
    { tone: 'good', summary: `${title} · ${when}` },
  );
}

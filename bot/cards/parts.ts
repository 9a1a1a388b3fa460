import type { Activity, Touch } from '../../prisma/generated/client.ts';
import type { Block } from '../chat/card.ts';
import { dayAndWeekday } from '../i18n/index.ts';
import type { DayOff } from '../sales/day-off.ts';
import { type Reader, ref } from './reader.ts';

/** The last touches, newest first: when, how, what came of it. */
export function activityItems(reader: Reader, activities: Activity[]): Block | null {
  const { t, playbook } = reader;
  if (activities.length === 0) return null;
  return {
    kind: 'list',
    items: activities.map((one) => {
      const objection = playbook.objections.find((known) => known.key === one.objection);
      const how = [
        t.channels[one.channel],
        one.contactName && t.list(one.contactName.split(', ')),
        one.outcome && t.outcomes[one.outcome],
        objection && reader.text(objection.name),
      ];
      return {
        text: `${reader.moment(one.at)} · ${how.filter(Boolean).join(' · ')}`,
        ...(one.note ? { detail: one.note } : {}),
      };
    }),
  };
}

/** What is planned, each with its two buttons. */
export function touchItems(reader: Reader, touches: Touch[]): Block | null {
  const { t } = reader;
  if (touches.length === 0) return null;
  return {
    kind: 'list',
    items: touches.map((touch) => ({
      text: `${reader.moment(touch.dueAt)} · ${touchText(reader, touch)}`,
      buttons: touch.side === 'them' ? promiseButtons(reader, touch.id) : touchButtons(reader, touch.id),
      ...(touch.channel ? { detail: t.channels[touch.channel] ?? touch.channel } : {}),
    })),
  };
}

/** What is to be done, or what they promised to do. */
export function touchText({ t }: Reader, { what, side }: Pick<Touch, 'what' | 'side'>): string {
  return side === 'them' ? t.task.theirs(what) : what;
}

/** Days on which nobody works, one a line: they were kept as said. */
export function daysOff({ t, language }: Reader, off: (DayOff | null)[]): Block {
  const lines = off.flatMap((one) => {
    if (!one) return [];
    const [day, weekday] = dayAndWeekday(new Date(one.day), language);
    return [one.weekend ? t.dayOff.weekend(day, weekday) : t.dayOff.holiday(day, weekday)];
  });
  return { kind: 'note', text: [...new Set(lines)].join('\n') };
}

export function touchButtons(reader: Reader, id: number) {
  const { t } = reader;
  return [
    reader.button(t.plan.done, { name: 'touch.done', input: { touch: ref(id) } }, 'primary'),
    reader.button(t.plan.snooze, { name: 'touch.snooze', input: { touch: ref(id) } }),
  ];
}

/** What came of something they promised: kept, not kept, or on another day. */
export function promiseButtons(reader: Reader, id: number) {
  const { t } = reader;
  const input = { touch: ref(id) };
  return [
    reader.button(t.alerts.kept, { name: 'touch.done', input }, 'primary'),
    reader.button(t.alerts.broken, { name: 'promise.broken', input }),
    reader.button(t.alerts.anotherDay, { name: 'touch.snooze', input }),
  ];
}

/** A label and its text on one line, with the language's colon. */
export function line(reader: Reader, label: string, text: string): Block {
  return { kind: 'text', text: `${label}${reader.language === 'zh' ? '：' : ': '}${text}` };
}

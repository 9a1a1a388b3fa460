import type { Block, Button, Card } from '../chat/card.ts';
import type { Logged } from '../sales/log-activity.ts';
import type { Paused } from '../sales/opportunities/pause-deal.ts';
import type { ChangedTouch } from '../sales/touches/change-touch.ts';
import { buttons, card, facts, type Reader, ref } from './reader.ts';

/** What else one can do when nobody answers, each way with its button; nothing while the cadence has its course. */
export function waysBlocks(reader: Reader, { ways, next, dealId }: Logged): (Block | null)[] {
  if (!ways || !next) return [];
  const { t, playbook } = reader;
  const touch = ref(next.id);
  const { channel, contact, value, silent } = ways;
  const called = channel && (t.channels[channel] ?? channel);
  const brings = value === null ? undefined : playbook.valueTouches?.[value - 1];
  const who = contact && [contact.name, contact.title].filter(Boolean).join(' · ');
  const month = { name: 'deal.pause' as const, input: { deal: ref(dealId ?? 0) } };
  const item = (text: string, button: Button) => ({ text, buttons: [button] });
  return [
    { kind: 'text', text: t.silence.title(silent) },
    {
      kind: 'list',
      items: [
        called &&
          item(
            t.silence.channel(called),
            reader.button(t.silence.useChannel(called), {
              name: 'touch.change',
              input: { touch, channel: channel as never },
            }),
          ),
        item(
          who ? t.silence.contact(who) : t.silence.anybody,
          contact
            ? reader.button(t.silence.useContact(contact.name), {
                name: 'touch.change',
                input: { touch, contact: ref(contact.id) },
              })
            : reader.button(t.silence.askContact, { name: 'touch.change', input: { touch } }),
        ),
        brings &&
          item(
            t.silence.value(reader.text(brings)),
            reader.button(t.silence.useValue, { name: 'touch.change', input: { touch, value: value ?? 1 } }),
          ),
        dealId !== null && item(t.silence.pause, reader.button(t.silence.usePause, month)),
      ].filter((one) => one !== null && one !== undefined && one !== false && one !== ''),
    },
  ];
}

/** How what is planned is done now. */
export function touchChanged(
  reader: Reader,
  { touch, channel }: ChangedTouch,
  what: string,
  whom: string,
  undo: Button,
) {
  const { t } = reader;
  return card(
    t.silence.changed(whom || what),
    [
      facts(
        [t.silence.what, what],
        [t.silence.by, channel && (t.channels[channel] ?? channel)],
        [t.task.at, reader.appointment(touch.dueAt)],
      ),
      buttons(undo),
    ],
    { tone: 'good' },
  );
}

/** Until when a deal is left in peace. */
export function dealPaused(reader: Reader, { deal, wakesAt, skipped }: Paused, undo: Button): Card {
  const { t } = reader;
  const when = reader.appointment(wakesAt);
  return card(
    t.pause.done(deal.title),
    [
      facts([t.pause.wakes, when], [t.pause.skipped, skipped > 0 && t.give.touches(skipped)]),
      { kind: 'note', text: t.pause.text },
      buttons(undo),
    ],
    { tone: 'good', summary: `${t.pause.done(deal.title)} · ${when}` },
  );
}

import type { Block, Button, Card, Item } from '../chat/card.ts';
import type { Input, Intent } from '../intents.ts';
import type { Logged } from '../sales/log-activity.ts';
import type { Paused } from '../sales/opportunities/pause-deal.ts';
import type { ChangedTouch } from '../sales/touches/change-touch.ts';
import type { WaysOut } from '../sales/touches/ways-out.ts';
import { buttons, card, facts, type Reader, ref } from './reader.ts';

/** What else one can do when nobody answers, each way with its button; nothing while the cadence has its course. */
export function waysBlocks(reader: Reader, { ways, next, dealId }: Logged): Block[] {
  if (!ways || !next) return [];
  const { t } = reader;
  const touch = ref(next.id);
  const change = (label: string, input: Omit<Input<'touch.change'>, 'touch'>) =>
    reader.button(label, { name: 'touch.change', input: { touch, ...input } });
  return [
    { kind: 'text', text: t.silence.title(ways.silent) },
    {
      kind: 'list',
      items: [
        ...channelWay(reader, ways, change),
        contactWay(reader, ways, change),
        ...valueWay(reader, ways, change),
        restWay(reader, ways, touch, dealId),
      ],
    },
  ];
}

type Change = (label: string, input: Omit<Input<'touch.change'>, 'touch'>) => Button;

function channelWay({ t }: Reader, { channel }: WaysOut, change: Change): Item[] {
  if (!channel) return [];
  const called = t.channels[channel] ?? channel;
  return [{ text: t.silence.channel(called), buttons: [change(t.silence.useChannel(called), { channel })] }];
}

function contactWay({ t }: Reader, { contact }: WaysOut, change: Change): Item {
  if (!contact) return { text: t.silence.anybody, buttons: [change(t.silence.askContact, {})] };
  const who = [contact.name, contact.title].filter(Boolean).join(' · ');
  const button = change(t.silence.useContact(contact.name), { contact: ref(contact.id) });
  return { text: t.silence.contact(who), buttons: [button] };
}

function valueWay(reader: Reader, { value }: WaysOut, change: Change): Item[] {
  const { silence } = reader.t;
  const brings = value === null ? undefined : reader.playbook.valueTouches?.[value - 1];
  if (value === null || !brings) return [];
  return [{ text: silence.value(reader.text(brings)), buttons: [change(silence.useValue, { value })] }];
}

/** A deal is left in peace; of a lead or a customer only what is planned is put off. */
function restWay(reader: Reader, { wakesAt }: WaysOut, touch: string, dealId: number | null): Item {
  const { silence } = reader.t;
  const rest: Intent =
    dealId === null
      ? { name: 'touch.snooze', input: { touch, until: wakesAt.toISOString() } }
      : { name: 'deal.pause', input: { deal: ref(dealId) } };
  return { text: silence.pause(reader.appointment(wakesAt)), buttons: [reader.button(silence.usePause, rest)] };
}

/** How what is planned is done now. */
export function touchChanged(
  reader: Reader,
  { touch, channel }: ChangedTouch,
  what: string,
  whom: string,
  undo: Button,
): Card {
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
export function dealPaused(reader: Reader, { deal, wakesAt, skipped, later }: Paused, undo: Button): Card {
  const { t } = reader;
  const when = reader.appointment(wakesAt);
  return card(
    t.pause.done(deal.title),
    [
      facts(
        [t.pause.wakes, when],
        [t.pause.skipped, skipped > 0 && t.give.touches(skipped)],
        [t.pause.later, later > 0 && t.give.touches(later)],
      ),
      { kind: 'note', text: t.pause.text },
      buttons(undo),
    ],
    { tone: 'good', summary: `${t.pause.done(deal.title)} · ${when}` },
  );
}

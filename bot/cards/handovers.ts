import type { Touch } from '../../prisma/generated/client.ts';
import type { Block, Card } from '../chat/card.ts';
import { masked, phone } from '../i18n/index.ts';
import type { Capsule } from '../sales/handover/capsule.ts';
import { activityItems, touchText } from './parts.ts';
import { card, facts, type Reader } from './reader.ts';

/** What the next one must know, on a card of its own. */
export function handoverCard(reader: Reader, capsule: Capsule, { whole }: { whole: boolean }): Card {
  const { t } = reader;
  return card(t.handover.title(capsule.label), capsuleBlocks(reader, capsule, { whole }));
}

/** Promises with their dates, the last touches and what they came to, next steps, people, and what is not known yet. */
export function capsuleBlocks(reader: Reader, capsule: Capsule, { whole }: { whole: boolean }): (Block | null)[] {
  const { t } = reader;
  const { deal, ours, theirs, next, last, tone, contacts, lacks } = capsule;
  const people = contacts.map((one) =>
    [one.name, one.title, one.phone && (whole ? phone(one.phone) : masked(one.phone))].filter(Boolean).join(' '),
  );
  const fields = lacks.flatMap((key) => reader.playbook.fields.filter((field) => field.key === key));
  const named = (text: string, block: Block | null): (Block | null)[] => (block ? [{ kind: 'note', text }, block] : []);
  return [
    facts(
      [t.fields.stage, deal && reader.stage(deal.stage)],
      [t.fields.amount, deal?.amount && reader.money(deal.amount, deal.currency)],
      [t.fields.closeOn, deal?.closeOn && reader.day(deal.closeOn)],
      [t.fields.pausedUntil, deal?.pausedUntil && deal.pausedUntil > reader.now && reader.day(deal.pausedUntil)],
      [
        t.fields.nextStep,
        deal?.nextStep && [deal.nextStep, deal.nextAt && reader.appointment(deal.nextAt)].filter(Boolean).join(' · '),
      ],
      [t.fields.contact, t.list(people)],
      [t.handover.tone, tone.map((one) => t.outcomes[one] ?? one).join(' → ')],
      [t.handover.lacks, t.list(fields.map((field) => reader.text(field.name)))],
    ),
    ...named(t.handover.ours, dated(reader, ours)),
    ...named(t.handover.theirs, dated(reader, theirs)),
    ...named(t.handover.last, activityItems(reader, last)),
    ...named(t.handover.next, dated(reader, next)),
  ];
}

function dated(reader: Reader, touches: Touch[]): Block | null {
  if (touches.length === 0) return null;
  return {
    kind: 'list',
    items: touches.map((touch) => ({
      text: touchText(reader, touch),
      detail: [touch.channel && reader.t.channels[touch.channel], reader.appointment(touch.dueAt)]
        .filter(Boolean)
        .join(' · '),
    })),
  };
}

import type { Button, Card, Fact } from '../chat/card.ts';
import { masked } from '../i18n/index.ts';
import type { Change, Value } from '../sales/change.ts';
import type { Profiled } from '../sales/profile/update-profile.ts';
import { buttons, card, type Reader } from './reader.ts';
import { label, show, silent } from './values.ts';

/** What is known of somebody now, old → new; numbers are whole only where nobody else reads along. */
export function profileUpdated(reader: Reader, profiled: Profiled, { whole }: { whole: boolean }, undo: Button): Card {
  const { t } = reader;
  if (profiled.changes.length === 0) return card(profiled.label, [{ kind: 'text', text: t.deal.nothing }]);
  return card(
    t.profile.updated(profiled.label),
    [
      { kind: 'facts', facts: profiled.changes.flatMap((change) => known(reader, change, whole)) },
      profiled.madeContact && { kind: 'note', text: t.profile.made },
      buttons(undo),
    ],
    { tone: 'good' },
  );
}

function known(reader: Reader, { fields }: Change, whole: boolean): Fact[] {
  return Object.entries(fields)
    .filter(([field]) => !silent.has(field))
    .map(([field, [old, now]]) => ({
      label: label(reader, field === 'title' ? 'position' : field),
      value: shown(reader, field, now, whole),
      ...(old === null ? {} : { was: shown(reader, field, old, whole) }),
    }));
}

/** A field of a lead or a contact; a phone number as a group may see it, unless `whole`. */
export function shown(reader: Reader, field: string, value: Value, whole: boolean, currency?: string): string {
  return field === 'phone' && !whole && value !== null ? masked(String(value)) : show(reader, field, value, currency);
}

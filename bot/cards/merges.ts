import type { Block, Button, Card } from '../chat/card.ts';
import type { Merging } from '../sales/leads/merge-leads.ts';
import { leadLabel } from './leads.ts';
import { shown } from './profiles.ts';
import { buttons, card, facts, type Reader, ref } from './reader.ts';
import { label } from './values.ts';

/** What a merge would do, asked before anything is written. */
export function mergePreview(reader: Reader, merging: Merging, whole: boolean): Card {
  const { t } = reader;
  const name = (lead: Merging['keep']) => `${leadLabel(lead)} ${ref(lead.id)}`;
  return card(
    t.merge.ask,
    [
      { kind: 'text', text: t.merge.askText },
      facts([t.merge.keep, name(merging.keep)], [t.merge.drop, name(merging.drop)]),
      ...outcome(reader, merging, whole),
    ],
    { tone: 'warn' },
  );
}

export function leadsMerged(reader: Reader, merging: Merging, whole: boolean, undo: Button): Card {
  const { t } = reader;
  const name = [merging.keep.company, merging.keep.name].some(Boolean) ? merging.keep : merging.drop;
  return card(t.merge.done(leadLabel(name)), [...outcome(reader, merging, whole), buttons(undo)], { tone: 'good' });
}

/** What the one that stays gains, and what moves over: the same words before and after. */
function outcome(reader: Reader, { gains, differs, moves }: Merging, whole: boolean): Block[] {
  const { t } = reader;
  const named = (field: string) => label(reader, field === 'title' ? 'position' : field);
  const gained = gains.map(
    ({ field, value, currency }) => `${named(field)} ${shown(reader, field, value, whole, currency)}`,
  );
  const counts = [
    moves.activities > 0 && t.merge.activities(moves.activities),
    moves.touches > 0 && t.merge.touches(moves.touches),
    moves.deals > 0 && t.merge.deals(moves.deals),
  ].filter((part) => part !== false);
  return [
    facts([t.merge.gains, t.list(gained)], [t.merge.moves, t.list(counts)]),
    { kind: 'note', text: gained.length + counts.length === 0 ? t.merge.nothing : '' },
    { kind: 'note', text: differs.length > 0 ? t.merge.differs(differs.map(named)) : '' },
  ];
}

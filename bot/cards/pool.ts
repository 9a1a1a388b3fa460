import type { Button, Card } from '../chat/card.ts';
import type { Claimed } from '../sales/leads/claim-lead.ts';
import type { Recycling } from '../sales/leads/recycle-leads.ts';
import type { Rejected } from '../sales/leads/reject-lead.ts';
import { leadLabel } from './leads.ts';
import { line } from './parts.ts';
import { buttons, card, facts, type Reader } from './reader.ts';

/** How many names stand on a card. */
const most = 10;

/** Which leads would go back into the pool, asked before anything is written. */
export function recyclePreview(reader: Reader, recycling: Recycling): Card {
  const { t } = reader;
  const { leads, total, silentDays } = recycling;
  if (leads.length === 0) return card(t.pool.noneTitle, [{ kind: 'text', text: t.pool.none(silentDays) }]);
  return card(
    t.pool.ask(leads.length),
    [
      { kind: 'text', text: t.pool.askText },
      names(reader, recycling),
      more(reader, recycling),
      total > leads.length && { kind: 'note', text: t.pool.first(leads.length, total) },
    ],
    { tone: 'warn' },
  );
}

export function recycled(reader: Reader, recycling: Recycling, undo: Button): Card {
  const title = reader.t.pool.done(recycling.leads.length);
  return card(title, [names(reader, recycling), more(reader, recycling), buttons(undo)], { tone: 'good' });
}

function names({ t }: Reader, { leads }: Recycling) {
  return {
    kind: 'list' as const,
    items: leads
      .slice(0, most)
      .map((one) => ({ text: `${one.grade} · ${one.label}`, detail: t.pool.silent(one.days) })),
  };
}

function more({ t }: Reader, { leads }: Recycling) {
  return leads.length > most && { kind: 'note' as const, text: t.pool.more(leads.length - most) };
}

/** A lead that is this person's now, and what the cadence proposes. */
export function claimed(reader: Reader, { lead, from, touch }: Claimed, undo: Button): Card {
  const { t } = reader;
  return card(
    t.pool.claimed(leadLabel(lead)),
    [
      facts([t.fields.grade, lead.grade], [t.pool.notFrom, from]),
      line(reader, t.activity.proposed, `${touch.what} · ${reader.moment(touch.dueAt)}`),
      buttons(undo),
    ],
    { tone: 'good' },
  );
}

/** A lead that is none: why, and what is dropped with it. */
export function rejected(reader: Reader, { lead, reason, dropped }: Rejected, undo: Button): Card {
  const { t } = reader;
  return card(t.pool.rejected(leadLabel(lead)), [
    facts([t.pool.reason, reason]),
    dropped > 0 && { kind: 'note', text: t.pool.dropped(dropped) },
    buttons(undo),
  ]);
}

import type { Button, Card, Fact } from '../chat/card.ts';
import { wordsOf } from '../i18n/index.ts';
import type { Intent } from '../intents.ts';
import type { Refusal, RefusalDetails } from '../sales/refusal.ts';
import type { Undone } from '../sales/undo.ts';
import { dealMissing } from './deals.ts';
import { otherWay } from './pipelines.ts';
import { shown } from './profiles.ts';
import { buttons, card, type Reader } from './reader.ts';
import { spanText } from './spans.ts';
import { label, silent } from './values.ts';

/** A rule's no in words: what happened, what it means, what to do. `options` carry the rest of the sentence on. */
export function refusalCard(reader: Reader, refusal: Refusal, options: { label: string; intent: Intent }[]): Card {
  const { t } = reader;
  const say = t.refusals[refusal.code] as (details: unknown) => { title: string; text: string; hint?: string };
  const { title, text, hint } = say(named(reader, refusal));
  if (refusal.code === 'missing-fields')
    return dealMissing(reader, refusal.details as RefusalDetails['missing-fields'], title);
  if (refusal.code === 'not-that-way')
    return otherWay(reader, refusal.details as RefusalDetails['not-that-way'], { title, text, hint });
  const choices = options.map((one, index) => {
    const button = reader.button(`${index + 1}. ${one.label}`, one.intent);
    // A whole sentence of several things is too long to be said again: its number picks it.
    return 'parts' in one.intent.input ? { ...button, say: String(index + 1) } : button;
  });
  return card(title, [{ kind: 'text', text }, hint ? { kind: 'note', text: hint } : null, buttons(...choices)], {
    tone: 'warn',
    summary: `${title}: ${text}`,
  });
}

/** Field keys in a refusal become the names people know. */
function named(reader: Reader, { code, details }: Refusal): unknown {
  if (code === 'bad-field' || code === 'undo-changed') {
    const one = details as { field: string };
    return { ...one, field: label(reader, one.field) };
  }
  if (code === 'past-date' || code === 'far-date' || code === 'bad-moment') {
    const one = details as { said: string };
    return { ...one, said: saidAt(reader, one.said) };
  }
  if (code === 'on-leave-already' || code === 'cover-away') {
    const one = details as RefusalDetails['cover-away'];
    return { ...one, span: spanText(reader, one.from, one.to) };
  }
  if (code === 'quote-over') {
    const one = details as RefusalDetails['quote-over'];
    return { ...one, on: saidAt(reader, one.on) };
  }
  if (code === 'not-recyclable') {
    const one = details as RefusalDetails['not-recyclable'];
    return { ...one, status: reader.t.status[one.status] ?? one.status };
  }
  if (code === 'wrong-values') {
    const { values } = details as RefusalDetails['wrong-values'];
    return { values: values.map((one) => ({ ...one, field: label(reader, one.field) })) };
  }
  if (code === 'nothing-said') {
    const { needs } = details as RefusalDetails['nothing-said'];
    return { needs: needs.map((need) => (reader.t.asks[need] ? need : label(reader, need))) };
  }
  return details;
}

/** A day or a moment as the intent has it, the way people write it. */
function saidAt(reader: Reader, said: string): string {
  const at = new Date(said);
  if (Number.isNaN(at.getTime())) return said;
  return said.length === 10 ? reader.day(at) : reader.appointment(at);
}

/** What goes back with something else is not told field by field. */
const apart = new Set<string>(['Touch', 'Leave', 'Quote', 'Approval']);

/** Field by field what it is again; phone numbers are whole only where nobody else reads along. */
export function undone(reader: Reader, { changes, removed }: Undone, { whole }: { whole: boolean }): Card {
  const { t } = reader;
  const kinds: Record<string, string> = {
    Lead: 'lead',
    Customer: 'customer',
    Opportunity: 'deal',
    Person: 'person',
    Activity: 'activity',
    Contact: 'contact',
    Leave: 'leave',
    Quote: 'quote',
    Playbook: 'process',
    // Of what goes along with a record nobody speaks; a task alone is told.
    ...(removed.every((one) => one.entity === 'Touch') ? { Touch: 'touch' } : {}),
  };
  const gone = [...new Set(removed.flatMap(({ entity }) => (kinds[entity] ? [t.kinds[kinds[entity]] ?? ''] : [])))];
  return card(
    t.undone.title,
    [
      {
        kind: 'facts',
        facts: alike(
          changes
            .filter((one) => !silent.has(one.field) && !apart.has(one.entity))
            .map((one) => told(reader, one, whole)),
        ),
      },
      changes.some((one) => one.field === 'ownerId' && one.entity !== 'Touch') && {
        kind: 'text',
        text: t.give.gaveBack,
      },
      gone.length > 0 && {
        kind: 'text',
        text: gone.map(t.undone.removed).join(reader.language === 'zh' ? '；' : '; '),
      },
    ],
    { tone: 'good' },
  );
}

function told(reader: Reader, one: Undone['changes'][number], whole: boolean): Fact {
  const value = (said: Undone['changes'][number]['from']) => shown(reader, fieldOf(one), said, whole);
  return {
    label: label(reader, fieldOf(one)),
    value: value(one.to),
    ...(one.from === null ? {} : { was: value(one.from) }),
  };
}

/** A person's title is not a deal's. */
function fieldOf({ entity, field }: Undone['changes'][number]): string {
  return field === 'title' && (entity === 'Lead' || entity === 'Contact') ? 'position' : field;
}

/** The same change of many records is told once, with how many. */
function alike(facts: Fact[]): Fact[] {
  const same = Map.groupBy(facts, (one) => JSON.stringify(one));
  return [...same.values()].flatMap(([first, ...more]) =>
    first ? { ...first, value: more.length > 0 ? `${first.value} × ${more.length + 1}` : first.value } : [],
  );
}

export function undoButton(reader: Reader, command: number): Button {
  return reader.button(reader.t.undo, { name: 'undo', input: { command } });
}

/** Something of ours broke: an apology with an id, and nothing of the cause. */
export function faultCard(language: string, id: string): Card {
  const { fault } = wordsOf(language);
  return card(
    fault.title,
    [
      { kind: 'text', text: fault.text(id) },
      { kind: 'note', text: fault.hint },
    ],
    { tone: 'bad' },
  );
}

export function plainCard(title: string, text = ''): Card {
  return card(title, [{ kind: 'text', text }]);
}

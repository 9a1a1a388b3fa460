import { describe } from '../cards/describe.ts';
import { plainCard } from '../cards/notices.ts';
import { type Changes, changesCard } from '../cards/several.ts';
import type { Card } from '../chat/card.ts';
import { type Ask, isDirect } from './command.ts';
import type { Outcome, Played } from './play.ts';
import { isWriting } from './writing.ts';

/** What was done of a sentence, as one card of changes. */
export function told(ask: Ask, { played, back }: Outcome): Card {
  const { reader } = ask;
  const { t } = reader;
  const seen = isDirect(ask.conversation);
  const keys = new Set(played.flatMap((one) => one.subject?.key ?? []));
  const name = keys.size === 1 ? (played.find((one) => one.subject)?.subject?.label ?? null) : null;
  const subject = (one: { label: string } | null | undefined) => (name === null ? (one?.label ?? null) : null);
  const writes = played.filter(({ part }) => isWriting(part));
  const same = writes.filter((one) => one.changes.length === 0);
  const changes: Changes = {
    name,
    group: ask.commandId,
    same: same.map(({ part }) => describe(reader, part)),
    done: writes
      .filter((one) => one.changes.length > 0)
      .map((one) => ({
        intent: one.part.name,
        commandId: one.commandId,
        changes: one.changes,
        currency: one.subject?.currency,
        title: one.answer.card.title,
        whole: seen,
        subject: subject(one.subject),
        notes: notesOf(one),
      })),
  };
  if (changes.done.length === 0 && !back) return plainCard(t.several.nothing);
  if (!back) return changesCard(reader, changes);
  const instead = back.was.map((one, at) => ({
    ...one,
    currency: back.subjects[at]?.currency,
    title: t.describe.other,
    whole: seen,
    subject: subject(back.subjects[at]),
  }));
  return changesCard(reader, { ...changes, instead });
}

/** What a card warns of; why a lead is graded so is no warning. */
function notesOf({ answer, part }: Played): string[] {
  if (part.name === 'lead.create') return [];
  return answer.card.blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : []));
}

import type { Intent } from '../intents.ts';
import { type Subject, subjectOfChanges } from '../sales/about.ts';
import type { Change } from '../sales/change.ts';
import { Refusal } from '../sales/refusal.ts';
import { rehearse } from '../sales/rehearse.ts';
import { type Undone, undo } from '../sales/undo.ts';
import { type Answer, type Ask, type Commands, run } from './command.ts';
import { inOrder, isPlanned } from './order.ts';
import { isWriting } from './writing.ts';

/** One thing of a sentence as it was decided. */
export interface Played {
  commandId: number;
  part: Intent;
  answer: Answer;
  changes: Change[];
  subject: Subject | null;
}

export interface Outcome {
  /** In the order they were said. */
  played: Played[];
  /** What was taken back first. */
  back: (Undone & { commandId: number; subjects: (Subject | null)[] }) | null;
  /** The one that asks something before it can be done: then nothing is done. */
  held: { at: number; answer: Answer } | null;
}

/** About how many ids one thing takes. */
const idsEach = 6;

/**
 * Decides the things of a sentence one after the other, each on what the ones before would leave, and first takes back the
 * command in the place of which they are. Writes nothing. A Refusal tells which of them it is about.
 */
export function play(ask: Ask, commands: Commands, parts: Intent[], instead: number | null): Promise<Outcome> {
  return rehearse(ask, (parts.length + 2) * idsEach, async (stage) => {
    const scene: Ask = { ...ask, ...stage.context };
    const back = instead === null ? null : await takeBack(scene, instead);
    if (back) await stage.apply(back.plan.changes);
    const played: Played[] = [];
    for (const at of inOrder(parts)) {
      const part = parts[at] as Intent;
      const commandId = await scene.ids.next();
      const answer = await one({ ...scene, commandId, planned: isPlanned(part, parts) }, commands, part, at);
      if (answer.asks || (isWriting(part) && !answer.plan)) return { played: [], back, held: { at, answer } };
      const changes = answer.plan?.changes ?? [];
      await stage.apply(changes);
      played[at] = { commandId, part, answer, changes, subject: null };
    }
    for (const each of played) each.subject = await subjectOfChanges(scene, each.changes);
    return { played, back, held: null };
  });
}

async function one(ask: Ask, commands: Commands, part: Intent, at: number): Promise<Answer> {
  try {
    return await run(commands, ask, part);
  } catch (error) {
    if (error instanceof Refusal) error.part = at;
    throw error;
  }
}

async function takeBack(ask: Ask, command: number): Promise<NonNullable<Outcome['back']>> {
  try {
    const undone = await undo(ask, { command }, { strict: true });
    const subjects: (Subject | null)[] = [];
    for (const { changes } of undone.was) subjects.push(await subjectOfChanges(ask, changes));
    return { ...undone, commandId: await ask.ids.next(), subjects };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'too-late-to-undo') throw error;
    throw new Refusal('too-late-to-amend', error.details as { minutes: number });
  }
}

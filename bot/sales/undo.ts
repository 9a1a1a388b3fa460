import type { Command } from '../../prisma/generated/client.ts';
import type { Input } from '../intents.ts';
import type { Change, Entity, Part, Plan, Value } from './change.ts';
import type { Context } from './context.ts';
import { Refusal } from './refusal.ts';
import { merged } from './several.ts';
import { hangingOn } from './undo/hanging.ts';
import { refuseIfChanged, refuseWithoutRight } from './undo/later.ts';
import { type Reversed, reverse } from './undo/reverse.ts';
import { changesOf, isBookkeeping, isOf, readWritten } from './undo/rows.ts';
import { findTarget, type Place, type Target, withDependents } from './undo/target.ts';
import { journalRows } from './write.ts';

/** How long a command can be taken back, in minutes. */
export const undoMinutes = 10;

export interface Undone {
  intent: string;
  /** The sentence it was said in, when that said several things. */
  group: number | null;
  /** The commands that are taken back whole. */
  commands: number[];
  /** Field by field what it was (`from`) and is again. */
  changes: { entity: Entity; id: number; field: string; from: Value; to: Value }[];
  removed: { entity: Entity; id: number }[];
  /** What it had changed, command by command. */
  was: { intent: string; changes: Change[] }[];
  plan: Plan;
}

/**
 * Takes back the person's last command, the one named, or with `only` one field of it, unless that was changed since.
 * `strict`: also not when they added something to what it made, which would go with it. `within`: the last one of this talk.
 */
export async function undo(
  context: Context,
  input: Input<'undo'>,
  { strict = false, within = null }: { strict?: boolean; within?: Place | null } = {},
): Promise<Undone> {
  const target = await findTarget(context, input.command, within);
  if (!target) throw new Refusal('nothing-to-undo', {});
  const { command } = target;
  if (context.now.getTime() - command.at.getTime() > undoMinutes * 60_000)
    throw new Refusal('too-late-to-undo', { minutes: undoMinutes });
  const written = await readWritten(context, target);
  const { only } = input;
  const members = only === undefined ? withDependents(target, written.rows) : target.members;
  const ids = new Set(members.map((one) => one.id));
  const theirs = written.rows.filter((row) => ids.has(row.commandId));
  const made = new Set(theirs.filter((row) => row.seq === 1).map((row) => row.entityId));
  const meant = theirs.filter((row) => only === undefined || isOf(only, row, made.has(row.entityId)));
  const rows = meant.filter((row) => !written.isOff(row));
  if (only !== undefined && rows.length === 0)
    throw meant.length > 0 ? new Refusal('already-done', { what: '' }) : new Refusal('nothing-to-undo', {});
  const rest = theirs.filter((row) => !written.isOff(row) && !meant.includes(row) && !isBookkeeping(row));
  const whole = only === undefined || rest.length === 0;
  const taken = whole ? theirs.filter((row) => !written.isOff(row)) : rows;

  await refuseIfChanged(context, { rows: taken, family: target.family.map((one) => one.id), strict });
  await refuseWithoutRight(context, taken);
  const along = whole ? await hangingOn(context, taken, strict) : [];
  const back = await reverse(context, written, taken, whole);
  // What else the sentence said of the field stands over it.
  if (!whole && back.length === 0) throw new Refusal('undo-changed', { by: context.by.name, field: only ?? '' });
  const all = [...back, ...along.map((change) => ({ owner: members[0]?.id ?? command.id, change }))];
  return {
    intent: command.intent,
    group: command.partOf ?? (target.family[0]?.partOf || null),
    commands: whole ? members.map((one) => one.id) : [],
    ...told(back.map(({ change }) => change)),
    was: members.map(({ id, intent }) => ({ intent, changes: changesOf(taken.filter((row) => row.commandId === id)) })),
    plan: whole
      ? await planOf(context, target, members, all)
      : { changes: back.map(({ change }) => change), trims: command.id },
  };
}

/** One command is taken back by one; a sentence by as many as it said, so that none of them can be taken back again. */
async function planOf(context: Context, target: Target, members: Command[], back: Reversed[]): Promise<Plan> {
  const changes = merged([{ changes: back.map(({ change }) => change) }]);
  const { command } = target;
  if (members.length === 1 && members[0]?.id === command.id) return { changes, undoes: command.id };
  const take = await context.ids.take(members.length);
  const parts = members.map(
    (one): Part => ({
      commandId: take(),
      intent: 'undo',
      undoes: one.id,
      changes: back.filter(({ owner }) => owner === one.id).map(({ change }) => change),
    }),
  );
  return { changes, parts, ...(command.partOf === null ? { undoes: command.id } : {}) };
}

function told(changes: Change[]): Pick<Undone, 'changes' | 'removed'> {
  // What had been called off and stands again is not removed.
  const removed = changes.filter((change) => change.fields.removedAt && change.fields.removedAt[1] !== null);
  return {
    removed: removed.map(({ entity, id }) => ({ entity, id })),
    changes: journalRows(changes.filter((change) => !removed.includes(change))).map(
      ({ entity, entityId, field, old, new: now }) => ({ entity, id: entityId, field, from: old, to: now }),
    ),
  };
}

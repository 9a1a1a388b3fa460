import type { Journal } from '../../../prisma/generated/client.ts';
import { type Context, needsRole } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { keyOf, records } from './rows.ts';

interface Taken {
  /** What is to be taken back. */
  rows: Journal[];
  /** The whole sentence's commands: they give way to each other. */
  family: number[];
  /** True: what the person did since to what was made must stay, too. */
  strict: boolean;
}

/** Refuses when a field was changed since, unless that was taken back. One's own changes to what was made go along with it. */
export async function refuseIfChanged(context: Context, { rows, family, strict }: Taken): Promise<void> {
  const { db, by } = context;
  for (const later of await standing(context, rows, family)) {
    const made = isCreation(rows, later);
    const mine = made || rows.some((row) => isSame(row, later) && row.field === later.field);
    if (!mine || (made && later.personId === by.id && !strict)) continue;
    const person = later.personId === null ? null : await db.person.findUnique({ where: { id: later.personId } });
    throw new Refusal('undo-changed', { by: person?.name ?? '', field: later.field });
  }
}

/** What was written to these records since by somebody else or in another sentence, and stands. */
async function standing({ db }: Context, rows: Journal[], family: number[]): Promise<Journal[]> {
  const since = await db.journal.findMany({
    where: {
      OR: records(rows).map(({ entity, entityId }) => ({ entity, entityId })),
      id: { gt: rows.at(-1)?.id ?? 0n },
      commandId: { notIn: family },
    },
    orderBy: { id: 'asc' },
  });
  if (since.length === 0) return [];
  const ids = [...new Set(since.map((row) => row.commandId))];
  const known = [...ids, ...family];
  const backs = await db.command.findMany({
    where: { OR: [{ undoes: { in: known } }, { trims: { in: known } }] },
    select: { id: true, undoes: true, trims: true },
  });
  const gone = new Set(backs.flatMap((one) => [one.id, ...(one.undoes === null ? [] : [one.undoes])]));
  const trims = new Map(backs.map((one) => [one.id, one.trims]));
  const trimmed = new Set(since.map((row) => keyOf(trims.get(row.commandId) ?? null, row)));
  return since.filter((row) => !gone.has(row.commandId) && !trimmed.has(keyOf(row.commandId, row)));
}

/** The team is an admin's to change, also backwards, and keeps an admin. */
export async function refuseWithoutRight(context: Context, rows: Journal[]): Promise<void> {
  await refuseIfProcessMoved(context, rows);
  const people = rows.filter((row) => row.entity === 'Person' && row.field !== 'language');
  if (people.length === 0 && !rows.some((row) => ['Team', 'Invite', 'Identity'].includes(row.entity))) return;
  needsRole(context, 'admin');
  const losing = people.filter(
    ({ seq, field, new: now }) => seq === 1 || (field === 'role' ? now === 'admin' : now === true),
  );
  const left = { role: 'admin', active: true, removedAt: null, id: { notIn: losing.map((row) => row.entityId) } };
  if (losing.length > 0 && (await context.db.person.count({ where: left })) === 0) throw new Refusal('last-admin', {});
}

/** Whether the command made the record that `later` changed: then taking it back would take the later change along. */
function isCreation(rows: Journal[], later: Journal): boolean {
  return rows.some((row) => isSame(row, later) && row.seq === 1);
}

function isSame(a: Journal, b: Journal): boolean {
  return a.entity === b.entity && a.entityId === b.entityId;
}

/** A version of the process is an admin's to take back, and only while none was made on top of it. */
async function refuseIfProcessMoved(context: Context, rows: Journal[]): Promise<void> {
  const versions = rows.filter((row) => row.entity === 'Playbook').map((row) => row.entityId);
  if (versions.length === 0) return;
  needsRole(context, 'admin');
  const where = { version: { gt: Math.max(...versions) }, removedAt: null };
  const later = await context.db.playbook.findFirst({ where, orderBy: { version: 'asc' } });
  if (!later) return;
  const person = later.personId && (await context.db.person.findUnique({ where: { id: later.personId } }));
  throw new Refusal('undo-changed', { by: person ? person.name : '', field: 'pipeline' });
}

import type { Command, Journal } from '../../prisma/generated/client.ts';
import type { Input } from '../intents.ts';
import type { Change, Entity, Plan, Value } from './change.ts';
import type { Context } from './context.ts';
import { Refusal } from './refusal.ts';

/** How long a command can be taken back, in minutes. */
export const undoMinutes = 10;

export interface Undone {
  intent: string;
  /** Field by field what it was (`old`) and is again. */
  changes: { entity: Entity; id: number; field: string; from: Value; to: Value }[];
  removed: { entity: Entity; id: number }[];
  plan: Plan;
}

/** Takes back the person's last command, or the one named, unless a field of it was changed since. */
export async function undo(context: Context, input: Input<'undo'>): Promise<Undone> {
  const { db, by, now } = context;
  const command = await target(context, input.command);
  if (!command) throw new Refusal('nothing-to-undo', {});
  if (now.getTime() - command.at.getTime() > undoMinutes * 60_000)
    throw new Refusal('too-late-to-undo', { minutes: undoMinutes });
  const rows = await db.journal.findMany({ where: { commandId: command.id }, orderBy: { id: 'asc' } });
  const since = await db.journal.findMany({
    where: {
      OR: records(rows).map(({ entity, entityId }) => ({ entity, entityId })),
      id: { gt: rows.at(-1)?.id ?? 0n },
      commandId: { not: command.id },
    },
    orderBy: { id: 'asc' },
  });
  await refuseIfChanged(context, rows, since, by.id);
  const current = await load(context, rows);
  return {
    intent: command.intent,
    ...reverse(rows, current, now),
    plan: { changes: reverse(rows, current, now).plan, undoes: command.id },
  };
}

async function target({ db, by }: Context, id: number | undefined): Promise<Command | null> {
  if (id === undefined) {
    const recent = await db.command.findMany({
      where: { personId: by.id, undoes: null },
      orderBy: { id: 'desc' },
      take: 20,
    });
    const undone = await undoneAmong(
      db,
      recent.map((one) => one.id),
    );
    return recent.find((one) => !undone.has(one.id)) ?? null;
  }
  const command = await db.command.findUnique({ where: { id } });
  if (!command || command.personId !== by.id || command.undoes !== null) return null;
  if ((await undoneAmong(db, [id])).has(id)) throw new Refusal('already-done', { what: '' });
  return command;
}

async function undoneAmong(db: Context['db'], ids: number[]): Promise<Set<number | null>> {
  return new Set(
    (await db.command.findMany({ where: { undoes: { in: ids } }, select: { undoes: true } })).map((one) => one.undoes),
  );
}

async function refuseIfChanged({ db }: Context, rows: Journal[], since: Journal[], me: number): Promise<void> {
  for (const later of since) {
    const mine = rows.find(
      (row) =>
        row.entity === later.entity &&
        row.entityId === later.entityId &&
        (row.field === later.field || isCreation(rows, later)),
    );
    if (!mine || (isCreation(rows, later) && later.personId === me)) continue;
    const person = later.personId === null ? null : await db.person.findUnique({ where: { id: later.personId } });
    throw new Refusal('undo-changed', { by: person?.name ?? '', field: later.field });
  }
}

/** Whether the command made the record that `later` changed: then taking it back would take the later change along. */
function isCreation(rows: Journal[], later: Journal): boolean {
  return rows.some((row) => row.entity === later.entity && row.entityId === later.entityId && row.seq === 1);
}

function records(rows: Journal[]): { entity: string; entityId: number; made: boolean }[] {
  const byRecord = new Map<string, { entity: string; entityId: number; made: boolean }>();
  for (const row of rows) {
    const key = `${row.entity} ${row.entityId}`;
    const made = (byRecord.get(key)?.made ?? false) || row.seq === 1;
    byRecord.set(key, { entity: row.entity, entityId: row.entityId, made });
  }
  return [...byRecord.values()];
}

const tables = new Set<string>([
  'Team',
  'Person',
  'Identity',
  'Invite',
  'Customer',
  'Contact',
  'Lead',
  'Opportunity',
  'Activity',
  'Touch',
  'Order',
]);

async function load({ db }: Context, rows: Journal[]) {
  const found = new Map<string, { version: number; facts: Record<string, Value> }>();
  for (const { entity, entityId } of records(rows)) {
    if (!tables.has(entity)) throw new Error(`the journal names an unknown table: ${entity}`);
    const [row] = await db.$queryRawUnsafe<{ version: number; facts?: Record<string, Value> }[]>(
      `SELECT * FROM "${entity}" WHERE "id" = $1`,
      entityId,
    );
    if (row) found.set(`${entity} ${entityId}`, { version: row.version, facts: row.facts ?? {} });
  }
  return found;
}

function reverse(rows: Journal[], current: Map<string, { version: number; facts: Record<string, Value> }>, now: Date) {
  const plan: Change[] = [];
  const changes: Undone['changes'] = [];
  const removed: Undone['removed'] = [];
  for (const { entity, entityId, made } of records(rows)) {
    const now_ = current.get(`${entity} ${entityId}`);
    if (!now_) continue;
    const fields: Change['fields'] = {};
    if (made) {
      fields.removedAt = [null, now];
      removed.push({ entity: entity as Entity, id: entityId });
    }
    const facts = { ...now_.facts };
    for (const row of made ? [] : rows.filter((one) => one.entity === entity && one.entityId === entityId)) {
      changes.push({
        entity: entity as Entity,
        id: entityId,
        field: row.field,
        from: row.new as Value,
        to: row.old as Value,
      });
      if (!row.field.startsWith('facts.')) fields[row.field] = [row.new as Value, row.old as Value];
      else if (row.old === null) delete facts[row.field.slice(6)];
      else facts[row.field.slice(6)] = row.old as Value;
    }
    if (JSON.stringify(facts) !== JSON.stringify(now_.facts)) fields.facts = [now_.facts, facts];
    plan.push({ entity: entity as Entity, id: entityId, version: now_.version, fields });
  }
  return { plan, changes, removed };
}

import type { Command, Journal } from '../../prisma/generated/client.ts';
import type { Input } from '../intents.ts';
import { type Change, type Entity, type Plan, update, type Value } from './change.ts';
import { type Context, needsRole } from './context.ts';
import { Refusal } from './refusal.ts';

/** Who somebody is, they do not take back. */
const never = ['join'];

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
  await refuseWithoutRight(context, rows);
  const along = await hangingOn(context, rows);
  const current = await load(context, rows);
  const { plan, ...back } = reverse(rows, current, now);
  return { intent: command.intent, ...back, plan: { changes: [...plan, ...along], undoes: command.id } };
}

async function target({ db, by }: Context, id: number | undefined): Promise<Command | null> {
  if (id === undefined) {
    const recent = await db.command.findMany({
      where: { personId: by.id, undoes: null, intent: { notIn: never } },
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
  if (!command || command.personId !== by.id || command.undoes !== null || never.includes(command.intent)) return null;
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

/** The team is an admin's to change, also backwards, and keeps an admin. */
async function refuseWithoutRight(context: Context, rows: Journal[]): Promise<void> {
  const people = rows.filter((row) => row.entity === 'Person' && row.field !== 'language');
  if (people.length === 0 && !rows.some((row) => ['Team', 'Invite', 'Identity'].includes(row.entity))) return;
  needsRole(context, 'admin');
  const losing = people.filter(
    ({ seq, field, new: now }) => seq === 1 || (field === 'role' ? now === 'admin' : now === true),
  );
  const left = { role: 'admin', active: true, removedAt: null, id: { notIn: losing.map((row) => row.entityId) } };
  if (losing.length > 0 && (await context.db.person.count({ where: left })) === 0) throw new Refusal('last-admin', {});
}

/** How a refusal names what hangs on a record. */
const hanging = {
  Opportunity: 'stage',
  Contact: 'contact',
  Order: 'amount',
  Activity: 'lastTouchAt',
  Touch: 'nextStep',
};

/**
 * What later commands made for a record that this one made: the person's own notes and plans (and what jobs planned) go
 * with it; for anything else it stays.
 */
async function hangingOn({ db, by, now }: Context, rows: Journal[]): Promise<Change[]> {
  const made = (entity: Entity) =>
    rows.filter((row) => row.entity === entity && row.seq === 1).map((row) => row.entityId);
  const [deals, customers, leads] = [made('Opportunity'), made('Customer'), made('Lead')];
  if (deals.length + customers.length + leads.length === 0) return [];
  const others = (entity: Entity) => {
    const known = rows.filter((row) => row.entity === entity).map((row) => row.entityId);
    return { removedAt: null, id: { notIn: known } };
  };
  const [customerId, leadId] = [{ in: customers }, { in: leads }];
  const OR = [{ opportunityId: { in: deals } }, { customerId }, { leadId }];
  const [opened, contacts, orders, activities, touches] = await Promise.all([
    db.opportunity.findMany({ where: { ...others('Opportunity'), OR: [{ customerId }, { leadId }] }, take: 1 }),
    db.contact.findMany({ where: { ...others('Contact'), customerId }, take: 1 }),
    db.order.findMany({ where: { ...others('Order'), customerId }, take: 1 }),
    db.activity.findMany({ where: { ...others('Activity'), OR } }),
    db.touch.findMany({ where: { ...others('Touch'), OR } }),
  ]);
  const of = <T extends object>(entity: keyof typeof hanging, list: T[]) => list.map((row) => ({ entity, row }));
  const notes = [...of('Activity', activities), ...of('Touch', touches)];
  const all = [...of('Opportunity', opened), ...of('Contact', contacts), ...of('Order', orders), ...notes];
  const makers = await db.journal.findMany({
    where: { seq: 1, OR: all.map(({ entity, row }) => ({ entity, entityId: row.id })) },
  });
  for (const { entity, row } of all) {
    const maker = makers.find((one) => one.entity === entity && one.entityId === row.id)?.personId ?? null;
    if ((entity === 'Activity' || entity === 'Touch') && (maker === null || maker === by.id)) continue;
    const person = maker === null ? null : await db.person.findUnique({ where: { id: maker } });
    throw new Refusal('undo-changed', { by: person?.name ?? '', field: hanging[entity] });
  }
  return notes.flatMap(({ entity, row }) => update(entity, row, { removedAt: now }) ?? []);
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

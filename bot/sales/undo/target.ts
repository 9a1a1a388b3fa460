import type { Command, Journal } from '../../../prisma/generated/client.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';

/** Who somebody is, they do not take back; nor a taking back. */
const never = ['join', 'undo'];
/** What left the bot stays where it went; what else was said with it goes back. */
const sent = ['phones.export'];

/** What is to be taken back, and what was said in one sentence with it. */
export interface Target {
  /** The one that was named: the sentence, or one thing of it. */
  command: Command;
  /** All that the sentence said; the command itself when it said one thing. In the order they were done. */
  family: Command[];
  /** Those of the family that are not taken back yet. */
  live: Command[];
  /** Those to take back. */
  members: Command[];
}

/** A talk: in one that others read along, what was said elsewhere stays there. */
export interface Place {
  platform: string;
  conversation: string;
}

/** The command named, or the person's last one (`within` a talk) that is not taken back. Null when there is none. */
export async function findTarget(
  context: Context,
  id: number | undefined,
  within: Place | null,
): Promise<Target | null> {
  return id === undefined ? await last(context, within) : await named(context, id);
}

async function last({ db, by }: Context, within: Place | null): Promise<Target | null> {
  const all = await db.command.findMany({
    where: {
      personId: by.id,
      undoes: null,
      partOf: null,
      intent: { notIn: never },
    },
    orderBy: { id: 'desc' },
    take: 20,
  });
  const recent = within ? await saidIn(db, within, all) : all;
  // Instances take a command's number in blocks, and a demo moves the clock: what was said last is what came in last.
  recent.sort((a, b) => (b.inboxId ?? 0) - (a.inboxId ?? 0) || b.id - a.id);
  const ids = recent.map((one) => one.id);
  const parts = await db.command.findMany({ where: { partOf: { in: ids }, undoes: null }, orderBy: { id: 'asc' } });
  const back = await takenBack(db, [...ids, ...parts.map((one) => one.id)]);
  for (const command of recent) {
    const found = targetOf(command, own(command, parts), back);
    if (found.members.length > 0 && !back.has(command.id)) return refuseSent(found);
  }
  return null;
}

async function saidIn(db: Context['db'], within: Place, commands: Command[]): Promise<Command[]> {
  const ids = commands.flatMap((one) => one.inboxId ?? []);
  const here = await db.inbox.findMany({ where: { ...within, id: { in: ids } }, select: { id: true } });
  const known = new Set(here.map((one) => one.id));
  return commands.filter((one) => one.inboxId !== null && known.has(one.inboxId));
}

async function named({ db, by }: Context, id: number): Promise<Target | null> {
  const command = await db.command.findUnique({ where: { id } });
  if (!command || command.personId !== by.id || command.undoes !== null || never.includes(command.intent)) return null;
  const parts = await db.command.findMany({
    where: { partOf: command.partOf ?? command.id, undoes: null },
    orderBy: { id: 'asc' },
  });
  const family = command.partOf === null ? own(command, parts) : parts;
  const back = await takenBack(db, [id, ...family.map((one) => one.id)]);
  const found = targetOf(command, family, back);
  if (back.has(id) || found.members.length === 0) throw new Refusal('already-done', { what: '' });
  return refuseSent(found);
}

function own(command: Command, parts: Command[]): Command[] {
  const mine = parts.filter((one) => one.partOf === command.id);
  return mine.length > 0 ? mine : [command];
}

function targetOf(command: Command, family: Command[], back: Set<number | null>): Target {
  const live = family.filter((one) => !back.has(one.id));
  return {
    command,
    family,
    live,
    members: command.partOf === null ? live : live.filter((one) => one.id === command.id),
  };
}

function refuseSent(target: Target): Target {
  const members = target.members.filter((one) => !sent.includes(one.intent));
  if (members.length === 0) throw new Refusal('sent-already', {});
  return { ...target, members };
}

async function takenBack(db: Context['db'], ids: number[]): Promise<Set<number | null>> {
  const undoes = await db.command.findMany({ where: { undoes: { in: ids } }, select: { undoes: true } });
  return new Set(undoes.map((one) => one.undoes));
}

const links = ['customerId', 'opportunityId', 'leadId'];

/** The things of the sentence that cannot stand without the members: they changed or belong to what those made. */
export function withDependents({ live, members }: Target, rows: Journal[]): Command[] {
  const going = new Set(members.map((one) => one.id));
  for (let before = 0; before < going.size; ) {
    before = going.size;
    const made = new Set(rows.filter((row) => row.seq === 1 && going.has(row.commandId)).map((row) => row.entityId));
    for (const row of rows) {
      const hangs = made.has(row.entityId) || (links.includes(row.field) && made.has(row.new as number));
      if (hangs && live.some((one) => one.id === row.commandId)) going.add(row.commandId);
    }
  }
  return live.filter((one) => going.has(one.id));
}

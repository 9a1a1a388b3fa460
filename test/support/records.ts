import { contextOf } from '../../bot/answer.ts';
import { readerOf } from '../../bot/cards/reader.ts';
import { type Answer, run } from '../../bot/commands/command.ts';
import { commands } from '../../bot/commands/index.ts';
import { companyKey } from '../../bot/insight/same.ts';
import type { Intent } from '../../bot/intents.ts';
import type { Office, Someone } from './office.ts';

const day = 86_400_000;

/** Made by a command, as all records are: without its row in the journal, undo would take the first change for the making. */
async function made(office: Office, entity: string, entityId: number): Promise<number> {
  const { db, ids } = office.bot.app;
  const [commandId, at] = [await ids.next(), office.clock.now()];
  await db.command.create({ data: { id: commandId, intent: 'test', via: 'test', at } });
  await db.journal.create({ data: { commandId, entity, entityId, field: 'id', new: entityId, via: 'test', at } });
  return entityId;
}

export async function customer(office: Office, owner: Someone, name: string): Promise<number> {
  return made(office, 'Customer', await office.customer(name, owner));
}

/** Somebody at a customer. */
export async function contact(office: Office, customerId: number, name: string, more: Record<string, unknown> = {}) {
  const id = await office.bot.app.ids.next();
  await office.bot.app.db.contact.create({ data: { id, customerId, name, createdAt: office.clock.now(), ...more } });
  return made(office, 'Contact', id);
}

/** An open lead, written straight into the database; `silent` days since anybody touched it. */
export async function lead(
  office: Office,
  owner: Someone,
  company: string,
  { silent = 0, ...more }: { silent?: number } & Record<string, unknown> = {},
): Promise<number> {
  const id = await office.bot.app.ids.next();
  const now = office.clock.now().getTime();
  const at = new Date(now - silent * day);
  await office.bot.app.db.lead.create({
    data: {
      id,
      company,
      companyKey: companyKey(company),
      grade: 'C',
      status: 'working',
      playbookVersion: 1,
      ownerId: owner.id,
      createdById: owner.id,
      createdAt: new Date(at.getTime() - 90 * day),
      lastTouchAt: at,
      ...more,
    },
  });
  return made(office, 'Lead', id);
}

/** An open deal of a customer. */
export async function deal(
  office: Office,
  owner: Someone,
  customerId: number,
  title: string,
  more: Record<string, unknown> = {},
): Promise<number> {
  const id = await office.bot.app.ids.next();
  const now = office.clock.now();
  await office.bot.app.db.opportunity.create({
    data: {
      id,
      title,
      customerId,
      ownerId: owner.id,
      pipeline: 'standard',
      stage: 'need',
      stageAt: now,
      createdAt: now,
      ...more,
    },
  });
  return made(office, 'Opportunity', id);
}

/** Something open to do. */
export async function touch(
  office: Office,
  owner: Someone,
  about: { customerId?: number; opportunityId?: number; leadId?: number },
  more: Record<string, unknown> = {},
): Promise<number> {
  const id = await office.bot.app.ids.next();
  const now = office.clock.now();
  await office.bot.app.db.touch.create({
    data: {
      id,
      ownerId: owner.id,
      ...about,
      what: '回电',
      origin: 'promise',
      dueAt: new Date(now.getTime() + day),
      wallTime: '2026-11-13 10:00',
      zone: 'Asia/Shanghai',
      createdAt: now,
      ...more,
    },
  });
  return made(office, 'Touch', id);
}

/** What an intent of somebody is answered with, decided and not written: also what its card asks to be confirmed. */
export async function answerTo(
  office: Office,
  who: Someone,
  intent: Intent,
  { conversation = '@somebody', planned = false } = {},
): Promise<Answer> {
  const { app } = office.bot;
  const now = office.clock.now();
  const by = await app.db.person.findUniqueOrThrow({ where: { id: who.id } });
  const place = { platform: office.surface.name, conversation, sender: 'somebody', senderName: undefined };
  const reader = readerOf(by, now, app.playbook);
  const ask = { ...contextOf(app, by, now), ...place, reader, commandId: await app.ids.next(), about: {}, planned };
  return run(commands, ask, intent);
}

import type { Person } from '../../../prisma/generated/client.ts';
import type { Input } from '../../intents.ts';
import { type Change, create, type Plan, update } from '../change.ts';
import { type Context, needsRole } from '../context.ts';
import { findPerson } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { codeDays, codeHash } from './codes.ts';

/** Makes a colleague and the one-time code by which they say who they are. Admins only. */
export async function invite(
  context: Context,
  input: Input<'people.invite'>,
  code: string,
): Promise<{ person: Person; plan: Plan }> {
  needsRole(context, 'admin');
  const take = await context.ids.take(3);
  const team = input.team ? await teamOf(context, input.team, take) : null;
  const { now, by } = context;
  const person = {
    id: take(),
    name: input.name,
    role: input.role ?? 'rep',
    teamId: team?.id ?? by.teamId,
    language: input.language ?? (/\p{Script=Han}/u.test(input.name) ? 'zh' : 'en'),
    zone: by.zone,
    currency: by.currency,
    workStart: by.workStart,
    workEnd: by.workEnd,
    active: true,
    createdAt: now,
  };
  const { id, ...values } = person;
  const changes = [
    ...(team?.made ? [team.made] : []),
    create('Person', id, values),
    create('Invite', take(), {
      codeHash: codeHash(code),
      personId: id,
      expiresAt: new Date(now.getTime() + codeDays * 86_400_000),
    }),
  ];
  return { person: { ...person, version: 1, removedAt: null }, plan: { changes } };
}

/** Changes a colleague's role, team, language or whether they are still here. Admins only; the last admin stays one. */
export async function changePerson(
  context: Context,
  input: Input<'people.change'>,
): Promise<{ person: Person; change: Change | null; plan: Plan }> {
  needsRole(context, 'admin');
  const person = await findPerson(context, input.person);
  const stepsDown = person.role === 'admin' && ((input.role && input.role !== 'admin') || input.active === false);
  if (stepsDown && (await context.db.person.count({ where: { role: 'admin', active: true, removedAt: null } })) <= 1) {
    throw new Refusal('last-admin', {});
  }
  const take = await context.ids.take(1);
  const team = input.team ? await teamOf(context, input.team, take) : null;
  const change = update('Person', person, {
    role: input.role,
    teamId: team?.id,
    language: input.language,
    active: input.active,
  });
  return { person, change, plan: { changes: [...(team?.made ? [team.made] : []), ...(change ? [change] : [])] } };
}

/** Says which platform user a colleague is. Admins only. */
export async function mapIdentity(
  context: Context,
  input: Input<'people.map'>,
): Promise<{ person: Person; plan: Plan }> {
  needsRole(context, 'admin');
  const person = await findPerson(context, input.person);
  return { person, plan: { changes: await identity(context, input.platform, input.id, person.id) } };
}

/** Everybody, by team. */
export async function listPeople(context: Context): Promise<{ person: Person; team: string | null; on: string[] }[]> {
  const people = await context.db.person.findMany({
    where: { removedAt: null },
    include: { team: true, identities: { where: { removedAt: null } } },
    orderBy: [{ teamId: 'asc' }, { id: 'asc' }],
  });
  return people.map(({ team, identities, ...person }) => ({
    person,
    team: team?.name ?? null,
    on: identities.map((one) => one.platform),
  }));
}

/** A person's own language. */
export function changeLanguage(context: Context, input: Input<'language'>): Plan {
  const change = update('Person', context.by, { language: input.language });
  return { changes: change ? [change] : [] };
}

/** The platform user becomes this person's identity; taken by another person, it is refused. */
export async function identity(
  context: Omit<Context, 'by'>,
  platform: string,
  userId: string,
  personId: number,
): Promise<Change[]> {
  const there = await context.db.identity.findUnique({
    where: { platform_userId: { platform, userId } },
    include: { person: true },
  });
  if (there && there.removedAt === null && there.personId !== personId && there.person.removedAt === null) {
    throw new Refusal('identity-taken', { name: there.person.name });
  }
  if (there) {
    const change = update('Identity', there, { personId, removedAt: null });
    return change ? [change] : [];
  }
  return [create('Identity', (await context.ids.take(1))(), { platform, userId, personId, seenAt: context.now })];
}

/** The team of that name, made when the admin names a new one. */
async function teamOf(
  context: Context,
  name: string,
  take: () => number,
): Promise<{ id: number; made: Change | null }> {
  const teams = await context.db.team.findMany();
  const there = teams.find((team) => team.name.toLowerCase() === name.trim().toLowerCase());
  if (there) return { id: there.id, made: update('Team', there, { removedAt: null }) };
  const id = take();
  return { id, made: create('Team', id, { name: name.trim() }) };
}

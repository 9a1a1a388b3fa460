import type { Person } from '../../../prisma/generated/client.ts';
import { type Change, type Plan, update } from '../change.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { codeHash } from './codes.ts';
import { identity } from './people.ts';

export interface Who {
  platform: string;
  userId: string;
  name?: string | undefined;
}

/** A platform user says a one-time code and is the invited person from now on. The code serves once. */
export async function join(
  context: Omit<Context, 'by'>,
  who: Who,
  code: string,
): Promise<{ person: Person; plan: Plan }> {
  const invite = await context.db.invite.findUnique({ where: { codeHash: codeHash(code) } });
  const good = invite && invite.usedAt === null && invite.removedAt === null && invite.expiresAt > context.now;
  if (!good) throw new Refusal('unknown-code', {});
  const person = await context.db.person.findFirst({ where: { id: invite.personId, active: true, removedAt: null } });
  if (!person) throw new Refusal('unknown-code', {});
  const changes: (Change | null)[] = [
    update('Invite', invite, { usedAt: context.now }),
    ...(await identity(context, who.platform, who.userId, person.id)),
    person.name === firstAdminName && who.name ? update('Person', person, { name: who.name }) : null,
  ];
  return {
    person: { ...person, name: person.name === firstAdminName && who.name ? who.name : person.name },
    plan: { changes: changes.filter((one) => one !== null) },
  };
}

/** The first admin's name until they say who they are. */
export const firstAdminName = 'Admin';

import { create, update } from '../change.ts';
import type { Context } from '../context.ts';
import { codeDays, codeHash, newCode } from './codes.ts';
import { firstAdminName } from './join.ts';

/**
 * When no admin can be reached on any of these platforms: makes the first admin (or takes the one there is) and a fresh
 * code for them. Returns the code and what to write; null when an admin is there.
 */
export async function firstAdmin(
  context: Omit<Context, 'by'>,
  platforms: string[],
  zone: string,
  language: 'zh' | 'en' = 'zh',
) {
  const { db, now } = context;
  const reached = await db.identity.count({
    where: { removedAt: null, platform: { in: platforms }, person: { role: 'admin', active: true, removedAt: null } },
  });
  if (reached > 0) return null;
  const code = newCode();
  const there = await db.person.findFirst({
    where: { role: 'admin', active: true, removedAt: null },
    orderBy: { id: 'asc' },
  });
  const take = await context.ids.take(2);
  const personId = there?.id ?? take();
  const made = create('Person', personId, {
    name: firstAdminName,
    role: 'admin',
    language,
    zone,
    workStart: '09:00',
    workEnd: '18:00',
    active: true,
    createdAt: now,
  });
  const old = await db.invite.findMany({ where: { personId, usedAt: null, removedAt: null } });
  const invite = create('Invite', take(), {
    codeHash: codeHash(code),
    personId,
    expiresAt: new Date(now.getTime() + codeDays * 86_400_000),
  });
  const closed = old.map((one) => update('Invite', one, { removedAt: now })).filter((one) => one !== null);
  return { code, plan: { changes: [...(there ? [] : [made]), ...closed, invite] } };
}

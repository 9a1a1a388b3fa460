import type { PrismaClient } from '../../prisma/generated/client.ts';

/** Where a person is reached: of the platforms that run, the one where they were last; null when nowhere. */
export async function reach(
  { db, platforms }: { db: PrismaClient; platforms: string[] },
  personId: number,
): Promise<{ platform: string; conversation: string } | null> {
  const identity = await db.identity.findFirst({
    where: { personId, removedAt: null, platform: { in: platforms } },
    orderBy: { seenAt: 'desc' },
  });
  return identity && { platform: identity.platform, conversation: `@${identity.userId}` };
}

import type { PrismaClient } from '../../prisma/generated/client.ts';

/** Whether a platform lets a message that was sent be shown anew in its place; DingTalk's stay as they are. */
export function showsAnew(platform: string): boolean {
  return platform !== 'dingtalk';
}

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

import type { Context } from '../context.ts';
import { numbered } from '../find.ts';
import { Refusal } from '../refusal.ts';

/** A track by the playbook's key or by the number of the team's own, as its title is read by the asker. */
export async function findTrack({ db, playbook, by }: Context, key: string): Promise<{ key: string; title: string }> {
  const house = playbook.talkTracks.find((one) => one.key === key);
  if (house) return { key, title: house.title[by.language === 'en' ? 'en' : 'zh'] };
  const id = numbered(key);
  const own = id === null ? null : await db.talkTrack.findFirst({ where: { id, removedAt: null } });
  if (!own) throw new Refusal('not-found', { what: 'track', name: key });
  return { key, title: own.words };
}

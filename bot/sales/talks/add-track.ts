import type { Person, TalkTrack } from '../../../prisma/generated/client.ts';
import type { Input } from '../../intents.ts';
import { asksForDecision } from '../../playbook/check.ts';
import type { Named } from '../../playbook/schema.ts';
import { findObjection } from '../../playbook/words.ts';
import { create, type Plan, update } from '../change.ts';
import { type Context, needsRole } from '../context.ts';
import { numbered } from '../find.ts';
import { Refusal } from '../refusal.ts';

export interface Proposed {
  id: number;
  objection: Named;
  words: string;
  /** Who is to decide; null when it stands already. */
  decider: Person | null;
  plan: Plan;
}

/**
 * Adds words of one's own for an objection. A manager's stand at once; a rep's wait for a manager of the team, else an admin.
 * Refuses the banned question (「切忌直接问“有没有决定”」), and what nobody could let stand.
 */
export async function addTrack(context: Context, input: Input<'talk.add'>): Promise<Proposed> {
  const { playbook, by, now } = context;
  const objection = findObjection(playbook, input.objection);
  if (!objection) {
    const names = playbook.objections.map((one) => one.name[by.language === 'en' ? 'en' : 'zh']);
    throw new Refusal('unknown-objection', { said: input.objection, objections: names });
  }
  if (asksForDecision(input.words)) throw new Refusal('banned-question', { said: input.words });
  const stands = by.role !== 'rep';
  const decider = stands ? null : await deciderFor(context);
  if (!stands && !decider) throw new Refusal('nobody-decides', {});
  const take = await context.ids.take(1);
  const id = take();
  const track = create('TalkTrack', id, {
    objection: objection.key,
    words: input.words,
    authorId: by.id,
    state: stands ? 'approved' : 'proposed',
    decidedBy: stands ? by.id : null,
    createdAt: now,
  });
  return { id, objection, words: input.words, decider, plan: { changes: [track] } };
}

async function deciderFor({ db, by }: Context): Promise<Person | null> {
  const active = { active: true, removedAt: null };
  const manager =
    by.teamId === null
      ? null
      : await db.person.findFirst({ where: { ...active, role: 'manager', teamId: by.teamId }, orderBy: { id: 'asc' } });
  return manager ?? db.person.findFirst({ where: { ...active, role: 'admin' }, orderBy: { id: 'asc' } });
}

export interface Decided {
  track: TalkTrack;
  author: Person;
  yes: boolean;
  plan: Plan;
}

/** A manager lets a colleague's words stand, or not. Of two who decide, the first one has. */
export async function decideTrack(context: Context, input: Input<'talk.decide'>): Promise<Decided> {
  needsRole(context, 'manager');
  const { db, by } = context;
  const track = await db.talkTrack.findFirst({ where: { id: numbered(input.track) ?? 0, removedAt: null } });
  if (!track) throw new Refusal('not-found', { what: 'track', name: input.track });
  if (track.state !== 'proposed') throw new Refusal('already-done', { what: track.words });
  const author = await db.person.findUniqueOrThrow({ where: { id: track.authorId } });
  if (by.role === 'manager' && author.teamId !== by.teamId) throw new Refusal('not-yours', { owner: author.name });
  const change = update('TalkTrack', track, { state: input.yes ? 'approved' : 'rejected', decidedBy: by.id });
  return { track, author, yes: input.yes, plan: { changes: change ? [change] : [] } };
}

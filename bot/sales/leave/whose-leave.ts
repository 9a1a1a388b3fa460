import type { Person } from '../../../prisma/generated/client.ts';
import type { Context } from '../context.ts';
import { escapeLike, findPerson } from '../find.ts';
import { Refusal } from '../refusal.ts';

/** Whose leave it is: one's own, or that of somebody of one's people (manager) or of anybody (admin). */
export async function whoseLeave(context: Context, ref: string | undefined): Promise<Person> {
  const { by } = context;
  if (ref === undefined) return by;
  const person = await colleague(context, ref);
  const theirs = by.role === 'manager' && person.teamId !== null && person.teamId === by.teamId;
  if (person.id !== by.id && by.role !== 'admin' && !theirs) throw new Refusal('not-your-leave', { name: person.name });
  return person;
}

/** A colleague as people call one: by name, or by surname (小王, 老李, 王哥) when that is one person of the team. */
export async function colleague(context: Context, ref: string): Promise<Person> {
  try {
    return await findPerson(context, ref);
  } catch (error) {
    const surname = /^[小老阿](\p{Script=Han})$|^(\p{Script=Han})(?:哥|姐|工)$/u.exec(ref.trim());
    const said = surname?.[1] ?? surname?.[2];
    if (!said || !(error instanceof Refusal) || error.code !== 'not-found') throw error;
    const { db, by } = context;
    const people = await db.person.findMany({
      where: { name: { startsWith: escapeLike(said) }, active: true, removedAt: null, id: { not: by.id } },
      take: 6,
      orderBy: { id: 'asc' },
    });
    const near = people.filter((one) => one.teamId === by.teamId);
    const [one, ...others] = near.length > 0 ? near : people;
    if (!one) throw error;
    if (others.length === 0) return one;
    const options = [one, ...others].map(({ id, name }) => ({ id, kind: 'person', label: name }));
    throw new Refusal('ambiguous', { what: 'person', name: ref, options });
  }
}

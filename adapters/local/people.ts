import type { Language, LocalOptions, LocalPerson, Offer, Role } from './options.ts';
import { ownCommands, ownStarters } from './starters.ts';

/** Somebody to be on the page; a newcomer is nobody's yet, and has no role. */
export interface Face extends Omit<LocalPerson, 'role'> {
  role: Role | 'newcomer';
}

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The first newcomer's id that nobody has joined as. */
export function newcomer(people: LocalPerson[], language: Language): Face {
  const taken = new Set(people.map((person) => person.id));
  let id = 'newcomer';
  for (let nth = 2; taken.has(id); nth++) id = `newcomer-${nth}`;
  return { id, name: '', role: 'newcomer', language, zone: people[0]?.zone ?? ownZone };
}

/** Everybody the page can be, the newcomer last. */
export async function faces({ people, language = 'zh' }: LocalOptions): Promise<Face[]> {
  const known = await people();
  return [...known, newcomer(known, language)];
}

/** Who an id is: somebody known, or else a stranger with that id. */
export async function face(options: LocalOptions, id: string): Promise<Face> {
  const all = await faces(options);
  return all.find((one) => one.id === id) ?? { ...(all.at(-1) as Face), id };
}

/** What the page offers to say, by role and language. */
export function offers({ starters = ownStarters, commands = ownCommands }: LocalOptions) {
  const roles = ['rep', 'manager', 'admin', 'newcomer'] as const;
  const of = (language: Language) => ({
    starters: Object.fromEntries(roles.map((role): [string, Offer[]] => [role, starters(role, language)])),
    commands: commands(language),
  });
  return { zh: of('zh'), en: of('en') };
}

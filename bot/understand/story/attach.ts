import type { Context, Found } from '../context.ts';
import { speaker } from '../who.ts';
import { findObjection, findOutcome } from './outcomes.ts';
import type { Telling } from './telling.ts';
import { came } from './touch.ts';

/** The visit told of already that a clause begins with the name of: 新科沈总嫌贵 after 上午跑了新科和四海. */
export function toldOf(said: string, told: Telling, context: Context): Found | null {
  const all = told.parts.filter(({ name, input }) => name === 'activity.log' && typeof input.who === 'string');
  const known = context.names?.find(said)[0];
  const id = known?.start === 0 && known.kind !== 'contact' ? known.ids?.[0] : undefined;
  const first = /^[A-Z][\w&']{3,}/.exec(said)?.[0];
  return (
    all.find(({ input }) => said.toLowerCase().startsWith((input.who as string).toLowerCase())) ??
    all.find(({ input: { who } }) => id !== undefined && context.names?.find(who as string)[0]?.ids?.includes(id)) ??
    all.find(({ input: { who } }) => first !== undefined && (who as string).startsWith(`${first} `)) ??
    null
  );
}

/** What came of a visit, told after it. False when the words tell nothing of the kind. */
export function attach(said: string, visit: Found, context: Context): boolean {
  const outcome = findOutcome(said);
  const objection = findObjection(said, context);
  if (!outcome && !objection) return false;
  const { input } = visit;
  const told = came(outcome, objection);
  if (input.outcome === 'reached' && told.outcome) input.outcome = told.outcome;
  // Tried them, got through: what was tried came to something.
  if (input.outcome === 'silent' && outcome?.value === 'reached') input.outcome = 'reached';
  if (told.objection && input.outcome === 'negative') delete input.outcome;
  if (input.objection && told.outcome === 'negative') delete told.outcome;
  for (const [key, value] of Object.entries(told)) input[key] ??= value;
  const who =
    typeof input.who === 'string' && said.toLowerCase().startsWith(input.who.toLowerCase())
      ? said.slice(input.who.length)
      : said;
  spoke(who, visit, context);
  return true;
}

/** Who speaks in a clause about a visit was met there. */
export function spoke(said: string, visit: Found, context: Context): void {
  const person = speaker(said, context);
  const met = (visit.input.contacts as string[] | undefined) ?? [];
  if (person === null || person === visit.input.who || met.some((one) => one.includes(person) || person.includes(one)))
    return;
  visit.input.contacts = [...met, person].slice(0, 10);
}

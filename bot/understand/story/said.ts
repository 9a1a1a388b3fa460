import type { Context, Found } from '../context.ts';
import { hasFirstName } from '../first-names.ts';
import { sentence } from '../sentence.ts';
import { speaker } from '../who.ts';
import { teller } from './loose.ts';
import { refLike } from './names.ts';
import { dayFirst, visited } from './round.ts';
import type { Telling } from './telling.ts';
import { findWays } from './ways.ts';

/** What stands in front of a field's name and tells no more than that it matters. */
const most = /^(?:最大的?|主要的?|最主要的?|the (?:main|biggest|real)\s)/i;

/** A clause as it stands, or without who says it: she said their budget is …. */
export function readSaid(said: string, context: Context, told: Telling): Found | null {
  const found = read(said, context, told);
  if (found?.name !== 'deal.update' || found.leftover === '') return found;
  const bare = said.replace(teller, '').replace(most, '');
  const again = bare === said ? null : read(bare, context, told);
  return again?.name === found.name && again.leftover === '' ? { ...again, to: said.length } : found;
}

/** The command, the change or the plan a clause is; objections and outcomes belong to the visit before them. */
function read(said: string, context: Context, told: Telling): Found | null {
  const found = sentence(said, context);
  if (told.round && (!found || found.name === 'activity.log' || !writes(found) || dayFirst(said, context))) {
    // Jess loved the deck: somebody where one just was.
    const named = told.activity && isOfPerson(said, context) ? null : visited(said, told.round, context);
    if (named && told.roundAt) named.input.at ??= told.roundAt;
    if (named) return named;
  }
  if (found && writes(found)) {
    // 嫌贵 after a visit is what they objected, not another visit.
    const remark = found.name === 'activity.log' && told.activity !== null && findWays(said).length === 0;
    if (remark && (sameSubject(found, told) || !newcomer(said, context) || isOfPerson(said, context))) return null;
    if (found.name === 'lead.create' || found.name === 'lead.form') return found.confidence >= 0.85 ? found : null;
    return found;
  }
  return null;
}

/** Whether a clause speaks of a company that is known: then it is no remark on the visit before. */
const newcomer = (said: string, context: Context) =>
  context.names === undefined
    ? refLike(said.slice(0, 2))
    : context.names.find(said).some(({ kind }) => kind === 'customer' || kind === 'lead') || /^[A-Z][a-z]/.test(said);

/** Hugh says timing is bad, after a visit: Hugh is somebody there, not the next customer. */
function isOfPerson(said: string, context: Context): boolean {
  const person = speaker(said, context);
  if (person === null) return false;
  return context.names?.find(said)[0]?.kind === 'contact' || !/^[A-Z]/.test(person) || hasFirstName(person);
}

const sameSubject = (found: Found, told: Telling) => found.input.who === told.subject || found.missing !== undefined;

const reading =
  /\.(?:show|list|form)$|^(?:help|plan\.today|digest\.show|talk\.find|cancel|undo|join|language|unknown|confirm)$/;
const writes = (found: Found) => !reading.test(found.name) && !/^(?:people|leave)\./.test(found.name);

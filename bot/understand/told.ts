import type { Context, Draft, Found, Understanding } from './context.ts';
import { recordsIn } from './doubt/said.ts';
import { quotes, tale } from './guards.ts';
import { lacking, rambles, settle, settleStory, unknown } from './settle.ts';
import { cutAt } from './shared.ts';
import { clausesOf } from './story/clauses.ts';
import { readStory, type Story } from './story/story.ts';
import { findWays } from './story/ways.ts';

/** Commands that are one thing however many clauses say it. */
const undivided =
  /^(?:lead\.(?:create|form|merge|recycle|claim|reject)|deal\.(?:open|form|give|pause|review)|quote\.|approval\.|leave\.|touch\.|task\.move|talk\.|people\.|phones\.|undo|language|join)/;
const looking = /\.(?:show|list)$|^(?:help|plan\.(?:today|agenda)|digest\.show|talk\.find|cancel)$/;

/** A visit told along with the deal it led to is a story of two things. */
const toldToo = (found: Found, text: string) =>
  found.name === 'deal.open' && !found.input.lead && findWays(text).some(({ done }) => done);

/** How much of a text is read as a story, in characters; what follows is kept as a note. */
const longestStory = 400;

/** Had coffee with Nils at Netherby, new contact is Priya, priya@…: told of a customer we know, it is no new lead. */
function ofCustomer(found: Found, text: string, context: Context): boolean {
  if (found.name !== 'lead.create' || /线索|\blead\b/i.test(text) || text.length > longestStory) return false;
  if (!recordsIn(text, context).some(({ kind, how }) => kind === 'customer' && how !== 'initials')) return false;
  const { parts, leftover, refused } = readStory(text, context);
  return (
    !refused &&
    leftover.length === 0 &&
    parts.length > 1 &&
    parts.some(({ name }) => name === 'profile.update') &&
    parts.every((part) => part.name !== 'lead.create' && lacking(part).missing === undefined)
  );
}

/** Whether a value took in what follows it: a sentence within a field is hardly meant. */
function swallows({ input }: Found): boolean {
  const values = [input.what, input.nextStep, ...Object.values((input.facts as object | undefined) ?? {})];
  return values.some((value) => typeof value === 'string' && (/[,;.!\n]/.test(value) || value.length > 24));
}

/** Whether the story of the same command tells more of it. */
const fuller = (part: Draft | undefined, found: Found) =>
  part?.name === found.name &&
  (JSON.stringify(part.input.facts ?? '').length > JSON.stringify(found.input.facts ?? '').length ||
    (part.name === 'deal.update' &&
      Object.keys(found.input).every((key) => key in part.input) &&
      Object.keys(part.input).length > Object.keys(found.input).length));

/** Whether a story is about several records we know: then one command can be no more than a part of it. */
function namesSeveral(story: Story, context: Context): boolean {
  const ids = story.parts.map(({ input }) => {
    const who = input.deal ?? input.who ?? input.customer;
    return typeof who === 'string' ? context.names?.find(who)[0]?.ids?.[0] : undefined;
  });
  return new Set(ids.filter((id) => id !== undefined)).size > 1;
}

/** Whether one command is all that the story tells, too, and the story has clauses over that no command took in. */
const drops = (found: Found, story: Story) =>
  story.leftover.length > 0 &&
  !story.refused &&
  story.parts.length === 1 &&
  story.parts[0]?.name === found.name &&
  JSON.stringify(story.parts[0].input) === JSON.stringify(found.input);

/** Net 45, auto renew: what no clause made anything of belongs to the value that took it in. */
const tookIn = (found: Found, story: Story) =>
  found.name === 'deal.update' &&
  !story.refused &&
  story.leftover.length > 0 &&
  story.parts.length === 1 &&
  story.parts[0]?.name === found.name &&
  story.leftover.every((said) => JSON.stringify(found.input).includes(said));

/** What was too long to be read belongs to the visit that was told, or is left over. */
function withRest(story: Story, rest: string): Story {
  const visit = story.parts.find(({ name }) => name === 'activity.log');
  if (rest === '') return story;
  if (!visit) return { ...story, leftover: [...story.leftover, rest] };
  visit.input.note = [visit.input.note, rest].filter(Boolean).join(', ').slice(0, 2000);
  return story;
}

/** The reading of a text that is no button, slash command or answer: one command, or the story of several. */
export function told(text: string, found: Found | null, context: Context): Understanding | null {
  if (tale.test(text) && !(found && looking.test(found.name))) return unknown(text);
  if (
    found &&
    (looking.test(found.name) ||
      (undivided.test(found.name) &&
        found.confidence >= 0.85 &&
        !toldToo(found, text) &&
        !ofCustomer(found, text, context)))
  )
    return settle(text, found, context);
  if (text.length <= longestStory && clausesOf(text, context).length < 2) return found && settle(text, found, context);
  if (quotes(text, context)) return unknown(text, { refused: 'quoted' });

  const [front, rest] = cutAt(text, longestStory);
  const story = withRest(readStory(front, context), rest);
  // A command that names its record is no story about somebody yet to be named.
  const nameless = found?.input.deal !== undefined && story.parts.some((part) => lacking(part).missing !== undefined);
  const complete = story.leftover.length === 0 && !story.refused && story.parts.length > 0 && !nameless;
  const plain = found && found.leftover === '' && !found.missing && found.name !== 'activity.log';
  const single = plain && (tookIn(found, story) || !((swallows(found) || rambles(found)) && story.parts.length > 0));
  if (
    single &&
    !namesSeveral(story, context) &&
    !drops(found, story) &&
    !(complete && (story.parts.length > 1 || fuller(story.parts[0], found)))
  ) {
    const alone = settle(text, found, context);
    if (!alone.refused || !complete) return alone;
  }
  if (story.parts.length > 0 || story.refused) return settleStory(text, story);
  return found && settle(text, found, context);
}

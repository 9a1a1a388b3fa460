import type { Intent } from '../intents.ts';
import type { Context, KnownName, Understanding } from './context.ts';
import { gone } from './normalize.ts';

/** As sure as a reading may be of which something speaks against. */
const doubtful = 0.5;

const moves = new Set(['deal.move', 'deal.give', 'deal.open', 'lead.recycle', 'lead.merge']);
const aboutDeals = /^deal\.(?:move|update|give|open)$/;
/** What stands beside a name that is left out, or is one of two to choose from. */
const apart =
  /除了|除.{1,10}[外]|以外|之外|或者?(?!许)|\b(?:except|but not|everyone but|all but|other than|either|or)\b/i;
const believed =
  /打算|准备(?=把|将|推|让)|计划|以为|应该(?=是|能|会|可以|要)|估计|可能(?!性)|大概(?=是|能|会|要)|多半|八成(?=是|要|会)|了[吧嘛][.!~]*$|竞争对手的|\b(?:probably|likely|presumably|word is|rumou?r|plan(?:s|ning)? to|going to|intend|think(?=\s\S+\s(?:is|was|has|will))|guess)\b/i;
const heard =
  /听说|据说|听.{1,3}说|传言|好像|似乎|(?:他们|人家|有人|别人)(?:说|讲)|\b(?:they (?:said|say)|heard|apparently|supposedly)\b/i;
const hedged =
  /说不定|也许|没准|不一定|不确定|看情况|\b(?:maybe|perhaps|possibly)(?!\s+(?:[$¥€£]?\d|around|about|half))|\b(?:i guess|i suppose|who knows|not sure|no idea)\b/i;

/** Every word of an input, wherever it stands in it. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(wordsOf);
}

const recordOf = ({ input }: Intent) => {
  const { who, deal, customer, lead } = input as Record<string, string | undefined>;
  return who ?? deal ?? customer ?? lead;
};

const idsOf = (name: KnownName) => name.ids ?? [];

/** Whether a known name is that of a record (`strict`), or at least stands in what is written. */
function isUsed(name: KnownName, said: string, intents: Intent[], strict: boolean): boolean {
  return intents.some((intent) => {
    const { note: _, what: __, ...named } = intent.input as Record<string, unknown>;
    return wordsOf(strict ? named : intent.input).some(
      (word) =>
        word.includes(said) || (word.length > 1 && said.includes(word)) || idsOf(name).some((id) => word === `#${id}`),
    );
  });
}

/** Whether a sentence names a record that the reading knows nothing of: then what it does may be meant of that one. */
function passesOver(text: string, intents: Intent[], context: Context): boolean {
  const numbers = [...text.matchAll(/(?<![\w&])#(\d{1,9})\b/g)].map((match) => match[0]);
  const all = intents.flatMap(({ input }) => wordsOf(input));
  if (numbers.some((one) => !all.some((word) => word.includes(one)))) return true;
  const strict = intents.some(({ name }) => aboutDeals.test(name));
  const known = (context.names?.find(text) ?? []).filter(({ kind }) => kind === 'customer' || kind === 'lead');
  const used = known.filter((one) => isUsed(one, text.slice(one.start, one.end), intents, strict));
  const ids = new Set(used.flatMap(idsOf));
  return known.some((one) => !used.includes(one) && !idsOf(one).some((id) => ids.has(id)));
}

/** Whether a deal is changed by what was only heard: the word for it stands before the name, in the same clause. */
function isHeard(text: string, intents: Intent[]): boolean {
  const clauses = text.split(/[,;.!\n]/);
  return intents.some((intent) => {
    if (!aboutDeals.test(intent.name)) return false;
    const record = recordOf(intent);
    return clauses.some((clause) => {
      const at = record ? clause.indexOf(record) : -1;
      const match = heard.exec(clause);
      return match !== null && (at < 0 ? intent.name === 'deal.move' : match.index < at);
    });
  });
}

/** Whether a talk is noted with whom one just spoke of, though the sentence names a colleague. */
function isColleague(text: string, intents: Intent[], context: Context): boolean {
  const about = new Set(Object.values(context.about ?? {}));
  const talks = intents.some((intent) => intent.name === 'activity.log' && about.has(recordOf(intent) ?? ''));
  return talks && (context.names?.find(text) ?? []).some(({ kind }) => kind === 'person');
}

/** A reading with something in the sentence against it is only proposed: nobody is surprised by what it did. */
export function doubted(text: string, read: Understanding, context: Context): Understanding {
  const intents = read.intents.map(({ intent }) => intent);
  const writes = intents.filter(
    ({ name }) => !/^(?:unknown|help|cancel|confirm)$|\.(?:show|list|today|find|form)$/.test(name),
  );
  if (writes.length === 0 || text.includes(gone)) return read;
  const moved = writes.some(({ name }) => moves.has(name));
  const doubt =
    passesOver(text, writes, context) ||
    (moved && (believed.test(text) || apart.test(text))) ||
    hedged.test(text) ||
    isHeard(text, writes) ||
    isColleague(text, writes, context);
  if (!doubt) return read;
  return { ...read, intents: read.intents.map((one) => ({ ...one, confidence: Math.min(one.confidence, doubtful) })) };
}

import type { Intent } from '../intents.ts';
import type { Context, Understanding } from './context.ts';
import { recordsIn } from './doubt/said.ts';
import { recordKeys } from './settle.ts';

/** What looks like the name of somebody new: a company's kind or a capital. */
const looksNamed = /公司|集团|工厂|[厂店局院所校]$|银行|协会|科技|电子|机械|贸易|物流|精密|\p{Lu}/u;

/** What is done to a deal of a name nobody knows is not done to another. */
const settled = new Set<Intent['name']>(['deal.open', 'deal.move', 'deal.give', 'lead.create']);

/** The key and the words under which an intent names its record. */
function nameIn({ input }: Intent): [(typeof recordKeys)[number], string] | null {
  const given = input as Record<string, unknown>;
  const key = recordKeys.find((one) => typeof given[one] === 'string');
  return key ? [key, given[key] as string] : null;
}

/** As sure as a reading may be whose record was put right. */
const doubtful = 0.5;

/**
 * 跟初禾的王总吃了个饭 聊得还行: words that nobody is called, behind a record that is known, are no record; what was read of them
 * belongs to that one. Of talks of the same record one stays, and the whole text is its note.
 */
export function withoutStrangers(text: string, read: Understanding, context: Context): Understanding {
  const known = recordsIn(text, context);
  const [one] = known;
  if (!one || new Set(known.flatMap(({ ids = [] }) => ids[0] ?? [])).size > 1) return read;
  const name = text.slice(one.start, one.end);
  const isStranger = (intent: Intent) => {
    const [, said] = nameIn(intent) ?? [];
    if (!said || said.startsWith('#') || looksNamed.test(said) || settled.has(intent.name)) return false;
    return (context.names?.find(said) ?? []).length === 0 && text.indexOf(said) > one.start;
  };
  if (!read.intents.some(({ intent }) => isStranger(intent))) return read;
  const placed = read.intents.map(({ intent, confidence }) => {
    const [key] = nameIn(intent) ?? [];
    if (!key || !isStranger(intent)) return { intent, confidence };
    return { intent: { ...intent, input: { ...intent.input, [key]: name } } as Intent, confidence: doubtful };
  });
  return { ...read, intents: oneTalk(placed, text) };
}

type Read = Understanding['intents'];

export function oneTalk(intents: Read, text: string): Read {
  const talks = intents.filter(({ intent }) => intent.name === 'activity.log');
  const [first] = talks;
  if (!first || talks.length < 2) return intents;
  const input = Object.assign({}, ...[...talks].reverse().map(({ intent }) => intent.input), { note: text });
  const whole = {
    intent: { ...first.intent, input } as Intent,
    confidence: Math.min(...talks.map((t) => t.confidence)),
  };
  return intents.flatMap((one) => (one === first ? [whole] : talks.includes(one) ? [] : [one]));
}

import type { Card } from '../chat/card.ts';
import { card, type Reader } from './reader.ts';

/** What one can say: of a topic, or a little of each. `topics` are the examples of each. */
export function helpCard(
  reader: Reader,
  topics: Record<string, string[]>,
  topic: string | undefined,
  role: string,
): Card {
  const { t } = reader;
  const known = Object.keys(topics);
  const wanted = topic && known.find((key) => key === topic.toLowerCase() || t.help.topicNames[key] === topic);
  const shown = wanted
    ? [wanted]
    : known.filter((key) => (key === 'admin' ? role === 'admin' : key === 'manager' ? role !== 'rep' : true));
  return card(t.help.title, [
    {
      kind: 'list',
      items: shown.map((key) => ({
        text: t.help.topicNames[key] ?? key,
        detail: (topics[key] ?? []).slice(0, wanted ? 12 : 2).join('\n'),
      })),
    },
  ]);
}

/** Reasons after which nothing needs to be tried another way: the person said not to, or only if, or asked. */
const settled = new Set(['negated', 'conditional', 'question']);

/** A sentence nobody could read, or one that says not to act: nothing was changed, and what is nearest to be said. */
export function unknownCard(reader: Reader, said: string, refused: string | undefined, near: string[]): Card {
  const { t } = reader;
  const short = said.length > 60 ? `${said.slice(0, 60)}…` : said;
  const why = refused ? (t.help.notDone[refused] ?? t.help.notDone.other ?? '') : t.help.unknownText(short);
  const tries = refused && settled.has(refused) ? [] : near;
  return card(t.help.unknown, [
    { kind: 'text', text: why },
    { kind: 'list', items: tries.map((text) => ({ text })) },
  ]);
}

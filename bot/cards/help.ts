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

import type { Card } from '../chat/card.ts';
import { card, type Reader } from './reader.ts';

/** What one can say: of a topic, or a little of each. */
export function helpCard(reader: Reader, topic: string | undefined, role: string): Card {
  const { t } = reader;
  const known = Object.keys(t.help.topics);
  const wanted = topic && known.find((key) => key === topic.toLowerCase() || t.help.topicNames[key] === topic);
  const shown = wanted
    ? [wanted]
    : known.filter((key) => (key === 'admin' ? role === 'admin' : key === 'manager' ? role !== 'rep' : true));
  return card(t.help.title, [
    {
      kind: 'list',
      items: shown.map((key) => ({
        text: t.help.topicNames[key] ?? key,
        detail: (t.help.topics[key] ?? []).slice(0, wanted ? 10 : 2).join('\n'),
      })),
    },
  ]);
}

/** A sentence nobody could read, or one that says not to act: nothing was changed, and what one could say. */
export function unknownCard(reader: Reader, said: string, refused: string | undefined): Card {
  const { t } = reader;
  if (refused)
    return card(t.help.unknown, [{ kind: 'text', text: t.help.notDone[refused] ?? t.help.notDone.other ?? '' }], {
      summary: t.help.notDone[refused] ?? t.help.unknown,
    });
  const short = said.length > 60 ? `${said.slice(0, 60)}…` : said;
  const tries = [t.help.topics.activity?.[0], t.help.topics.deal?.[1], t.help.topics.activity?.[2]].filter(
    (one) => one !== undefined,
  );
  return card(t.help.unknown, [
    { kind: 'text', text: t.help.unknownText(short) },
    { kind: 'list', items: tries.map((text) => ({ text })) },
  ]);
}

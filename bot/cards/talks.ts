import type { Card } from '../chat/card.ts';
import type { Talk } from '../sales/talk.ts';
import { line } from './parts.ts';
import { card, type Reader } from './reader.ts';

/** Open questions for an objection, in the deal's context when one was named. */
export function talkCard(reader: Reader, { objection, tracks, deal }: Talk): Card {
  const { t, language } = reader;
  const title = t.talk.title(reader.text(objection.name));
  if (tracks.length === 0) return card(title, [{ kind: 'text', text: t.talk.none }]);
  return card(title, [
    deal && {
      kind: 'note',
      text: t.talk.about(
        deal.title,
        [reader.stage(deal.stage), deal.amount && reader.money(deal.amount, deal.currency)].filter(Boolean).join(' · '),
      ),
    },
    ...tracks.flatMap((track, index) => [
      tracks.length > 1 && { kind: 'text' as const, text: `${index + 1}. ${reader.text(track.title)}` },
      line(reader, t.talk.open, reader.text(track.open)),
      line(reader, t.talk.ask, ''),
      { kind: 'list' as const, items: track.questions[language].map((question) => ({ text: question })) },
      track.give && line(reader, t.talk.give, reader.text(track.give)),
      track.avoid && {
        kind: 'note' as const,
        text: `${t.talk.avoid}${language === 'zh' ? '：' : ': '}${reader.text(track.avoid)}`,
      },
    ]),
  ]);
}

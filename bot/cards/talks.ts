import type { Block, Button, Card } from '../chat/card.ts';
import { percent } from '../i18n/index.ts';
import type { Decided, Proposed } from '../sales/talks/add-track.ts';
import type { RankedTrack, Talk } from '../sales/talks/find-talk.ts';
import { line } from './parts.ts';
import { buttons, card, type Reader, ref } from './reader.ts';

/** Words for an objection, what worked in this team's deals first, in the deal's context when one was named. */
export function talkCard(reader: Reader, { objection, tracks, deal, rival }: Talk): Card {
  const { t } = reader;
  const title = t.talk.title(reader.text(objection.name));
  if (tracks.length === 0) return card(title, [{ kind: 'text', text: t.talk.none }]);
  const proven = tracks.some(({ worked }) => worked !== null);
  return card(title, [
    deal && {
      kind: 'note',
      text: t.talk.about(
        deal.title,
        [reader.stage(deal.stage), deal.amount && reader.money(deal.amount, deal.currency)].filter(Boolean).join(' · '),
      ),
    },
    ...tracks.flatMap((one, index) => trackBlocks(reader, one, tracks.length > 1 ? index + 1 : null)),
    ...(rival
      ? [
          { kind: 'text' as const, text: t.talk.rival(reader.text(rival.name)) },
          line(reader, t.talk.strong, reader.text(rival.strong)),
          line(reader, t.talk.weak, reader.text(rival.weak)),
          line(reader, t.talk.ask, reader.text(rival.ask)),
        ]
      : []),
    { kind: 'note', text: proven ? t.talk.ranked : t.talk.unranked },
    deal && buttons(...tracks.map((one, index) => used(reader, one, deal.id, tracks.length > 1 ? index + 1 : null))),
  ]);
}

function trackBlocks(reader: Reader, { track, worked }: RankedTrack, place: number | null) {
  const { t, language } = reader;
  const shares =
    worked && [worked.share, worked.low, worked.high].map((share) => percent(Math.round(share * 100) / 100, language));
  const record = worked && shares ? t.talk.worked(worked.n, shares[0] ?? '', shares[1] ?? '', shares[2] ?? '') : '';
  const questions = track.questions[language];
  const blocks: (Block | null | false | undefined)[] = [
    place !== null && !track.author && { kind: 'text', text: `${place}. ${reader.text(track.title)}` },
    track.author ? { kind: 'text', text: t.talk.own(place, track.author, reader.text(track.open)) } : null,
    !track.author && line(reader, t.talk.open, reader.text(track.open)),
    questions.length > 0 && line(reader, t.talk.ask, ''),
    { kind: 'list', items: questions.map((question) => ({ text: question })) },
    track.give && line(reader, t.talk.give, reader.text(track.give)),
    track.avoid && {
      kind: 'note',
      text: `${t.talk.avoid}${language === 'zh' ? '：' : ': '}${reader.text(track.avoid)}`,
    },
    record !== '' && { kind: 'note', text: record },
  ];
  return blocks;
}

function used(reader: Reader, { track }: RankedTrack, deal: number, place: number | null): Button {
  return reader.button(reader.t.talk.used(place), { name: 'talk.used', input: { track: track.key, deal: ref(deal) } });
}

/** A track was used in a deal. */
export function talkUsed(reader: Reader, title: string, deal: string, undo: Button): Card {
  const { t } = reader;
  return card(
    t.talk.usedTitle(deal),
    [{ kind: 'text', text: title }, { kind: 'note', text: t.talk.usedNote }, buttons(undo)],
    {
      tone: 'good',
    },
  );
}

/** Words of one's own: they stand, or wait for a manager. */
export function trackAdded(reader: Reader, { objection, words, decider }: Proposed, undo: Button): Card {
  const { t } = reader;
  const name = reader.text(objection.name);
  const title = decider ? t.talk.proposed(name) : t.talk.added(name);
  return card(
    title,
    [{ kind: 'text', text: words }, decider && { kind: 'note', text: t.talk.waitsFor(decider.name) }, buttons(undo)],
    { tone: 'good' },
  );
}

/** What a manager is asked about a colleague's words. */
export function trackAsked(reader: Reader, { id, objection, words }: Proposed, author: string): Card {
  const { t } = reader;
  const decide = (yes: boolean) => ({ name: 'talk.decide' as const, input: { track: ref(id), yes } });
  return card(t.talk.asked(author, reader.text(objection.name)), [
    { kind: 'text', text: words },
    buttons(reader.button(t.talk.yes, decide(true), 'primary'), reader.button(t.talk.no, decide(false))),
  ]);
}

export function trackDecided(reader: Reader, { track, author, yes }: Decided): Card {
  const { t } = reader;
  return card(t.talk.decided(yes, author.name), [{ kind: 'text', text: track.words }], {
    tone: yes ? 'good' : 'plain',
  });
}

/** What the author hears of it. */
export function trackAnswer(reader: Reader, { track, yes }: Decided, by: string): Card {
  return card(reader.t.talk.answer(yes, by), [{ kind: 'text', text: track.words }]);
}

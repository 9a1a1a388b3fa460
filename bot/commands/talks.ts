import { undoButton } from '../cards/notices.ts';
import { ref } from '../cards/reader.ts';
import { talkCard, talkUsed, trackAdded, trackAnswer, trackAsked, trackDecided } from '../cards/talks.ts';
import { addTrack, decideTrack } from '../sales/talks/add-track.ts';
import { findTalk } from '../sales/talks/find-talk.ts';
import { useTalk } from '../sales/talks/use-talk.ts';
import type { Commands } from './command.ts';
import { tell } from './tell.ts';

/** What to say to an objection, what was said, and what of it worked. */
export const talks: Pick<Commands, 'talk.find' | 'talk.used' | 'talk.add' | 'talk.decide'> = {
  async 'talk.find'(ask, input) {
    const talk = await findTalk(ask, input);
    return { card: talkCard(ask.reader, talk), ...(talk.deal ? { about: { deal: ref(talk.deal.id) } } : {}) };
  },
  async 'talk.used'(ask, input) {
    const { plan, deal, title } = await useTalk(ask, input);
    const card = talkUsed(ask.reader, title, deal.title, undoButton(ask.reader, ask.commandId));
    return { card, plan, about: { deal: ref(deal.id) } };
  },
  async 'talk.add'(ask, input) {
    const made = await addTrack(ask, input);
    const says = made.decider
      ? await tell(ask, made.decider, 'track', (reader) => trackAsked(reader, made, ask.by.name))
      : [];
    return { card: trackAdded(ask.reader, made, undoButton(ask.reader, ask.commandId)), plan: made.plan, says };
  },
  async 'talk.decide'(ask, input) {
    const decided = await decideTrack(ask, input);
    const says = await tell(ask, decided.author, 'track-decided', (reader) =>
      trackAnswer(reader, decided, ask.by.name),
    );
    return { card: trackDecided(ask.reader, decided), plan: decided.plan, says };
  },
};

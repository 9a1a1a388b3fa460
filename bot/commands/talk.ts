import { helpCard, unknownCard } from '../cards/help.ts';
import { plainCard } from '../cards/notices.ts';
import { recentDeal } from '../sales/opportunities/recent-deal.ts';
import { nearest } from '../understand/nearest.ts';
import type { Commands } from './command.ts';
import { helpTopics } from './help-topics.ts';

/** What keeps a conversation going: help, never mind, and what was not understood. */
export const talk: Pick<Commands, 'cancel' | 'help' | 'unknown'> = {
  async cancel(ask) {
    return { card: plainCard(ask.reader.t.help.cancelled) };
  },
  async help(ask, input) {
    const topics = helpTopics(ask.reader.language, await recentDeal(ask));
    return { card: helpCard(ask.reader, topics, input.topic, ask.by.role) };
  },
  async unknown(ask, input) {
    const near = nearest(input.text, ask.reader.language, await recentDeal(ask));
    return { card: unknownCard(ask.reader, input.text, ask.refused, near) };
  },
};

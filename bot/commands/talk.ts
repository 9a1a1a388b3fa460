import { helpCard } from '../cards/help.ts';
import { plainCard } from '../cards/notices.ts';
import { recentDeals } from '../sales/opportunities/recent-deal.ts';
import type { Commands } from './command.ts';
import { helpTopics } from './help-topics.ts';

/** What keeps a conversation going: help and never mind. */
export const talk: Pick<Commands, 'cancel' | 'help'> = {
  async cancel(ask) {
    return { card: plainCard(ask.reader.t.help.cancelled) };
  },
  async help(ask, input) {
    const [recent] = await recentDeals(ask);
    const topics = helpTopics(ask.reader.language, recent?.name ?? null);
    return { card: helpCard(ask.reader, topics, input.topic, ask.by.role) };
  },
};

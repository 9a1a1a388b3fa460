import { helpCard, unknownCard } from '../cards/help.ts';
import { plainCard, undone } from '../cards/notices.ts';
import { recentDeal } from '../sales/opportunities/recent-deal.ts';
import { undo } from '../sales/undo.ts';
import type { Commands } from './command.ts';

/** What keeps a conversation going: undo, help, never mind, and what was not understood. */
export const talk: Pick<Commands, 'undo' | 'cancel' | 'help' | 'unknown'> = {
  async undo(ask, input) {
    const result = await undo(ask, input);
    return { card: undone(ask.reader, result), plan: result.plan };
  },
  async cancel(ask) {
    return { card: plainCard(ask.reader.t.help.cancelled) };
  },
  async help(ask, input) {
    return { card: helpCard(ask.reader, input.topic, ask.by.role) };
  },
  async unknown(ask, input) {
    return { card: unknownCard(ask.reader, input.text, ask.refused, await recentDeal(ask)) };
  },
};

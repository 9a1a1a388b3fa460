import { approvalAsked } from '../cards/approvals.ts';
import { undoButton } from '../cards/notices.ts';
import { quoteAccepted, quoteList, quoteMade } from '../cards/quotes.ts';
import { ref } from '../cards/reader.ts';
import { dealReviewed } from '../cards/reviews.ts';
import { acceptQuote, listQuotes } from '../sales/closing/list-quotes.ts';
import { makeQuote } from '../sales/closing/make-quote.ts';
import { reviewDeal } from '../sales/closing/review-deal.ts';
import { askOf, leftBehind, reaching } from './approvals.ts';
import type { Commands } from './command.ts';

type Names = 'quote.make' | 'quote.list' | 'quote.accept' | 'deal.review';

/** What brings a deal to its end, and what is learned from it. */
export const closing: Pick<Commands, Names> = {
  async 'quote.make'(ask, input) {
    const quoted = await makeQuote(reaching(ask), input);
    const { asked, withdrawn, plan, deal } = quoted;
    const undo = undoButton(ask.reader, ask.commandId);
    return {
      card: asked ? approvalAsked(ask.reader, asked, undo) : quoteMade(ask.reader, quoted, undo),
      plan,
      about: { deal: ref(deal.id) },
      says: asked ? await askOf(ask, asked) : await leftBehind(ask, withdrawn),
    };
  },
  async 'quote.list'(ask, input) {
    const { deal, rows } = await listQuotes(ask, input);
    return { card: quoteList(ask.reader, deal, rows), about: { deal: ref(deal.id) } };
  },
  async 'quote.accept'(ask, input) {
    const { deal, quote, plan } = await acceptQuote(ask, input);
    const card = quoteAccepted(ask.reader, deal, quote, undoButton(ask.reader, ask.commandId));
    return { card, plan, about: { deal: ref(deal.id) } };
  },
  async 'deal.review'(ask, input) {
    const reviewed = await reviewDeal(ask, input);
    const card = dealReviewed(ask.reader, reviewed, undoButton(ask.reader, ask.commandId));
    return { card, plan: reviewed.plan, about: { deal: ref(reviewed.deal.id) } };
  },
};

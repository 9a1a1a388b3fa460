import { dealSorted, forecastCard } from '../cards/forecasts.ts';
import { undoButton } from '../cards/notices.ts';
import { oddsCard } from '../cards/odds.ts';
import { ref } from '../cards/reader.ts';
import { setForecast } from '../sales/forecast/set-forecast.ts';
import { showForecast } from '../sales/forecast/show-forecast.ts';
import { showOdds } from '../sales/forecast/show-odds.ts';
import type { Commands } from './command.ts';

/** What a month or quarter brings, how likely a deal is, and what it counts as. */
export const forecasting: Pick<Commands, 'forecast.show' | 'deal.odds' | 'deal.forecast'> = {
  async 'forecast.show'(ask, input) {
    return { card: forecastCard(ask.reader, await showForecast(ask, input)) };
  },
  async 'deal.odds'(ask, input) {
    const view = await showOdds(ask, input.deal);
    const own = view.deal.ownerId === ask.by.id || ask.by.role !== 'rep';
    return { card: oddsCard(ask.reader, view, { own }), about: { deal: ref(view.deal.id) } };
  },
  async 'deal.forecast'(ask, input) {
    const sorted = await setForecast(ask, input);
    return {
      card: dealSorted(ask.reader, sorted, undoButton(ask.reader, ask.commandId)),
      plan: sorted.plan,
      about: { deal: ref(sorted.deal.id) },
    };
  },
};

import { xrayCard } from '../cards/xray.ts';
import { xrayChart } from '../cards/xray-chart.ts';
import { showXray } from '../sales/opportunities/show-xray.ts';
import type { Commands } from './command.ts';

export const xray: Pick<Commands, 'xray.show'> = {
  async 'xray.show'(ask, input) {
    const result = await showXray(ask, input);
    if (result.pipelines.length === 0) return { card: xrayCard(ask.reader, result, null) };
    const picture = { id: await ask.ids.next(), png: await xrayChart(ask.reader, result) };
    return { card: xrayCard(ask.reader, result, picture.id), pictures: [picture] };
  },
};

import type { Card } from '../chat/card.ts';
import type { OddsView } from '../sales/forecast/show-odds.ts';
import { rateSaid, restsOn, shareOf } from './forecast-values.ts';
import { buttons, card, facts, type Reader, ref } from './reader.ts';

type Part = NonNullable<OddsView['odds']['parts']>[number];

/** How likely a deal is, why, and what the rep says of it. `own`: one may say what it counts as. */
export function oddsCard(reader: Reader, view: OddsView, { own }: { own: boolean }): Card {
  const t = reader.t.forecast;
  const { deal, odds, owner, said, category, sorted, slips } = view;
  const { rate, parts, share } = odds;
  const [now, told] = [shareOf(reader, share), said === null ? null : shareOf(reader, said)];
  const points = said === null ? 0 : Math.round(said * 100) - Math.round(share * 100);
  const by = parts ? t.byModel : rate.from === 'history' ? t.byStage : t.byDefault;
  const name = t.categories[category];
  return card(
    t.odds(deal.title, now),
    [
      facts(
        [by, now],
        told !== null && [t.repSays(owner), told],
        [reader.t.fields.forecast, sorted ? name : t.byOdds(name)],
        slips > 0 && [t.slipsLabel, t.slipTimes(slips)],
      ),
      {
        kind: 'text',
        text: [
          told !== null && (points === 0 ? t.agree(owner, told) : t.apart(owner, told, points)),
          t.stageSaid(rateSaid(reader, rate)),
          parts && t.adjusted(shareOf(reader, rate.share), now),
        ]
          .filter(Boolean)
          .join('\n'),
      },
      { kind: 'list', items: parts ? partItems(reader, view, parts) : [] },
      { kind: 'note', text: restsOn(reader, view.of, view.enough) },
      buttons(
        ...(['commit', 'best_case', 'omitted'] as const).map(
          (as) =>
            own &&
            !(sorted && category === as) &&
            reader.button(t.categories[as], { name: 'deal.forecast', input: { deal: ref(deal.id), as } }),
        ),
      ),
    ],
    { summary: t.odds(deal.title, now) },
  );
}

/** What moves it up and down, the strongest first; what moves it by less than a point is left out. */
function partItems(reader: Reader, { deal, odds }: OddsView, parts: Part[]) {
  const t = reader.t.forecast;
  const { signs } = t;
  const worded = (sign: Part['sign']): string => {
    if (sign === 'amount') return signs.amount(deal.amount ? reader.money(deal.amount, deal.currency) : null);
    return signs[sign](Math.floor(odds.signs[sign] ?? 0));
  };
  return parts
    .map(({ sign, points }) => ({ sign, points: Math.round(points * 100) }))
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .map(({ sign, points }) => ({ text: worded(sign), detail: t.points(points) }));
}

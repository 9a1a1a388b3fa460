import type { Block, Card } from '../chat/card.ts';
import type { Input } from '../intents.ts';
import type { Sorted } from '../sales/forecast/set-forecast.ts';
import type { Forecast, ForecastDeal, ForecastPerson } from '../sales/forecast/show-forecast.ts';
import { changeFacts } from './deals.ts';
import { dotted } from './field-lines.ts';
import { rateSaid, restsOn, shareOf } from './forecast-values.ts';
import { buttons, card, facts, type Reader, ref } from './reader.ts';
import { dayText } from './spans.ts';

/** So many deals and people are named; the others are in the sums. */
const [namedDeals, namedPeople] = [5, 12];

/** What the month or quarter brings: the sums, the deals they come from, each rep's commit against their record, how sure it is. */
export function forecastCard(reader: Reader, forecast: Forecast): Card {
  const t = reader.t.forecast;
  const { period, whose, closed, sums, deals, people, slips, pipelines, enough } = forecast;
  const money = (amount: number) => reader.money(Math.round(amount), forecast.currency);
  const title = dotted(t.title, t.period(period.kind, period.ahead), t.whose[whose]);
  const says =
    closed.n + sums.weighted.n === 0
      ? t.none
      : t.says(
          money(closed.amount),
          money(closed.amount + sums.commit.amount),
          money(closed.amount + sums.best.amount),
          money(closed.amount + sums.weighted.amount),
        );
  const lines = [
    sums.blank > 0 && t.blank(sums.blank),
    forecast.overdue > 0 && t.overdue(forecast.overdue),
    forecast.undated > 0 && t.undated(forecast.undated),
    slips.slipped > 0
      ? t.slips(slips.n, slips.slipped, shareOf(reader, slips.slipped / slips.n), Math.round(slips.days ?? 0))
      : slips.n > 0 && t.noSlips(slips.n),
  ].filter((line) => typeof line === 'string');
  return card(
    title,
    [
      { kind: 'text', text: says },
      facts(
        [t.closed, t.sum(money(closed.amount), closed.n)],
        [t.weighted, t.weightedSum(money(sums.weighted.amount), sums.weighted.n)],
        [t.commit, t.sum(money(sums.commit.amount), sums.commit.n)],
        [t.best, t.bestSum(money(sums.best.amount), sums.best.n)],
      ),
      { kind: 'list', items: deals.slice(0, namedDeals).map((deal) => dealItem(reader, forecast, deal)) },
      deals.length > namedDeals && { kind: 'note', text: t.more(deals.length - namedDeals) },
      { kind: 'list', items: people.slice(0, namedPeople).map((person) => personItem(reader, forecast, person)) },
      { kind: 'text', text: lines.join('\n') },
      ...pipelines.map(({ pipeline, odds }): Block => {
        const named = pipelines.length > 1 && pipelineName(reader, pipeline);
        const rates = odds.stages.map((rate) => rateSaid(reader, rate));
        return { kind: 'note', text: [named, restsOn(reader, odds, enough), ...rates].filter(Boolean).join('\n') };
      }),
      people.length > 0 && { kind: 'note', text: t.meaning(forecast.startDays) },
      others(reader, forecast),
    ],
    { summary: `${title}${reader.language === 'zh' ? '：' : ': '}${says}` },
  );
}

function dealItem(reader: Reader, { currency }: Forecast, deal: ForecastDeal) {
  const { t } = reader;
  const category = t.forecast.categories[deal.category];
  return {
    text: dotted(deal.title, deal.amount !== null && reader.money(Math.round(deal.amount), currency)),
    detail: dotted(
      shareOf(reader, deal.share),
      deal.said ? category : t.forecast.byOdds(category),
      dayText(reader, deal.closeOn),
    ),
    buttons: [reader.button(t.fields.odds ?? '', { name: 'deal.odds', input: { deal: ref(deal.id) } })],
  };
}

/** What somebody commits now, how their past commits came out, and how often their dates slipped. */
function personItem(
  reader: Reader,
  { currency, period, past }: Forecast,
  { name, sums, record, slips }: ForecastPerson,
) {
  const t = reader.t.forecast;
  const money = (amount: number) => reader.money(Math.round(amount), currency);
  const { committed, kept, won, periods } = record;
  const share = committed.amount > 0 ? shareOf(reader, won.amount / committed.amount) : '–';
  return {
    text: dotted(name, `${t.commit} ${t.sum(money(sums.commit.amount), sums.commit.n)}`),
    detail: dotted(
      periods === 0
        ? t.noRecord
        : t.record(t.recordSpan(period.kind, past), money(committed.amount), money(won.amount), share),
      periods > 0 && t.kept(kept.n, committed.n),
      slips.n > 0 && t.slipped(slips.slipped, slips.n),
    ),
  };
}

function pipelineName(reader: Reader, key: string): string {
  const found = reader.playbook.pipelines.find((one) => one.key === key);
  return found ? reader.text(found.name) : key;
}

function others(reader: Reader, { period, whose }: Forecast): Block {
  const all: Input<'forecast.show'>[] = (['month', 'quarter'] as const).flatMap((kind) => [
    { period: kind, whose },
    { period: kind, ahead: 1 as const, whose },
  ]);
  return buttons(
    ...all
      .filter((input) => input.period !== period.kind || (input.ahead ?? 0) !== period.ahead)
      .map((input) =>
        reader.button(reader.t.forecast.period(input.period ?? 'month', input.ahead ?? 0), {
          name: 'forecast.show',
          input,
        }),
      ),
  );
}

/** What a deal counts as now. */
export function dealSorted(reader: Reader, { deal, as, change }: Sorted, undo: ReturnType<Reader['button']>): Card {
  const t = reader.t.forecast;
  const title = t.counts(deal.title, t.categories[as]);
  if (!change) return card(title, [{ kind: 'text', text: t.same }]);
  return card(
    title,
    [
      changeFacts(reader, change, deal.currency),
      buttons(reader.button(t.see, { name: 'forecast.show', input: {} }), undo),
    ],
    { tone: 'good' },
  );
}

import { percent } from '../i18n/index.ts';
import type { Forecast } from '../sales/forecast/show-forecast.ts';
import type { Reader } from './reader.ts';

type WinOdds = Forecast['pipelines'][number]['odds'];
type Rate = WinOdds['stages'][number];

export function shareOf({ language }: Reader, share: number): string {
  return percent(Math.round(share * 100) / 100, language);
}

/** What the odds rest on, said plainly: the model, the stages' own rates, or defaults. */
export function restsOn(reader: Reader, { verdict }: WinOdds, enough: Forecast['enough']): string {
  const t = reader.t.forecast;
  const { kind, closed, learnt, judged, model, base } = verdict;
  const error = (value: number | null) => (value ?? 0).toFixed(3);
  if (kind === 'fitted') return t.fitted(learnt, judged, error(model), error(base));
  if (kind === 'no-better') return t.noBetter(closed, judged, error(model), error(base));
  return closed === 0 ? t.noneClosed : t.few(closed, learnt, judged, enough.learn, enough.judge, enough.deals);
}

/** A stage's rate with how many deals it rests on. */
export function rateSaid(reader: Reader, { stage, share, from, seen }: Rate): string {
  const t = reader.t.forecast;
  const [name, said] = [reader.stage(stage), shareOf(reader, share)];
  if (from === 'history' && seen)
    return t.rate(name, said, seen.hits, seen.n, Math.round(seen.low * 100), Math.round(seen.high * 100));
  return (from === 'playbook' ? t.rateDefault : t.ratePlace)(name, said, seen?.n ?? 0);
}

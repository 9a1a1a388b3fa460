import { percent } from '../i18n/index.ts';
import type { Xray } from '../sales/opportunities/show-xray.ts';
import type { Reader } from './reader.ts';

type Stage = Xray['pipelines'][number]['stages'][number];
type Share = Stage['forward'];

/** What a cell shows of which there are too few cases. */
export const unknown = '–';

/** Days as one says them: whole ones, and one decimal of a few. */
export function daysSaid(days: number): string {
  return days === 0 || days >= 10 ? String(Math.round(days)) : String(Math.max(0.1, Math.round(days * 10) / 10));
}

/** A time of which no more than that share is left, or `>` the longest stay when that was not reached. */
export function timeSaid(time: Stage['time'], which: 'median' | 'p90', enough: number): string {
  if (time.n < enough) return unknown;
  const days = time[which];
  return days === null ? `>${daysSaid(time.longest)}` : daysSaid(days);
}

export function shareSaid({ language }: Reader, share: Share, enough: number): string {
  return share === null || share.n < enough ? unknown : percent(Math.round(share.share * 100) / 100, language);
}

/** Of the working days in the stage, those waited. */
export function waitingSaid({ language }: Reader, { waiting, time }: Stage, enough: number): string {
  if (time.n < enough || waiting.days === 0) return unknown;
  return percent(Math.round((waiting.waited / waiting.days) * 100) / 100, language);
}

import type { Cadence, Pipeline, Playbook, TalkTrack } from './schema.ts';

/** Where a lead or a deal stands, as far as it is known. */
export interface Standing {
  stage?: string | null;
  tier?: string | null;
}

const fits = (only: string[] | undefined, is: string | null | undefined) => !only || (is != null && only.includes(is));
const weight = (of: { stages?: string[] | undefined; tiers?: string[] | undefined }) =>
  (of.stages ? 2 : 0) + (of.tiers ? 1 : 0);

/** The talk tracks for an objection that fit, those made for this stage or tier first. Empty when there is none. */
export function tracksFor(playbook: Playbook, objection: string, standing: Standing): TalkTrack[] {
  return playbook.talkTracks
    .filter((track) => track.objection === objection)
    .filter((track) => fits(track.stages, standing.stage) && fits(track.tiers, standing.tier))
    .sort((a, b) => weight(b) - weight(a));
}

/** The cadence made most closely for a lead or a deal; there is always one (the check of a playbook sees to it). */
export function cadenceFor(playbook: Playbook, kind: 'lead' | 'deal', standing: Standing): Cadence {
  const [best] = playbook.cadences
    .filter(
      ({ for: whom }) => whom.kind === kind && fits(whom.stages, standing.stage) && fits(whom.tiers, standing.tier),
    )
    .sort((a, b) => weight(b.for) - weight(a.for));
  if (!best) throw new Error(`The playbook has no cadence for a ${kind}.`);
  return best;
}

/** What is known of a customer when a deal of theirs is opened. */
export interface Kind {
  tier?: string | null;
  industry?: string | null;
  channel?: string | null;
}

/** The pipeline for a customer of that kind: the one with the most conditions that all hold, else the first without any. */
export function pipelineFor({ pipelines }: Playbook, { tier, industry, channel }: Kind): Pipeline {
  const conditions = ({ for: only }: Pipeline) => Object.values(only ?? {}).filter(Boolean).length;
  const [best] = pipelines
    .filter(
      ({ for: only }) => fits(only?.tiers, tier) && fits(only?.industries, industry) && fits(only?.channels, channel),
    )
    .sort((a, b) => conditions(b) - conditions(a));
  const one = best ?? pipelines[0];
  if (!one) throw new Error('the playbook has no pipeline');
  return one;
}

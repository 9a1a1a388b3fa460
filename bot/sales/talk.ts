import type { Input } from '../intents.ts';
import { tracksFor } from '../playbook/choose.ts';
import type { Named, TalkTrack } from '../playbook/schema.ts';
import { findObjection } from '../playbook/words.ts';
import type { Context } from './context.ts';
import { type Deal, findAny } from './find.ts';
import { Refusal } from './refusal.ts';

export interface Talk {
  objection: Named;
  tracks: TalkTrack[];
  deal: Deal | null;
}

/** What to say to an objection: the playbook's tracks that fit the deal's stage and the customer's tier, best fit first. */
export async function findTalk(context: Context, input: Input<'talk.find'>): Promise<Talk> {
  const { playbook, by } = context;
  const objection = findObjection(playbook, input.objection);
  if (!objection) {
    const names = playbook.objections.map((one) => one.name[by.language === 'en' ? 'en' : 'zh']);
    throw new Refusal('unknown-objection', { said: input.objection, objections: names });
  }
  const found = input.deal ? await findAny(context, input.deal) : null;
  const deal = found?.kind === 'deal' ? found.deal : null;
  const tier = deal?.customer.tier ?? (found?.kind === 'customer' ? found.customer.tier : null);
  const tracks = tracksFor(playbook, objection.key, { stage: deal?.stage ?? null, tier });
  return { objection, tracks: tracks.slice(0, 2), deal };
}

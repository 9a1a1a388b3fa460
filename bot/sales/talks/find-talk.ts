import { type Ranked, rankTracks } from '../../insight/talk-rank.ts';
import type { Input } from '../../intents.ts';
import { tracksFor } from '../../playbook/choose.ts';
import type { BattleCard, Named, Text } from '../../playbook/schema.ts';
import { findObjection, mentioned } from '../../playbook/words.ts';
import type { Context } from '../context.ts';
import { type Deal, findAny } from '../find.ts';
import { Refusal } from '../refusal.ts';
import { usesOf } from './talk-uses.ts';

/** Words for an objection, the playbook's or a colleague's. */
export interface Track {
  /** The playbook's key, or `#` + number of the team's own. */
  key: string;
  title: Text;
  open: Text;
  questions: { zh: string[]; en: string[] };
  give?: Text | undefined;
  avoid?: Text | undefined;
  /** Who of the team said so; null: the house. */
  author: string | null;
}

export type RankedTrack = Ranked<Track>;

export interface Talk {
  objection: Named;
  tracks: RankedTrack[];
  deal: Deal | null;
  /** What is known of the rival in that deal. */
  rival: BattleCard | null;
}

const shown = 3;

/**
 * What to say to an objection: the playbook's tracks that fit the deal's stage and the customer's tier and the team's own,
 * ranked by what worked in this team's deals (see {@link rankTracks}).
 */
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
  const house = tracksFor(playbook, objection.key, { stage: deal?.stage ?? null, tier });
  const tracks = [...house.map((track): Track => ({ ...track, author: null })), ...(await own(context, objection.key))];
  const uses = await usesOf(
    context,
    tracks.map(({ key }) => key),
  );
  const competitor = (deal?.facts as Record<string, unknown> | undefined)?.competitor;
  const rival = typeof competitor === 'string' ? mentioned(playbook.battleCards, competitor) : null;
  return { objection, tracks: rankTracks(tracks, ({ key }) => uses.get(key)).slice(0, shown), deal, rival };
}

/** What colleagues have said worked, once a manager let it stand; newest first. */
async function own({ db }: Context, objection: string): Promise<Track[]> {
  const rows = await db.talkTrack.findMany({
    where: { objection, state: 'approved', removedAt: null },
    orderBy: { id: 'desc' },
    take: 20,
  });
  const authors = await db.person.findMany({ where: { id: { in: rows.map(({ authorId }) => authorId) } } });
  return rows.map(({ id, words, authorId }) => ({
    key: `#${id}`,
    title: { zh: words, en: words },
    open: { zh: words, en: words },
    questions: { zh: [], en: [] },
    author: authors.find((one) => one.id === authorId)?.name ?? '',
  }));
}

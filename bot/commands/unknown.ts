import { describe } from '../cards/describe.ts';
import { dotted } from '../cards/field-lines.ts';
import { offerText } from '../cards/missed.ts';
import { smallTalkCard, unknownCard } from '../cards/unread.ts';
import type { Card } from '../chat/card.ts';
import type { Intent } from '../intents.ts';
import { labelsOf, type Named, namedRecords } from '../sales/about.ts';
import { onlyDeal, recentDeals } from '../sales/opportunities/recent-deal.ts';
import { nextMorning } from '../sales/touches/next-morning.ts';
import { nearest } from '../understand/nearest.ts';
import { normalize } from '../understand/normalize.ts';
import { smallTalk } from '../understand/small-talk.ts';
import type { Answer, Ask, Commands } from './command.ts';
import { deals } from './deals.ts';
import { followUp } from './follow-up.ts';
import { leads } from './leads.ts';
import { refsOf } from './refs.ts';

/** A way to go on with a text that was not understood. */
export interface Offer {
  label: string;
  intent: Intent;
}

/** Whether a text can only be a question. */
const asks = (text: string) =>
  /[吗么呢?]\s*$|(?:什么|啥)时候|怎么样|咋样|^(?:did|do|does|has|have|is|are|was|were|when|what|who|where|how|why|any)\b/i.test(
    text,
  ) ||
  (text.length <= 80 &&
    /^(?:quick |one |a )?(?:q|question|hey|so|ok|and|btw|remind me)[\s:,]{1,3}(?:what|who|when|where|how|why|which|did|do|has|have|is|are)(?:'?s)?\b|\b(?:what|who|when|where|which)(?:'?s| is| was| did| do| are| were)\b.{2,50}\?|\bwhat (?:should|can|could|would) (?:i|we)\b|怎么办|咋办|该怎么|^(?:看|查|帮我看|帮我查|给我看|说说|讲讲|介绍).{2,24}$|(?:进展|情况|进度|动态|状态)(?:如何|怎样)?\s*$|^.{2,12}(?:谁|哪天|哪里|多少|几号|几点|哪位).{0,10}$/i.test(
      text,
    ));

/** 老板问能不能分期 我说可以: what they asked is told, and nobody is asked. */
const reported =
  /(?:问(?:我|我们)?|打听|关心)(?:了)?(?:能不能|是不是|有没有|可不可以|会不会|多少|什么|怎么|要不要).{1,40}(?:我说|我回|回他|答应|告诉)|\b(?:they|he|she|[a-z]+) asked (?:if|whether|what|how|when|about)\b/i;

/** Whether a text has the beginning of a record's name in it. */
function isNamed(text: string, name: string): boolean {
  const begins = name.toLowerCase().split(/[\s·]/)[0] ?? '';
  const part = /\p{Script=Han}/u.test(begins) ? begins.slice(0, 2) : begins;
  return normalize(text).toLowerCase().includes(part);
}

/** Whether a text names the record or says it, they, 这单: what one only happened to speak of before answers no question. */
function speaksOf(text: string, name: string): boolean {
  const said = normalize(text).toLowerCase();
  return (
    isNamed(text, name) ||
    /他|她|它|这[单家个]|那[单家个]|对方|客户|\b(?:it|its|they|them|their|he|she|him|her|that|this)\b/i.test(said)
  );
}

/** More than these to choose from is no help on a phone. */
const most = 3;

type Which = Pick<Known, 'kind' | 'ref'>;

/** Words enough that they may be worth keeping. */
const tells = (text: string) =>
  (text.match(/\p{Script=Han}/gu) ?? []).length >= 5 || (text.match(/[\p{L}\p{N}]+/gu) ?? []).length >= 4;

/** What was not understood: small talk is answered, a question is shown its record, all else is asked what to do with. */
export const unread: Pick<Commands, 'unknown'> = {
  async unknown(ask, { text }) {
    const talk = ask.refused ? null : smallTalk(text);
    if (talk) return { card: smallTalkCard(ask.reader, talk, ask.waits) };
    const known = await whom(ask, text);
    const [first, ...more] = known;
    const asked =
      (ask.refused === 'question' && !reported.test(text)) || (ask.refused === undefined && asks(normalize(text)));
    if (asked && first?.said && more.length === 0 && speaksOf(text, first.name)) return instead(ask, first);
    const [recent] = await recentDeals(ask);
    const offers = tells(text) && !(asked && !first?.said) ? await waysOn(ask, text, known) : [];
    const near = offers.length > 0 ? [] : nearest(text, ask.reader.language, first?.name ?? recent?.name ?? null);
    const keeps =
      first?.said && more.length === 0 && !asked && told.has(ask.refused) && !ask.would && isNamed(text, first.name)
        ? first.name
        : undefined;
    return { card: unknownCard(ask.reader, text, ask.refused, near, offers, keeps), offers };
  },
};

/** Reasons with which a text may still be news of the record it names, to be kept in its own words. */
const told = new Set<Ask['refused']>([undefined, 'unclear']);

interface Known extends Named {
  ref: string;
  /** The text names it, or the conversation is about it. */
  said: boolean;
}

/** The records that may be meant; of a text that names none, those one had to do with last. */
async function whom(ask: Ask, text: string): Promise<Known[]> {
  const named = await namedRecords(ask, ask.mentioned ?? []);
  const known = [...named].map(([ref, one]): Known => ({ ...one, ref, said: true }));
  // A customer was a lead once, of the same name.
  const customers = known.filter(({ kind }) => kind !== 'lead');
  if (known.length > 0) return (customers.length > 0 ? customers : known).slice(0, most);
  if (!tells(text)) return [];
  const recent = await recentDeals(ask, most);
  return recent.map(({ id, name }) => ({ kind: 'deal', ref: `#${id}`, name, said: false }));
}

/** What the text may have been, in words. */
async function supposed(ask: Ask): Promise<Offer[]> {
  const { would } = ask;
  if (!would) return [];
  return [{ label: describe(ask.reader, would, await labelsOf(ask, refsOf(would))), intent: would }];
}

/** To keep it with a record, to be reminded of it, to look. */
async function waysOn(ask: Ask, text: string, known: Known[]): Promise<Offer[]> {
  const { t } = ask.reader;
  const kept = await Promise.all(known.map(async (one) => ({ name: one.name, ref: (await itsDeal(ask, one)).ref })));
  // Two deals of one name are told apart by what they are worth.
  const twins = kept.filter((one) => kept.some((other) => other !== one && other.name === one.name));
  for (const twin of twins) twin.name = dotted(twin.name, (await worthOf(ask, twin.ref)) ?? twin.ref);
  const notes = kept.map(({ ref, name }): Offer => {
    const input = { who: ref, channel: 'note', note: text.slice(0, 2000) } as const;
    return { label: t.unread.note(name), intent: { name: 'activity.log', input } };
  });
  const [only, ...more] = known;
  const besides = (ask.missed ?? []).map((intent): Offer => ({ label: offerText(ask.reader, intent), intent }));
  const first = [...(await supposed(ask)), ...besides];
  // What it may have been says whom it is about: nobody else is guessed at.
  if (!only?.said) return first.length > 0 ? first : notes;
  if (more.length > 0) return [...first, ...notes];
  const at = nextMorning(ask);
  const what = text.replace(/\s+/g, ' ').slice(0, 200);
  const remind: Intent = { name: 'task.add', input: { who: only.ref, what, at: at.toISOString() } };
  return [
    ...(ask.would ? first : []),
    ...notes,
    ...(ask.would ? [] : first),
    { label: t.unread.remind(ask.reader.moment(at)), intent: remind },
    { label: t.unread.show(only.name), intent: showing(only) },
  ];
}

async function worthOf({ db, reader }: Ask, deal: string): Promise<string | null> {
  const one = await db.opportunity.findUnique({ where: { id: Number(deal.slice(1)) } });
  return one?.amount ? reader.money(one.amount, one.currency) : null;
}

function showing({ kind, ref }: Which): Intent {
  if (kind === 'lead') return { name: 'lead.show', input: { lead: ref } };
  return kind === 'deal'
    ? { name: 'deal.show', input: { deal: ref } }
    : { name: 'customer.show', input: { customer: ref } };
}

/** Of a customer with one open deal, that deal: it tells more. */
async function itsDeal(ask: Ask, which: Which): Promise<Which> {
  const deal = which.kind === 'customer' ? await onlyDeal(ask, which.ref) : null;
  return deal === null ? which : { kind: 'deal', ref: `#${deal}` };
}

/** A question we can't answer in words is answered with how the record stands. */
async function instead(ask: Ask, which: Which): Promise<Answer> {
  const { kind, ref } = await itsDeal(ask, which);
  const answer =
    kind === 'lead'
      ? await leads['lead.show'](ask, { lead: ref })
      : kind === 'deal'
        ? await deals['deal.show'](ask, { deal: ref })
        : await followUp['customer.show'](ask, { customer: ref });
  const { card } = answer;
  const said: Card['blocks'][number] = { kind: 'text', text: ask.reader.t.help.notDone.question ?? '' };
  return { ...answer, card: { ...card, blocks: [said, ...card.blocks] } };
}

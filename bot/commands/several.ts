import type { Card } from '../chat/card.ts';
import { type Intent, partsOf } from '../intents.ts';
import type { Part, Plan, Say } from '../sales/change.ts';
import { Refusal } from '../sales/refusal.ts';
import { merged } from '../sales/several.ts';
import { tellTaken } from './approvals.ts';
import type { Answer, Ask, Commands } from './command.ts';
import { held } from './held.ts';
import { inOrder } from './order.ts';
import { type Outcome, play } from './play.ts';
import { told } from './told.ts';
import { isCarrying, isWriting } from './writing.ts';

type Whole = Extract<Intent, { name: 'several' | 'amend' }>;

/** What one sentence said of several records, done together or not at all; also in the place of an earlier command. */
export function sentences(commands: () => Commands): Pick<Commands, 'several' | 'amend' | 'confirm'> {
  return {
    several: (ask, input) => together(ask, commands(), { name: 'several', input }),
    amend: (ask, input) => together(ask, commands(), { name: 'amend', input }),
    /** The question it answers is looked up in bot/read.ts: what comes here has none. */
    async confirm() {
      throw new Refusal('stale-button', {});
    },
  };
}

async function together(ask: Ask, commands: Commands, whole: Whole): Promise<Answer> {
  const parts = partsOf(whole.input);
  if (!parts) throw new Refusal('stale-button', {});
  const outcome = await play(ask, commands, parts, whole.name === 'amend' ? whole.input.command : null);
  if (outcome.held) return held(ask, whole, parts, outcome.held);
  const { played } = outcome;
  const shows = played.filter(({ part }) => !isWriting(part));
  const [first, ...others] = shows.map((one) => one.answer.card);
  const writes = played.length > shows.length;
  const card = writes || !first ? told(ask, outcome) : first;
  const about = played.findLast((one) => one.answer.about)?.answer.about;
  return {
    card,
    ...(writes || outcome.back ? { plan: planOf(whole, outcome) } : {}),
    ...(about ? { about } : {}),
    says: [
      ...[
        ...(writes ? shows.map((one) => one.answer.card) : others),
        ...played.flatMap(({ part, answer }) => (isCarrying(part) ? answer.card : [])),
      ].map((more, at) => further(ask, more, at)),
      ...(outcome.back
        ? await tellTaken(
            ask,
            outcome.back,
            played.flatMap((one) => one.changes),
          )
        : []),
      ...played.flatMap((one) => one.answer.says ?? []),
    ],
    pictures: played.flatMap((one) => one.answer.pictures ?? []),
  };
}

/** All of it as one transaction, in which each thing is a command of its own, in the order they were decided. */
function planOf(whole: Whole, { played, back }: Outcome): Plan {
  const done = inOrder(played.map((one) => one.part))
    .flatMap((at) => played[at] ?? [])
    .filter((one) => one.changes.length > 0);
  const parts: Part[] = [
    ...(back ? takenBack(back) : []),
    ...done.map(({ commandId, part, changes }) => ({ commandId, intent: part.name, changes })),
  ];
  return { changes: merged(parts), parts, ...(whole.name === 'amend' ? { amends: whole.input.command } : {}) };
}

function takenBack({ plan, commandId }: NonNullable<Outcome['back']>): Part[] {
  const { changes, parts, undoes } = plan;
  const own = undoes === undefined ? [] : [{ commandId, intent: 'undo', undoes, changes: parts ? [] : changes }];
  return [...(parts ?? []), ...own];
}

/** What is only shown follows what was changed. */
function further(ask: Ask, card: Card, at: number): Say {
  return {
    platform: ask.platform,
    conversation: ask.conversation,
    personId: ask.by.id,
    kind: 'answer',
    dedupeKey: `further ${ask.commandId} ${at}`,
    language: ask.reader.language,
    card,
  };
}

import { undone } from '../cards/notices.ts';
import { withLinesOff } from '../cards/several.ts';
import type { Card } from '../chat/card.ts';
import type { Input } from '../intents.ts';
import type { Say } from '../sales/change.ts';
import { type Shown, shownOf } from '../sales/undo/shown.ts';
import { type Undone, undo } from '../sales/undo.ts';
import { tellTaken } from './approvals.ts';
import { type Answer, type Ask, type Commands, isDirect } from './command.ts';
import { tellGone } from './giving.ts';
import { tellCover } from './leaves.ts';
import { tellProcessBack } from './process.ts';

/** Takes back a command, a sentence, one thing of a sentence, or one field of a thing. */
export const takingBack: Pick<Commands, 'undo'> = {
  async undo(ask, input): Promise<Answer> {
    const direct = isDirect(ask.conversation);
    const within = direct ? null : { platform: ask.platform, conversation: ask.conversation };
    const result = await undo(ask, input, { within });
    const card = undone(ask.reader, result, { whole: direct });
    const shown = result.group === null ? null : await shownOf(ask, result.group);
    const says = [
      ...(await tellGone(ask, result)),
      ...(await tellCover(ask, result)),
      ...(await tellTaken(ask, result)),
      ...(await tellProcessBack(ask, result)),
    ];
    if (!shown) return { card, plan: result.plan, says };
    const { reader } = ask;
    const before = new Set(withLinesOff(reader, shown.card, isOff(shown)).off);
    const { card: anew, off } = withLinesOff(reader, shown.card, isOff(after(shown, result, input)));
    const lines = off.filter((line) => !before.has(line));
    const title = reader.t.several.dropped(lines.slice(0, 3));
    return {
      card: result.plan.undoes === result.group || lines.length === 0 ? card : { ...card, title, summary: title },
      plan: result.plan,
      says: [
        ...says,
        ...(ask.message !== undefined && ask.message === shown.platformId ? [shownAnew(ask, anew, ask.message)] : []),
      ],
    };
  },
};

function isOff({ commands, fields }: Shown) {
  return ({ command = 0, only }: Input<'undo'>) =>
    commands.has(command) || (only !== undefined && fields.has(`${command} ${only}`));
}

/** How it stands once this is written. */
function after(shown: Shown, { commands, plan }: Undone, { only }: Input<'undo'>): Shown {
  const fields = plan.trims === undefined ? [] : [`${plan.trims} ${only}`];
  return {
    ...shown,
    commands: shown.commands.union(new Set(commands)),
    fields: shown.fields.union(new Set(fields)),
  };
}

/** The card one pressed in, as it is now. */
function shownAnew(ask: Ask, card: Card, replaces: string): Say {
  return {
    platform: ask.platform,
    conversation: ask.conversation,
    personId: ask.by.id,
    kind: 'changed',
    dedupeKey: `changed ${ask.commandId}`,
    language: ask.reader.language,
    card,
    replaces,
  };
}

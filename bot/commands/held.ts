import { stopped } from '../cards/several.ts';
import type { Intent } from '../intents.ts';
import type { Answer, Ask } from './command.ts';
import type { Outcome } from './play.ts';

/** One of them asks first: with the yes the whole sentence goes on. */
export function held(ask: Ask, whole: Intent, parts: Intent[], { at, answer }: NonNullable<Outcome['held']>): Answer {
  const { reader } = ask;
  const name = parts[at]?.name;
  const own = answer.card.blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.filter((button) => button.intent.name === name) : [],
  )[0];
  const then = answer.asks ?? own?.intent;
  const yes: Intent = { name: 'confirm', input: { question: ask.commandId } };
  const blocks = answer.card.blocks.map((block) =>
    block.kind === 'buttons'
      ? {
          ...block,
          buttons: block.buttons.map((one) => (one === own ? reader.button(one.label, yes, one.style) : one)),
        }
      : block,
  );
  const card = stopped(reader, { ...answer.card, blocks }, whole, at);
  if (!then) return { card };
  return { card, asks: { name: whole.name, input: { ...whole.input, parts: parts.toSpliced(at, 1, then) } } as Intent };
}

import type { Card } from '../chat/card.ts';
import type { Intent } from '../intents.ts';
import { describe, type Names } from './describe.ts';
import { buttons, card, type Reader } from './reader.ts';

/** What we think was meant, told back before anything is done, with the words that were `leftover`. */
export function proposal(reader: Reader, intent: Intent, known: Names, leftover = ''): Card {
  const { t } = reader;
  const parts = intent.name === 'several' || intent.name === 'amend' ? (intent.input.parts as Intent[]) : [intent];
  const unread = /[\p{L}\d]/u.test(leftover) ? leftover.slice(0, 100) : '';
  const items = parts.map((part) => ({ text: describe(reader, part, known) }));
  return card(
    t.confirm.title,
    [
      { kind: 'list', items },
      unread !== '' && { kind: 'text', text: t.confirm.unread(unread) },
      { kind: 'note', text: t.confirm.note },
    ],
    {
      summary: `${t.confirm.title} ${t.list(items.map((item) => item.text))}`,
    },
  );
}

/** The card with a yes and a no to the question of that number, unless it has its own yes. */
export function asking(reader: Reader, asked: Card, question: number): Card {
  const own = asked.blocks.some(
    (block) => block.kind === 'buttons' && block.buttons.some((one) => one.intent.name === 'confirm'),
  );
  const yes = reader.button(reader.t.confirm.yes, { name: 'confirm', input: { question } }, 'primary');
  const no = reader.button(reader.t.confirm.no, { name: 'cancel', input: { question } });
  return { ...asked, blocks: [...asked.blocks, buttons(!own && yes, no)] };
}

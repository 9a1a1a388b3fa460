import type { Card, Form } from '../../bot/chat/card.ts';
import type { SlackBlock, View } from './blocks.ts';
import { body, type Rendering } from './draw.ts';
import { fitted } from './fit.ts';
import { modal } from './forms.ts';
import { cut, limits } from './limits.ts';
import { bold, literal, plain } from './text.ts';

const tones = { plain: '', good: '✅ ', warn: '⚠️ ', bad: '⛔ ' };
/** A card as a message: blocks, and the text that stands in a notification and for a screen reader. */
export function render(card: Card, how: Rendering): { text: string; blocks: SlackBlock[] } {
  const title = plain(`${tones[card.tone ?? 'plain']}${card.title}`, limits.header);
  return {
    text: cut(literal(card.summary.trim() || card.title.trim()) || '…', limits.message.text),
    blocks: fitted([{ type: 'header', text: title }, ...body(card, how, 'message')]),
  };
}

/** A card's form as a modal, with what else the card says above the fields; null when it has none that fits one. */
export function renderModal(card: Card, how: Rendering): View | null {
  const form = formOf(card);
  if (!form) return null;
  const above = body(card, how, 'view').filter((block) => block.type !== 'actions');
  const room = { blocks: limits.view.blocks - form.fields.length, characters: limits.view.characters };
  return modal(form, room.blocks > 1 ? fitted(above, room) : []);
}

/** The card's first form. */
export function formOf(card: Card): Form | undefined {
  return card.blocks.find((block) => block.kind === 'form')?.form;
}

/** The same in words alone, for when Slack refuses the blocks. */
export function renderWords(card: Card, how: Rendering): string {
  const lines = body(card, how, 'words').map((block) => {
    if (block.type === 'section') return block.text.text;
    if (block.type === 'context') return block.elements.map((element) => element.text).join('\n');
    if (block.type === 'actions') return block.elements.map((element) => `[${element.text.text}]`).join(' ');
    return '';
  });
  return cut([bold(card.title), ...lines].filter(Boolean).join('\n') || '…', limits.message.text);
}

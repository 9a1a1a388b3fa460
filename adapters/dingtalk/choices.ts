import type { Button, Card, Item } from '../../bot/chat/card.ts';
import { cut, escapeInline, escapeStart, tidy } from './escape.ts';
import { limits } from './limits.ts';

/** One thing that can be tapped: a button of DingTalk, or a link in the text once the buttons are used up. */
export interface Choice {
  title: string;
  say: string;
  url: string;
}

/**
 * The address that makes the tapper say a sentence.
 * https://open.dingtalk.com/document/isvapp/the-internal-robot-of-the-enterprise-realizes-the-interaction-in
 */
export function sayUrl(say: string): string {
  const content = encodeURIComponent(tidy(say)).replace(
    /[!'()*~]/g,
    (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `dtmd://dingtalkclient/sendMessage?content=${content}`;
}

/** ① ② … ㊿, then (51): a number that is not a markdown list. */
export function circled(number: number): string {
  if (number <= 20) return String.fromCodePoint(0x2460 + number - 1);
  if (number <= 35) return String.fromCodePoint(0x3251 + number - 21);
  if (number <= 50) return String.fromCodePoint(0x32b1 + number - 36);
  return `(${number})`;
}

/** The numbers of list items: given to every item of a list in which some item has buttons, through the whole card. */
export function numberItems(card: Card): Map<Item, number> {
  const numbers = new Map<Item, number>();
  for (const block of card.blocks) {
    if (block.kind !== 'list' || !block.items.some((item) => item.buttons?.length)) continue;
    for (const item of block.items) numbers.set(item, numbers.size + 1);
  }
  return numbers;
}

function choice(button: Button, prefix = ''): Choice {
  const label = [button.label, button.say].map((text) => tidy(text).replace(/\s+/g, ' ').trim()).find(Boolean) ?? '…';
  return { title: cut(prefix + label, limits.buttonTitle), say: button.say, url: sayUrl(button.say) };
}

/** Everything the card offers, the card's own buttons before those of its items. */
export function collectChoices(card: Card, numbers: Map<Item, number>): Choice[] {
  const own: Choice[] = [];
  const ofItems: Choice[] = [];
  for (const block of card.blocks) {
    if (block.kind === 'buttons') own.push(...block.buttons.map((button) => choice(button)));
    if (block.kind !== 'list') continue;
    for (const item of block.items)
      for (const button of item.buttons ?? []) ofItems.push(choice(button, `${circled(numbers.get(item) ?? 0)} `));
  }
  return [...own, ...ofItems];
}

/** The first choices as buttons, as many as there is room for; the rest are said in the text. */
export function placeChoices(all: Choice[], most: number): { buttons: Choice[]; rest: Choice[] } {
  const buttons: Choice[] = [];
  const rest: Choice[] = [];
  for (const one of all) (buttons.length < most && one.url.length <= limits.buttonUrl ? buttons : rest).push(one);
  return { buttons, rest };
}

/** A choice as a line: a link where the client makes one, and always the sentence itself. */
export function choiceLine(one: Choice, index: number, colon: string): string {
  const title = escapeStart(one.title);
  const label = one.url.length <= limits.buttonUrl ? `[${title}](${one.url})` : title;
  return `${index + 1}. ${label}${colon}${escapeInline(one.say)}`;
}

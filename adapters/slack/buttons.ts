import type { Button } from '../../bot/chat/card.ts';
import type { Intent } from '../../bot/intents.ts';
import type { ButtonElement, SlackBlock } from './blocks.ts';
import { cut, limits } from './limits.ts';
import { carried, plain } from './text.ts';

/** Numbers the buttons of one message: an action_id is unique in it. */
export interface Numbering {
  next: number;
}

/** Buttons in rows as long as Slack takes. */
export function buttons(all: Button[], numbering: Numbering): SlackBlock[] {
  const out: SlackBlock[] = [];
  for (let at = 0; at < all.length; at += limits.actions) {
    const elements = all.slice(at, at + limits.actions).map((button) => buttonElement(button, numbering));
    out.push({ type: 'actions', elements });
  }
  return out;
}

/** One button, which carries what it means. */
export function buttonElement(button: Button, numbering: Numbering): ButtonElement {
  const { confirm } = button;
  numbering.next += 1;
  return {
    type: 'button',
    action_id: `say:${numbering.next}`,
    text: plain(button.label, limits.button.text),
    value: buttonValue(button.intent, button.say),
    ...(button.style ? { style: button.style } : {}),
    ...(confirm
      ? {
          confirm: {
            title: plain(confirm.title, limits.confirm.title),
            text: plain(confirm.text, limits.confirm.text),
            confirm: plain(confirm.yes, limits.confirm.button),
            deny: plain(confirm.no, limits.confirm.button),
          },
        }
      : {}),
  };
}

/** The intent; where it is too long for a button, the sentence that means the same. */
function buttonValue(intent: Intent, say: string): string {
  const fits = (value: string) => Buffer.byteLength(value) <= limits.button.value;
  const value = carried(intent);
  if (fits(value)) return value;
  let sentence = say;
  while (!fits(carried({ say: sentence }))) sentence = cut(sentence, Math.floor(sentence.length * 0.8)).slice(0, -1);
  return carried({ say: sentence });
}

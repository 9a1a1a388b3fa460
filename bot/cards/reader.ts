import type { Block, Button, Card } from '../chat/card.ts';
import { appointment, day, type Language, moment, money, type Words, wordsOf } from '../i18n/index.ts';
import type { Intent } from '../intents.ts';
import type { Named, Playbook, Text } from '../playbook/schema.ts';
import { say } from '../understand/say.ts';

/** Who a card is for: everything on it is in their language, zone and currency format. */
export interface Reader {
  t: Words;
  language: Language;
  zone: string;
  now: Date;
  playbook: Playbook;
  money(amount: unknown, currency: string): string;
  moment(at: Date): string;
  /** With its date and weekday, however near it is. */
  appointment(at: Date): string;
  day(date: Date): string;
  text(text: Text): string;
  stage(key: string): string;
  button(label: string, intent: Intent, style?: Button['style']): Button;
}

export function readerOf(person: { language: string; zone: string }, now: Date, playbook: Playbook): Reader {
  const language: Language = person.language === 'en' ? 'en' : 'zh';
  const { zone } = person;
  const stages = new Map<string, Named>(
    [...(playbook.formerStages ?? []), ...playbook.pipelines.flatMap((pipeline) => pipeline.stages)].map((stage) => [
      stage.key,
      stage,
    ]),
  );
  return {
    t: wordsOf(language),
    language,
    zone,
    now,
    playbook,
    money: (amount, currency) => money(String(amount), currency, language),
    moment: (at) => moment(new Date(at), now, zone, language),
    appointment: (at) => appointment(new Date(at), now, zone, language),
    day: (date) => day(new Date(date), language),
    text: (text) => text[language],
    stage: (key) => stages.get(key)?.name[language] ?? key,
    button: (label, intent, style) => ({ label, intent, say: say(intent, language), ...(style ? { style } : {}) }),
  };
}

/** A card without its empty blocks; the summary is for notifications. */
export function card(
  title: string,
  blocks: (Block | null | false | undefined)[],
  options: { tone?: Card['tone']; summary?: string } = {},
): Card {
  return {
    title,
    summary: options.summary ?? title,
    ...(options.tone ? { tone: options.tone } : {}),
    blocks: blocks.filter((block): block is Block => Boolean(block) && !empty(block as Block)),
  };
}

function empty(block: Block): boolean {
  switch (block.kind) {
    case 'text':
    case 'note':
      return block.text === '';
    case 'facts':
      return block.facts.length === 0;
    case 'list':
      return block.items.length === 0;
    case 'buttons':
      return block.buttons.length === 0;
    default:
      return false;
  }
}

export function facts(...pairs: ([label: string | undefined, value: unknown] | false)[]): Block {
  return {
    kind: 'facts',
    facts: pairs.flatMap((pair) => {
      const [label, value] = pair || [];
      return value === null || value === undefined || value === ''
        ? []
        : [{ label: label ?? '', value: String(value) }];
    }),
  };
}

export function buttons(...list: (Button | null | false)[]): Block {
  return { kind: 'buttons', buttons: list.filter((one): one is Button => Boolean(one)) };
}

/** `#1034`: how records are named in buttons. */
export function ref(id: number): string {
  return `#${id}`;
}

import type { Block, Button, Card, Fact, Form, Item, Step } from '../../bot/chat/card.ts';
import type { Intent } from '../../bot/intents.ts';
import type { ButtonElement, SlackBlock, View } from './blocks.ts';
import { fitted } from './fit.ts';
import { carriedForm, formId, inputs, modal, openerOf } from './forms.ts';
import { cut, limits, split } from './limits.ts';
import { aligned, table } from './table.ts';
import { bold, carried, escaped, literal, mrkdwn, plain, struck } from './text.ts';

export interface Rendering {
  language: 'zh' | 'en';
  /** Slack's file id of each picture that could be uploaded, by its number. */
  files: Map<number, string>;
}

const tones = { plain: '', good: '✅ ', warn: '⚠️ ', bad: '⛔ ' };
const steps: Record<Step['state'], string> = { done: '✓', now: '●', todo: '○', lost: '✗' };

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

type Place = 'message' | 'view' | 'words';

function body(card: Card, how: Rendering, place: Place): SlackBlock[] {
  const state = { how, place, next: 0, tableStands: false };
  return card.blocks.flatMap((block) => draw(block, state));
}

interface Drawing {
  how: Rendering;
  place: Place;
  /** Numbers the buttons: an action_id is unique in its message. */
  next: number;
  /** Slack takes one table a message. */
  tableStands: boolean;
}

function draw(block: Block, drawing: Drawing): SlackBlock[] {
  switch (block.kind) {
    case 'text':
      return sections(literal(block.text));
    case 'facts':
      return sections(block.facts.map((fact) => factLine(fact, drawing.how.language)).join('\n'));
    case 'list':
      return list(block.items, drawing);
    case 'progress':
      return sections(block.steps.map(stepWord).join('  ›  '));
    case 'table': {
      const native = drawing.place === 'message' && !drawing.tableStands ? table(block) : null;
      if (native) drawing.tableStands = true;
      return native ? [native] : monospace(aligned(block));
    }
    case 'picture': {
      const id = drawing.place === 'message' ? drawing.how.files.get(block.picture) : undefined;
      const alt = block.alt.trim() || '…';
      if (!id) return context(`🖼 ${literal(alt)}`);
      return [{ type: 'image', slack_file: { id }, alt_text: cut(escaped(alt), limits.alt) }];
    }
    case 'note':
      return context(literal(block.text));
    case 'buttons':
      return buttons(block.buttons, drawing);
    case 'form':
      return drawing.place === 'view' ? [] : formInMessage(block.form, drawing);
  }
}

function sections(markup: string): SlackBlock[] {
  return split(markup, limits.section).map((text) => ({ type: 'section', text: mrkdwn(text) }));
}

function context(markup: string): SlackBlock[] {
  return split(markup, limits.context).map((text) => ({ type: 'context', elements: [mrkdwn(text)] }));
}

function monospace(text: string): SlackBlock[] {
  const fence = '```';
  return split(escaped(text), limits.section - 8).map((piece) => ({
    type: 'section',
    text: mrkdwn(`${fence}\n${piece}\n${fence}`),
  }));
}

function factLine(fact: Fact, language: 'zh' | 'en'): string {
  const label = bold(cut(fact.label, 200));
  const value = literal(cut(fact.value, 2_000));
  const was = fact.was === undefined ? '' : struck(cut(fact.was, 400));
  const colon = language === 'zh' ? '：' : ': ';
  return `${label ? `${label}${colon}` : ''}${was ? `${was} → ` : ''}${value || '–'}`;
}

function stepWord(step: Step): string {
  const label = cut(step.label, 200);
  return `${steps[step.state]} ${step.state === 'now' ? bold(label) : literal(label)}`;
}

function list(items: Item[], drawing: Drawing): SlackBlock[] {
  const out: SlackBlock[] = [];
  let lines: string[] = [];
  const flush = () => {
    out.push(...sections(lines.join('\n')));
    lines = [];
  };
  for (const item of items) {
    const detail = item.detail ? `\n${literal(item.detail).replace(/^/gm, '    ')}` : '';
    const line = `• ${literal(item.text)}${detail}`;
    const [only, ...others] = item.buttons ?? [];
    if (!only || drawing.place === 'view') {
      lines.push(line);
      continue;
    }
    flush();
    const [text = '•', ...rest] = split(line, limits.section);
    const alone = others.length === 0 && drawing.place === 'message';
    const accessory = alone ? { accessory: buttonElement(only, drawing) } : {};
    out.push({ type: 'section', text: mrkdwn(text), ...accessory }, ...rest.flatMap(sections));
    if (!alone) out.push(...buttons(item.buttons ?? [], drawing));
  }
  flush();
  return out;
}

function buttons(all: Button[], drawing: Drawing): SlackBlock[] {
  const out: SlackBlock[] = [];
  for (let at = 0; at < all.length; at += limits.actions) {
    const elements = all.slice(at, at + limits.actions).map((button) => buttonElement(button, drawing));
    out.push({ type: 'actions', elements });
  }
  return out;
}

function buttonElement(button: Button, drawing: Drawing): ButtonElement {
  const { confirm } = button;
  drawing.next += 1;
  return {
    type: 'button',
    action_id: `say:${drawing.next}`,
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

/** A message cannot open a form by itself: a button asks for it again, or else the fields stand in the message. */
function formInMessage(form: Form, drawing: Drawing): SlackBlock[] {
  const again = openerOf(form);
  if (again) return buttons([{ label: form.open, intent: again, say: form.say, style: 'primary' }], drawing);
  const value = carriedForm(form, limits.button.value);
  const fields = inputs(form);
  if (value === null || fields.length === 0 || fields.length > 40 || drawing.place === 'words') {
    return sections(literal(form.say));
  }
  const text = plain(form.submit, limits.button.text);
  return [
    ...fields,
    { type: 'actions', elements: [{ type: 'button', action_id: formId, text, value, style: 'primary' }] },
  ];
}

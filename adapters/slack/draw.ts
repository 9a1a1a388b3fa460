import type { Block, Card, Fact, Form, Item, Step } from '../../bot/chat/card.ts';
import type { SlackBlock } from './blocks.ts';
import { buttonElement, buttons, type Numbering } from './buttons.ts';
import { carriedForm, formId, inputs, openerOf } from './forms.ts';
import { cut, limits, split } from './limits.ts';
import { aligned, table } from './table.ts';
import { bold, escaped, literal, mrkdwn, plain, struck } from './text.ts';

export interface Rendering {
  language: 'zh' | 'en';
  /** Slack's file id of each picture that could be uploaded, by its number. */
  files: Map<number, string>;
}

const steps: Record<Step['state'], string> = { done: '✓', now: '●', todo: '○', lost: '✗' };

/** Where a card is shown: tables, pictures and forms stand in a message only. */
export type Place = 'message' | 'view' | 'words';

/** A card's blocks as Slack's, before anything is left out. */
export function body(card: Card, how: Rendering, place: Place): SlackBlock[] {
  const state = { how, place, next: 0, tableStands: false, formStands: false };
  return card.blocks.flatMap((block) => draw(block, state));
}

interface Drawing extends Numbering {
  how: Rendering;
  place: Place;
  /** Slack takes one table a message. */
  tableStands: boolean;
  /** What is filled in cannot be told apart by forms. */
  formStands: boolean;
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

/** A message cannot open a form by itself: a button asks for it again, or else the fields stand in the message. */
function formInMessage(form: Form, drawing: Drawing): SlackBlock[] {
  const again = openerOf(form);
  if (again) return buttons([{ label: form.open, intent: again, say: form.say, style: 'primary' }], drawing);
  const value = carriedForm(form, limits.button.value);
  const fields = inputs(form);
  const fits = value !== null && fields.length > 0 && fields.length <= 40;
  if (!fits || drawing.formStands || drawing.place === 'words') return sections(literal(form.say));
  drawing.formStands = true;
  const text = plain(form.submit, limits.button.text);
  return [
    ...fields,
    { type: 'actions', elements: [{ type: 'button', action_id: formId, text, value, style: 'primary' }] },
  ];
}

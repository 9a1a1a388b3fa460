import type { Block, Field, Form, Item, Step } from '../../bot/chat/card.ts';
import { circled } from './choices.ts';
import { cut, escapeInline, escapeLines, escapeStart } from './escape.ts';
import { limits } from './limits.ts';
import type { Words } from './words.ts';

/** Some lines of a message that belong together, and how they may be shortened when it is too long. */
export interface Part {
  lines: string[];
  /** `count`: whole lines go and are counted; `words`: a line may be cut anywhere, it holds no markup; `last`: goes last. */
  shorten: 'count' | 'words' | 'last';
}

export interface Context {
  words: Words;
  numbers: Map<Item, number>;
  /** Pictures already uploaded: the block's number → DingTalk's media id. */
  media: ReadonlyMap<number, string>;
}

const marks: Record<Step['state'], string> = { done: '✅', now: '🔵', todo: '⚪', lost: '❌' };

const inline = (text: string) => escapeInline(cut(text, limits.value));
const bold = (text: string) => (inline(text) ? `**${inline(text)}**` : '');
const start = (text: string) => escapeStart(cut(text, limits.value));

/** One block as lines of DingTalk markdown: no tables, no forms, no colours there. Null when it shows nothing here. */
export function renderBlock(block: Block, context: Context): Part | null {
  const { words } = context;
  switch (block.kind) {
    case 'text':
      return { shorten: 'words', lines: escapeLines(block.text) };
    case 'note':
      return { shorten: 'last', lines: escapeLines(cut(block.text, limits.value)).map((line) => `> ${line}`) };
    case 'facts':
      return {
        shorten: 'count',
        lines: block.facts.map(({ label, value, was }) => {
          const shown = was === undefined ? inline(value) : `${inline(was)} → ${inline(value)}`;
          return `${bold(label)}${words.colon}${shown}`;
        }),
      };
    case 'list':
      return { shorten: 'count', lines: block.items.flatMap((item) => itemLine(item, context)) };
    case 'progress':
      return {
        shorten: 'last',
        lines: [block.steps.map((step) => `${marks[step.state]} ${inline(step.label)}`).join(' → ')],
      };
    case 'table':
      return {
        shorten: 'count',
        lines: block.rows.map((row) =>
          rowLine(
            row,
            block.columns.map(({ label }) => label),
            words,
          ),
        ),
      };
    case 'picture':
      return { shorten: 'last', lines: [pictureLine(block.alt, context.media.get(block.picture))] };
    case 'buttons': {
      const warned = block.buttons.flatMap(({ label, confirm }) => (confirm ? [{ label, text: confirm.text }] : []));
      return {
        shorten: 'last',
        lines: warned.map(({ label, text }) => `> ⚠️ ${inline(label)}${words.colon}${inline(text)}`),
      };
    }
    case 'form':
      return { shorten: 'last', lines: formLines(block.form, words) };
  }
}

function itemLine(item: Item, { numbers }: Context): string {
  const number = numbers.get(item);
  const line = number === undefined ? `- ${start(item.text)}` : `${circled(number)} ${inline(item.text)}`;
  return item.detail ? `${line} · ${inline(item.detail)}` : line;
}

function rowLine(row: string[], labels: string[], words: Words): string {
  const [head = '', ...cells] = row;
  const shown = cells.map((cell, index) =>
    cells.length === 1 ? inline(cell) : `${inline(labels[index + 1] ?? '')} ${inline(cell)}`.trim(),
  );
  return shown.length ? `- ${start(head)}${words.colon}${shown.join(' · ')}` : `- ${start(head)}`;
}

function pictureLine(alt: string, media: string | undefined): string {
  // A media id is DingTalk's own (`@lADP…`); anything that could end the address early is not one.
  return media && /^[@\w$+/=-]+$/.test(media) ? `![${inline(alt)}](${media})` : `🖼 ${inline(alt)}`;
}

function formLines(form: Form, words: Words): string[] {
  const fields = form.fields.map((field) => `- ${start(field.label)}${fieldTail(field, words)}`);
  // The empty line ends the list: without it the next line would belong to the last field.
  return [bold(form.title), ...fields, '', words.copy, ...escapeLines(form.say).map((line) => `> ${line}`)];
}

function fieldTail(field: Field, words: Words): string {
  const hints = [
    ...(field.options?.length ? [words.options(field.options.map(({ label }) => label))] : []),
    ...(field.hint ? [field.hint] : []),
    ...(field.value ? [words.now(field.value)] : []),
  ];
  return (field.required ? words.required : '') + (hints.length ? `${words.colon}${inline(hints.join(' · '))}` : '');
}

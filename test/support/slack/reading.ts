import { isRecord } from '../slack-rules.ts';
import type { Block, Message, Modal } from './workspace.ts';

/** What a reader sees of a message: markup undone, one line a line. */
export function readMessage(message: Pick<Message, 'text' | 'blocks'>): string {
  const lines = message.blocks.map(readBlock).filter(Boolean);
  return lines.length > 0 ? lines.join('\n') : read(message.text);
}

/** What stands in a modal. */
export function readModal(modal: Modal): string {
  return [textOf(modal.view.title), ...modal.view.blocks.map(readBlock)].filter(Boolean).join('\n');
}

export interface Pressable {
  label: string;
  element: Record<string, unknown>;
  block: Block;
}

/** Everything that can be pressed, in order. */
export function pressables(blocks: Block[]): Pressable[] {
  return blocks.flatMap((block) => {
    const elements = block.type === 'actions' ? (block.elements as unknown[]) : [block.accessory];
    return elements
      .filter(isRecord)
      .filter((element) => element.type === 'button')
      .map((element) => ({ label: textOf(element.text), element, block }));
  });
}

export interface Input {
  label: string;
  blockId: string;
  actionId: string;
  element: Record<string, unknown>;
}

/** Every field to fill in. */
export function inputsOf(blocks: Block[]): Input[] {
  return blocks
    .filter((block) => block.type === 'input')
    .map((block) => {
      const element = block.element as Record<string, unknown>;
      return {
        label: textOf(block.label),
        blockId: String(block.block_id),
        actionId: String(element.action_id),
        element,
      };
    });
}

/** The state Slack sends for the fields: what stood there, and what was filled in by label. */
export function stateOf(blocks: Block[], values: Record<string, string>): Record<string, Record<string, unknown>> {
  const inputs = inputsOf(blocks);
  const unknown = Object.keys(values).filter((label) => !inputs.some((input) => input.label === label));
  if (unknown.length > 0) {
    throw new Error(`no field ${unknown.join(', ')}; the form has ${inputs.map((input) => input.label).join(', ')}`);
  }
  return Object.fromEntries(
    inputs.map(({ label, blockId, actionId, element }) => [blockId, { [actionId]: filled(element, values[label]) }]),
  );
}

function filled(element: Record<string, unknown>, value: string | undefined): Record<string, unknown> {
  const { type } = element;
  if (type === 'datepicker') return { type, selected_date: value ?? element.initial_date ?? null };
  if (type === 'datetimepicker') {
    const chosen = value === undefined ? (element.initial_date_time ?? null) : Math.floor(Date.parse(value) / 1000);
    return { type, selected_date_time: chosen };
  }
  if (type === 'static_select') {
    const options = element.options as { text: unknown; value: string }[];
    const chosen = options.find((option) => option.value === value || textOf(option.text) === value);
    if (value !== undefined && !chosen) throw new Error(`no choice ${value}: ${options.map((o) => textOf(o.text))}`);
    return { type, selected_option: chosen ?? element.initial_option ?? null };
  }
  return { type, value: value ?? element.initial_value ?? null };
}

function readBlock(block: Block): string {
  switch (block.type) {
    case 'header':
    case 'section':
      return textOf(block.text);
    case 'context':
      return (block.elements as unknown[]).map(textOf).join(' ');
    case 'image':
      return undone(String(block.alt_text));
    case 'input':
      return '';
    case 'table':
      return (block.rows as unknown[][]).map((row) => row.map((cell) => textOf(cell)).join(' | ')).join('\n');
    default:
      return '';
  }
}

function textOf(value: unknown): string {
  if (!isRecord(value)) return '';
  return value.type === 'mrkdwn' ? read(String(value.text)) : undone(String(value.text ?? ''));
}

/** mrkdwn as Slack shows it: a pair of markers between boundaries formats, and an invisible blank is a boundary. */
export function read(markup: string): string {
  const pair = /(?<=^|[\s\u200b(])([*~_])(?=[^\s\u200b*~_])([^\n]*?[^\s\u200b])\1(?=$|[\s\u200b.,:;!?)])/gm;
  return undone(markup.replaceAll('```', '').replace(pair, '$2'));
}

function undone(text: string): string {
  return text.replaceAll('\u200b', '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
}

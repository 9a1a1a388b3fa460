import type { Column } from '../../bot/chat/card.ts';
import type { Cell, SlackBlock } from './blocks.ts';
import { cut, limits } from './limits.ts';
import { escaped } from './text.ts';

type Table = { columns: Column[]; rows: string[][] };

/** Slack's own table, or null where it would not fit one: then `aligned` says it. https://docs.slack.dev/reference/block-kit/blocks/table-block */
export function table({ columns, rows }: Table): SlackBlock | null {
  const { table: max } = limits;
  if (columns.length === 0 || columns.length > max.columns || rows.length + 1 > max.rows) return null;
  const cell = (text: string | undefined): Cell => ({
    type: 'raw_text',
    text: cut(escaped(text ?? '').trim() || '–', max.cell),
  });
  const block: SlackBlock = {
    type: 'table',
    rows: [columns.map((c) => cell(c.label)), ...rows.map((row) => columns.map((_, i) => cell(row[i])))],
    column_settings: columns.map((c) => ({ align: c.align ?? 'left', is_wrapped: true })),
  };
  return JSON.stringify(block.rows).length > max.characters ? null : block;
}

/** The same in monospace, a Chinese character as wide as two others. Backticks cannot end the code block. */
export function aligned({ columns, rows }: Table): string {
  const lines = [columns.map((c) => c.label), ...rows].map((row) =>
    columns.map((_, i) => (row[i] ?? '').replace(/\s+/g, ' ').replaceAll('`', 'ˋ')),
  );
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => width(line[i] ?? ''))));
  return lines
    .map((line) =>
      line
        .map((text, i) => {
          const gap = ' '.repeat((widths[i] ?? 0) - width(text));
          return columns[i]?.align === 'right' ? gap + text : text + gap;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function width(text: string): number {
  let cells = 0;
  for (const character of text)
    cells += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 2
      : 1;
  return cells;
}

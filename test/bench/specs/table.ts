import { readFileSync } from 'node:fs';

/** A Markdown table. */
export function table(head: string[], body: string[][]): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const line = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

/** A text beside this file. */
export const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The cells of a written file, by the head of their column and of their row. */
export function recorded(text: string) {
  const tables: string[][][] = [];
  let open: string[][] | null = null;
  for (const line of text.split('\n')) {
    if (!line.startsWith('|')) {
      open = null;
      continue;
    }
    const cells = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((one) => one.trim());
    if (!open) {
      open = [];
      tables.push(open);
    }
    open.push(cells);
  }
  const find = (head: string) => tables.find(([first]) => first?.includes(head));
  return {
    /** A column of the table that has it, in the order of these rows. */
    column(head: string, labels: string[]): string[] | null {
      const rows = find(head);
      const at = rows?.[0]?.indexOf(head) ?? -1;
      return rows && at >= 0 ? labels.map((label) => rows.find(([first]) => first === label)?.[at] ?? '–') : null;
    },
    version(name: string): string | undefined {
      return find('version')?.find(([first]) => first === `\`${name}\``)?.[1];
    },
  };
}

import { commandCost } from './command-cost.ts';
import { deals } from './deals.ts';
import { dingtalkAck } from './dingtalk-ack.ts';
import { listPage } from './list-page.ts';
import { startAndMemory } from './start.ts';
import { understandingBench } from './understanding.ts';

/** `npm run bench [-- name]`: each section measures a floor and the bot in the same run and prints both with their ratio. */
const sections: Record<string, () => Promise<string[][]>> = {
  command: commandCost,
  deals,
  dingtalk: dingtalkAck,
  list: listPage,
  start: startAndMemory,
  understanding: understandingBench,
};
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
for (const [name, measure] of Object.entries(sections)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  print(name, await measure());
}
process.exit(0);

function print(name: string, rows: string[][]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  process.stdout.write(
    `\n## ${name}\n${[line(head), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n')}\n`,
  );
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { kinds } from './specs/cases.ts';
import { rules, sift } from './specs/keep.ts';
import { beginningRows, beginnings, counts, exactly, measure, rows, twoEnded, wrong } from './specs/measure.ts';
import { ours } from './specs/ours.ts';
import { installed, packages } from './specs/packages.ts';
import { read, recorded, table } from './specs/table.ts';

/**
 * `node test/bench/specs.ts [--write]`: what our readers and packages from npm read of Microsoft's public specs.
 * Packages are looked for in the directory SPECS_PACKAGES (/tmp/specs-bench); of those that are not there the columns
 * recorded in understanding.md stand.
 */
process.env.TZ = 'UTC';
const file = new URL('understanding.md', import.meta.url);
const marker = '<!-- utterances -->';
const folder = process.env.SPECS_PACKAGES ?? '/tmp/specs-bench';

const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
const { kept, left } = sift();
const found = installed(folder);
const old = recorded(before);
const [all, stay] = counts(kept, left);
const two = twoEnded(left);
const columns: [string, string[]][] = [
  ['cases', [...all, ...two.map((cases) => String(cases.length))]],
  ['kept', [...stay, ...two.map(() => '–')]],
  ['ours', [...measure(kept, ours), ...beginnings(two, ours)]],
  ['ours, and nothing besides', [...exactly(kept), ...two.map(() => '–')]],
];
const labels = [...rows.map(({ label }) => label), ...beginningRows];
const versions: string[][] = [];
for (const { name, note } of packages) {
  const here = found.find((one) => one.name === name);
  const cells = here
    ? [...measure(kept, here.find, here.reads, here.models), ...beginnings(two, here.find, here.reads)]
    : old.column(name, labels);
  if (cells) columns.push([name, cells]);
  versions.push([`\`${name}\``, here?.version ?? old.version(name) ?? 'not measured', note]);
}

const text = `${read('understanding-head.md')}
${table(
  ['', ...columns.map(([name]) => name)],
  labels.map((label, index) => [label, ...columns.map(([, cells]) => cells[index] ?? '–')]),
)}

## The packages

${table(['package', 'version', 'what is taken of it'], versions)}

${read('understanding-packages.md')}
## What is left out, and why

${table(
  ['kind', 'rule', 'why', 'cases'],
  kinds.flatMap((kind) =>
    rules[kind].map(({ name, why }) => [
      kind,
      name,
      why,
      String(left.filter(({ spec, rule }) => spec.kind === kind && rule.name === name).length),
    ]),
  ),
)}

## What ours does not read

${kinds
  .flatMap((kind) => wrong(kind).map(({ spec }) => `- ${kind}: ${JSON.stringify(spec.input.slice(0, 100))}`))
  .join('\n')}
`;
const at = before.indexOf(`\n${marker}\n`);
const rest = at < 0 ? `${marker}\n` : before.slice(at + 1);
if (process.argv.includes('--write')) writeFileSync(file, `${text}\n${rest}`);
else process.stdout.write(text);

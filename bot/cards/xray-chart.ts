import type { Xray } from '../sales/opportunities/show-xray.ts';
import { ink, type Paper, paper } from './paper.ts';
import type { Reader } from './reader.ts';
import { shareSaid, timeSaid } from './xray-values.ts';

type Stage = Xray['pipelines'][number]['stages'][number];

const width = 720;
const [top, row, foot, heading] = [104, 52, 56, 34];
/** Where the bars stand, and the right ends of the three columns of figures. */
const [left, right] = [150, 478];
const columns = [546, 616, width - 32] as const;
/** Of a median that is not reached yet. */
const going = '#8fbab2';

/**
 * The stages' picture: a bar up to the median stay, a whisker up to when nine in ten have left (without its end when that
 * is not reached yet), and the share that went on; the slowest stage stands out. PNG bytes, 720 wide and as high as there
 * are stages, at twice the resolution.
 */
export async function xrayChart(reader: Reader, xray: Xray): Promise<Uint8Array> {
  const { t, text, playbook } = reader;
  const { pipelines, enough, whose, months } = xray;
  const named = pipelines.length > 1;
  const rows = pipelines.reduce((sum, one) => sum + one.stages.length, 0);
  const height = top + rows * row + (named ? pipelines.length * heading : 0) + foot;
  const span = `${t.xray.whose[whose]} · ${t.xray.span(months)}`;
  const nameOf = (key: string) => {
    const found = playbook.pipelines.find((one) => one.key === key);
    return found ? text(found.name) : key;
  };
  const names = pipelines.flatMap((one) => [
    nameOf(one.pipeline),
    ...one.stages.map(({ stage }) => reader.stage(stage)),
  ]);
  const words = t.xray.picture;
  const sheet = await paper(width, height, [...names, span, ...Object.values(words), t.xray.few(1), ...t.xray.columns]);
  const { write } = sheet;
  write(words.title, 32, 46, 20, ink.text, { bold: true });
  write(span, width - 32, 46, 15, ink.quiet, { align: 'right' });
  const heads = [words.median, words.p90, words.forward];
  for (const [at, x] of columns.entries()) write(heads[at] ?? '', x, top - 16, 13, ink.quiet, { align: 'right' });

  const reach = (one: Stage) => (one.time.n < enough ? 0 : (one.time.p90 ?? one.time.longest));
  const scale = (right - left) / Math.max(...pipelines.flatMap((one) => one.stages.map(reach)), 1);
  let y = top;
  for (const { pipeline, stages, bottleneck } of pipelines) {
    if (named) {
      write(nameOf(pipeline), 32, y + 20, 14, ink.quiet, { bold: true });
      y += heading;
    }
    for (const one of stages) {
      const slowest = one.stage === bottleneck?.stage;
      stage(sheet, { reader, one, enough, slowest, y, scale });
      y += row;
    }
  }
  sheet.box(32, y + 4, width - 64, 1, ink.line);
  write(words.legend, 32, y + 32, 13, ink.quiet);
  return sheet.png();
}

interface Line {
  reader: Reader;
  one: Stage;
  enough: number;
  slowest: boolean;
  y: number;
  /** So long is a day. */
  scale: number;
}

function stage({ write, bar, box }: Paper, { reader, one, enough, slowest, y, scale }: Line): void {
  const { time } = one;
  const [thick, base] = [26, y + 18];
  write(reader.stage(one.stage), 32, y + 12, 15, slowest ? ink.lost : ink.text, { bold: slowest, most: left - 44 });
  write(`n=${time.n}`, 32, y + 29, 12, ink.quiet);
  bar(left, y, right - left, thick, ink.faint);
  if (time.n < enough) {
    write(reader.t.xray.picture.few, left + 12, base, 13, ink.quiet);
    return;
  }
  const end = left + (time.p90 ?? time.longest) * scale;
  const colour = slowest ? ink.lost : ink.bar;
  box(left, y + thick / 2 - 1, Math.max(0, end - left), 2, colour);
  if (time.p90 !== null) box(end - 2, y + 5, 2, thick - 10, colour);
  const half = (time.median ?? time.longest) * scale;
  bar(left, y, Math.max(6, half), thick, time.median === null ? going : colour);
  const figures = [
    timeSaid(time, 'median', enough),
    timeSaid(time, 'p90', enough),
    shareSaid(reader, one.forward, enough),
  ];
  for (const [at, x] of columns.entries())
    write(figures[at] ?? '', x, base, 15, at === 2 ? ink.won : ink.text, { align: 'right', bold: at !== 1 });
}

import type { Digest } from '../sales/digest.ts';
import { ink, paper, short } from './paper.ts';
import type { Reader } from './reader.ts';

const width = 720;
const height = 400;

/**
 * The digest's picture: a bar for each stage with its number of deals and amount, and the day's won and lost below.
 * PNG bytes, 720 × 400 at twice the resolution; the same on every machine, whatever fonts it has.
 */
export async function pipelineChart(reader: Reader, digest: Digest): Promise<Uint8Array> {
  const { write, bar, box, png } = await paper(width, height, textsOf(reader, digest));
  const { t } = reader;
  const total = digest.pipeline.reduce((sum, one) => sum + one.amount, 0);
  write(t.digest.chart, 32, 46, 20, ink.text, { bold: true });
  write(short(reader, total, digest.currency), width - 32, 46, 20, ink.text, { bold: true, align: 'right' });

  const top = 74;
  const step = (height - top - 76) / Math.max(digest.pipeline.length, 1);
  const largest = Math.max(...digest.pipeline.map((one) => one.amount), 1);
  const left = 150;
  const room = width - left - 150;
  for (const [index, one] of digest.pipeline.entries()) {
    const y = top + index * step;
    const thick = Math.min(30, step * 0.62);
    write(reader.stage(one.stage), 32, y + thick * 0.72, 15, ink.text);
    bar(left, y, room, thick, ink.faint);
    if (one.amount > 0) bar(left, y, Math.max(6, (one.amount / largest) * room), thick, ink.bar);
    const says = `${t.digest.count(one.count)} · ${short(reader, one.amount, digest.currency)}`;
    write(says, width - 32, y + thick * 0.72, 14, ink.text, { align: 'right' });
  }
  box(32, height - 62, width - 64, 1, ink.line);
  const closed = ({ count, amount }: Digest['won']) => `${count} · ${short(reader, amount, digest.currency)}`;
  const below = height - 28;
  write(`${t.digest.won} ${closed(digest.won)}`, 32, below, 15, ink.won, { bold: true });
  write(`${t.digest.lost} ${closed(digest.lost)}`, width / 2 - 60, below, 15, ink.lost, { bold: true });
  write(`${t.digest.stuck} ${digest.stuckCount}`, width - 32, below, 15, ink.quiet, { bold: true, align: 'right' });
  return png();
}

function textsOf({ t, stage }: Reader, { pipeline }: Digest): string[] {
  return [
    t.digest.chart,
    t.digest.won,
    t.digest.lost,
    t.digest.stuck,
    t.digest.count(1),
    ...pipeline.map((one) => stage(one.stage)),
  ];
}

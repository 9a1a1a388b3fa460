import type { Digest } from '../sales/digest.ts';
import { canvasLibrary, familiesFor } from './chart-font.ts';
import type { Reader } from './reader.ts';

type Canvas = typeof import('@napi-rs/canvas');

const width = 720;
const height = 400;
const ink = {
  text: '#1f2329',
  quiet: '#8a919f',
  line: '#e6e8ec',
  bar: '#0c6b5e',
  faint: '#dfeae6',
  won: '#1f9d61',
  lost: '#c2453d',
};
/**
 * The digest's picture: a bar for each stage with its number of deals and amount, and the day's won and lost below.
 * PNG bytes, 720 × 400 at twice the resolution; the same on every machine, whatever fonts it has.
 */
export async function pipelineChart(reader: Reader, digest: Digest): Promise<Uint8Array> {
  const library = await canvasLibrary();
  const family = familiesFor(library, [...textsOf(reader, digest), signs]);
  const canvas = library.createCanvas(width * 2, height * 2);
  const draw = canvas.getContext('2d');
  const write = (
    text: string,
    x: number,
    y: number,
    size: number,
    color: string,
    options: { bold?: boolean; align?: 'left' | 'right' } = {},
  ) => {
    draw.font = `${options.bold ? 700 : 400} ${size}px ${family}`;
    draw.fillStyle = color;
    draw.textAlign = options.align ?? 'left';
    draw.fillText(text, x, y);
  };
  draw.scale(2, 2);
  draw.fillStyle = '#ffffff';
  draw.fillRect(0, 0, width, height);
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
    round(draw, left, y, room, thick, ink.faint);
    if (one.amount > 0) round(draw, left, y, Math.max(6, (one.amount / largest) * room), thick, ink.bar);
    write(
      `${t.digest.count(one.count)} · ${short(reader, one.amount, digest.currency)}`,
      width - 32,
      y + thick * 0.72,
      14,
      ink.text,
      { align: 'right' },
    );
  }
  draw.fillStyle = ink.line;
  draw.fillRect(32, height - 62, width - 64, 1);
  write(
    `${t.digest.won} ${digest.won.count} · ${short(reader, digest.won.amount, digest.currency)}`,
    32,
    height - 28,
    15,
    ink.won,
    { bold: true },
  );
  write(
    `${t.digest.lost} ${digest.lost.count} · ${short(reader, digest.lost.amount, digest.currency)}`,
    width / 2 - 60,
    height - 28,
    15,
    ink.lost,
    { bold: true },
  );
  write(`${t.digest.stuck} ${digest.stuckCount}`, width - 32, height - 28, 15, ink.quiet, {
    bold: true,
    align: 'right',
  });
  return new Uint8Array(canvas.toBuffer('image/png'));
}

/** What an amount may be written with. */
const signs = '0123456789.,-·¥$€£A元万亿KMB ';

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

function round(draw: CanvasContext, x: number, y: number, wide: number, high: number, color: string): void {
  draw.fillStyle = color;
  draw.beginPath();
  draw.roundRect(x, y, wide, high, Math.min(6, wide / 2, high / 2));
  draw.fill();
}

type CanvasContext = ReturnType<ReturnType<Canvas['createCanvas']>['getContext']>;

/** An amount as it fits a picture: ¥120万, $1.2M. */
function short(reader: Reader, amount: number, currency: string): string {
  return new Intl.NumberFormat(reader.language === 'zh' ? 'zh-CN' : 'en-US', {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(amount);
}

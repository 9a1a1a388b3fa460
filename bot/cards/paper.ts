import { canvasLibrary, familiesFor } from './chart-font.ts';
import type { Reader } from './reader.ts';

type Canvas = typeof import('@napi-rs/canvas');
type CanvasContext = ReturnType<ReturnType<Canvas['createCanvas']>['getContext']>;

/** The house's colours in a picture. */
export const ink = {
  text: '#1f2329',
  quiet: '#8a919f',
  line: '#e6e8ec',
  bar: '#0c6b5e',
  faint: '#dfeae6',
  won: '#1f9d61',
  lost: '#c2453d',
};

export interface Style {
  bold?: boolean;
  align?: 'left' | 'right';
  /** No wider than this: a longer text is squeezed. */
  most?: number;
}

/** A white sheet to draw on; lengths are in its own units, which are drawn at twice the resolution. */
export interface Paper {
  write(text: string, x: number, y: number, size: number, color: string, style?: Style): void;
  /** A bar with round corners. */
  bar(x: number, y: number, wide: number, high: number, color: string): void;
  /** A bar with sharp ones: a line, a mark. */
  box(x: number, y: number, wide: number, high: number, color: string): void;
  png(): Uint8Array;
}

/** What an amount, a share and a span may be written with. */
const signs = '0123456789.,-–%()·¥$€£A元万亿KMB> n=';

/** A sheet for these texts (and any number): it looks the same on every machine, whatever fonts that has. */
export async function paper(width: number, height: number, texts: readonly string[]): Promise<Paper> {
  const library = await canvasLibrary();
  const family = familiesFor(library, [...texts, signs]);
  const canvas = library.createCanvas(width * 2, height * 2);
  const draw: CanvasContext = canvas.getContext('2d');
  draw.scale(2, 2);
  draw.fillStyle = '#ffffff';
  draw.fillRect(0, 0, width, height);
  return {
    write(text, x, y, size, color, { bold, align, most } = {}) {
      draw.font = `${bold ? 700 : 400} ${size}px ${family}`;
      draw.fillStyle = color;
      draw.textAlign = align ?? 'left';
      draw.fillText(text, x, y, most);
    },
    bar(x, y, wide, high, color) {
      draw.fillStyle = color;
      draw.beginPath();
      draw.roundRect(x, y, wide, high, Math.min(6, wide / 2, high / 2));
      draw.fill();
    },
    box(x, y, wide, high, color) {
      draw.fillStyle = color;
      draw.fillRect(x, y, wide, high);
    },
    png: () => new Uint8Array(canvas.toBuffer('image/png')),
  };
}

/** An amount as it fits a picture: ¥120万, $1.2M. */
export function short(reader: Reader, amount: number, currency: string): string {
  return new Intl.NumberFormat(reader.language === 'zh' ? 'zh-CN' : 'en-US', {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(amount);
}

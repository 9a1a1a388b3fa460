import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

type Canvas = typeof import('@napi-rs/canvas');

const require = createRequire(import.meta.url);
const base = '@fontsource-variable/noto-sans-sc';
const registered = new Set<string>();
let library: Promise<Canvas> | null = null;
let slices: { name: string; ranges: [from: number, to: number][] }[] | null = null;

/** The drawing library comes with the first picture: an idle bot does without its memory. */
export function canvasLibrary(): Promise<Canvas> {
  library ??= import('@napi-rs/canvas');
  return library;
}

/**
 * The font families that draw these texts, for a `font` setting: Noto Sans SC (OFL), which npm has cut into a hundred
 * slices of characters; only the slices these texts need are read. The machine's own fonts are never asked for.
 */
export function familiesFor(canvas: Canvas, texts: readonly string[]): string {
  const needed = new Set([...texts.join('')].map((letter) => letter.codePointAt(0) ?? 0));
  slices ??= readSlices();
  const used = slices.filter(({ ranges }) =>
    [...needed].some((code) => ranges.some(([from, to]) => code >= from && code <= to)),
  );
  for (const { name } of used) {
    if (registered.has(name)) continue;
    canvas.GlobalFonts.registerFromPath(
      require.resolve(`${base}/files/noto-sans-sc-${name}-wght-normal.woff2`),
      `Genjin ${name}`,
    );
    registered.add(name);
  }
  // Latin first: the slices of Chinese have some of its signs too, in another width.
  return used
    .sort((a, b) => Number(b.name === 'latin') - Number(a.name === 'latin'))
    .map(({ name }) => `"Genjin ${name}"`)
    .join(', ');
}

/** unicode.json: slice → `U+4e00-4e05,U+…`. */
function readSlices() {
  const listed: Record<string, string> = JSON.parse(readFileSync(require.resolve(`${base}/unicode.json`), 'utf8'));
  return Object.entries(listed).map(([name, ranges]) => ({
    name: name.replace(/[[\]]/g, ''),
    ranges: ranges.split(',').map((range): [number, number] => {
      const [from = '0', to = from] = range.slice(2).split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    }),
  }));
}

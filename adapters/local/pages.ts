import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';

export interface Page {
  type: string;
  body: Buffer;
}

const folder = new URL('./page/', import.meta.url);
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Nothing is loaded from elsewhere, nothing inline runs, and no other page may frame this one. */
export const headers = {
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
};

/** The page's files by path, read once: nothing else of the disk can be asked for. */
export async function readPages(): Promise<Map<string, Page>> {
  const names = (await readdir(folder)).filter((name) => extname(name) in types);
  const read = async (name: string): Promise<[string, Page]> => {
    const body = await readFile(new URL(name, folder));
    return [
      name === 'index.html' ? '/' : `/${name}`,
      { type: types[extname(name)] ?? 'application/octet-stream', body },
    ];
  };
  return new Map(await Promise.all(names.map(read)));
}

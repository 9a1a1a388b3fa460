import { readdirSync, readFileSync } from 'node:fs';
import type { Frame } from '../../../adapters/dingtalk/incoming.ts';

const root = new URL('../../fixtures/dingtalk/', import.meta.url);

/** The payload of one fixture file. */
export function fixture<T = Record<string, unknown>>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, root), 'utf8')).payload as T;
}

export function fixtureNames(folder: string): string[] {
  return readdirSync(new URL(`${folder}/`, root)).map((name) => name.replace('.json', ''));
}

/** The lines an official SDK exchanged with a gateway. */
export function wire(file: string): { dir: 'S>C' | 'C>S'; kind: string; v: Record<string, unknown> }[] {
  const text = readFileSync(new URL(`wire/${file}.jsonl`, root), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** A robot message as a frame: a whole captured one, or a documented part laid over it. */
export function robotFrame(name: string): Frame {
  const { headers } = fixture<Frame>('inbound/dm-text.frame.json');
  const payload = fixture(`inbound/${name}.json`);
  const { text: _text, content: _content, ...base } = fixture('inbound/dm-text.json');
  return { headers, data: JSON.stringify(name.startsWith('part-') ? { ...base, ...payload } : payload) };
}

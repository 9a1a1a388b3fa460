import { createHash } from 'node:crypto';

/** A short mark of what a preview showed: with it the yes does that, and what changed meanwhile is shown anew. */
export function markOf(...shown: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 16);
}

/** Whether what is confirmed is what was seen; who says it outright, with no preview before, saw nothing else. */
export function isSeen(input: { seen?: string | undefined }, mark: string): boolean {
  return input.seen === undefined || input.seen === mark;
}

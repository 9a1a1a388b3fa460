import { createHash, randomInt } from 'node:crypto';

/** How long an invitation lasts, in days. */
export const codeDays = 7;

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A one-time code, `XXXX-XXXX`: 31^8 of them, no letters that look alike. */
export function newCode(): string {
  const part = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `${part()}-${part()}`;
}

/** What is kept of a code. */
export function codeHash(code: string): string {
  return createHash('sha256').update(code.trim().toUpperCase()).digest('hex');
}

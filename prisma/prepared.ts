import { createHash } from 'node:crypto';

const most = 500;
const names = new Map<string, string>();

/**
 * The name under which PostgreSQL keeps a statement's plan, the same for the same text: parsing and planning a statement
 * with many parts costs more than running it. The first 500 texts get one; after that, undefined: it is planned anew.
 */
export function preparedName(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= most) return known;
  const name = `p${createHash('sha256').update(text).digest('hex').slice(0, 20)}`;
  names.set(text, name);
  return name;
}

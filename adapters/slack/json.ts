/** Payloads are read field by field: what is not there or of another type is empty. */
export type Json = Record<string, unknown>;

/** An object, or an empty one. */
export function json(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** An object out of its JSON, or an empty one. */
export function parse(text: string): Json {
  try {
    return json(JSON.parse(text));
  } catch {
    return {};
  }
}

/** A string, or an empty one. */
export function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

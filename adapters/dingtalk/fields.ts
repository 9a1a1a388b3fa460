/** What came from outside: DingTalk adds and leaves out fields as it likes, so nothing about them is taken for granted. */
export type Fields = Record<string, unknown>;

/** A JSON object; null when it is something else or broken. */
export function parse(json: string): Fields | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

/** The fields of what should be an object; none when it is not. */
export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** A value as text; DingTalk gives some numbers and booleans as strings, and some not. */
export function text(value: unknown): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}

/** A time in milliseconds. */
export function moment(value: unknown, otherwise: Date): Date {
  const at = new Date(Number(value));
  return value === undefined || Number.isNaN(at.getTime()) ? otherwise : at;
}

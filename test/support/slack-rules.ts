/** A small language of rules: a rule looks at a value and says at which path it breaks which limit. */
export type Fail = (path: string, message: string) => void;
export type Rule = (value: unknown, path: string, fail: Fail) => void;

const optionalRules = new WeakSet<Rule>();

export const any: Rule = () => {};

export function optional(rule: Rule): Rule {
  const wrapped: Rule = (value, path, fail) => rule(value, path, fail);
  optionalRules.add(wrapped);
  return wrapped;
}

export const bool: Rule = (value, path, fail) => {
  if (typeof value !== 'boolean') fail(path, 'must be true or false');
};

/** Slack counts code points. */
export function string(max = Number.POSITIVE_INFINITY, min = 0): Rule {
  return (value, path, fail) => {
    if (typeof value !== 'string') return fail(path, 'must be a string');
    const length = [...value].length;
    if (length > max) fail(path, `must be at most ${max} characters, has ${length}`);
    if (length < min) fail(path, `must be at least ${min} characters`);
  };
}

export function number(range: { min?: number; max?: number; above?: number } = {}): Rule {
  return (value, path, fail) => {
    if (typeof value !== 'number') return fail(path, 'must be a number');
    if (range.min !== undefined && value < range.min) fail(path, `must be at least ${range.min}`);
    if (range.max !== undefined && value > range.max) fail(path, `must be at most ${range.max}`);
    if (range.above !== undefined && value <= range.above) fail(path, `must be above ${range.above}`);
  };
}

export function oneOf(...allowed: unknown[]): Rule {
  return (value, path, fail) => {
    if (!allowed.includes(value)) fail(path, `must be one of ${allowed.join(', ')}`);
  };
}

export function list(rule: Rule, max = Number.POSITIVE_INFINITY, min = 0): Rule {
  return (value, path, fail) => {
    if (!Array.isArray(value)) return fail(path, 'must be a list');
    if (value.length > max) fail(path, `must have at most ${max} items, has ${value.length}`);
    if (value.length < min) fail(path, `must have at least ${min} items`);
    for (const [i, item] of value.entries()) rule(item, `${path}/${i}`, fail);
  };
}

/** All fields needed unless optional, and no others. */
export function object(fields: Record<string, Rule>): Rule {
  return (value, path, fail) => {
    if (!isRecord(value)) return fail(path, 'must be an object');
    for (const [name, rule] of Object.entries(fields)) {
      if (value[name] !== undefined) rule(value[name], `${path}/${name}`, fail);
      else if (!optionalRules.has(rule)) fail(`${path}/${name}`, 'is missing');
    }
    for (const name of Object.keys(value)) if (!Object.hasOwn(fields, name)) fail(`${path}/${name}`, 'is not known');
  };
}

/** An object of one of several types, by its `type`. */
export function tagged(kinds: Record<string, Rule>): Rule {
  return (value, path, fail) => {
    const type = isRecord(value) ? String(value.type) : '';
    const rule = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
    if (!rule) return fail(path, `unsupported type ${type}`);
    rule(value, path, fail);
  };
}

export function both(...rules: Rule[]): Rule {
  return (value, path, fail) => {
    for (const rule of rules) rule(value, path, fail);
  };
}

/** A condition on an object that no single field shows. */
export function when(broken: (value: Record<string, unknown>) => boolean, message: string): Rule {
  return (value, path, fail) => {
    if (isRecord(value) && broken(value)) fail(path, message);
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

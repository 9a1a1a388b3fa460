/**
 * A pure reading of a text that is asked for many times while one sentence is understood, done once: the last few answers
 * are kept by `key`. Callers must not change what they get.
 */
export function remember<A extends unknown[], R>(
  read: (...args: A) => R,
  key: (...args: A) => string,
  most = 200,
): (...args: A) => R {
  const kept = new Map<string, R>();
  return (...args) => {
    const name = key(...args);
    const known = kept.get(name);
    if (known !== undefined) return known;
    const made = read(...args);
    if (kept.size >= most) kept.clear();
    // A long text is read once and would only fill the memory.
    if (name.length < 700) kept.set(name, made);
    return made;
  };
}

/** A model that wraps its answer in more than this many braces is not talking JSON. */
const mostTries = 20;

/**
 * The JSON object in what a model said: without the thoughts and fences around it. Undefined when there is none, or more
 * than one that could be the answer.
 */
export function findAnswer(said: string): unknown {
  const spoken = withoutThoughts(said);
  const found: unknown[] = [];
  let from = spoken.indexOf('{');
  for (let tries = 0; from >= 0 && tries < mostTries; tries++) {
    const to = closing(spoken, from);
    const value = to > 0 ? parse(spoken.slice(from, to)) : undefined;
    if (value !== undefined && Object.hasOwn(value, 'intents')) found.push(value);
    from = spoken.indexOf('{', value === undefined ? from + 1 : to);
  }
  return found.length === 1 ? found[0] : undefined;
}

/** What follows the last thought; some templates send a thought's end without its beginning, or the reverse. */
function withoutThoughts(said: string): string {
  const lower = said.toLowerCase();
  const end = Math.max(lower.lastIndexOf('</think>'), lower.lastIndexOf('</thinking>'));
  if (end >= 0) return said.slice(end + '</think>'.length);
  const begin = lower.search(/<think(?:ing)?>/);
  return begin >= 0 ? said.slice(0, begin) : said;
}

/** Where the object that opens at `from` has closed; -1 when it never does. */
function closing(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char === '\\') at++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at + 1;
  }
  return -1;
}

function parse(text: string): object | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

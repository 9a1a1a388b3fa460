import type { Context } from './context.ts';

const word = /(?<![\w'@.#-])[a-z]{3,20}s(?=\s[a-z\d$])/gi;

/** Acmes budget, leo grants based in Denver: the apostrophe that thumbs leave out behind a name we know. */
export function possessed(text: string, context: Context): string {
  const { names } = context;
  if (!names || /\p{Script=Han}/u.test(text)) return text;
  let full = text;
  for (const { 0: said, index } of text.matchAll(word)) {
    const at = index + said.length - 1 + (full.length - text.length);
    const known = names.find(full);
    if (/ss$/i.test(said) || known.some(({ start, end }) => start <= at && at < end)) continue;
    const marked = `${full.slice(0, at)}'${full.slice(at)}`;
    if (names.find(marked).some(({ end }) => end === at)) full = marked;
  }
  return full;
}

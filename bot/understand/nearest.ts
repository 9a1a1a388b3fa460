import type { IntentName } from '../intents.ts';
import { examples } from './examples.ts';

/** Parts of a text that two sentences may share: pairs of Chinese characters, and words. */
function grams(text: string): Set<string> {
  const found = new Set<string>();
  for (const [run] of text.toLowerCase().matchAll(/\p{Script=Han}+/gu))
    for (let at = 0; at + 1 < run.length; at++) found.add(run.slice(at, at + 2));
  for (const [word] of text.toLowerCase().matchAll(/[a-z]{2,}/g)) found.add(word.replace(/(?:ing|ed|s)$/, ''));
  if (/\d\s?(?:万|w|k|元|块|%|折)|[¥$€]/i.test(text)) found.add('money');
  if (/[点号日周月]|\b(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|tmrw|today|next|pm|am)\b/i.test(text)) found.add('when');
  return found;
}

const all = (['zh', 'en'] as const).flatMap((language) =>
  Object.entries(examples).flatMap(([name, said]) =>
    said[language]
      .filter((text) => !text.startsWith('/'))
      .map((text) => ({ name, language, text, grams: grams(text) })),
  ),
);
const weight = new Map<string, number>();
for (const one of all) for (const gram of one.grams) weight.set(gram, (weight.get(gram) ?? 0) + 1);

/** What to try when nothing of a text is like anything. */
const usual: IntentName[] = ['activity.log', 'deal.move'];

/** The records that the examples speak of. */
const sample = { zh: /恒通精密|恒通/g, en: /Northwind/g };

/** An example with the person's own record in the place of the one it was written with. */
export const withRecord = (text: string, language: 'zh' | 'en', record: string | null): string =>
  record === null ? text : text.replace(sample[language], () => record);

/**
 * The `count` things one could have said that are nearest to a text nobody understood, each of another kind, made of
 * `record`, the name of a record of the person's own.
 */
export function nearest(text: string, language: 'zh' | 'en', record: string | null, count = 2): string[] {
  const said = grams(text);
  const scored = all
    .filter((one) => one.language === language)
    .map((one) => {
      const shared = [...one.grams].filter((gram) => said.has(gram));
      const score = shared.reduce((sum, gram) => sum + 1 / (weight.get(gram) ?? 1), 0);
      return { ...one, score: score / Math.sqrt(one.grams.size) };
    })
    .sort((a, b) => b.score - a.score);
  const likely = scored.filter(({ score }) => score > 0);
  const kinds = [...new Set([...likely.map(({ name }) => name), ...usual])].slice(0, count);
  return kinds.map((name) => {
    const one = scored.find((example) => example.name === name) ?? scored[0];
    return withRecord(one?.text ?? '', language, record);
  });
}

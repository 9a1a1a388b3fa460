import type { Field, Named, Pipeline, Playbook, Stage, Tier } from './schema.ts';

/** Half and full width, case, blanks and punctuation make no difference to what a person means. */
const fold = (said: string) =>
  said
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');

const spellings = (thing: Named) => [thing.key, thing.name.zh, thing.name.en, ...thing.words].map(fold);

/**
 * The thing of a list a person called so: by key, by its name in either language or by one of its words; else the only
 * one with a spelling that begins so (two Latin letters at least). Null when there is none or more than one.
 */
export function find<T extends Named>(list: readonly T[], said: string): T | null {
  const wanted = fold(said);
  if (!wanted) return null;
  const exact = list.filter((thing) => spellings(thing).includes(wanted));
  if (exact.length > 0) return exact.length === 1 ? (exact[0] ?? null) : null;
  if (/^[a-z0-9]$/.test(wanted)) return null;
  const begun = list.filter((thing) => spellings(thing).some((spelling) => spelling.startsWith(wanted)));
  return begun.length === 1 ? (begun[0] ?? null) : null;
}

/** The thing of a list a sentence speaks of: the one with the longest spelling in it. Null when there is none. */
export function mentioned<T extends Named>(list: readonly T[], sentence: string): T | null {
  const said = fold(sentence);
  const spoken = ` ${sentence
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  let best: T | null = null;
  let length = 1;
  for (const thing of list) {
    for (const name of [thing.name.zh, thing.name.en, ...thing.words, thing.key]) {
      const spelling = fold(name);
      if (spelling.length <= length) continue;
      // Latin words count as whole words only: "cost" is not in "Costa".
      const latin = /^[\p{Script=Latin}\p{N}]+$/u.test(spelling);
      const words = name
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      if (latin ? spoken.includes(` ${words} `) : said.includes(spelling)) {
        best = thing;
        length = spelling.length;
      }
    }
  }
  return best;
}

/** The stage a person means (「报价」, 「报价阶段」, "quote stage"), of one pipeline. Null when unknown or unclear. */
export function findStage(playbook: Playbook, pipeline: string, said: string): Stage | null {
  const stages = playbook.pipelines.find(({ key }) => key === pipeline)?.stages ?? [];
  return find(stages, said) ?? find(stages, said.trim().replace(/(阶段|階段|环节|\s+(stage|phase))$/i, ''));
}

/** The pipeline a person means (「渠道流程」, "the channel pipeline"). Null when unknown or unclear. */
export function findPipeline({ pipelines }: Playbook, said: string): Pipeline | null {
  const bare = said.trim().replace(/^the\s+|(的?流程|\s+(pipeline|process))$/gi, '');
  return find(pipelines, said) ?? find(pipelines, bare) ?? find(pipelines, `${bare}流程`);
}

/** The field of a deal a person means. Null when unknown or unclear. */
export const findField = (playbook: Playbook, said: string): Field | null => find(playbook.fields, said);

/** The objection a person means, also out of a whole sentence (「客户说太贵了」). Null when unknown. */
export const findObjection = (playbook: Playbook, said: string): Named | null =>
  find(playbook.objections, said) ?? mentioned(playbook.objections, said);

/** The industry a person means, also out of a longer name (「精密制造业」). Null when unknown. */
export const findIndustry = (playbook: Playbook, said: string): Named | null =>
  find(playbook.industries, said) ?? mentioned(playbook.industries, said);

/** The channel a lead came by, also out of a longer name (「上海工博会展会」). Null when unknown. */
export const findChannel = (playbook: Playbook, said: string): Named | null =>
  find(playbook.channels, said) ?? mentioned(playbook.channels, said);

/** The tier a person means. Null when unknown or unclear. */
export const findTier = (playbook: Playbook, said: string): Tier | null =>
  playbook.tiers.find(({ key }) => key.toLowerCase() === said.trim().toLowerCase()) ?? find(playbook.tiers, said);

/** The option of a choice field a person means, also out of a sentence. Null when unknown or no choice. */
export const findOption = (field: Field, said: string): Named | null =>
  find(field.options ?? [], said) ?? mentioned(field.options ?? [], said);

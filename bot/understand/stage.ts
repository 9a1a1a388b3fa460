import type { Context } from './context.ts';
import { findWords, lookUp } from './words.ts';

const tidy = (text: string) => text.trim().replace(/^["'([:\s]+|["')\].,;!\s]+$/g, '');
const suffix = /(?:这个)?(?:阶段|环节|状态)?了?$|\s+(?:stage|phase|step)$/i;

/** The stage a text is, as a whole: its key, or null when there is none of that name. */
export function knownStage(text: string, context: Context): string | null {
  const said = tidy(text);
  return lookUp(context.stages, said) ?? lookUp(context.stages, said.replace(suffix, ''));
}

/**
 * The stage at the head of a text: the key of a known one, or else its first words as they were said, so that the answer
 * can tell which stages there are. `rest` is what follows it. Null when nothing is said.
 */
export function takeStage(
  text: string,
  context: Context,
): { stage: string; known: boolean; rest: string; length: number } | null {
  const body = text.replace(/^["'\s:([]+/, '');
  const skipped = text.length - body.length;
  const first = findWords(context.stages, body).find(
    ({ start }) => start === 0 || /^(?:the|阶段|stage)\s?$/i.test(body.slice(0, start)),
  );
  if (first) {
    const rest = body
      .slice(first.end)
      .replace(
        /^["')\]]*(?:这个|这一?|那一?)?(?:阶段|环节|流程|步骤|步|\s?stage|\s?phase)?(?:走|去)?(?:了|吧|哈){0,10}/i,
        '',
      );
    return { stage: first.value, known: true, rest, length: skipped + body.length - rest.length };
  }
  const word = /^[^\s,;.!?\n"')]+(?:\s(?:stage|阶段))?/i.exec(body)?.[0];
  if (!word) return null;
  const stage = word.replace(suffix, '') || word;
  return { stage, known: false, rest: body.slice(word.length), length: skipped + word.length };
}

const wonWords = ['won', '赢单', '赢', 'closed won'];
const lostWords = ['lost', '输单', '输', '丢单', 'closed lost'];

/** The team's own name for winning or losing: the stage one of whose words is that. The plain word when there is none. */
export function endStage(won: boolean, context: Context): string {
  for (const word of won ? wonWords : lostWords) {
    const key = lookUp(context.stages, word);
    if (key) return key;
  }
  return won ? 'won' : 'lost';
}

export const isLost = (stage: string, context: Context): boolean => stage === endStage(false, context);

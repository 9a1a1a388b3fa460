import { kindOf, spans } from './story/correct-kinds.ts';

const tail = /[,\s]{0,2}(?:而)?不是\s?([^,;\s]{1,12})$|,?\s(?:and\s)?not\s(?:(?:on|until)\s)?((?:the\s)?[^,;]{1,16})$/i;

/** 55k closing end of January not the 14th: what something is not, of the same kind as what it is said to be, tells nothing more. */
export function withoutContrast(text: string): string {
  const match = tail.exec(text);
  const not = match?.[1] ?? match?.[2];
  const kind = not ? (kindOf(not) ?? kindOf(not.replace(/^the\s/i, ''))) : null;
  if (!match || kind !== 'when' || match.index < 4) return text;
  const front = text.slice(0, match.index);
  return spans(kind, front).length > 0 ? front : text;
}

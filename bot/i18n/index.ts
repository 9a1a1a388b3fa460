export { appointment, day, dayAndWeekday, discount, masked, moment, money, percent, phone } from './format.ts';

import { en } from './en.ts';
import type { Language } from './format.ts';
import { type Words, zh } from './zh.ts';

const languages: Record<Language, Words> = { zh, en };

/** The strings of a language. */
export function wordsOf(language: string): Words {
  return languages[language === 'en' ? 'en' : 'zh'];
}

export type { Language, Words };

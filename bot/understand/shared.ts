import type { Intent, IntentName } from '../intents.ts';
import type { Context, Draft, Found, Rule } from './context.ts';
import { findWords, lookUp } from './words.ts';

/** Commands are short; a longer text can only be a lead or the story of a visit. */
export const longestCommand = 400;

/** A text's first part, at most so many characters and to the end of a clause or word if there is one, and what follows. */
export function cutAt(text: string, most: number): [string, string] {
  if (text.length <= most) return [text, ''];
  const at = Math.max(...[',', '.', ';', '\n', ' '].map((mark) => text.lastIndexOf(mark, most)), most / 2);
  return [text.slice(0, at), text.slice(at).trim()];
}

/** A command read from the whole of a text. */
export const whole = (text: string, draft: Draft, confidence = 0.95, leftover = ''): Found => ({
  ...draft,
  confidence,
  leftover,
  from: 0,
  to: text.length,
});

/** A rule for a fixed wording: the whole text must match; what the groups hold makes the input. */
export const says =
  <N extends IntentName>(
    name: N,
    pattern: RegExp,
    input: (match: RegExpExecArray, context: Context) => Extract<Intent, { name: N }>['input'] | null,
    confidence = 0.95,
  ): Rule =>
  (text, context) => {
    const match = pattern.exec(text);
    const made = match && input(match, context);
    return made ? whole(text, { name, input: made as Record<string, unknown> }, confidence) : null;
  };

const roleWords = [
  { key: 'rep', words: ['销售', '业务员', '销售员', '业务', 'sales', 'sales rep', 'salesperson', 'rep'] },
  {
    key: 'manager',
    words: [
      '主管',
      '经理',
      '销售经理',
      '销售主管',
      '团队长',
      '组长',
      'manager',
      'sales manager',
      'lead',
      'team lead',
      'supervisor',
    ],
  },
  { key: 'admin', words: ['管理员', '管理', 'admin', 'administrator'] },
];
const languageWords = [
  { key: 'zh', words: ['中文', '汉语', '普通话', '简体', '简体中文', 'chinese', 'mandarin', '中'] },
  { key: 'en', words: ['英文', '英语', 'english', '英'] },
];

export const readRole = (text: string) => lookUp(roleWords, text.trim()) as 'rep' | 'manager' | 'admin' | null;
export const readLanguage = (text: string) =>
  lookUp(languageWords, text.trim().replace(/语言$/, '')) as 'zh' | 'en' | null;

/** Role, language and team out of the words that describe a person. */
export function describe(words: string): { role?: 'rep' | 'manager' | 'admin'; language?: 'zh' | 'en'; team?: string } {
  const made: { role?: 'rep' | 'manager' | 'admin'; language?: 'zh' | 'en'; team?: string } = {};
  const rest: string[] = [];
  for (const piece of words.split(/[\s,;|]+/)) {
    if (/^(?:as|an?|in|on|to|the|是|为|team|role|language|speaks|speaking|语言|角色|团队|并|and)?$/i.test(piece))
      continue;
    const role = readRole(piece);
    const language = readLanguage(piece);
    if (role && !made.role) made.role = role;
    else if (language && !made.language) made.language = language;
    else rest.push(piece);
  }
  if (rest.length > 0) made.team = rest.join(' ').slice(0, 200);
  return made;
}

/** The objection some words speak of: its key, or the words themselves when the playbook has none such. */
export function readObjection(text: string, context: Context): string | null {
  const said = text.trim().replace(/^["'\s,:]+|["'\s,:?!.]{1,40}$/g, '');
  if (said === '') return null;
  return lookUp(context.objections, said) ?? findWords(context.objections, said)[0]?.value ?? said.slice(0, 200);
}

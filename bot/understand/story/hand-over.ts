import type { Context, Found, Rule } from '../context.ts';
import { cleanRef, resolve } from '../refs.ts';
import { nameOf } from './names.ts';

const ends = '(?:名下|负责|跟进?|接手|来跟|去跟|继续跟|处理|管)?了?吧?';
const passes = '转给|转交给?|移交给?|交接给';
/** What goes, then to whom. */
const given = [
  new RegExp(
    `^(?:请|帮我|麻烦)?(?:把|将)\\s?([^,;]{0,40}?)\\s?(?:这单|那单|这个单子|那个单子|的单子|单子|客户|商机)?\\s?(?:${passes}|交给|分给|给|让给|转到|分配给)\\s?([^\\s,;]{1,20}?)\\s?${ends}$`,
    'u',
  ),
  new RegExp(
    `^([^,;]{0,30}?)\\s?(?:这单|那单|的单子|以后|后面|就)?\\s?(?:${passes})\\s?([^\\s,;]{1,20}?|[A-Z]\\w+\\s[A-Z]\\w+)\\s?${ends}$`,
    'u',
  ),
  /^(?:please\s)?(?:give|hand(?:\s?over)?|assign|transfer|reassign|pass|hand off)\s(?:the\s)?(.{1,60}?)(?:\sdeal|\saccount)?\s(?:over\s)?to\s([\p{L}][\p{L}'.-]*(?:\s[\p{L}][\p{L}'.-]*)?)$/iu,
];
const nobody = /(?:team|组|队|部|区)$|^(?:他|她|他们|客户|对方|him|her|them|it)$/i;

/** Who is to have it, and what it is: said so freely that the one must be a colleague we know. */
const owned: [RegExp, 'who-what' | 'what-who'][] = [
  [
    /^([\p{L}][\w .'-]{1,40}?)\s(?:owns|takes over|is taking over|will own|handles|will handle|is on|will run|picks up|gets|has)\s(.{2,40}?)(?:\sfrom now on|\sfrom here|\snow)?$/iu,
    'who-what',
  ],
  [
    /^(?:please\s)?(?:let|have)\s([\p{L}][\w .'-]{1,40}?)\s(?:run|take(?: over)?|handle|own|work|have)\s(.{2,40}?)(?:\sfrom now on|\sfrom here|\snow)?$/iu,
    'who-what',
  ],
  [/^(?:please\s)?put\s([\p{L}][\w .'-]{1,40}?)\son\s(.{2,40})$/iu, 'who-what'],
  [
    /^(.{2,40}?)\s(?:goes to|is going to|moves to|belongs to|should go to|is with)\s([\p{L}][\w .'-]{1,40}?)(?:\sfrom now on|\snow)?$/iu,
    'what-who',
  ],
  [/^(.{2,40}?)\sis\s([\p{L}][\w .-]{1,40}?)'s?(?:\sfrom now on|\snow)?$/iu, 'what-who'],
  [
    /^(?:以后|后面|今后)?(?:让|由)?\s?([\p{Script=Han}\w ]{2,12}?)\s?(?:来)?(?:接手|接管|负责)\s?(\S{2,16}?)(?:这单|那单|的单子)?了?吧?$/u,
    'who-what',
  ],
  [
    /^(\S{2,16}?)(?:这单|那单|的单子)?(?:以后|后面|今后|就)?(?:换成?|改成?|改由|换由|交|分)(?:给|由)?\s?([\p{Script=Han}\w ]{2,12}?)\s?(?:来)?(?:跟进?|管|负责|接手)?了?吧?$/u,
    'what-who',
  ],
];
/** 恒通以后归王磊管: said of whoever it is. */
const belongs =
  /^(?:以后|后面|今后)?\s?([^,;\s]{2,20}?)(?:以后|后面|今后)?(?:归|由|让)\s?([^\s,;]{2,12}?)\s?(?:管|跟|负责|来跟|接手)了?吧?$/u;

const found = (deal: string, to: string, end: number): Found => ({
  name: 'deal.give',
  input: { deal, to },
  confidence: 0.85,
  leftover: '',
  from: 0,
  to: end,
});

/** The colleague that words name and nothing else. */
function colleague(said: string, context: Context): string | null {
  const one = context.names?.find(said).find(({ kind }) => kind === 'person');
  return one?.start === 0 && one.end === said.length ? said : null;
}

function freely(text: string, context: Context): Found | null {
  for (const [pattern, order] of owned) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [a, b] = [(match[1] as string).trim(), (match[2] as string).trim()];
    const to = colleague(order === 'who-what' ? a : b, context);
    const name = to && nameOf(order === 'who-what' ? b : a, context);
    const deal = name === null || name === undefined ? null : resolve(name, context, ['deal', 'customer', 'lead']);
    if (to && deal) return found(deal, to, match[0].length);
  }
  const match = belongs.exec(text);
  const deal = match && nameOf(match[1] as string, context);
  return match && deal ? found(deal, match[2] as string, match[0].length) : null;
}

/** A deal or customer that goes to a colleague. */
export const handOver: Rule = (text, context) => {
  const match = given.map((pattern) => pattern.exec(text)).find((one) => one !== null);
  if (!match) return freely(text, context);
  if (nobody.test(match[2] as string)) return null;
  const name = nameOf(match[1] as string, context);
  if (name === null || /不$/.test((match[1] as string).trim())) return null;
  const deal = resolve(name, context, ['deal', 'customer', 'lead']);
  const person = context.names?.find(match[2] as string).find(({ kind }) => kind === 'person');
  const to = person ? (match[2] as string).slice(person.start, person.end) : cleanRef(match[2] as string);
  const one = { ...found('', to, match[0].length), confidence: 0.9 };
  return deal ? { ...one, input: { deal, to } } : { ...one, input: { to }, missing: ['deal'] };
};

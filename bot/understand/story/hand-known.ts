import { beyond } from '../bag.ts';
import type { Context, Draft, Rule } from '../context.ts';
import { cleanRef, isPronoun, resolve } from '../refs.ts';

const gives =
  /转交给?|移交给?|交接给?|转给|分配给|分给|交给|让给|派给|划给|过给|assign给|给|归|\b(?:give|hand(?:ing|ed)?|assign(?:ing|ed)?|reassign(?:ed)?|transfer(?:ring|red)?|pass(?:ing|ed)?|switch(?:ed)?|goes to|go to|going to|moves? to|handed to|belongs? to|over to)\b/giu;
const around =
  /这[几两三四五六七八九十]?[单家个条]|那[几两三四五六七八九十]?[单家个条]|单子?|商机|客户|项目|以后|之后|后面|今后|就|也|都|全|吧|来|跟进?|负责|管|接手|名下|现在|和|跟|与|以及|还有|&|\b(?:deals?|accounts?|opp(?:ortunity)?|customers?|and|both|should|from now on|from here|now|over|to|off|then|he|she|it|will|all|those|that|this|one|go|goes|his|her)\b|'s/giu;
/** Why it goes over: who gives it is away or has enough to do, or who gets it knows them better. */
const reason =
  /休[假产年病]|产假|年假|病假|请假|出差|离职|调岗|转岗|跟不动|跟不过来|忙不过来|没时间|没精力|太忙|手上.{0,4}多|(?:他|她)的?(?:区域|地盘|行业|片区)|(?:他|她)(?:更|比较)?(?:熟|懂|认识|有经验)|离.{0,6}近|\b(?:on leave|leave|vacation|pto|holiday|parental|out (?:of office|next|from|until|this|all)|swamped|overloaded|slammed|full plate|bandwidth|no time|territory|region|patch|vertical|knows? (?:them|him|her)|closer|relationship|too busy)\b/iu;

/** What one clause gives to the one colleague it names; null when it says anything else. */
function given(clause: string, context: Context): Draft[] | null {
  const known = context.names?.find(clause) ?? [];
  const people = known.filter(({ kind }) => kind === 'person');
  const records = known.filter(({ kind }) => kind === 'customer' || kind === 'lead');
  const numbers = [...clause.matchAll(/#\d{1,9}/g)].map((one) => ({
    start: one.index,
    end: one.index + one[0].length,
  }));
  const [person] = people;
  if (!person || people.length > 1 || known.length !== people.length + records.length) return null;
  const things = [...records, ...numbers].sort((a, b) => a.start - b.start);
  let rest = clause;
  for (const { start, end } of [...things, person].sort((a, b) => b.start - a.start))
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  if (rest.search(gives) < 0 || beyond(rest, gives, around) !== '') return null;
  // 给张伟恒通 and "give Maria Lumen" give to who stands first; 张伟给恒通 does something else.
  if (person.start < (things[0]?.start ?? 0) && clause.slice(0, person.start).search(gives) < 0) return null;
  const to = clause.slice(person.start, person.end);
  const deals = things.map(({ start, end }) => cleanRef(clause.slice(start, end)));
  if (deals.length === 0) {
    const pointed = clause.slice(0, person.start).replace(gives, '').trim();
    const about =
      pointed === '' || isPronoun(cleanRef(pointed)) ? resolve('', context, ['deal', 'customer', 'lead']) : null;
    return about ? [{ name: 'deal.give', input: { deal: about, to } }] : null;
  }
  return deals.map((deal) => ({ name: 'deal.give', input: { deal, to } }));
}

/** Deals that go to a colleague we know, with or without why: #56给陈静, Redwood should go to Maria, it's her territory. */
export const handKnown: Rule = (text, context) => {
  if (text.length > 120 || text.search(gives) < 0) return null;
  const han = /\p{Script=Han}/u.test(text);
  const pieces = [text.split(/[,;.]\s?/), ...(han ? [text.split(/[,;\s]\s?/)] : [])];
  for (const clauses of pieces) {
    const read = clauses.map((clause) => given(clause, context));
    const gifts = read.filter((one) => one !== null);
    const others = clauses.filter((clause, at) => read[at] === null && clause.trim() !== '');
    const [gift] = gifts;
    if (!gift || gifts.length > 1 || !others.every((clause) => reason.test(clause))) continue;
    const [first, ...more] = gift as [Draft, ...Draft[]];
    const found = { ...first, confidence: 0.9, leftover: '', from: 0, to: text.length };
    return more.length > 0 ? { ...found, more } : found;
  }
  return null;
};

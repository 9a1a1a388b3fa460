import type { Reading } from '../context.ts';
import { hasFirstName } from '../first-names.ts';
import { findTitled, readPerson } from '../people.ts';

/** Words that say who decides; of the English verbs the person stands in front. */
const decides =
  /(?:决策人|拍板的?人?|说了?算的?|做主的?|签字的?人?|点头的?才算|一锤定音的?|有决定权的?|decision[ -]?maker|(?:the )?(?:one|guy|gal|person|man|woman|lady|boss) (?:who|that) (?:(?:actually|really|finally) )?(?:decides|signs off|signs|approves|makes the (?:final )?(?:call|decision)|has the (?:final|last) say|calls the shots|holds the (?:purse|budget))|decider|economic buyer|(?:signs? off|calls the shots|makes the (?:final )?(?:call|decision)|has (?:the )?(?:final|last) (?:say|word)|holds the (?:purse|budget)|gives the final (?:ok|nod)|has the final sign[- ]off)(?: on (?:it|this|everything))?(?: (?:him|her)self)?)/i;
const verb = /^(?:sign|call|make|has|hold|give)/i;
const roleZh =
  '老板娘|大?老板|老总|[一二]把手|董事会|总部|集团|(?:财务|采购|技术|生产|行政|人事|市场|运营|销售|信息)?(?:总监|经理|主管|部长|副总|总裁|董事长|总经理|厂长|院长|校长|店长|主任|负责人|部门?)|法人';
const roleEn =
  '(?:CEO|CFO|COO|CTO|CIO|CMO|CPO|VP|MD|GM|[Pp]resident|[Oo]wner|[Ff]ounder|[Dd]irector|[Bb]oard)(?:\\s(?:of|for)\\s[A-Z]\\w+|\\s[A-Z]\\w+)?';
const behind = new RegExp(
  `^(?:的)?\\s?(?:弄清楚了|搞清楚了|定了|变了|也|应该|其实|[\\s,])*(?:is|was|now|are|=|:|是|换成了?|变成了?|改成了?|换了|现在是|归|由|\\s)*\\s?(?:他们|对方|客户|公司|那边|his|her|their|the|our)?的?\\s?(${roleZh}|[\\p{L}][\\p{L}\\s.'()/-]{1,40}?)(?:\\s(?:now|btw|at|over|for)\\b.*)?$`,
  'iu',
);
const beforeZh = new RegExp(
  `(?:^|[\\s,的]|是|由|归|他们|对方|客户|得|要|等|那边)(${roleZh}|${roleEn})\\s?(?:那边)?(?:是|就是|才是|才|来|最后|最终|自己|一个人)*\\s?$`,
  'u',
);
const beforeEn = /(?:^|[\s,;])((?:\p{Lu}[\p{L}'.-]*|[a-z]{3,12}$)(?:\s\p{Lu}[\p{L}'.-]*){0,2}|[a-z]{3,12})\s?$/u;
const isThe = /\s(?:is|will be|becomes|became|is now)\s(?:now\s)?(?:the|our|their)?\s?(?:real\s|final\s|key\s)?$/i;
/** Not the one but the other: 拍板的不是何工,是范总. */
const instead =
  /^\S{2,6}?的?人?(?:其实|真正|现在)?(?:不是|并非)[^,;]{1,8}?[,\s]{0,2}(?:而)?是(?:他们|对方|人家)?的?(?:新来|新上任|新任|刚来|现在)?的?([\p{Script=Han}A-Za-z]{2,12}?)(?=$|[\s,;]|记一下|说了算)|^[^,;]{4,40}?\s?(?:is not|isn't|is no longer|wasn't)\s[^,;]{2,30}?(?:,\s|\s)(?:but\s|it'?s\s|it is\s){1,2}(?:(?:the|their)\s)?(?:new\s)?(?:(?:VP|CEO|CFO|COO|CTO|CIO|MD|GM|director|head|manager|owner|boss)(?:\sof\s\w+)?,?\s)?(\p{Lu}[\p{L}'.-]*(?:\s\p{Lu}[\p{L}'.-]*){0,2})/u;
/** Whether a text that begins with the word for who decides says that it is not the one but the other. */
export const contrast = (text: string): RegExpExecArray | null => instead.exec(text);
const noName =
  /^(?:who|he|she|they|it|that|which|also|only|always|still|and|but|so|then|the|our|their|nobody|someone|anyone|team|customer|client)$/i;

/** Who decides, and the words that say so: 拍板的是李总, 是老板娘说了算, CFO signs off, the decision maker is Lena. */
export function deciderIn(text: string): Reading<string> | null {
  const match = decides.exec(text);
  if (!match) return null;
  const other = contrast(text.slice(match.index));
  if (other) {
    const end = match.index + other[0].length;
    const person = readPerson((other[1] ?? other[2]) as string);
    return person ? { start: match.index, end, value: person } : null;
  }
  const from = match.index;
  const to = from + match[0].length;
  const people = findTitled(text).filter(
    // 格林是老板娘 names no 林是老板.
    ({ start, end, value }) => (start >= to || end <= from) && !/[是的]/.test(value),
  );
  const one = people.length === 1 ? people[0] : undefined;
  const span = (start: number, end: number, value: string) => ({
    start: Math.min(start, from),
    end: Math.max(end, to),
    value,
  });
  if (one && !/(?:换|改|变)$/.test(text.slice(0, one.start))) return span(one.start, one.end, one.value);
  const before = text.slice(0, from);
  const chinese = beforeZh.exec(before);
  if (chinese) {
    const at = chinese.index + chinese[0].indexOf(chinese[1] as string);
    return span(at, to, chinese[1] as string);
  }
  const first = verb.test(match[0])
    ? before.replace(/\s(?:also|still|now|always|really)\s$/i, ' ')
    : before.replace(isThe, ' ');
  if (verb.test(match[0]) || isThe.test(before)) {
    const said = beforeEn.exec(first)?.[1];
    if (said && !noName.test(said)) {
      const at = first.lastIndexOf(said);
      const given = /^[a-z]/.test(said) ? /(?:^|\s)([a-z]{3,12})\s$/.exec(first.slice(0, at))?.[1] : undefined;
      // mike brandt signs off: a name in small letters begins with a first name.
      return given && hasFirstName(given)
        ? span(first.lastIndexOf(`${given} ${said}`), to, `${given} ${said}`)
        : span(at, to, said);
    }
  }
  const after = behind.exec(text.slice(to));
  const said = after?.[1]?.trim();
  if (!said) return null;
  const person = new RegExp(`^(?:${roleZh})$`).test(said) ? said : readPerson(said);
  if (!person || (/^[a-z]/.test(person) && !new RegExp(`^${roleEn}`, 'i').test(person))) return null;
  const start = text.indexOf(said, to);
  return span(start, start + said.length, person);
}

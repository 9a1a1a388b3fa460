import type { Context } from './context.ts';
import { findTitled, nameLikeness, splitContact } from './people.ts';
import { cleanRef, isPronoun, resolve } from './refs.ts';

const kinds = ['customer', 'deal', 'lead'] as const;
const han = /\p{Script=Han}/u;
const department =
  /^(?:他们|她们|对方|那边)?的?\p{Script=Han}{0,3}(?:财务|采购|技术|法务|老板|信息|生产|市场|运营|人事|行政|研发|质检|设备|厂长|总监|经理|主管|负责人|工程师|部门?|的人)$/u;
const joint =
  /(?<=[\p{Script=Han}\w])(?:以及|还有|和|跟|与|及|、|,)(?=\p{Script=Han}|[A-Z])|\s?(?:&|\+)\s?|\s(?:and|和)\s/u;

export interface Who {
  /** The record, or null when the words point at nothing. */
  who: string | null;
  contacts: string[];
  /** More records, each met as well: 宏达和远景. */
  others: string[];
}

/** Who an activity was with, company and people apart: 恒通王总和他们财务 is 恒通 with 王总 and 财务. */
export function readWho(said: string, context: Context): Who {
  const text = said.trim().replace(/(?:一下|了|过|客户|那边|那里|这边)$/, '');
  const both = /^(.{1,60}?)\s(?:at|from|of|@)\s(?:the\s)?(.{1,60})$/i.exec(text);
  if (both) return { who: cleanRef(both[2] as string), contacts: people(both[1] as string), others: [] };
  const known = context.names?.find(text).filter(({ kind }) => kind !== 'person') ?? [];
  // The name itself may hold a joint (泰和): only what stands between names parts them.
  const covered = (at: number) => known.some(({ start, end }) => start < at && at < end);
  const cuts = [...text.matchAll(new RegExp(joint, 'gu'))].filter(({ index }) => !covered(index));
  const pieces: string[] = [];
  let from = 0;
  for (const cut of cuts) {
    pieces.push(text.slice(from, cut.index));
    from = cut.index + cut[0].length;
  }
  pieces.push(text.slice(from));
  const [first = '', ...rest] = pieces;
  const one = readOne(cleanRef(first), context);
  const contacts = [...one.contacts];
  const others: string[] = [];
  for (const piece of rest) {
    const clean = person(piece);
    if (clean === '') continue;
    if (isPerson(piece, clean, context)) contacts.push(clean);
    else others.push(readOne(clean, context).who ?? clean);
  }
  return { who: one.who, contacts: contacts.slice(0, 10), others: others.slice(0, 6) };
}

function isPerson(piece: string, clean: string, context: Context): boolean {
  if (/^(?:他们|她们|对方)/.test(piece.trim()) || department.test(clean)) return true;
  const known = context.names?.find(clean)[0];
  if (known && known.start === 0) return known.kind === 'contact';
  if (!han.test(clean)) return !/\s/.test(clean);
  return findTitled(clean)[0]?.end === clean.length || nameLikeness(clean) >= 2;
}

function readOne(ref: string, context: Context): { who: string | null; contacts: string[] } {
  if (isPronoun(ref)) return { who: resolve(ref, context, kinds), contacts: [] };
  const known = context.names?.find(ref).find(({ kind }) => kind !== 'person');
  if (known && known.kind !== 'contact') {
    const rest = ref.slice(known.end).replace(/^(?:那边|公司|出来|回来|离开|的|了|哈|啊|'s|\s)+/, '');
    const front = ref.slice(0, known.start).replace(/[\s的,]+$/, '');
    const name = cleanRef(ref.slice(known.start, known.end));
    const one = rest.length >= 2 ? somebodyIn(rest, context) : null;
    const who =
      one !== null ? [one] : front.length >= 2 && (findTitled(front)[0] || /^[A-Z]/.test(front)) ? [person(front)] : [];
    return { who: name, contacts: who };
  }
  const theirs = /^(?:他们|她们|对方|客户)(?:那边)?的?(.{2,8})$/.exec(ref);
  if (theirs) return { who: resolve('', context, kinds), contacts: [person(theirs[1] as string)] };
  const owned = /^(.{2,30}?)(?:的|'s\s)(.{2,12})$/u.exec(ref);
  if (
    owned &&
    (findTitled(owned[2] as string)[0]?.start === 0 ||
      nameLikeness(owned[2] as string) > 0 ||
      /^[A-Z][a-z]+$/.test(owned[2] as string) ||
      department.test(owned[2] as string))
  )
    return { who: cleanRef(owned[1] as string), contacts: [person(owned[2] as string)] };
  const { company, contact } = splitContact(ref);
  const who = contact && isPronoun(company) ? resolve(company, context, kinds) : company;
  return { who, contacts: contact ? [contact] : [] };
}

/** The person that words behind a company's name speak of. */
function somebodyIn(text: string, context: Context): string | null {
  if (isSomebody(person(text))) return person(text);
  const known = context.names?.find(text).find(({ kind }) => kind === 'contact');
  if (known) return text.slice(known.start, known.end);
  const titled = findTitled(text)[0];
  if (titled) return titled.value;
  return null;
}

/** Whether words can name a person: a title, a Chinese name, a capitalised one, a department. */
const isSomebody = (said: string) =>
  findTitled(said)[0]?.start === 0 ||
  nameLikeness(said) > 0 ||
  /^[A-Z][\w'.-]*(?:\s[A-Z][\w'.-]*)?$/.test(said) ||
  department.test(said);

const people = (said: string) =>
  said
    .split(/,|\s(?:and|&)\s|和/)
    .map(person)
    .filter((one) => one !== '');

const person = (said: string) => {
  const text = said
    .trim()
    .replace(/^(?:他们|她们|对方|那边)的?/, '')
    .replace(/^(?:the|their|our|his|her)\s/i, '');
  if (department.test(text)) return text;
  // 李工说要问领导: the person ends where they begin to speak.
  const titled = findTitled(text)[0];
  return titled?.start === 0 && /^(?:说|觉得|那边|也|很|挺|他|还|在|人|就)/.test(text.slice(titled.end))
    ? titled.value
    : cleanRef(text);
};

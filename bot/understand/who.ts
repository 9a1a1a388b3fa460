import type { Context } from './context.ts';
import { hasFirstName } from './first-names.ts';
import { findTitled, nameLikeness, splitContact } from './people.ts';
import { cleanRef, isPronoun, resolve } from './refs.ts';
import { endOf, nameOf } from './story/names.ts';

const kinds = ['customer', 'deal', 'lead'] as const;
const han = /\p{Script=Han}/u;
const department =
  /^(?:他们|她们|对方|那边)?的?\p{Script=Han}{0,3}(?:财务|采购|技术|法务|老板娘?|信息|生产|市场|运营|人事|行政|研发|质检|设备|厂长|总监|经理|主管|负责人|工程师|部门?|的人)$/u;
const joint =
  /(?<=[\p{Script=Han}\w])(?:以及|还有|和|跟|与|及|、|,)(?=\p{Script=Han}|[A-Z])|\s?(?:&|\+)\s?|\s(?:and|和)\s/u;

/** Where one met says nothing of whom: at their office, at the airport. */
const atPlace =
  /\s(?:at|in|@)\s(?:the\s|their\s|his\s|her\s|our\s|a\s|an\s|my\s)?(?:head ?office|office|hq|airport|expo|trade show|show|conference|event|plant|factory|site|warehouse|shop|store|booth|hotel|cafe|coffee shop|restaurant|gym|train|lobby|place)(?:\s.{0,20})?$/i;

/** jeff in finance is jeff. */
const inDepartment =
  /(?<=\S\s?)\s(?:in|from|over in)\s(?:the\s|their\s)?(?:finance|ops|operations|procurement|purchasing|legal|it|engineering|sales|marketing|hr|quality|production|accounts|accounting|facilities)(?:\s(?:team|dept|department))?$/i;

export interface Who {
  /** The record, or null when the words point at nothing. */
  who: string | null;
  contacts: string[];
  /** More records, each met as well: 宏达和远景. */
  others: string[];
}

/** 采购 and 他们老板 say what somebody is; 郑老板 says who. */
const isRole = (said: string) => department.test(said) && findTitled(said)[0]?.start !== 0;

/** Somebody of a company, unless they are only called by what they do. */
const named = (said: string, context: Context): string[] => {
  const one = person(said, context);
  return isRole(one) ? [] : [one];
};

/** 鲍厂长干燥机的事 was with 鲍厂长: what it was about names nobody. */
function withoutMatter(said: string): string {
  const one = /的(?:事情?|问题)$/.test(said) ? findTitled(said)[0] : undefined;
  return one ? said.slice(0, one.end) : said;
}

/** Who an activity was with, company and people apart: 恒通王总和他们财务 is 恒通 with 王总 and 财务. */
export function readWho(said: string, context: Context): Who {
  const text = withoutMatter(said.trim())
    .replace(
      /\s(?:re|regarding|about|concerning|over(?! (?:at|in|from)\b)|to (?:discuss|go over|talk about|check|follow up))\s.*$/i,
      '',
    )
    .replace(/(?:一下|了|过|客户|那边|那里|这边)$/, '');
  const inside = /^([^()]{2,40}?)\s?\(([^()]{2,40})\)/.exec(text);
  if (inside) {
    const [, front = '', within = ''] = inside;
    const first = context.names?.find(front)[0];
    const company = first?.kind === 'customer' || (!hasFirstName(front) && findTitled(front).length === 0);
    return company
      ? { who: cleanRef(front), contacts: [within].filter((one) => somebody(one, context) !== null), others: [] }
      : { who: cleanRef(within), contacts: people(front, context), others: [] };
  }
  const away = atPlace.exec(text) ?? inDepartment.exec(text);
  if (away) return readWho(text.slice(0, away.index), context);
  const both = /^(.{1,60}?)\s(?:over\s)?(?:at|from|of|@)\s(?:the\s)?(.{1,60})$/i.exec(text);
  if (both) return { who: cleanRef(both[2] as string), contacts: people(both[1] as string, context), others: [] };
  const known = context.names?.find(text).filter(({ kind }) => kind !== 'person') ?? [];
  // The name itself may hold a joint (泰和): only what stands between names parts them.
  const covered = (at: number) => known.some(({ start, end }) => start < at && at < end);
  // 泰和酒店 is not 泰 and 酒店: what stands on either side must be long enough to be called something.
  const short = (at: number, end: number) => at < 2 || (han.test(text[at] as string) && text.length - end < 2);
  const cuts = [...text.matchAll(new RegExp(joint, 'gu'))].filter(
    ({ index, 0: { length } }) => !covered(index) && !short(index, index + length),
  );
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
    const clean = person(piece, context);
    if (clean === '') continue;
    if (isPerson(piece, clean, context, one.contacts.length > 0)) contacts.push(clean);
    else {
      const other = nameOf(clean, context);
      if (other) others.push(readOne(other, context).who ?? other);
    }
  }
  return { who: one.who, contacts: contacts.slice(0, 10), others: others.slice(0, 6) };
}

function isPerson(piece: string, clean: string, context: Context, met: boolean): boolean {
  if (/^(?:他们|她们|对方)/.test(piece.trim()) || department.test(clean)) return true;
  const known = context.names?.find(clean)[0];
  if (known && known.start === 0) return known.kind === 'contact';
  if (!han.test(clean)) return hasFirstName(clean) || (/^[A-Z]/.test(clean) && !/\s/.test(clean) && met);
  return findTitled(clean)[0]?.end === clean.length || nameLikeness(clean) >= 2;
}

/** What follows a name without more of the same name: 药房 behind 益康, which is 益康连锁药房. */
function withoutName(rest: string, name: string): string {
  const length = [5, 4, 3, 2].find((size) => rest.length >= size && name.includes(rest.slice(0, size)));
  return length ? rest.slice(length) : rest;
}

/** 他们采购刘工, their buyer Tom: somebody of the one spoken of. */
const ofTheirs =
  /^(?:(?:他们|她们|对方|那边|人家)的?)?(?:财务|采购|技术|法务|信息|生产|市场|运营|人事|行政|研发|质检|设备|品控|工艺)(?:部|部门|那边|上)?的?(\p{Script=Han}{2,4})$|^(?:their|the|his|her)\s(?:[a-z]+\s){1,2}([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)$/u;

function readOne(ref: string, context: Context): { who: string | null; contacts: string[] } {
  if (isPronoun(ref)) return { who: resolve(ref, context, kinds), contacts: [] };
  const within = ofTheirs.exec(ref);
  const met = within && (within[2] ?? (findTitled(within[1] as string)[0]?.start === 0 ? within[1] : undefined));
  const spokenOf = met ? resolve('', context, kinds) : null;
  if (met && spokenOf) return { who: spokenOf, contacts: [met] };
  const known = context.names?.find(ref).find(({ kind }) => kind !== 'person');
  if (known && known.kind !== 'contact') {
    const rest = withoutName(ref.slice(known.end), known.name).replace(
      /^(?:那边|公司|出来|回来|离开|的|了|哈|啊|'s|\s){1,10}/,
      '',
    );
    const front = ref.slice(0, known.start).replace(/[\s的,]+$/, '');
    const name = cleanRef(ref.slice(known.start, endOf(known, ref)));
    const one = rest.length >= 2 ? somebodyIn(rest, context) : null;
    const who =
      one !== null
        ? [one]
        : front.length >= 2 && (findTitled(front)[0] || /^[A-Z]/.test(front))
          ? [person(front, context)]
          : [];
    return { who: name, contacts: who };
  }
  // 仓库主管 alone is somebody of the one spoken of.
  const spoken = isRole(ref) ? resolve('', context, kinds) : null;
  if (spoken) return { who: spoken, contacts: [] };
  const theirs = /^(?:他们|她们|对方|客户)(?:那边)?的?(.{2,8})$/.exec(ref);
  if (theirs) return { who: resolve('', context, kinds), contacts: [] };
  const owned = /^(.{2,30}?)(?:的|'s\s)(.{2,12})$/u.exec(ref);
  if (
    owned &&
    (findTitled(owned[2] as string)[0]?.start === 0 ||
      nameLikeness(owned[2] as string) > 0 ||
      /^[A-Z][a-z]+$/.test(owned[2] as string) ||
      department.test(owned[2] as string))
  )
    return { who: cleanRef(owned[1] as string), contacts: named(owned[2] as string, context) };
  const { company, contact } = splitContact(ref);
  const who = contact && isPronoun(company) ? resolve(company, context, kinds) : company;
  return { who, contacts: contact ? [contact] : [] };
}

/** The person that words behind a company's name speak of; a role alone (采购, 老板) is nobody by name. */
function somebodyIn(text: string, context: Context): string | null {
  const first = person(text, context);
  if (isRole(first)) return null;
  if (isSomebody(first)) return first;
  const known = context.names?.find(text).find(({ kind }) => kind === 'contact');
  if (known) return text.slice(known.start, known.end);
  return findTitled(text)[0]?.value ?? null;
}

/** Whether words can name a person: a title, a Chinese name, a capitalised one, a department. */
const isSomebody = (said: string) =>
  findTitled(said)[0]?.start === 0 ||
  nameLikeness(said) > 0 ||
  /^[A-Z][\w'.-]*(?:\s[A-Z][\w'.-]*)?$/.test(said) ||
  department.test(said);

const people = (said: string, context: Context) =>
  said
    .split(/,|\s(?:and|&)\s|和|\//)
    .map((one) => person(one, context))
    .filter((one) => one !== '' && !roleOnly.test(one));

const person = (said: string, context: Context) => {
  const text = said
    .trim()
    .replace(/^(?:他们|她们|对方|那边)的?/, '')
    .replace(/^(?:the|their|our|his|her)\s/i, '');
  if (department.test(text)) return text;
  return personAt(text, context) ?? cleanRef(text);
};

/** English words for what somebody is, which name nobody. */
const roleOnly =
  /^(?:(?:our|their|the|an?|some|my|new|main|key)\s){0,10}(?:contacts?|buyers?|team|folks|guys|people|reps?|owner|boss|manager|director|procurement|legal|finance|it|ops|ceo|cfo|cto|coo|gm|vp|md|champion|lawyers?|engineers?|purchasing|someone|somebody)(?:\s(?:team|guy|lady|folks|manager|director|people|department|guys))?$/i;

/** The person that words begin with, by a name we have or a title: 李工说要问领导 begins with 李工. */
export function personAt(text: string, context: Context): string | null {
  const known = context.names?.find(text)[0];
  if (known?.start === 0 && known.kind === 'contact') return text.slice(0, known.end);
  const behind = office.exec(text)?.[0].length ?? 0;
  const titled = findTitled(text).find(({ start }) => start === 0 || start === behind);
  return titled ? titled.value : null;
}

/** 质量部黄工 and 设备科的老秦 are 黄工 and 老秦: where somebody works, or what they are, stands before them. */
const office =
  /^(?:他们|她们)?的?\p{Script=Han}{0,4}?(?:部门?|科|室|处|车间|仓库|财务|采购|技术|行政|人事|生产|设备|信息|运营|总监|经理|主管|主任|老板)的?(?=\p{Script=Han})/u;

/** Whom words name that stand beside a company: Jo, 苏敏, 李工. */
export const somebody = (said: string, context: Context): string | null =>
  personAt(said, context) ??
  ((/^[A-Z][a-z]+(?:\s[A-Z][a-z]+)?$/.test(said) && hasFirstName(said)) || (han.test(said) && nameLikeness(said) >= 2)
    ? said
    : null);

const speaks =
  /^(?:'s|\s(?:says?|said|thinks?|thought|wants?|wanted|needs?|needed|is|was|has|had|will|likes?|liked|loves?|loved|asked|asks|told|mentioned|complained|feels?|felt|seems?|seemed|worries|worried|prefers?|picked|answered|replied|agreed|signed|confirmed|balked|nodded|didn'?t|never|hates?|hated|called|texted|emailed|reckons?|reckoned|signs|balks|thinking|keeps?|kept|insists?|insisted)(?![a-z]))/;
/** First names that are words, too, when they are written small. */
const alsoWord =
  /^(?:bill|will|grant|rose|drew|faith|joy|dawn|ray|rob|sue|guy|max|mark|may|pat|dale|glen|iris|ivy|ruby|violet|olive|crystal|amber|penny|warren|wade|chase|frank|jack|joy|ali|chen|lin|mei)$/;
const pronounEn =
  /^(?:They|He|She|It|We|I|You|The|Their|His|Her|Our|This|That|There|These|Who|What|Nobody|Everyone|Everybody|Both|All|Client|Customer|Price|Budget|Deal|Legal|Demo|Meeting|Call|Boss|Next|Then|But|And|So|Team|Owner|Buyer|Procurement|Finance|Feedback|Decision|Timing|Delivery)$/;

/** Who speaks in a clause that tells what came of a visit: Hugh says timing is bad, 陈晓燕嫌贵, 苏敏觉得可以. */
export function speaker(said: string, context: Context): string | null {
  const text = said.replace(/^(?:(?:就|还)?是|他们|她们|对方|那边|客户|和|跟|见到了?|的){1,10}/, '');
  const known = personAt(text, context);
  if (known) return known;
  const name =
    /^(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?[A-Z][a-z]+(?:\s[A-Z][a-z]+)?(?:\s(?:ji|sir|ma'?am|madam|bhai|san)(?![a-z]))?/.exec(
      text,
    )?.[0];
  if (name && !pronounEn.test(name) && speaks.test(text.slice(name.length)) && !context.names?.find(name)[0])
    return name;
  const small = /^[a-z]{2,12}(?=\s|'s)/.exec(text)?.[0];
  if (small && hasFirstName(small) && !alsoWord.test(small) && speaks.test(text.slice(small.length))) return small;
  const chinese =
    /^(\p{Script=Han}{2,3}?)(?:说|觉得|嫌|表示|认为|反馈|全程|很|挺|直|连连|点头|问|担心|怕|要求|希望)/u.exec(
      text,
    )?.[1];
  return chinese && nameLikeness(chinese) >= 2 && !context.names?.find(text)[0] ? chinese : null;
}

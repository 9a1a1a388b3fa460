import type { Context } from '../context.ts';
import { findTitled } from '../people.ts';
import { cleanRef, isPronoun, resolve } from '../refs.ts';
import { refLike } from '../story/names.ts';
import { personLength } from './person.ts';
import { cutChinese } from './what.ts';
import { acting, anybody, ofMeetings, places, roles, things, ways } from './words.ts';

/** Who a plan is with, and the words for the doing without them. */
export interface Whom {
  who?: string;
  what: string;
}

const kinds = ['deal', 'customer', 'lead'] as const;
const han = /\p{Script=Han}/u;
const meets =
  '线上演示|产品演示|演示|开会|电话会议?|视频会议?|线上会议?|会议|评审|见面|面谈|拜访|培训|考察|参观|签约|出方案|出报价|发方案|发报价';
const title = `(?:的?人|${roles})(?!款|问题|方案|合同|协议|部|交流|培训|会|评审|澄清|答疑|资料|参数|指导|对接|支持|标)`;
const latin = "[A-Z][\\w'&.-]*(?:\\s(?:&\\s)?[A-Z][\\w'&.-]*){0,3}";
const towards = new RegExp(
  `^(?:给|跟|和|找|向|同|与|帮|为|陪|约|请|替)\\s?(${latin}|[^\\s,;]{1,24}?)\\s?((?:再|去|一起|当面|那边|重新)?(?:(?:${acting}).{0,40}|把.{1,16}))$`,
  'u',
);
const going = new RegExp(
  `^(?:去|到|来|在|飞|上)(?:一?趟)?\\s?(${latin}|[^\\s,;]{2,12}?)(?:那边|那儿|公司|厂里|现场|办公室|里)?\\s?((?:(?:给|跟|和|找|陪|帮|约|请)[^\\s,;]{1,8}?)?(?:${acting}).{0,30})$`,
  'u',
);
const upon =
  /^((?:再)?(?:登门拜访|上门拜访|call|visit|email|meet|ping|text|打|拜访|回访|走访|联系|约见|去见|见|跟进|电联|催|约|找|去(?:一?趟)?|问|走一趟|上门|看)(?:一?下|给)?)\s?([^\s,;]{2,24}?)(?:\s(.{1,40}))?$/;
const handing = /^(?:再)?(?:把|将)(.{1,16}?)(发|寄|送|交|给|拿|报|传|转|递)(?:给|到|去)\s?(.{2,14}?)$/u;
const plainThing = new RegExp(
  `^(?:${things}|演示|需求|时间|价格|进度|反馈|回复|答复|消息|电话)|款$|^(?:${ways})|^(?:${acting})|^(?:${places})|^[一二两三几个次顿]`,
  'iu',
);
const owning = new RegExp(
  `^(.{2,10}?)的(.{0,6}(?:${things}))(?:我们?|由我|咱们?)?(?:来|要|得|会|再|先)*(发|寄|送|交|出|做|提|补|给|改)$`,
  'iu',
);
const inFront = new RegExp(
  `^([\\p{Script=Han}]{2,8}?)(?:[来去到](?:我们)?(?:公司|厂里?|这边|工厂)?)?((?:${meets}).{0,12})$`,
  'u',
);
const onTheWay = new RegExp(`^(?:过去|过来|去|来)(?=${acting}|[给跟和找])`, 'iu');
const urging =
  /^(催|盯|提醒)(?:一?下)?(.{2,10}?)(?:那边)?的?(把.{2,12}|(?:付|打|回|签|给|交|发|确认|尾款|定|出|盖).{0,12})$/u;
const asking = /^(?:问|找|跟|向)(.{2,10}?)(?:那边)?((?:要|拿|借|核实|打听|核对).{1,14})$/u;
const ofTheirs = new RegExp(
  `^([\\p{Script=Han}\\w]{2,8}?)的\\p{Script=Han}{2,5}?((?:${meets}|视频|吃饭|喝茶|见个面).{0,12})$`,
  'u',
);
const event =
  /^([A-Z][\w'&.-]*(?:\s[A-Z][\w'&.-]*){0,2})\s((?:[a-z]+\s){0,2}(?:call|chat|sync|check-?in|catch-?up|meeting|demo|review|lunch|dinner|visit|walk-?through|kick-?off|presentation|renewal))(?:\s(?:is\s|got\s)?(?:moved|rescheduled|pushed|set|booked|scheduled|confirmed))?$/;
const headed = /^(follow-?up|call|meeting|demo|visit|lunch|dinner|check-?in|email)\s?:\s?([A-Z].{1,40})$/i;
const elsewhere = new RegExp(places, 'u');
const endKin = new RegExp(`(?:的?${title}|的?那边|的)$`, 'u');
const sendWhom =
  /^((?:(?:re)?send|give|email|text|show|call|phone|ring|visit|see|meet(?: with)?|ping|chase|nudge|invite|brief|follow up with|check in with|catch up with|circle back (?:with|to)|reach out to|get back to|talk to|speak (?:to|with)|message|demo|try|owe|promised?|update|remind|ask|tell)(?: up)?)\s(?:the\s)?(\S.*)$/i;
/** chase opal for the signed nda, dinner with the vireo hr team: where a name stands, however it is written. */
const forThing =
  /^(chase|nudge|ping|push|ask|email|text|press|bug|remind)\s(?:the\s)?([\p{L}\d#'&.-]{2,30}(?:\s[\p{L}\d'&.-]{1,30}){0,3}?)\s((?:for|about|re)\s(?:the|a|an|their|his|her|our)\s.{2,50})$/iu;
const withWhom =
  /^((?:(?:intro|follow-?up|discovery|site|product|quick|team|video|working)\s)?(?:dinner|lunch|breakfast|coffee|drinks|meeting|mtg|demo|call|catch-?up|chat|sync|on-?site|visit|workshop|kick-?off|walk-?through|review))\s(?:with|w\/?|at|for)\s(?:the\s)?([\p{L}\d#][\p{L}\d#\s'&.-]{1,40})$/iu;
const forWhom = /^(.{2,60}?)\s(?:to|for|with|w\/?|at|from)\s(?:the\s)?([\p{Lu}#\p{Script=Han}][^,;]{0,40}?)$/u;

const toward =
  /(?:给|跟|和|找|向|同|与|帮|为|陪|约|请|到|去|来|在|\b(?:to|for|with|w\/?|at|from)\s?(?:the\s)?)(?:了|一?趟)?\s?$/i;

/** What stands behind a name and still belongs to it: 那边, 的, the person one deals with. */
function behind(said: string, context: Context): string {
  const after = said.replace(/^(?:那边|公司|那里|那儿|的|'s|\s){1,10}(?!$)/, '');
  if (!han.test(after)) return after;
  const towards = /^(?:给|跟|和|找|约|请|陪)(?:他们?的?)?(?=\S)/u.exec(after)?.[0].length ?? 0;
  const person = personLength(after.slice(towards), context);
  const rest = person > 0 ? after.slice(towards + person).trimStart() : after;
  return rest.replace(/^(?:那边|的|一起|来|过来){1,10}(?=.)/, '');
}

function known(said: string, context: Context): Whom | null {
  const all = (context.names?.find(said) ?? []).filter(
    ({ start, end, kind }) => end - start >= 2 && kind !== 'person' && start < said.length,
  );
  const named = all.find(({ kind }) => kind !== 'contact') ?? all[0];
  if (!named) return null;
  const before = said.slice(0, named.start);
  const after = behind(said.slice(named.end), context);
  const alone = after.trim() === '';
  const lead = before
    .replace(toward, (word) => (/约|去/.test(word) && alone ? word : ''))
    .replace(/(?<=[打回发寄送交])(?:电话)?给\s?$/u, (word) => (alone ? word.replace(/给\s?$/, '') : word));
  const what = `${lead.trimEnd()}${han.test(before) || before === '' ? '' : ' '}${after.trimStart()}`.trim();
  return { who: cleanRef(said.slice(named.start, named.end)), what };
}

/** Their 崔主任 is somebody of whom is spoken of already. */
const ofWhom = /^(?:他们?|她们?|客户|对方|人家|甲方)的?(?=\p{Script=Han}{2})/u;

function chinese(whole: string, context: Context): Whom | null {
  const said = whole.replace(onTheWay, '');
  const give = handing.exec(said);
  if (give && nameable(give[3] as string))
    return { ...reference(bare(give[3] as string)), what: `${give[2]}${give[1]}` };
  const to = towards.exec(said);
  if (to && /^(?:我|咱)/.test(to[1] as string)) return { what: said };
  const person = to && ofWhom.test(to[1] as string) ? (to[1] as string).replace(ofWhom, '') : null;
  if (to && person && personLength(`${person}${to[2]}`, context) >= person.length)
    return { ...(resolve('', context, kinds) ? {} : { who: person }), what: to[2] as string };
  if (to && nameable(to[1] as string)) return { ...reference(bare(to[1] as string)), what: to[2] as string };
  const gone = going.exec(said);
  if (gone && nameable(gone[1] as string) && !elsewhere.test(gone[1] as string))
    return { ...reference(bare(gone[1] as string)), what: behind(gone[2] as string, context) };
  const urged = urging.exec(said);
  if (urged && nameable(urged[2] as string))
    return { ...reference(bare(urged[2] as string)), what: `${urged[1]}${cutChinese(urged[3] as string)}` };
  const asks = asking.exec(said);
  if (asks && nameable(asks[1] as string)) return { ...reference(bare(asks[1] as string)), what: asks[2] as string };
  const theirOwn = ofTheirs.exec(said);
  if (theirOwn && nameable(theirOwn[1] as string))
    return { ...reference(theirOwn[1] as string), what: theirOwn[2] as string };
  const visit = upon.exec(said);
  if (visit && !plainThing.test(visit[2] as string) && nameable(visit[2] as string)) {
    const of = /^(.{2,10}?)的(.{1,12})$/u.exec(visit[2] as string);
    const verb = (visit[1] as string).replace(/(?:一?下|给|一?趟)$/, '');
    const thing = of && findTitled(of[2] as string)[0]?.start !== 0 ? of[2] : undefined;
    return {
      ...reference(of ? (of[1] as string) : bare(visit[2] as string)),
      what: [verb, thing, visit[3]].filter(Boolean).join(''),
    };
  }
  const their = owning.exec(said);
  if (their && nameable(their[1] as string))
    return { ...reference(bare(their[1] as string)), what: `${their[3]}${their[2]}` };
  const lead = findTitled(said)[0];
  const ahead = lead ? null : inFront.exec(said);
  if (ahead && !ofMeetings.test(said) && !plainThing.test(ahead[1] as string) && nameable(ahead[1] as string))
    return { ...reference(ahead[1] as string), what: ahead[2] as string };
  if (!lead || lead.end >= said.length) return null;
  const what = said.slice(lead.end).replace(/^(?:那边|的|一起|来|过来){1,10}/, '');
  if (lead.start === 0) return { ...reference(lead.value), what };
  const front = said.slice(0, lead.start).replace(/的$/, '');
  return lead.start >= 2 && refLike(front) ? { ...reference(front), what } : null;
}

/** 恒通的人 and 恒通王总 stand for 恒通. */
function bare(said: string): string {
  const [whole] = findTitled(said);
  if (whole?.start === 0 && whole.end === said.length) return said;
  const ref = said.replace(endKin, '');
  const titled = findTitled(ref)[0];
  const front =
    titled && titled.start >= 2 && titled.end === ref.length ? ref.slice(0, titled.start).replace(/的$/, '') : '';
  return front.length >= 2 && refLike(front) ? front : ref;
}

/** Whether words may be who it is with: a name, or a word for somebody spoken of. */
const nameable = (said: string) =>
  isPronoun(cleanRef(said)) || anybody.test(said) || /^#\d+$/.test(said) || refLike(said);

function english(said: string): Whom | null {
  const head = headed.exec(said);
  if (head) return { ...reference(head[2] as string), what: head[1] as string };
  const one = event.exec(said);
  if (
    one &&
    !/^(?:Call|Send|Email|Meet|Visit|The|Our|Team|Weekly|Internal|Monthly|Follow-?up|Intro|Kick-?off|Discovery|Quick|Site|Next|Second|First|Product|Video|Phone)\b/.test(
      one[1] as string,
    )
  )
    return { ...reference(one[1] as string), what: one[2] as string };
  const asks = forThing.exec(said);
  if (asks && nameable(asks[2] as string) && !anybody.test(asks[2] as string))
    return { ...reference(asks[2] as string), what: `${asks[1]} ${asks[3]}` };
  const together = withWhom.exec(said);
  if (together && nameable(together[2] as string) && !anybody.test(together[2] as string))
    return { ...reference(together[2] as string), what: together[1] as string };
  const send = sendWhom.exec(said);
  if (send) {
    const verb = send[1] as string;
    const object = send[2] as string;
    const both = /^([A-Z][\w'.-]*(?:\s[A-Z][\w'.-]*)?)\s(?:at|from|of)\s(.{1,40})$/.exec(object);
    if (both) return { who: cleanRef(both[2] as string), what: `${verb} ${both[1]}` };
    const given =
      /^([A-Z][\w'&.-]*(?:\s[A-Z&][\w'&.-]*){0,3})\s((?:a|an|the|our|their|some|two|three|all|more|new|updated?|revised)\s.{1,60})$/.exec(
        object,
      );
    const person =
      given ?? /^([\p{Lu}#][\p{L}\d'&.-]*(?:\s[\p{Lu}][\p{L}\d'&.-]*){0,2})(?:\s(.{1,60}))?$/u.exec(object);
    const plain = /^(?!(?:back|again|up|in|over|out|off|it)$)([\p{L}\d#'&.-]{2,30})$/u.exec(object);
    const pronoun = /^(him|her|them|it)(?:\s(.{1,60}))?$/i.exec(object);
    const things = /^(?:send|give|show|resend|owe|promised?|try|ask|tell)$/i.test(verb);
    const hit = pronoun ?? (things && person?.[2] === undefined ? null : person) ?? (things ? null : plain);
    if (hit) return { ...reference(hit[1] as string), what: [verb, hit[2]].filter(Boolean).join(' ') };
  }
  const to = forWhom.exec(said);
  if (to && !anybody.test(to[2] as string)) return { ...reference(to[2] as string), what: to[1] as string };
  const lower = /^(.{2,60}?)\s(?:to|for|with)\s(them|him|her)$/i.exec(said);
  return lower ? { what: lower[1] as string } : null;
}

/** A name of its own; 他们 and "them" are nobody's. */
function reference(said: string): { who?: string } {
  const both = /^[A-Z][\w'.-]*(?:\s[A-Z][\w'.-]*)?\s(?:at|from|of)\s(?:the\s)?(.{2,40})$/.exec(said);
  if (both) return { who: cleanRef(both[1] as string) };
  const ref = cleanRef(said.replace(/(?:那边|公司)$|\s(?:team|folks|guys|people)$/, ''));
  return isPronoun(ref) || anybody.test(ref) ? {} : { who: ref };
}

/** Who a plan is with, when somebody is named, and the words for the doing without them. */
export function readWhom(said: string, context: Context): Whom {
  return known(said, context) ?? (han.test(said) ? chinese(said, context) : english(said)) ?? { what: said };
}

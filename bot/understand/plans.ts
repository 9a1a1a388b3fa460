import type { Context, Found, Reading } from './context.ts';
import { findWhens, toMoment, type When } from './dates.ts';
import { dayOf } from './days.ts';
import { gone, mask } from './normalize.ts';
import { findTitled, nameLikeness } from './people.ts';
import { cleanRef, isPronoun, resolve } from './refs.ts';
import { longestCommand, whole } from './shared.ts';
import { refLike } from './story/names.ts';
import { findObjection } from './story/outcomes.ts';
import { findWays } from './story/ways.ts';
import { readWho } from './who.ts';

const han = /\p{Script=Han}/u;
const kinds = ['deal', 'customer', 'lead'] as const;

/** An appointment takes both sides; anything else is a task. */
const meeting =
  /演示|开会|见面|见客户|拜访|面谈|面聊|会议|评审|吃饭|吃个饭|午饭|晚饭|喝茶|喝咖啡|电话会|视频会|线上会|讲标|培训|签约仪式|考察|参观|视频|打球|早会|晨会|例会|review|test drive|签约|看样|签字|交流会?|上门|碰头|碰面|约见|去见|会面|过去聊|当面|\b(?:demo|meet(?:ing)?|lunch|dinner|breakfast|coffee|visit|workshop|kick-?off|walkthrough|review meeting|site tour|zoom|onsite|on-site|presentation)\b/i;

const asked =
  /^(?:(?:请|帮我|麻烦)\s?)*(?:提醒一下我|提醒我|提醒|记得|别忘了?|不要忘了?|到时候?|待办|任务|remind我|\b(?:remind me (?:to|about|,)?|reminder to|remember to|don'?t (?:let me )?forget to|to-?do:?|task:?|note to self:?)\b)[\s:,]*/i;
const zhHead =
  /^(?:(?:请|帮我|麻烦|提醒一下我|提醒我|提醒|记得|别忘了?|到时候?|那边|我们?|咱们?|还|要|得|需要|必须|应该|准备|记一下|打算|想着|得|请|就定|人|趟|去趟|给我设个提醒|设个提醒|计划|安排好?了?|约好?了?|定好?了?|说好了?|敲定了?|预约了?|再|会|能|就|先|把|做个?|进行|大家|一起|继续|之前|以前|前|有个?|有一?场|是|于|在|的)(?=\p{Script=Han}|\s|[a-z0-9]|$)|[\s,:;.\ue000])+/iu;
const enHead =
  /^(?:(?:remind me (?:to|about)|reminder to|remember to|don'?t forget to|i(?:'ll| will| need to| have to| must|'m going to| should)?|we(?:'ll| will| need to| have to|'re going to| agreed(?: to| on)?| have an?| set(?: up)?| booked| scheduled)?|will|need(?:s)? to|have to|got to|gotta|must|going to|gonna|set up|setting up|schedule[d]?|diari[sz]e[d]?|pencil(?:l?ed)? in|book(?:ed)?:?|arrange[d]?|agreed (?:to|on)|let'?s|plan to|planning to|to|a|an|the|and|then|so|also|next is|there(?:'s| is)|is|it's|on|at|by|for|due)(?=\s|$)|[\s,:;.\ue000-])+/i;
const tail =
  /[\s,;:.!\ue000]+$|(?:吧|了|哈|啊|呢|一下|就行|即可|之前|以前)$|\s(?:on|by|at|for|before|with|to|is|are|due|please|pls|thanks|then)$/i;

const teller =
  /^[\s,]*((?:客户|对方|他们?|她们?|人家|那边|甲方|[\p{Script=Han}a-z]{0,12}?(?:总|工|经理|主任|老师|姐|哥|总监|科长|处长|老板)(?:那边)?|\S{2,12}?那边)\s?(?:也)?(?:跟我|和我|给我)?(?:说|答应了?|承诺了?|表示|讲|告诉我们?|回复说?|让我们?|要我们?|叫我们?|希望我们?|要求我们?|催我们?|会|要)|(?:they|he|she|the client|client|the customer|customer|[a-z][a-z'.-]{1,20}(?:\s[a-z][a-z'.-]{1,20})?)\s?(?:said(?: that)?|says(?: that)?|promised(?: to| us| me)*|agreed to|will|'ll|is going to|are going to|wants? us to|asked (?:me|us) (?:to|for)|asks? for|needs|wants?|expects?))[\s,]*(?:(?:they|he|she|it)(?:'ll| will)\s?)?/iu;
const ours = /让我|要我|叫我|希望我|要求我|催我|wants? us|asked (?:me|us)|asks? for|needs|wants?|expects?/i;
const theirs =
  /^给我们|^(?:法务|财务|采购|技术|他们)给|^(?:会|能|就|再)?(?:给(?:我们?|个|到)*)?(?:一?个)?(?:答复|回复|回话|回信|准信|消息|结果|反馈|答案|付款?|打款|打钱|汇款|转账|签|盖章|回签|寄回|确认|定(?:下来)?$|拍板|下单|下订单|批|审批|过会|上会|走流程|内部|安排|通知|发(?:需求|资料|清单|合同|图纸|PO|订单|盖章)|提供|给(?:出|需求|资料|图纸|清单|合同|PO))|^(?:get back|reply|respond|answer|sign|pay|wire|confirm|decide|send (?:us|me|back|over|the po|po)|let (?:us|me) know|approve|come back|call (?:us|me)|give (?:us|me)|return|issue|share|provide|review|revert)\b/i;
const answers =
  /^(?:(?:再|就|会)?给?(?:我们?|个)*(?:答复|回复|回话|回信|准信|消息|结果|反馈)|get(?:s)? back to (?:us|me)|(?:will )?let (?:us|me) know)/i;

const doing =
  '打|发|寄|送|报|做|开|约|聊|谈|沟通|联系|确认|对接|签|回|催|演示|见|讲|提|出|安排|汇报|复盘|跟进|更新|准备|问|要|补|交|改|拜访|介绍|分享|培训|上门|吃饭|喝茶|拿|收|取|看|对账|催|跟|结|验|装|调试|盘|测|试|请|接|开';
const towards = new RegExp(
  `^(?:给|跟|和|找|向|同|与|帮|为|陪|约|请|替)\\s?([^\\s,;]{1,24}?)\\s?((?:再|去|一起|当面|那边)?(?:${doing}).{0,40})$`,
  'u',
);
const upon =
  /^(登门拜访|上门拜访|call|visit|email|meet|ping|text|打|拜访|回访|走访|联系|约见|去见|见|跟进|电联|催一?下?|约|找|去|问一?下?|走一趟|上门)\s?([^\s,;]{2,24}?)(?:\s(.{1,40}))?$/;
const sendWhom =
  /^((?:(?:re)?send|give|email|text|show|call|phone|ring|visit|see|meet(?: with)?|ping|chase|nudge|invite|brief|follow up with|check in with|catch up with|reach out to|get back to|talk to|speak (?:to|with)|message|demo)(?: up)?)\s(?:the\s)?(\S.*)$/i;
const forWhom = /^(.{2,60}?)\s(?:to|for|with|at|from)\s(?:the\s)?([\p{Lu}#\p{Script=Han}][^,;]{0,40}?)$/u;

/** Words for that something was agreed on, done as it sounds. */
const arranged = /约|定|安排|说好|敲|再|之后|以后|后|等|前|\b(?:agreed|booked|scheduled|set up|will|again|next)\b/i;

/** The first day or moment still to come that a text names. */
export function ahead(text: string, context: Context): Reading<When> | null {
  const today = dayOf(context.now, context.zone);
  const objection = findObjection(text, context);
  const now = context.now.getTime();
  return (
    findWhens(objection ? mask(text, [objection]) : text, context).find(
      ({ value }) =>
        value.day > today ||
        (value.day === today &&
          (value.by === true || (value.clock !== undefined && Date.parse(toMoment(value, context.zone)) > now))),
    ) ?? null
  );
}

/** 盛世吴峰打球: a name of two or three characters in front of what is done. */
function plainPerson(text: string): Reading<string> | undefined {
  const match = new RegExp(`^(\\p{Script=Han}{2,3}?)(?=${doing})`, 'u').exec(text);
  return match && nameLikeness(match[1] as string) >= 2
    ? { start: 0, end: match[0].length, value: match[0] }
    : undefined;
}

/** Who a plan is with, and the words for the doing without them. */
function whom(said: string, context: Context): { who?: string; what: string } {
  const named = context.names?.find(said).find(({ start, end }) => end - start >= 2 && start < said.length);
  if (named) {
    const before = said
      .slice(0, named.start)
      .replace(
        /(?:给|跟|和|找|向|同|与|帮|为|陪|约|请|到|去|\b(?:to|for|with|w\/?|at|from)\s?(?:the\s)?)\s?$/i,
        (word) => (/约|去|到/.test(word) && /^\s*$/.test(said.slice(named.end)) ? word : ''),
      );
    let after = said.slice(named.end).replace(/^(?:那边|公司|的|'s)+/, '');
    const person = han.test(after) ? (findTitled(after)[0] ?? plainPerson(after)) : undefined;
    if (person && person.start === 0) after = after.slice(person.end);
    const what = `${before.trimEnd()}${han.test(before) || before === '' ? '' : ' '}${after.trimStart()}`.trim();
    return { who: cleanRef(said.slice(named.start, named.end)), what };
  }
  if (!han.test(said)) return whomEnglish(said, context);
  const to = towards.exec(said);
  if (to) return { ...reference(to[1] as string, context), what: to[2] as string };
  const visit = upon.exec(said);
  if (visit && !/^(?:合同|报价|方案|资料|演示|发票|款|结果|需求|时间|一下)/.test(visit[2] as string))
    return { ...reference(visit[2] as string, context), what: [visit[1], visit[3]].filter(Boolean).join('') };
  const lead = findTitled(said)[0];
  if (lead && lead.start >= 2 && lead.end < said.length && refLike(said.slice(0, lead.start)))
    return {
      ...reference(said.slice(0, lead.start), context),
      what: said.slice(lead.end).replace(/^(?:那边|的|一起|来|过来)+/, ''),
    };
  if (lead && lead.start === 0 && lead.end < said.length)
    return { ...reference(lead.value, context), what: said.slice(lead.end).replace(/^(?:那边|的|一起|来|过来)+/, '') };
  return { what: said };
}

function whomEnglish(said: string, context: Context): { who?: string; what: string } {
  const send = sendWhom.exec(said);
  if (send) {
    const object = send[2] as string;
    const both = /^([A-Z][\w'.-]*(?:\s[A-Z][\w'.-]*)?)\s(?:at|from|of)\s(.{1,40})$/.exec(object);
    if (both) return { who: cleanRef(both[2] as string), what: `${send[1]} ${both[1]}` };
    const person = /^([\p{Lu}#][\p{L}\d'&.-]*(?:\s[\p{Lu}][\p{L}\d'&.-]*){0,2})(?:\s(.{1,60}))?$/u.exec(object);
    const plain = /^([\p{L}\d#'&.-]{2,30})$/u.exec(object);
    const pronoun = /^(him|her|them|it)(?:\s(.{1,60}))?$/i.exec(object);
    const hit = pronoun ?? person ?? (/^(?:send|give|show|resend)$/i.test(send[1] as string) ? null : plain);
    if (hit) return { ...reference(hit[1] as string, context), what: [send[1], hit[2]].filter(Boolean).join(' ') };
  }
  const to = forWhom.exec(said);
  if (to) return { ...reference(to[2] as string, context), what: to[1] as string };
  return { what: said };
}

function reference(said: string, context: Context): { who?: string } {
  const ref = cleanRef(said.replace(/(?:那边|公司)$/, ''));
  const who = isPronoun(ref) ? resolve('', context, kinds) : ref;
  return who ? { who } : {};
}

const trimmed = (text: string, head: RegExp) => {
  let left = text.replace(head, '');
  for (let round = 0; round < 4 && tail.test(left); round++) left = left.replace(tail, '');
  return left.trim();
};

/** 打 alone is a call, 报 a quote: what a calendar would say. */
const spelled = (what: string) => (/^再?打$/.test(what) ? '打电话' : what);

const does = new RegExp(
  `^(?:再|去|先|一起|要|给|跟|和|帮|把|做|出|交)?(?:${doing}|对账|结账|盘点|验货|交货|送货|装机|调试|收款|催款|维护|巡检|续签|打样|量尺|勘察|试机|培训|合同|方案|资料|样品|发票|回款|尾款|首付|付款|开工|交付|上线|验收|试用|招标|投标|开标|评标|截标|续费|续约)|^(?:call|phone|ring|email|e-mail|mail|send|resend|visit|see|meet|text|message|ping|chase|nudge|follow|check|catch|reach|get|prepare|prep|draft|write|review|quote|proposal|contract|demo|invoice|share|deliver|ship|talk|speak|discuss|present|update|finish|finali[sz]e|submit|sign|confirm|close|book|schedule|set|pick|drop|bring|give|show|try|ask|push|renew|pilot|trial|kick|answer|reply|respond|pay|decide|decision|sample|pricing|po|sow|nda|msa)\\b`,
  'iu',
);

/** Words that are no doing: a remark about a time is no plan. */
const idle =
  /^(?:[\d\s.,:%]*|看看|再说|以后|左右|前后|吧|ok|好的?|可以|不行|没空|有空|放假|休息|出差|回来|上班|下班|天气.*|周末.*|good|see(?: you| u| ya)?|you|愉快|快乐|well|ok(?:ay)?|fine|maybe|later|again|that|this|it|morning|afternoon|see you|talk|thanks|holiday|off|busy|free|weekend)$/i;

/** What is to be done at a time still to come: with whom, by whom. Null when a text is no plan. */
export function readPlan(text: string, context: Context, confidence = 0.8): Found | null {
  if (text.length > longestCommand / 2) return null;
  const reminder = asked.exec(text);
  // 下午来开了个会 has taken place, whatever the hour.
  if (!reminder && !arranged.test(text) && findWays(text).some(({ done }) => done)) return null;
  const when = ahead(text, context);
  if (!when) {
    if (!reminder) return null;
    const { who, what } = whom(trimmed(text.slice(reminder[0].length), han.test(text) ? zhHead : enHead), context);
    if (what === '' || findWhens(text, context).length > 0) return null;
    const input = { ...(who ? { who } : withSubject(context)), what: spelled(what) };
    return { ...whole(text, { name: 'task.add', input }, confidence), missing: ['at'] };
  }
  const before = text.slice(0, when.start);
  const behind = text.slice(when.end);
  const told = teller.exec(before) ?? teller.exec(behind);
  const start = told && teller.exec(before) ? told[0].length : 0;
  const joined =
    `${before.slice(start).replace(asked, '')}${han.test(text) ? '' : ' '}${told && start === 0 && teller.exec(behind) ? behind.slice(told[0].length) : behind}`
      .replaceAll(gone, ' ')
      .replace(/\s+/g, ' ');
  const left = trimmed(joined, han.test(joined) ? zhHead : enHead);
  const { who: found, what: rest } = whom(left, context);
  const giver = found ? null : /^([\p{Script=Han}\w]{2,10}?)(?:那边)?(?=说|答应|承诺|保证)/u.exec(rest);
  const isGiver = giver !== null && refLike(giver[1] as string) && !told;
  const named = isGiver ? (readWho(giver[1] as string, context).who ?? undefined) : found;
  const said = isGiver ? rest.slice(giver[0].length) : rest;
  const what = spelled(trimmed(said, han.test(said) ? zhHead : enHead));
  if (what === '' || what.length > 80 || idle.test(what)) return null;
  if (!named && !reminder && !told && !meeting.test(what) && !does.test(what)) return null;
  const promised =
    /^(?:那边)?(?:说了?|答应了?|承诺了?|表示|讲|保证)/.exec(said) ??
    /^(?:will|'ll|is going to|are going to|promised to|agreed to|said (?:they|he|she)(?: will|'ll)?|said)\s/i.exec(
      said,
    );
  if (named && promised) return theirPlan(text, named, said.slice(promised[0].length), when, context, confidence);
  const themselves = told
    ? !ours.test(told[0]) &&
      (theirs.test(what) ||
        /(?:will|'ll|promised.*|agreed to|is going to|are going to|答应了?|承诺了?|会)[\s,]*$/i.test(told[0]))
    : answers.test(what) && !/^(?:i|we|我)/i.test(joined.trim());
  const from = told && !named ? tellerName(told[1] as string, context) : undefined;
  const who = named ?? from ?? withSubject(context).who;
  const input = {
    ...(who ? { who } : {}),
    what,
    at: toMoment(when.value, context.zone),
    ...(meeting.test(what) ? { kind: 'meeting' } : {}),
    ...(themselves ? { side: 'them' } : {}),
  };
  return whole(text, { name: 'task.add', input }, reminder ? 0.95 : confidence);
}

/** 星河说周五给答复, Silverline will sign by Friday: what they said they would do. */
function theirPlan(
  text: string,
  who: string,
  said: string,
  when: Reading<When>,
  context: Context,
  confidence: number,
): Found | null {
  const what = trimmed(said, han.test(said) ? zhHead : enHead);
  if (what === '' || idle.test(what)) return null;
  const input = { who, what, at: toMoment(when.value, context.zone), ...(ours.test(said) ? {} : { side: 'them' }) };
  return whole(text, { name: 'task.add', input }, confidence);
}

const withSubject = (context: Context): { who?: string } => {
  const who = resolve('', context, kinds);
  return who ? { who } : {};
};

/** The record behind the one who told, when it is no pronoun: 恒通那边说 is 恒通. */
function tellerName(said: string, context: Context): string | undefined {
  const name = said
    .replace(
      /\s?(?:也)?(?:跟我|和我|给我)?(?:说|答应了?|承诺了?|表示|讲|告诉我们?|回复说?|让我们?|要我们?|叫我们?|希望我们?|要求我们?|催我们?|会|要)$/,
      '',
    )
    .replace(
      /\s?(?:said(?: that)?|says(?: that)?|promised.*|agreed to|will|'ll|is going to|are going to|wants?.*|asked.*|asks? for|needs|expects?)$/i,
      '',
    )
    .replace(/那边$/, '')
    .trim();
  if (
    /^(?:客户|对方|他们?|她们?|人家|那边|甲方|they|he|she|(?:the )?(?:client|customer)|i|we|it|boss|老板)$/i.test(name)
  )
    return undefined;
  const subject = withSubject(context).who;
  // 王总说 within a talk about 恒通 is somebody there.
  if (subject && (findTitled(name).length > 0 || !han.test(name))) return subject;
  return name === '' ? undefined : cleanRef(name);
}

import { kindOf, spans } from './correct-kinds.ts';

/** What opens a correction, each taken off in turn: excuses, that something was wrong, which of the things said. */
const openings = [
  /^(?:wrong|mixed up the) (?:one|customer|company|client|account|person|name|date|day|time|amount|number|figure|stage|deal)[\s,:!.-]*/i,
  /^(?:不好意思|抱歉|对不起|等等|等一?下|哎[呀哟]?|诶|欸|唉|啊|哦|噢|嗯|额|呃|糟了?|完了|晕|(?:sorry|oops|wait|hold on|oh|ah|no|nope|act?u?al?ly|correction|apologies|my bad|my mistake|typo|h+m+|scratch that|strike that|ignore that|wrong|whoops|oopsie|argh|ugh|fat[- ]finger(?:ed)?(?: that| it)?|misspoke|i misspoke)(?![a-z]))[\s,:!.-]*/i,
  /^(?:刚才|刚|方才|我|上一?[条个句次]|上面|前面|那[条个]|时间|日期|日子|金额|总价|价格|预算|折扣|阶段|名字|人名|姓名|公司名?|单号|编号|联系人|客户|人|数字|数|电话|手机号?|号码|the last one|last one|that one|that|的|里|说|记|写|发|录|\s){0,10}(?:多|少)?(?:打|写|说|录|记|输|填|发|搞|弄|听|看|讲|敲|点)?(?:错|岔|反|串|混|颠倒)(?:了|成)?(?:单号|编号|单子|公司|金额|时间|对象|名字|电话|号码?|人|地方|客户|日子|数|字|一位)?了?[\s,:!.]*/i,
  /^(?:刚才?|刚刚|上面|上一?条|那[条个])?(?:的)?(?:金额|数字|预算)?(?:多|少)(?:打|写|输|说|记|敲)?了?(?:一?个)?(?:零|0|数|位)了?[\s,:!.]*/,
  /^(?:刚才?|刚刚)?(?:手滑|口误|笔误|打字快|嘴瓢|没看清|看岔)了?[\s,:!.]*/,
  /^(?:刚才?|刚刚|上面)?的?[\p{Script=Han}\w]{2,8}?(?:那|这)(?:条|个|句|单|家|边)的?(?:记|说|写|打|发|弄|搞)?(?:错|反|串)了?[\s,:!.]*/u,
  /^(?:不对|不是这样|有误|更正|纠正|修正|勘误|订正|改一?下|改改|更新一?下)(?:一下|啊|哈|了)?[\s,:!.]*/,
  /^(?:刚才?|刚刚|上|上面|前面)(?:说|记|写|发|录)?的?(?:那|一)?(?:条|个|句|笔|一条|一个)(?:的|里|记录|消息)?(?:写错|打错|改一?下|改下|不对|有误|有问题)?[\s,:!.]*/,
  /^(?:i |that )?(?:was|is|got) (?:wrong|a typo|a mistake|off|not right)[\s,:!.]*/i,
  /^(?:i )?(?:typed|wrote|said|got|put|entered) (?:it|that|the wrong \w+)(?: wrong)?[\s,:!.]*/i,
  /^(?:the )?(?:last one|last entry|previous one|that last one|above)[\s,:!.-]+/i,
];
/** Which of the things said is meant, before its right value. */
const label =
  '(?:金额|总价|价格|合同金额|合同额|预算|时间|日期|日子|成交日|名字|人名|姓名|公司|公司名|客户|电话|手机号?|号码|邮箱|折扣|阶段|人数|首付款?|定金|预付款?|尾款|数量|台数|员工数|把握|胜算|地点|决策人|原因|对手|竞品|(?:the |my )?(?:amount|budget|reason|objection|loss reason|close date|closing date|date|day|time|name|company|customer|number|phone|email|discount|stage|headcount|odds|deal size|price|contact))';
const named = new RegExp(`^${label}$`, 'i');
const labelledValue = new RegExp(`^(${label})\\s?(.{1,30})$`, 'i');
const labels = new RegExp(label, 'i');
const copula =
  '(?:应该|应|其实|正确的?)*(?:是|系|为|改成|改为|改到|换成|写成|算|:)|(?:is|was|are|should be|should have been|should say|->|:)';

/** Says for certain that something was wrong. */
const strong =
  /[错反混]|更正|[纠修订]正|不对|有误|手滑|口误|笔误|typo|wrong|correction|scratch that|strike that|mistake|my bad|misspoke/i;
const end = '(?:的|啊|哈|哦|呀|吧|了|才对|才是)?$';
const pairs: [RegExp, 'to-from' | 'from-to'][] = [
  [/^(?:我)?(?:把)?\s?([^,]{1,30}?)(?:说|写|打|记|输|填|看|听|录|弄|搞|敲)成了?\s?([^,]{1,30}?)了?$/, 'to-from'],
  [/^i (?:typed|put|wrote|said|entered|logged) (.{1,30}?) (?:instead of|rather than|not) (.{1,30}?)$/i, 'from-to'],
  [/^s\/(.{1,30}?)\/(.{1,30}?)\/?$/i, 'from-to'],
  [
    new RegExp(
      `^(?:应该|应)?(?:${label})?(?:应该|应)?(?:是|系|改成|为|给|要)?\\s?([^,]{1,30}?)\\s?,?\\s?(?:而)?(?:不是|不系|非|不要)\\s?([^,]{1,30}?)${end}`,
      'i',
    ),
    'to-from',
  ],
  [
    new RegExp(
      `^(?:应该)?(?:不是|不系|不要)\\s?([^,]{1,30}?)\\s?[,\\s]\\s?(?:应该|而|要)?(?:是|系|要)\\s?([^,]{1,30}?)${end}`,
    ),
    'from-to',
  ],
  [new RegExp(`^(?:应该)?(?:不是|不系)\\s?([^\\s,]{1,30}?)(?:应该|而)?(?:是|系)\\s?([^,]{1,30}?)${end}`), 'from-to'],
  [/^(?:把)?\s?([^\s,]{1,30}?)\s?(?:应该|要)?(?:改成|改为|换成|应该是|应为|->|→)\s?([^,]{1,30}?)$/, 'from-to'],
  [
    /^(?:it'?s|it is|it was|that'?s|should be|i meant|meant(?: to (?:say|write|put))?|make (?:it|that))?\s?(.{1,30}?)\s?,?\s(?:not|instead of|rather than)\s(?:an?\s|the\s)?(.{1,30}?)$/i,
    'to-from',
  ],
  [
    /^(?:it'?s |it was )?not\s(.{1,30}?)\s?[,;-]\s?(?:it'?s|it was|but|i meant|should be|make (?:it|that)|rather)?\s?(.{1,30}?)$/i,
    'from-to',
  ],
  [/^(?:it'?s |it was )?not\s(.{1,30}?)\s(?:but|it'?s|i meant|should be)\s(.{1,30}?)$/i, 'from-to'],
  [/^(.{1,30}?)\s(?:should be|should have been|should've been|was meant to be)\s(.{1,30}?)$/i, 'from-to'],
  [/^(?:change|swap|replace|switch)\s(.{1,30}?)\s(?:to|for|with)\s(.{1,30}?)$/i, 'from-to'],
];
const only = new RegExp(
  [
    `^(${label})?\\s?(?:${copula}|说的是|要写的是|见的是|打给的是|找的是|去的是|(?:应该)?(?:记到|记在|挂到|挂在|算在))\\s?(.{1,40}?)(?:名下|头上|那边)?(?:才对|的|啊|哈|哦)?$`,
    `^(.{1,20}?)(?:才对|才是)$`,
    `^(?:it'?s|it is|it was|was|that'?s|should be|should have been|i meant|meant(?: to (?:say|write|put))?|(?:make|change|set) (?:it|that)(?: to)?)\\s(.{1,40})$`,
    `^\\*\\s?(.{1,40}?)\\*?$|^([^*\\s].{0,40}?)\\*$`,
  ].join('|'),
  'i',
);
const bareOnly =
  /^(?:i meant|should be|should have been|(?:make|change) (?:it|that)|it should|应该是|应为|说的是|改成|改为|\*)|\*$/i;
const lastFigures =
  /^(?:手机号?|电话|号码|尾号|phone|number)?\s?(?:的)?(?:最后|后|末|尾|尾号|尾数|(?:the )?last|ends?)?\s?(?:四|三|两|几|4|3|2|four|three|two)?(?:位|位数|个数|digits?|numbers?)?(?:应该)?\s?(?:是|为|in|is|are|should be|with)?\s?(\d{2,6})$/i;

/** What a correction says: what was wrong (when named) and what is right; `marked` when it says that something was wrong. */
export interface Correction {
  wrong?: string;
  right: string;
  marked: boolean;
  /** Which of the things said it is, by its name (预算, close date). */
  label?: string;
  /** Only the last figures of a number are put right. */
  figures?: boolean;
  /** Two things were told the wrong way round. */
  swapped?: boolean;
  /** What was said, said again in full. */
  again?: boolean;
}

/** 陈晓艳 艳阳的艳: how a character is written is no part of the name. */
const spelling = /^(.*?(\p{Script=Han})\p{Script=Han}?)[\s,(]+\p{Script=Han}{0,4}\2\p{Script=Han}{0,3}的\2\)?$/u;

/** 见的是孙院长: only whom it was is put right. */
const doneTo = /^(?:我们?)?(?:见|去|找|打给?|拜访|联系|聊|发给?|约|谈|碰)(?:到|了)?的(?:人|客户)?是\s?(?=\S)/;
/** 刚才李桐说的是七十二万: whose word it was is no part of what is right. */
const saidOf =
  /^(?:刚才?|刚刚|上面|前面)?[\p{Script=Han}\w]{0,12}?(?:说|报|讲|要|给|谈|提|开)的(?:价|数|价格|金额)?是\s?(?=[^,]{1,20}(?:不是|而不是))/u;
/** Of what was told of two, each is true of the other. */
const around = /^(?:no,?\s|it'?s\s)?(?:the )?other way (?:a)?round|^(?:说|弄|搞|记)?反了|^反过来/i;
/** 80k even: says nothing but that it is so. */
const exactly = /(?<=[\dkm])\s(?:even|flat|exactly|instead|please|pls|sorry)$|(?<=\S)整(?=$)/i;

/** Reads a correction. Null when a text is none. */
export function readCorrection(text: string): Correction | null {
  if (text.length > 120) return null;
  const bare = text.replace(/[\s.!~]+$/, '');
  let body = bare;
  for (let round = 0; round < 5; round++) {
    const less = openings.reduce((left, opening) => left.replace(opening, ''), body);
    if (less === body) break;
    body = less;
  }
  const sign = bare.slice(0, bare.length - body.length);
  const marked = sign.trim() !== '';
  if (/是不是|[?吗]$|可能|好像|不确定|maybe|\bmight\b/i.test(body)) return null;
  body = body.replace(exactly, '').replace(saidOf, '');
  if (
    /[反混]了|颠倒|(?:the )?(?:wrong|other) way (?:a)?round|backwards|mixed up/i.test(sign + body) &&
    (marked || around.test(body))
  )
    return { right: body, marked, swapped: true };
  body = spelling.exec(body)?.[1] ?? body;
  const figures = lastFigures.exec(body);
  if (figures && /位|尾|digits?|ends?|last/i.test(body)) return { right: figures[1] as string, marked, figures: true };
  const read = withLabel(readPair(body, marked) ?? readOnly(body, marked), sign);
  return read ?? (strong.test(sign) && body.length >= 4 ? { right: body, marked: false, again: true } : null);
}

/** 公司打错字了 是启悦: which of the things said is meant was told with the excuse. */
function withLabel(read: Correction | null, sign: string): Correction | null {
  if (!read || read.label !== undefined || read.wrong !== undefined) return read;
  const label = labels.exec(sign)?.[0];
  return label ? { ...read, label } : read;
}

/** Saltmarsh is March not Feb, the po comes monday not friday: of what is right, only what is of the kind of what was wrong. */
function alike(said: string, wrong: string): string {
  const kind = kindOf(wrong.replace(/^(?:the|on)\s/i, ''));
  if (!kind || kind === 'number' || kindOf(said) !== null) return said;
  const [one, ...more] = spans(kind, said);
  return one && more.length === 0 ? said.slice(one.start, one.end) : said;
}

function readPair(body: string, marked: boolean): Correction | null {
  for (const [pattern, order] of pairs) {
    const match = pattern.exec(body);
    if (!match) continue;
    // 把A改成B and "change A to B" are commands of their own unless they say that something was wrong.
    if (order === 'from-to' && !marked && !/应|不是|不系|not |should|i (?:typed|put|wrote)|^s\//i.test(body)) continue;
    const [a, b] = [(match[1] as string).trim().replace(doneTo, ''), (match[2] as string).trim()];
    const [said, wrong] = order === 'to-from' ? [a, b] : [b, a];
    const right = alike(said, wrong);
    if (/^(?:that|it|this|那个?|这个?|它)$/i.test(wrong)) return { right, marked };
    if (named.test(wrong)) return { right, label: wrong, marked };
    return { wrong, right, marked };
  }
  return null;
}

function readOnly(body: string, marked: boolean): Correction | null {
  const one = only.exec(body);
  const which = one?.[1];
  const right = one?.slice(2).find((said) => said !== undefined);
  if (right && (marked || bareOnly.test(body) || /^(?:it'?s|that'?s|was|it was)\s/i.test(body)))
    return { right: right.trim(), marked, ...(which ? { label: which } : {}) };
  const valued = labelledValue.exec(body);
  if (marked && valued && kindOf(valued[2] as string))
    return { right: valued[2] as string, marked, label: valued[1] as string };
  return marked && body !== '' && body.length <= 30 && kindOf(body) ? { right: body, marked } : null;
}

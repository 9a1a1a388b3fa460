import { beyond } from './bag.ts';
import type { Context, Draft, KnownName, Rule } from './context.ts';
import { whole } from './shared.ts';
import { findWords } from './words.ts';

const looks =
  /看看|看一看|看|瞅瞅|瞅|瞄|瞧|查查|查询|查|翻|调出来?|调取|调|拉出来?|拉个|拉|列出来?|列|显示|打开|发来|发|报一?下|盘一?下|过一?遍|过一?下|来|出来|\b(?:show|see|view|list|pull|get|give|check|display|look|bring|send|grab|run|open(?=\s(?:up|the|my))|what|which|whats|what's|how many|how)\b/giu;
const asks =
  /哪些|哪几个?|什么样?|有啥|啥|多少|几个|怎么样|怎样|如何|到哪一?步|哪一?步|到哪儿?|哪个阶段|进展|情况|状态|进度|详情|近况|\b(?:what|which|whats|what's|how many|status|working on|got|going on|update)\b|\?/giu;
const kinds: [RegExp, 'lead' | 'deal'][] = [
  [/线索|潜客|\b(?:leads?|prospects?)\b/giu, 'lead'],
  [/商机|单子|机会|\b(?:pipeline|deals?|opportunit(?:y|ies)|oppt?(?:y|ie)?s?)\b/giu, 'deal'],
];
const profile =
  /客户(?:资料|信息|档案|详情|卡片|主页)?|\b(?:customer|account|client)(?:\s(?:info|details?|profile|card|record|page|file))?\b/giu;
const owners: [RegExp, 'mine' | 'team' | 'all'][] = [
  [
    /全公司|整个公司|公司|所有人|大家|\b(?:company[\s-]?wide|company|everyone'?s?|everybody'?s?|whole company|org)\b/giu,
    'all',
  ],
  [/我们?团队|团队|我们组|咱们组?|组里|全组|我们|\b(?:the team'?s?|team'?s?|our)\b/giu, 'team'],
  [/我自己|我?名下|我?手[上里头]|我|\b(?:my|mine)\b/giu, 'mine'],
];
const everything = /所有|全部|\b(?:all|every|entire|whole|full)\b/giu;
const lists =
  /现在|目前|列表|清单|名单|一览|在跟进?|跟进|手[上里头]|名下|还在|正在|处于|进行中|阶段|环节|里面?|[在有]|\b(?:list|open|stage|phase|still|being|working on|working)\b|['’]s\b/giu;
const harm =
  /不|别|没(?!有)|新|开[个一]|建|加|录|转|推|改|删|导|退|放|领|[并合]|\b(?:not|new|add|create|move|push|export|merge|claim|recycle|form|won't|don't)\b|#\s?\d+.*#\s?\d+/iu;

/** Who wants to see it is not whose it is. */
const forMe = /[给发帮]我|我[想要得]|\b(?:show|give|send|get|tell) me\b/giu;
const has = (pattern: RegExp, text: string) => text.search(pattern) >= 0;
const cut = (text: string, { start, end }: { start: number; end: number }) =>
  `${text.slice(0, start)} ${text.slice(end)}`;

function listed(text: string, context: Context): Draft | null {
  const kind = kinds.find(([words]) => has(words, text));
  const people = (context.names?.find(text) ?? []).filter(({ kind }) => kind === 'person');
  if (!kind || people.length > 1) return null;
  const [person] = people;
  const who = person && text.slice(person.start, person.end);
  const bare = person ? cut(text, person) : text;
  const stages = kind[1] === 'deal' ? findWords(context.stages, bare) : [];
  if (stages.length > 1) return null;
  const [stage] = stages;
  const said = stage ? cut(bare, stage) : bare;
  const owner = owners.find(([words]) => has(words, said));
  if (!has(looks, said) && !has(asks, said) && !owner && !has(/列表|清单|\blist\b/i, said)) return null;
  if (beyond(said, kind[0], ...owners.map(([words]) => words), everything, lists, looks, asks) !== '') return null;
  const whose = owner?.[1] ?? (has(everything, said) && !who ? 'all' : undefined);
  if (kind[1] === 'lead') return who ? null : { name: 'lead.list', input: whose ? { whose } : {} };
  return {
    name: 'deal.list',
    input: { ...(who ? { person: who } : whose ? { whose } : {}), ...(stage ? { stage: stage.value } : {}) },
  };
}

/** The one record that a text names: by its number or by a name we know. */
function oneRecord(text: string, context: Context): { start: number; end: number; kind?: KnownName['kind'] } | null {
  const numbers = [...text.matchAll(/#\s?\d{1,9}/g)];
  const names = (context.names?.find(text) ?? []).filter(({ kind }) => kind === 'customer' || kind === 'lead');
  if (numbers.length + names.length !== 1) return null;
  const [number] = numbers;
  return number ? { start: number.index, end: number.index + number[0].length } : (names[0] ?? null);
}

/** 上次什么时候联系的, 上次联系是哪天: when we were last in touch is told with the record. */
const when = '(?:什么时候|啥时候|何时|哪一?天|几号)';
const touched = '(?:联系|跟进|拜访|沟通|聊|见)(?:过|上|了|面)?';
const lastTouch = new RegExp(
  `(?:我们?)?(?:上一?次|最近一?次|最后一?次)(?:我们?)?(?:是|在|跟|和|与|\\s){0,4}(?:${when}\\s?(?:跟|和|与|去)?\\s{0,3}${touched}|${touched}\\s{0,3}(?:的?时间)?(?:是|在){1,2}${when})的?`,
  'gu',
);

/** 有没有收到恒通的回复, 枫桥有没有回我. */
const answers =
  /^有没有(?:收到)?(?:过)?\s?(?:那边|他们)?的?(?:回复|消息|回音|回信|动静|下文|反馈)$|^(?:那边|他们|\s){0,3}有没有(?:再)?(?:回复?|联系|找|理)过?我们?$/u;

function shown(text: string, context: Context): Draft | null {
  const one = oneRecord(text, context);
  if (!one) return null;
  const said = cut(text, one).replace(lastTouch, '看').replace(answers, '看');
  if (!has(looks, said) && !has(asks, said)) return null;
  if (
    beyond(
      said,
      profile,
      ...kinds.map(([words]) => words),
      looks,
      asks,
      /那[一]?[单家条]|这[一]?[单家条]|那边|项目|资料|信息|档案|走|\b(?:info|details?|where|stand|one)\b/giu,
    ) !== ''
  )
    return null;
  const ref = text.slice(one.start, one.end).replace(/\s/g, (blank) => (text[one.start] === '#' ? '' : blank));
  if (has(profile, said)) return { name: 'customer.show', input: { customer: ref } };
  if (has((kinds[0] as [RegExp, string])[0], said)) return { name: 'lead.show', input: { lead: ref } };
  return { name: 'deal.show', input: { deal: ref } };
}

/** Asking to see a list or one record, in whatever order it is said: every word of it is a word for looking. */
export const glance: Rule = (text, context) => {
  if (text.length > 80 || harm.test(text)) return null;
  const said = text.replace(forMe, '看');
  const draft = listed(said, context) ?? shown(said, context);
  return draft && whole(text, draft, 0.9);
};

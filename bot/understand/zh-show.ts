import type { Context, Found, Rule } from './context.ts';
import { resolve } from './refs.ts';
import { longestCommand, whole } from './shared.ts';
import { knownStage } from './stage.ts';

const whose = (said: string | undefined) =>
  !said
    ? {}
    : /我/.test(said)
      ? { whose: 'mine' as const }
      : /团队|我们|组/.test(said)
        ? { whose: 'team' as const }
        : { whose: 'all' as const };
const look =
  '(?:帮我|给我|请)?(?:看一?下|看一看|看看|看|查看|查一?下|查询|查|列出|列一?下|显示|打开|给我看|list一?下|show一?下|pull一?下|拉一?下|调一?下)?\\s?';
const looking = new RegExp(`^${look}`);
const owner =
  '(我手上的?|全公司的?|整个公司的?|我手里的?|我名下的?|我有|我的?|我们的?|团队的?|我们团队的?|全队的?|所有的?|全部的?|公司的?)?';
const leads = new RegExp(`^${look}${owner}\\s?(?:线索|leads?)(列表|清单|有哪些|有多少)?(?:呢)?\\??$`);
const deals = new RegExp(
  `^${look}${owner}\\s?(?:(?:在|处于)?\\s?([^\\s]{1,20}?)\\s?(?:阶段|环节)?(?:里)?的)?\\s?(?:有?哪些)?\\s?(?:商机|单子|机会|pipeline|deals?|opps?)(列表|清单|有哪些|有多少)?(?:都?有哪些|呢)?\\??$`,
);
const atStage = new RegExp(`^${look}${owner}\\s?([^\\s]{1,20}?)\\s?阶段的?(?:商机|单子)?(?:有哪些)?\\??$`);
const show =
  /^(?:帮我|给我|请)?(?:看一?下|看一看|看看|查看|查一?下|查询|查|显示|打开|调出|看)\s?(商机|线索|客户|单子)?\s?(.{1,60}?)(?:的)?(?:情况|进展|详情|信息|资料|状态|怎么样了?|进度|到哪了|到哪一步了|(?:上次|最近|之前|都|我们){0,3}(?:聊|谈|说|沟通)(?:了|过|到)?(?:些|的)?(?:什么|啥|哪了?|哪儿了?))?$/;
const how =
  /^(.{1,40}?)(?:的)?(?:情况怎么样|进展如何|进展怎么样|怎么样|到哪一?步|到哪|进展|情况|进度|什么情况|啥情况|现在什么阶段|在哪个阶段)了?[呢啊]?\??$/;

/** Looking at records: lists of leads and deals, and one record by its name. Nothing here changes anything. */
export const chineseShow: Rule = (text, context) => {
  if (text.length > longestCommand) return null;
  const lead = leads.exec(text);
  if (lead && (lead[1] || lead[2] || /^.{0,4}[看查列显]/.test(text)))
    return whole(text, { name: 'lead.list', input: whose(lead[1]) });
  const whom = /^(?:看看?|看下)?([\p{L}]{2,12}(?:\s\w{2,12})?)的(?:deals?|pipeline|opps?)$/iu.exec(
    text.replace(looking, ''),
  )?.[1];
  const colleague = /^(?:看看?|查)?(.{1,20}?)(?:手上|手里|名下)?(?:的|有哪些|有什么)(?:所有)?(?:商机|单子)$/.exec(
    text,
  )?.[1];
  const person = whom ?? (colleague && context.names?.find(colleague)[0]?.kind === 'person' ? colleague : undefined);
  if (person && !/^(?:我|我们|团队)$/.test(person) && !knownStage(person, context))
    return whole(text, { name: 'deal.list', input: { person } });
  const staged = atStage.exec(text);
  const list = deals.exec(text) ?? (staged && knownStage(staged[2] as string, context) ? staged : null);
  if (
    list &&
    !(
      list[2] === undefined &&
      list[1] === undefined &&
      list[3] === undefined &&
      /^(?:商机|机会|单子)$/.test(text) === false &&
      !/^.{0,4}[看查列显]/.test(text)
    )
  ) {
    const stage = list[2] ? (knownStage(list[2], context) ?? list[2]) : undefined;
    const group = /^(?:我|团队|全部|所有)的?$/.test(stage ?? '') ? stage : undefined;
    // 恒通的商机 names a customer, not a stage: that is a record to be shown.
    if (stage && /^[把将给推]/.test(stage)) return null;
    if (stage && !group && !knownStage(stage, context) && !/阶段|环节/.test(text))
      return one('deal', stage, text, context, 0.8);
    return whole(text, {
      name: 'deal.list',
      input: { ...whose(group ?? list[1]), ...(stage && !group ? { stage } : {}) },
    });
  }
  const inStage =
    /^(?:有)?(?:哪些|什么)(?:商机|单子|机会)(?:现在)?(?:在|到了?|处于)\s?(\S{1,20}?)(?:阶段|环节)?[了的呢]?\??$/.exec(
      text,
    ) ?? /^(\S{1,20}?)(?:阶段|环节)?的(?:有哪些|都有哪些|有什么)\??$/.exec(text);
  const named = inStage && knownStage(inStage[1] as string, context);
  if (named) return whole(text, { name: 'deal.list', input: { stage: named } });
  const asked = show.exec(text);
  if (asked && !/[,;!]/.test(asked[2] as string)) {
    const kind = asked[1] === '线索' ? 'lead' : asked[1] === '客户' ? 'customer' : 'deal';
    return one(kind, asked[2] as string, text, context, 0.9);
  }
  const doing = how.exec(text);
  if (
    doing &&
    !/^(?:你|今天|天气|最近|我)|提醒|记得|别忘|[问催]|[给跟].{2,12}[打发聊谈说报]|确认|核[实对]|了解|汇报|沟通/.test(
      doing[1] as string,
    )
  )
    return one('deal', doing[1] as string, text, context, 0.8);
  return null;
};

function one(
  kind: 'deal' | 'customer' | 'lead',
  said: string,
  text: string,
  context: Context,
  confidence: number,
): Found | null {
  const ref = resolve(said, context, [kind]);
  if (ref === null) return { ...whole(text, { name: `${kind}.show`, input: {} }, confidence), missing: [kind] };
  return whole(text, { name: `${kind}.show`, input: { [kind]: ref } }, confidence);
}

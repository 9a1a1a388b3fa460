import { readFileSync, writeFileSync } from 'node:fs';
import type { IntentName } from '../../bot/intents.ts';
import { examples } from '../../bot/understand/examples.ts';

type Said = Exclude<IntentName, 'unknown' | 'amend' | 'confirm'>;

/** What each kind of sentence is for, as the READMEs head its row: in English and in Chinese. */
const heads: Record<Said, readonly [en: string, zh: string]> = {
  several: ['Several things at once', '一句话几件事'],
  'lead.create': ['A new lead', '新线索'],
  'lead.form': ['A new lead, as a form', '新线索（表单）'],
  'lead.list': ['Leads', '线索列表'],
  'lead.show': ['One lead', '一条线索'],
  'lead.claim': ['Take a lead out of the pool', '从公海领取线索'],
  'lead.reject': ['A lead that is none', '无效线索'],
  'lead.recycle': ['Back to the pool (previewed)', '退回公海（先预览）'],
  'lead.merge': ['Two leads are one (previewed)', '合并线索（先预览）'],
  'profile.update': ['What you learned about somebody', '客户、联系人的情况'],
  'activity.log': ['A call, a visit, a message', '电话、拜访、消息'],
  'task.add': ['To do, an appointment, their promise', '待办、约定、客户的承诺'],
  'plan.agenda': ['What is planned then', '那天的安排'],
  'task.move': ['What was planned moves', '约好的改时间'],
  'plan.today': ["Today's plan", '今日计划'],
  'touch.done': ['Done', '完成'],
  'touch.snooze': ['Later', '延后'],
  'deal.open': ['A new deal', '新商机'],
  'deal.form': ['A new deal, as a form', '新商机（表单）'],
  'deal.move': ['A deal moves, is won, is lost', '推进、赢单、丢单'],
  'deal.update': ['What changed about a deal', '商机有变化'],
  'deal.list': ['Deals', '商机列表'],
  'deal.show': ['One deal', '一个商机'],
  'deal.give': ['A deal goes to a colleague', '转给同事'],
  'deal.pipeline': ['On to another pipeline', '换流程'],
  'deal.pause': ['A deal rests and wakes up', '先放一放，到时叫醒'],
  'deal.forecast': ['What a deal counts as in the forecast', '商机在预测里算什么'],
  'deal.odds': ['How likely a deal is, and why', '一单把握多大，为什么'],
  'risk.list': ['Deals at risk, and why', '哪些单子有风险，为什么'],
  'risk.act': ['What is suggested against it, planned', '按建议安排'],
  'risk.snooze': ['No alert about a deal for a while', '风险先不提'],
  'promise.list': ['Who promised what', '谁答应了什么'],
  'promise.broken': ['They did not keep it', '对方没兑现'],
  'deal.handover': ['What the next one must know', '交接卡'],
  'touch.change': ['Another way, when nobody answers', '没回音时换个办法'],
  'leave.add': ['Days off, and who covers', '休假与代班'],
  'leave.cancel': ['No leave after all', '取消休假'],
  'leave.list': ['Who is off', '谁在休假'],
  'quote.make': ['A quote, the next version', '报价，新版本'],
  'quote.list': ['Quotes, old → new', '报价记录'],
  'quote.accept': ['They said yes to it', '客户接受报价'],
  'approval.decide': ['Decide on a discount (manager)', '审批优惠（主管）'],
  'approval.answer': ['Take what was granted, or withdraw', '按批的报、撤回申请'],
  'deal.review': ['What a deal taught us', '复盘'],
  'customer.show': ['One customer', '一个客户'],
  'talk.find': ['Words for an objection', '应对顾虑的话术'],
  'talk.used': ['A talk track was used', '用了一条话术'],
  'talk.add': ['Words of your own for an objection', '加一条自己的话术'],
  'talk.decide': ['A colleague’s words stand (managers)', '批同事的话术（主管）'],
  'digest.show': ["The manager's digest", '主管日报'],
  'xray.show': ['Where deals wait, loop and die', '单子都卡在哪'],
  'process.show': ['The team’s process', '看销售流程'],
  'process.change': ['The process is changed (admins, rehearsed)', '改销售流程（管理员，先预演）'],
  'forecast.show': ['What the month or quarter brings', '这个月、这个季度能签多少'],
  'phones.export': ['Phone numbers (previewed)', '导出电话（先预览）'],
  undo: ['Take it back', '撤销'],
  cancel: ['Never mind', '取消'],
  join: ['Join with a code', '用邀请码加入'],
  'people.list': ['The team', '成员'],
  'people.invite': ['A new colleague', '邀请同事'],
  'people.change': ['Role, team, language, leaving', '角色、团队、语言、离职'],
  'people.map': ["A colleague's other account", '绑定同事的另一个账号'],
  language: ['Language', '语言'],
  help: ['Help', '帮助'],
};

const cell = (texts: string[]) => texts.map((text) => `\`${text.replaceAll('|', '\\|')}\``).join('<br>');
const from = '<!-- phrases: written by npm run phrases -->';
const to = '<!-- /phrases -->';

/** A README's table of what one can say, made of the grammar's own examples: the Chinese one has the Chinese ones only. */
export function phrases(language: 'en' | 'zh'): string {
  const names = Object.keys(heads) as Said[];
  const rows =
    language === 'zh'
      ? ['| | 可以这样说 |', '|---|---|', ...names.map((name) => `| ${heads[name][1]} | ${cell(examples[name].zh)} |`)]
      : [
          '| | 中文 | English |',
          '|---|---|---|',
          ...names.map((name) => `| ${heads[name][0]} | ${cell(examples[name].zh)} | ${cell(examples[name].en)} |`),
        ];
  return [from, '', ...rows, '', to].join('\n');
}

/** A README with the table as it is now in the place of the one it has. */
function withPhrases(readme: string, language: 'en' | 'zh'): string {
  const start = readme.indexOf(from);
  const end = readme.indexOf(to);
  if (start < 0 || end < start) throw new Error(`the README has no ${from} … ${to}`);
  return readme.slice(0, start) + phrases(language) + readme.slice(end + to.length);
}

/** The READMEs that have the table, each with its language. */
export const readmes = [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
] as const;

if (process.argv[1] === import.meta.filename)
  for (const [name, language] of readmes) {
    const path = new URL(`../../${name}`, import.meta.url);
    writeFileSync(path, withPhrases(readFileSync(path, 'utf8'), language));
  }

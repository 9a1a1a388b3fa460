import type { Rule } from './context.ts';
import { readWhen, toMoment } from './dates.ts';
import { readLead } from './lead.ts';
import { planFor, splitPlan } from './lead-plan.ts';
import { describe, readLanguage, readRole, says, whole } from './shared.ts';
import { chineseDeals } from './zh-deals.ts';
import { chineseShow } from './zh-show.ts';
import { chineseTalk } from './zh-talk.ts';

const leadVerb =
  /^(?:请|帮我|麻烦)?(?:(?:新建|新增|录入|登记|添加|增加|加|录|记|创建|来了|有|收到)?(?:一?个|一?条|了){0,10}新?(?:线索|潜在客户|潜客|leads?)|新客户)(?!列表|表单|有|是|的|都|呢|在)(?=[\s:,;#\n]|\p{Script=Han}|[a-z0-9]|$)[\s:,;]*/iu;

const lead: Rule = (text, context) => {
  const match = leadVerb.exec(text);
  if (!match || (/^(?:线索|leads?)\s*#?\d+/i.test(text) && (text.length < 30 || /商机|convert/i.test(text))))
    return null;
  const rest = text.slice(match[0].length).trim();
  const span = { from: 0, to: match[0].length };
  if (rest === '') return { name: 'lead.form', input: {}, confidence: 0.95, leftover: '', ...span };
  if (/^(?:质量|转化|来源|怎么|分析|报表|多少|列表)/.test(rest)) return null;
  const { card, plan } = splitPlan(rest, context);
  const input = readLead(card, context);
  return { name: 'lead.create', input, confidence: 0.95, leftover: '', ...span, ...planFor(plan, input) };
};

const snooze: Rule = (text, context) => {
  const match =
    /^(?:把)?\s?(?:延后|推迟|延期|稍后|晚点再?提醒|延迟|推后|snooze)\s*(#?\d+)?\s*(?:到|至|提醒)?\s*(.{0,60})$/i.exec(
      text,
    ) ??
    /^(?:把|待办|任务|提醒)?\s?(#\d+)\s*(?:延后|推迟|延期|推后|推|改|挪|顺延|snooze|delay|postpone)\s*(?:到|至|till|to)?\s*(.{0,60})$/i.exec(
      text,
    ) ??
    /^(?:把)?\s?(#\d+)\s*(.{2,40}?)\s*(?:再)?(?:提醒我?|弄|说|做|处理)$/.exec(text);
  if (!match) return null;
  const when = match[2] ? (readWhen(match[2], context) ?? readWhen(`${match[2]}后`, context)) : null;
  if (match[2] && !when) return null;
  const input = when ? { until: toMoment(when, context.zone) } : {};
  if (!match[1]) return { ...whole(text, { name: 'touch.snooze', input }, 0.9), missing: ['touch'] };
  return whole(text, { name: 'touch.snooze', input: { touch: numbered(match[1]), ...input } });
};

const numbered = (ref: string) => (ref.startsWith('#') ? ref : `#${ref}`);
const unquote = (text: string) => text.replace(/^["'\s]+|["'\s]+$/g, '');

/** What Chinese sentences mean, the surest wordings first. */
export const chinese: Rule[] = [
  says(
    'help',
    /^(?:帮助|使用帮助|怎么用|使用说明|你能做什么|能做什么|你会什么|功能|菜单|说明|[?])[?？!]?$/,
    () => ({}),
  ),
  says('help', /^(?:帮助|怎么用)[\s:]+(.{1,40})$|^(.{1,20})(?:怎么用|的用法|用法)\??$/, (m) => ({
    topic: (m[1] ?? m[2]) as string,
  })),
  says('cancel', /^(?:取消|算了|不用了|不做了|放弃|不要了)[吧了。.!]?$/, () => ({})),
  says(
    'undo',
    /^(?:刚才那?[条步个]?)?(?:撤销|撤回|撤消|反悔|回退|恢复|undo)(?:一下|上一?[条步个]|刚才那?[条步个]?的?|刚刚那?[条步个]?的?|上一次|操作|修改|的){0,10}[!.吧]?$/i,
    () => ({}),
  ),
  says('undo', /^(?:撤销|撤回|撤消)\s*#?\s?(\d{1,15})$/, (m) => ({ command: Number(m[1]) })),
  says(
    'digest.show',
    /^(?:看看?|看一?下|给我|发|查看)?(?:一下)?(?:今天的?|今日|昨天的?|本周的?|团队的?|销售|我的|我们的?|的){0,10}(?:日报|简报|战报|周报|每日摘要|团队摘要|digest)(?:看看|发我|给我|发一下)?$/,
    () => ({}),
  ),
  says(
    'plan.today',
    /^(?:我?今[天日](?:我)?(?:该|要|应该|需要|得)?(?:去)?(?:跟进|联系|拜访|找|打给|回访)(?:谁|哪些(?:客户|人)?|哪几个|什么客户|的客户)(?:呢|啊)?|今[天日](?:的)?(?:计划|安排|任务|待办|跟进|工作|日程|跟进计划|跟进清单)|(?:我的)?(?:待办|日程|早计划|今日计划|晨间计划|跟进计划|跟进清单|任务)|今天(?:干嘛|干什么|干啥|做什么|有什么(?:事|安排|任务|要做的?)?|忙什么)|(?:我)?(?:该|要)跟进谁|现在(?:该)?(?:跟进|联系)谁)(?:了|呢|啊)?[?]?$/,
    () => ({}),
  ),
  says(
    'plan.today',
    /^(?:看看?)?今[天日](?:都)?(?:有)?(?:啥|什么)(?:事儿?|安排|计划|活儿?|要(?:做|跟|办|忙)的)?[呢啊]?$|^今[天日](?:咋|怎么)(?:安排|弄|搞)[呢啊]?$|^今天$/,
    () => ({}),
    0.85,
  ),
  says(
    'people.list',
    /^(?:查看|看看?|列出)?(?:团队|所有|全部)?(?:成员|人员|同事|团队成员)(?:列表|名单|有哪些|都有谁)?$/,
    () => ({}),
  ),
  says('join', /^(?:加入|注册|绑定|激活|邀请码|验证码)[\s:]*([a-z0-9][a-z0-9-]{3,40})$/i, (m) => ({
    code: (m[1] as string).toUpperCase(),
  })),
  says(
    'language',
    /^(?:请|帮我|把语言|语言)?(?:切换?(?:成|到|为|回)?|换成?|改成|改为|用|说|讲|使用|设为|设置为|设成|语言|:){0,10}\s*(中文|汉语|英文|英语|简体中文|普通话|english|chinese)(?:回复|交流|显示|模式|界面)?$/i,
    (m) => {
      const language = readLanguage(m[1] as string);
      return language && { language };
    },
  ),
  says(
    'people.map',
    /^(?:把)?\s?(\S{1,40})\s*(?:绑定|关联|对应|映射)(?:到|为)?\s*(slack|dingtalk|钉钉|local|本地)(?:的|账号|id)?\s*[:\s]\s*(\S{1,100})$/i,
    (m) => ({ person: m[1] as string, platform: platformOf(m[2] as string), id: m[3] as string }),
  ),
  says(
    'people.invite',
    /^(?:请|帮我)?(?:邀请|添加成员|新增成员|加成员|拉)[\s:]*([a-zA-Z][\w'.-]*\s[A-Z][\w'.-]*(?=\s|$)|\S{1,40})(?:\s+(?:作为|为|做|当|加入|进)?\s*(.{1,80}))?$/i,
    (m) => ({ name: unquote(m[1] as string).replace(/(?:加入|进来)$/, ''), ...describe(m[2] ?? '') }),
  ),
  says(
    'people.change',
    /^(?:把|将)\s?(.{1,40}?)\s?(?:设为|设成|设置为|改为|改成|变成|升为|提为|调整为|任命为|转为|降为)\s?(.{1,10})$/,
    (m) => {
      const role = readRole(m[2] as string);
      const language = role ? null : readLanguage(m[2] as string);
      return role
        ? { person: m[1] as string, role }
        : language
          ? { person: (m[1] as string).replace(/的?语言$/, ''), language }
          : null;
    },
  ),
  says('people.change', /^(.{1,40}?)\s?(?:设为|设成|改为|改成|升为|当|是|角色)[\s:]?(销售|主管|经理|管理员)$/, (m) => {
    const role = readRole(m[2] as string);
    return role && { person: m[1] as string, role };
  }),
  says(
    'people.change',
    /^(.{1,40}?)(?:的)?\s?语言\s?(?:改为|改成|设为|设成|是|:|用)?\s?(中文|英文|英语|汉语)$/,
    (m) => {
      const language = readLanguage(m[2] as string);
      return language && { person: m[1] as string, language };
    },
  ),
  says(
    'people.change',
    /^(?:把|将)\s?(.{1,40}?)\s?(?:调到|调去|调入|分到|分配到|转到|移到|划到|放到|换到)\s?(.{1,38}(?:组|队|部|团队|区|中心))$/,
    (m) => ({ person: m[1] as string, team: m[2] as string }),
  ),
  says('people.change', /^(?:把)?\s?(停用|禁用|启用|恢复)(?:成员|账号|用户)?[\s:]*(\S{1,40})$/, (m) => ({
    person: m[2] as string,
    active: /^[启恢]/.test(m[1] as string),
  })),
  says('touch.done', /^(?:完成|搞定|做完|已完成|办完|done)(?:了)?\s*(#?\d{1,15})(?:了)?$/i, (m) => ({
    touch: numbered(m[1] as string),
  })),
  says('touch.done', /^(#\d{1,15})\s*(?:已经|都)?(?:完成|搞定|做完|已完成|办完|办好|好|弄完|弄好|done)了?$/i, (m) => ({
    touch: m[1] as string,
  })),
  snooze,
  chineseTalk,
  chineseShow,
  lead,
  ...chineseDeals,
];

const platformOf = (said: string) =>
  (({ 钉钉: 'dingtalk', 本地: 'local' })[said] as 'dingtalk') ?? (said.toLowerCase() as 'slack');

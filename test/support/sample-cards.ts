import type { Block, Button, Card } from '../../bot/chat/card.ts';

type Two = 'zh' | 'en';
const pick = (language: Two, zh: string, en: string) => (language === 'zh' ? zh : en);
const help = { name: 'help', input: {} } as const;
const button = (label: string, style?: Button['style'], confirm?: Button['confirm']): Button => ({
  label,
  intent: help,
  say: label,
  ...(style && { style }),
  ...(confirm && { confirm }),
});

/** One sentence that changed several records: old → new, and undo. */
export function changesCard(language: Two): Card {
  const t = (zh: string, en: string) => pick(language, zh, en);
  return {
    title: t('已记录电话：恒通精密', 'Call noted: Hengtong Precision'),
    summary: t('已记录电话，商机金额改为 68 万', 'Call noted, amount now CNY 680,000'),
    tone: 'good',
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: t('金额', 'Amount'), was: '¥500,000', value: '¥680,000' },
          { label: t('下一步', 'Next step'), was: '', value: t('演示 MES 排产模块', 'Demo of the scheduling module') },
          {
            label: t('下一步时间', 'When'),
            was: t('11月24日 周二 10:00', 'Tue 24 Nov 10:00'),
            value: t('11月25日 周三 15:00', 'Wed 25 Nov 15:00'),
          },
        ],
      },
      { kind: 'note', text: t('十分钟内可以撤销。', 'Can be undone within ten minutes.') },
      { kind: 'buttons', buttons: [button(t('看详情', 'Show deal')), button(t('撤销', 'Undo'))] },
    ],
  };
}

/** A deal: facts, progress and what can be done. */
export function dealCard(language: Two): Card {
  const t = (zh: string, en: string) => pick(language, zh, en);
  const steps =
    language === 'zh'
      ? ['初步接触', '需求确认', '方案沟通', '报价', '合同签订']
      : ['First contact', 'Needs', 'Proposal', 'Quote', 'Contract'];
  return {
    title: t('恒通精密 · MES 一期', 'Hengtong Precision · MES phase 1'),
    summary: t('商机 恒通精密', 'Deal Hengtong Precision'),
    blocks: [
      {
        kind: 'progress',
        steps: steps.map((label, at) => ({ label, state: at < 2 ? 'done' : at === 2 ? 'now' : 'todo' })),
      },
      {
        kind: 'facts',
        facts: [
          { label: t('负责人', 'Owner'), value: t('陈美', 'Dana Ruiz') },
          { label: t('金额', 'Amount'), value: '¥680,000' },
          { label: t('预计成交', 'Closing'), value: t('12月20日', '20 December') },
          { label: t('在此阶段', 'In this stage'), value: t('6 天', '6 days') },
        ],
      },
      {
        kind: 'buttons',
        buttons: [
          button(t('推进到报价', 'Move to quote'), 'primary'),
          button(t('要话术', 'What to say')),
          button(t('输单', 'Mark lost'), 'danger', {
            title: t('记为输单？', 'Mark as lost?'),
            text: t(
              '恒通精密 · MES 一期（¥680,000）会从在手商机里移走。',
              'Hengtong Precision · MES phase 1 (¥680,000) leaves the open deals.',
            ),
            yes: t('记为输单', 'Mark lost'),
            no: t('再想想', 'Not yet'),
          }),
        ],
      },
    ],
  };
}

/** A move that lacks something. */
export function missingCard(language: Two): Card {
  const t = (zh: string, en: string) => pick(language, zh, en);
  return {
    title: t('推进到报价，还差一点', 'Almost ready for quote'),
    summary: t('还缺：决策人、预算', 'Missing: decision maker, budget'),
    tone: 'warn',
    blocks: [
      {
        kind: 'text',
        text: t(
          '还缺：决策人、预算。直接回复补上就会推进，例如：',
          'Missing: decision maker, budget. Reply with them and the deal moves, for example:',
        ),
      },
      { kind: 'note', text: t('决策人王总，预算 70 万', 'decision maker Ms Wang, budget 70k') },
    ],
  };
}

/** A morning plan with buttons at each line. */
export function planCard(language: Two): Card {
  const t = (zh: string, en: string) => pick(language, zh, en);
  const rows: [string, string, string, string][] = [
    [
      '恒通精密 · 回电王总',
      '答应过的 · 今天 10:00',
      'Hengtong Precision · call Ms Wang back',
      'promised · today 10:00',
    ],
    ['德邦仪器 · 发报价单', '金额大 · 逾期 1 天', 'Northwind · send the quote', 'big · 1 day late'],
    ['蓝海物流 · 微信问候', '久未联系 · 32 天', 'Blue Sea Logistics · say hello', 'cooling · 32 days'],
  ];
  return {
    title: t('陈美，早上好', 'Good morning, Dana'),
    summary: t('今天 3 件', 'Three things today'),
    blocks: [
      { kind: 'text', text: t('共 3 件，按今天做最值的排。', 'Three things, by what a touch today is worth.') },
      {
        kind: 'list',
        items: rows.map(([zh, why, en, reason]) => ({
          text: t(zh, en),
          detail: t(why, reason),
          buttons: [button(t('完成', 'Done'), 'primary'), button(t('明天再说', 'Tomorrow'))],
        })),
      },
    ],
  };
}

/** A manager's digest: a table and a chart. */
export function digestCard(language: Two, picture?: number): Card {
  const t = (zh: string, en: string) => pick(language, zh, en);
  const chart: Block[] =
    picture === undefined ? [] : [{ kind: 'picture', picture, alt: t('各阶段在手商机', 'Open deals by stage') }];
  return {
    title: t('今日团队日报', "Today's team digest"),
    summary: t('新线索 6，推进 4，卡住 2', '6 leads, 4 moves, 2 stuck'),
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: t('新线索', 'New leads'), value: '6' },
          { label: t('推进', 'Moved'), value: '4' },
          { label: t('赢单', 'Won'), value: t('1 个 · ¥320,000', '1 · ¥320,000') },
          { label: t('卡住', 'Stuck'), value: '2' },
        ],
      },
      ...chart,
      {
        kind: 'table',
        columns: [
          { label: t('阶段', 'Stage') },
          { label: t('数量', 'Deals'), align: 'right' },
          { label: t('金额', 'Amount'), align: 'right' },
          { label: t('平均停留', 'Average age'), align: 'right' },
        ],
        rows: [
          [t('需求确认', 'Needs'), '12', '¥1,860,000', t('8 天', '8 days')],
          [t('方案沟通', 'Proposal'), '7', '¥2,140,000', t('11 天', '11 days')],
          [t('报价', 'Quote'), '4', '¥980,000', t('19 天', '19 days')],
        ],
      },
      {
        kind: 'buttons',
        buttons: [button(t('卡住的商机', 'Stuck deals'), 'primary'), button(t('逾期待办', 'Overdue'))],
      },
    ],
  };
}

/** A lead's form: one field of each type. */
export function formCard(language: Two): Card {
  const t = (zh: string, en: string) => pick(language, zh, en);
  return {
    title: t('新线索', 'New lead'),
    summary: t('填一条新线索', 'Fill in a new lead'),
    blocks: [
      {
        kind: 'form',
        form: {
          intent: 'lead.create',
          fixed: { campaign: 'expo' },
          title: t('新线索', 'New lead'),
          submit: t('记录', 'Save'),
          cancel: t('取消', 'Cancel'),
          open: t('填表', 'Fill in'),
          say: t('新线索\n姓名：\n公司：', 'new lead:\nname:\ncompany:'),
          fields: [
            {
              name: 'company',
              label: t('公司', 'Company'),
              type: 'text',
              required: true,
              value: t('苏州恒通精密', 'Northwind'),
            },
            { name: 'name', label: t('姓名', 'Name'), type: 'text', required: true },
            { name: 'phone', label: t('电话', 'Phone'), type: 'phone' },
            { name: 'email', label: t('邮箱', 'E-mail'), type: 'email' },
            {
              name: 'industry',
              label: t('行业', 'Industry'),
              type: 'choice',
              options: [
                { value: 'manufacturing', label: t('制造业', 'Manufacturing') },
                { value: 'retail', label: t('零售', 'Retail') },
              ],
            },
            { name: 'budget', label: t('预算', 'Budget'), type: 'money', hint: t('比如 50 万', 'like 50k') },
            { name: 'headcount', label: t('人数', 'Headcount'), type: 'number' },
            { name: 'closeOn', label: t('预计成交', 'Closing'), type: 'date', value: '2026-12-20' },
            { name: 'nextAt', label: t('下一步时间', 'Next step at'), type: 'datetime', value: '2026-11-25T07:00:00Z' },
            { name: 'pain', label: t('痛点', 'Pain'), type: 'long' },
          ],
        },
      },
    ],
  };
}

/** Something that went wrong. */
export function faultCard(language: Two): Card {
  const t = (zh: string, en: string) => pick(language, zh, en);
  return {
    title: t('出错了，抱歉', 'Something went wrong, sorry'),
    summary: t('出错了', 'Something went wrong'),
    tone: 'bad',
    blocks: [
      {
        kind: 'text',
        text: t(
          '这一步没有做成，什么都没改。我们已记下，编号 F-2041。',
          'This did not work and nothing was changed. It is noted under F-2041.',
        ),
      },
    ],
  };
}

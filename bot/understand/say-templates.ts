import type { IntentName } from '../intents.ts';

/** A wording of an intent: `{name:kind}` stands for a value of its input, `fixed` for what the wording itself says. */
export interface Template {
  name: IntentName;
  language: 'zh' | 'en';
  text: string;
  fixed?: Record<string, unknown>;
}

type Row = [IntentName, string, string, Record<string, unknown>?];

const lists: Row[] = (['lead', 'deal'] as const).flatMap((kind) => {
  const zh = kind === 'lead' ? '线索' : '商机';
  const en = kind === 'lead' ? 'leads' : 'deals';
  const named: [string, string, Record<string, unknown>?][] = [
    [`${zh}列表`, `list ${en}`],
    [`我的${zh}`, `my ${en}`, { whose: 'mine' }],
    [`团队${zh}`, `team ${en}`, { whose: 'team' }],
    [`全部${zh}`, `all ${en}`, { whose: 'all' }],
  ];
  return named.flatMap(([inChinese, inEnglish, fixed]) => {
    const rows: Row[] = [
      [`${kind}.list`, inChinese, inEnglish, fixed],
      [`${kind}.list`, `${inChinese} 续 {after:token}`, `${inEnglish} after {after:token}`, fixed],
    ];
    if (kind === 'deal') {
      rows.push(['deal.list', `${inChinese} 阶段 {stage:word}`, `${inEnglish} at stage {stage:word}`, fixed]);
      rows.push([
        'deal.list',
        `${inChinese} 阶段 {stage:word} 续 {after:token}`,
        `${inEnglish} at stage {stage:word} after {after:token}`,
        fixed,
      ]);
    }
    return rows;
  });
});

const forecasts: Row[] = (
  [
    ['本月', 'this month', { period: 'month' }],
    ['下月', 'next month', { period: 'month', ahead: 1 }],
    ['本季度', 'this quarter', { period: 'quarter' }],
    ['下季度', 'next quarter', { period: 'quarter', ahead: 1 }],
  ] as const
).flatMap(([zh, en, fixed]) =>
  (
    [
      ['我的', 'my', 'mine'],
      ['团队', 'team', 'team'],
      ['全公司', 'company', 'all'],
    ] as const
  ).map(([inChinese, inEnglish, whose]): Row => {
    return ['forecast.show', `${inChinese}${zh}预测`, `${inEnglish} forecast ${en}`, { ...fixed, whose }];
  }),
);

/** What a card of changes lets one drop by itself, in words. */
const fields = [
  ['objection', '顾虑', 'objection'],
  ['amount', '金额', 'amount'],
  ['closeOn', '预计成交', 'close date'],
  ['nextStep', '下一步', 'next step'],
  ['facts.budget', '预算', 'budget'],
  ['facts.decision_maker', '决策人', 'decision maker'],
  ['facts.competitor', '竞争对手', 'competitor'],
] as const;

const rows: Row[] = [
  ...lists,
  ['lead.form', '新线索', 'new lead'],
  ['lead.show', '查看 线索 {lead:ref}', 'show lead {lead:ref}'],
  ['deal.open', '线索 {lead:ref} 开商机', 'open deal for lead {lead:ref}'],
  ['deal.open', '客户 {customer:ref} 开商机', 'open deal for customer {customer:ref}'],
  ['deal.form', '新商机', 'new deal'],
  ['deal.form', '新商机 线索 {lead:ref}', 'new deal form for lead {lead:ref}'],
  ['deal.form', '新商机 客户 {customer:ref}', 'new deal form for customer {customer:ref}'],
  ['deal.show', '查看 商机 {deal:ref}', 'show deal {deal:ref}'],
  ['deal.move', '推进 {deal:ref} 到 {stage:word}', 'move {deal:ref} to {stage:word}'],
  ['deal.move', '推进 {deal:ref} 到 {stage:word} @{version:count}', 'move {deal:ref} to {stage:word} @{version:count}'],
  ['deal.update', '{deal:ref} 金额 {amount:money}', '{deal:ref} amount {amount:money}'],
  ['deal.update', '{deal:ref} 预计成交 {closeOn:day}', '{deal:ref} close date {closeOn:day}'],
  ['quote.list', '{deal:ref} 的报价', 'quotes for {deal:ref}'],
  ['quote.accept', '{deal:ref} 接受报价', '{deal:ref} accepted the quote'],
  ['approval.decide', '同意申请 {approval:ref}', 'approve request {approval:ref}', { verdict: 'approve' }],
  ['approval.decide', '拒绝申请 {approval:ref}', 'reject request {approval:ref}', { verdict: 'reject' }],
  ['approval.answer', '按批的报价 {approval:ref}', 'take the offer {approval:ref}', { verdict: 'take' }],
  ['approval.answer', '撤回申请 {approval:ref}', 'withdraw request {approval:ref}', { verdict: 'withdraw' }],
  ['customer.show', '查看 客户 {customer:ref}', 'show customer {customer:ref}'],
  ['plan.today', '今天跟进谁', 'who should I follow up today'],
  ['touch.done', '完成 {touch:ref}', 'done {touch:ref}'],
  ['touch.snooze', '延后 {touch:ref}', 'snooze {touch:ref}'],
  ['touch.snooze', '延后 {touch:ref} 到 {until:moment}', 'snooze {touch:ref} to {until:moment}'],
  ['touch.change', '待办 {touch:ref} 换联系人', 'another contact for {touch:ref}'],
  ['touch.change', '待办 {touch:ref} 改找 {contact:ref}', 'try {contact:ref} for {touch:ref}'],
  ['touch.change', '待办 {touch:ref} 改用 {channel:word}', 'do {touch:ref} by {channel:word}'],
  ['touch.change', '待办 {touch:ref} 送价值 {value:count}', 'bring value {value:count} for {touch:ref}'],
  ['deal.pipeline', '{deal:ref} 换到 {pipeline:word} 流程', 'move {deal:ref} to pipeline {pipeline:word}'],
  ['deal.pause', '先放一放 {deal:ref}', 'pause {deal:ref}'],
  ['deal.pause', '先放一放 {deal:ref} 到 {until:day}', 'pause {deal:ref} until {until:day}'],
  ['deal.forecast', '{deal:ref} 算承诺', '{deal:ref} is commit', { as: 'commit' }],
  ['deal.forecast', '{deal:ref} 算争取', '{deal:ref} is best case', { as: 'best_case' }],
  ['deal.forecast', '{deal:ref} 算在谈', '{deal:ref} is pipeline', { as: 'pipeline' }],
  ['deal.forecast', '{deal:ref} 不计入预测', '{deal:ref} is omitted', { as: 'omitted' }],
  ['deal.odds', '把握 {deal:ref}', 'odds of {deal:ref}'],
  ['risk.list', '哪些单子有风险', 'which deals are at risk'],
  ['risk.list', '{deal:ref} 有什么风险', 'risks of {deal:ref}'],
  ['risk.act', '处理风险 {deal:ref} {act:word}', 'act on risk {deal:ref} {act:word}'],
  ['risk.snooze', '风险先不提 {deal:ref}', 'no alert for {deal:ref}'],
  ['risk.snooze', '风险先不提 {deal:ref} 到 {until:day}', 'no alert for {deal:ref} until {until:day}'],
  ['promise.list', '谁答应了什么', 'who promised what'],
  ['promise.broken', '没兑现 {touch:ref}', 'not kept {touch:ref}'],
  ['deal.handover', '交接卡 {deal:ref}', 'hand-over of {deal:ref}'],
  ['leave.add', '休假 {from:day} 到 {to:day}', 'leave {from:day} to {to:day}'],
  ['leave.add', '休假 {from:day} 到 {to:day} 代班 {cover:ref}', 'leave {from:day} to {to:day} covered by {cover:ref}'],
  [
    'leave.add',
    '{person:ref} 休假 {from:day} 到 {to:day} 代班 {cover:ref}',
    '{person:ref} leave {from:day} to {to:day} covered by {cover:ref}',
  ],
  ['leave.cancel', '取消休假', 'cancel my leave'],
  ['leave.list', '谁在休假', 'who is off'],
  ['talk.find', '话术 {objection:word}', 'talking points {objection:word}'],
  ['talk.used', '用了话术 {track:word} {deal:ref}', 'used talk track {track:word} {deal:ref}'],
  ['talk.decide', '同意话术 {track:ref}', 'approve talk track {track:ref}', { yes: true }],
  ['talk.decide', '不用话术 {track:ref}', 'reject talk track {track:ref}', { yes: false }],
  ['talk.find', '话术 {objection:word} {deal:ref}', 'talking points {objection:word} {deal:ref}'],
  ['digest.show', '日报', 'digest'],
  ['forecast.show', '预测', 'forecast'],
  ...forecasts,
  ['xray.show', '流程体检', 'stage x-ray'],
  ['xray.show', '我的流程体检 近{months:count}个月', 'my stage x-ray last {months:count} months', { whose: 'mine' }],
  ['xray.show', '团队流程体检 近{months:count}个月', 'team stage x-ray last {months:count} months', { whose: 'team' }],
  [
    'xray.show',
    '全公司流程体检 近{months:count}个月',
    'company stage x-ray last {months:count} months',
    { whose: 'all' },
  ],
  ['process.show', '流程设置', 'show the process'],
  [
    'process.change',
    '删掉阶段 {stage:word} 流程 {pipeline:word} 商机到 {to:word}',
    'remove stage {stage:word} of pipeline {pipeline:word} deals to {to:word}',
    { do: 'remove' },
  ],
  ['undo', '撤销', 'undo'],
  ['undo', '撤销 #{command:count}', 'undo #{command:count}'],
  ...fields.map(
    ([only, zh, en]): Row => ['undo', `撤销 #{command:count} 的${zh}`, `undo ${en} of #{command:count}`, { only }],
  ),
  ['undo', '撤销 #{command:count} 的 {only:token}', 'undo {only:token} of #{command:count}'],
  ['confirm', '确认 #{question:count}', 'confirm #{question:count}'],
  ['cancel', '取消', 'cancel'],
  ['cancel', '取消 #{question:count}', 'cancel #{question:count}'],
  ['join', '加入 {code:code}', 'join {code:code}'],
  ['people.list', '成员', 'people'],
  ['people.change', '启用 {person:ref}', 'activate {person:ref}', { active: true }],
  ['people.change', '停用 {person:ref}', 'deactivate {person:ref}', { active: false }],
  ['people.change', '把 {person:ref} 设为 销售', 'make {person:ref} rep', { role: 'rep' }],
  ['people.change', '把 {person:ref} 设为 主管', 'make {person:ref} manager', { role: 'manager' }],
  ['people.change', '把 {person:ref} 设为 管理员', 'make {person:ref} admin', { role: 'admin' }],
  ['people.change', '{person:ref} 语言 中文', '{person:ref} language Chinese', { language: 'zh' }],
  ['people.change', '{person:ref} 语言 英文', '{person:ref} language English', { language: 'en' }],
  ['language', '切换中文', 'speak Chinese', { language: 'zh' }],
  ['language', '切换英文', 'speak English', { language: 'en' }],
  ['help', '帮助', 'help'],
  ['help', '帮助 {topic:word}', 'help {topic:word}'],
];

export const templates: Template[] = rows.flatMap(([name, zh, en, fixed]) => [
  { name, language: 'zh' as const, text: zh, ...(fixed ? { fixed } : {}) },
  { name, language: 'en' as const, text: en, ...(fixed ? { fixed } : {}) },
]);

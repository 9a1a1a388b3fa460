/** What people in the demo say and write, by language. Keys are the starter playbook's. */
export interface Phrases {
  pains: string[];
  urgentPains: string[];
  products: string[];
  decisionMakers: string[];
  competitors: string[];
  sources: Record<string, string[]>;
  campaigns: string[];
  notes: Record<'reached' | 'positive' | 'negative' | 'silent', string[]>;
  objections: Record<string, string[]>;
  care: string[];
  nextSteps: string[];
  leadTouches: string[];
  dealTouches: Record<string, string[]>;
  promises: string[];
  goods: string[];
}

const zh: Phrases = {
  pains: ['报表靠手工汇总，月底要加三天班', '库存对不上，每次盘点差一成', '设备坏了才知道，没有提前预警', '质检记录在纸上，追溯要翻半天', '订单变更靠微信群，经常漏', '各车间数据不通，排产靠经验'],
  urgentPains: ['上个月两次停机，交期被罚款', '大客户客诉追溯不出批次，急着整改', '旺季漏单，老板要求尽快上线'],
  products: ['产线数据采集', '仓储管理升级', '设备预测维护', '质检追溯系统', '排产优化一期', '订单协同平台', '能耗监测', '备件管理'],
  decisionMakers: ['总经理', '生产副总', '采购总监', '董事长', '信息总监'],
  competitors: ['云岫科技', '拓界软件', '一家本地集成商'],
  sources: { website: ['官网留言'], event: ['上海工博会', '苏州智能制造展'], webinar: ['设备运维公开课'], referral: ['老客户介绍', '供应商介绍'], social: ['公众号文章', '视频号'], search: ['百度'], platform: ['1688'], cold: ['电话名单'], partner: ['渠道伙伴'], ads: ['信息流'] },
  campaigns: ['秋季工博会', '降本公开课', '老客户回访'],
  notes: {
    reached: ['聊了二十分钟，对方在收集资料', '确认了现场情况，等内部碰头', '发了资料，约下周再沟通', '介绍了同行做法，对方在记'],
    positive: ['很认可方案，让我们准备演示', '主动要报价，预算在流程里', '约了生产和 IT 一起看演示', '说同行在用，想去现场看看'],
    negative: ['觉得现在这套还能用', '担心上线影响生产', '内部有不同意见', '领导出差，先放一放'],
    silent: ['电话没人接', '微信未回', '邮件没有回音', '前台说在开会'],
  },
  objections: { price: ['嫌贵，说比预期高两成'], budget: ['今年预算用完了'], competitor: ['在和另外两家比'], boss: ['要先跟老板汇报'], timing: ['说年后再看'], delivery: ['担心交付周期太长'], trust: ['想先看同行案例'] },
  care: ['回访使用情况，一切正常', '送了节前备货提醒', '处理了一个账号问题，当天解决', '聊到二厂扩建，可能有新需求', '满意度不错，愿意做参考客户'],
  nextSteps: ['安排产线演示', '发修订版报价', '对齐合同条款', '约决策人见面', '提供同行案例', '做现场调研'],
  leadTouches: ['趁热再联系一次，问清最想解决的一件事', '发一份同行做法，不催回复', '约半小时线上沟通', '换个角度留一条有用的消息'],
  dealTouches: {
    need: ['核对需求清单，问清谁参与决策', '约现场调研时间'],
    solution: ['演示后跟进反馈，补充案例', '和技术负责人对齐方案'],
    quote: ['确认报价已收到，问清哪一行需要解释', '跟进审批进度，补齐材料'],
    contract: ['对齐合同条款，确认盖章流程', '跟进法务意见'],
  },
  promises: ['下午回电话确认演示时间', '发客户要的对比表', '带技术同事上门演示', '把修改后的合同发过去'],
  goods: ['年度服务费', '传感器套件', '备件补货', '扩容授权', '现场服务包'],
};

const en: Phrases = {
  pains: ['reports are put together by hand, three extra days each month end', 'stock is off by a tenth at every count', 'machines break before anyone sees it coming', 'quality records are on paper and tracing takes hours', 'order changes get lost in e-mail', 'planning runs on experience, no shared data'],
  urgentPains: ['two downtime events last month and a penalty from a customer', 'complaints they cannot trace, need a fix asap', 'losing orders in peak season, urgent'],
  products: ['Line data capture', 'Warehouse upgrade', 'Predictive maintenance', 'Quality tracing', 'Scheduling phase 1', 'Order hub', 'Energy monitoring', 'Spare parts portal'],
  decisionMakers: ['CEO', 'VP Operations', 'CFO', 'Head of Purchasing', 'Managing director'],
  competitors: ['Cloudmoor', 'Tidewell', 'a local integrator'],
  sources: { website: ['contact form'], event: ['Automation Expo', 'Plant Forum'], webinar: ['Maintenance webinar'], referral: ['customer referral', 'supplier'], social: ['LinkedIn'], search: ['Google'], platform: ['directory'], cold: ['call list'], partner: ['reseller'], ads: ['search ads'] },
  campaigns: ['autumn-expo', 'save-cost-webinar', 'win-back'],
  notes: {
    reached: ['Twenty minutes, they are collecting information', 'Went through the site, they will meet inside', 'Sent material, talk again next week', 'Explained how peers do it, they took notes'],
    positive: ['Likes the approach, asked for a demo', 'Asked for a quote, budget is in process', 'Operations and IT will join the demo', 'Peers use it, wants a site visit'],
    negative: ['Thinks the present system will do', 'Worried about disturbing production', 'Opinions differ inside', 'Boss is travelling, on hold'],
    silent: ['No answer on the phone', 'No reply to the message', 'E-mail not answered', 'In a meeting, said reception'],
  },
  objections: { price: ['Too expensive, a fifth above what they expected'], budget: ['Budget for this year is spent'], competitor: ['Comparing with two others'], boss: ['Has to ask the boss'], timing: ['Look again next year'], delivery: ['Worried about a long rollout'], trust: ['Wants to see a case first'] },
  care: ['Checked in, all fine', 'Sent a stock-up reminder', 'Fixed an account problem the same day', 'Second site planned, may need more', 'Happy, willing to be a reference'],
  nextSteps: ['Set up the line demo', 'Send the revised quote', 'Align contract terms', 'Meet the decision maker', 'Share a case', 'Site survey'],
  leadTouches: ['Call again while it is fresh: the one thing they want solved', 'Send how a peer did it, no answer expected', 'Set up half an hour online', 'Leave something useful from another angle'],
  dealTouches: {
    need: ['Go through the needs, learn who decides', 'Agree on a site survey'],
    solution: ['Follow up on the demo, add a case', 'Align the solution with their engineer'],
    quote: ['Make sure the quote arrived, which line needs explaining', 'Follow the approval, send what is missing'],
    contract: ['Align terms and the signing steps', 'Follow up with legal'],
  },
  promises: ['Call back about the demo time', 'Send the comparison they asked for', 'Visit with our engineer for the demo', 'Send the amended contract'],
  goods: ['Annual service', 'Sensor kit', 'Spare parts', 'Extra licences', 'On-site service'],
};

export const phrases: Record<'zh' | 'en', Phrases> = { zh, en };

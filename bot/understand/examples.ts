import type { IntentName } from '../intents.ts';

/** Sentences that mean each intent, as people type them: for help, for the README, and each one tested. */
export const examples: Record<Exclude<IntentName, 'unknown' | 'amend' | 'confirm'>, { zh: string[]; en: string[] }> = {
  'lead.create': {
    zh: ['新线索 王建国 苏州恒通精密 13862011234 制造业 预算50w 展会', '展会加了个人 李敏 宝利的采购经理 13812345678'],
    en: [
      'new lead: Dana Ruiz, Northwind, dana@northwind.com, budget 60k, webinar',
      'got a new lead off the website, Omar Aziz, Tallgrass, omar@tallgrass.com',
    ],
  },
  'lead.form': { zh: ['新线索', '/lead'], en: ['new lead', '/lead'] },
  'lead.list': { zh: ['我的线索', '团队的线索'], en: ['my leads', 'team leads'] },
  'lead.show': { zh: ['查看线索 #5'], en: ['show lead #5'] },
  'lead.recycle': { zh: ['把30天没跟进的线索退回公海'], en: ['recycle leads not touched for 30 days'] },
  'lead.claim': { zh: ['领取线索 #31'], en: ['claim lead #31'] },
  'lead.merge': { zh: ['合并线索 #12 和 #15'], en: ['merge leads #12 and #15'] },
  'phones.export': { zh: ['导出我的线索电话'], en: ['export my leads phone numbers'] },
  'profile.update': {
    zh: ['恒通王总手机 13912345678', '恒通 200人'],
    en: ["Dana's number is (617) 555-0134", 'Kestrel is based in Austin'],
  },
  'deal.open': { zh: ['给恒通开个商机 80万 12月底'], en: ['open a deal for Northwind 60k closing Dec 15'] },
  'deal.form': { zh: ['新商机'], en: ['new deal'] },
  'deal.list': { zh: ['我的商机', '报价阶段的商机'], en: ['my deals', 'deals in quote', "Tom's deals"] },
  'deal.show': { zh: ['看下恒通', '恒通怎么样了'], en: ['show Northwind', 'how is Northwind doing'] },
  'deal.move': {
    zh: ['恒通精密 推进到报价', '把恒通推到报价阶段', '恒通赢了', '恒通输了 嫌贵', '/deal move 恒通 报价'],
    en: ['move Northwind to quote', 'won Northwind', 'lost Northwind: price', '/deal move Northwind quote'],
  },
  'deal.update': {
    zh: [
      '恒通金额改成68万',
      '恒通预算从50万涨到80万',
      '恒通预计成交 12月20日',
      '恒通七成把握',
      '恒通给了九折',
      '恒通决策人换成刘总',
      '恒通下一步 下周三发报价',
    ],
    en: [
      'Northwind amount 68k',
      'Northwind budget up to 80k',
      'close date of Northwind Dec 20',
      'Northwind 70% likely',
      'gave Northwind 10% off',
      'next step for Northwind: send the quote next Wed',
    ],
  },
  'deal.give': { zh: ['把恒通转给王磊'], en: ['hand Northwind over to Tom'] },
  'deal.pause': {
    zh: ['恒通先放一放 一个月后叫我'],
    en: ['pause Northwind for a month', 'pause Northwind until Jan 10'],
  },
  'deal.forecast': {
    zh: ['恒通这个月必签', '恒通算争取', '恒通不计入预测'],
    en: ['commit Northwind this month', 'Northwind is best case', 'leave Northwind out of the forecast'],
  },
  'deal.odds': { zh: ['恒通把握有多大'], en: ['how likely is Northwind'] },
  'deal.handover': { zh: ['恒通交接卡'], en: ['hand-over of Northwind'] },
  'customer.show': { zh: ['查看客户 恒通'], en: ['show customer Northwind'] },
  'activity.log': {
    zh: ['刚跟恒通王总打了电话 嫌贵', '拜访了宏达 有意向', '微信联系李姐没回'],
    en: ['called Dana at Northwind, says too expensive', 'emailed Northwind no reply'],
  },
  'task.add': {
    zh: ['下周三下午3点给恒通演示', '月底前给蓝海发报价', '提醒我后天给王建国打电话', '恒通说周五给答复'],
    en: ['demo with Northwind next Wed 3pm', 'call Dana tomorrow', 'Northwind will sign by Friday'],
  },
  several: {
    zh: [
      '刚见了恒通王总和他们财务,预算从50万涨到80万,嫌交付慢,下周三下午3点演示,月底前要报价',
      '今天跑三家 宏达有意向 永兴没见到人 蓝海催合同',
    ],
    en: ['called Dana at Northwind, too expensive, budget now 60k, demo next Wed 2pm'],
  },
  'plan.today': { zh: ['今天跟进谁', '/today'], en: ['who should I follow up today', '/today'] },
  'touch.done': { zh: ['完成 #99'], en: ['done #99'] },
  'touch.snooze': { zh: ['延后 #99', '延后 #99 到 明天9点'], en: ['snooze #99', 'snooze #99 tomorrow 9am'] },
  'touch.change': {
    zh: ['待办 #99 改用 email', '待办 #99 换联系人'],
    en: ['do #99 by email', 'another contact for #99'],
  },
  'leave.add': {
    zh: ['我下周一到周三休假 小王代我', '12月8号请假'],
    en: ["I'm off Dec 8 to 10, Tom covers", 'on leave tomorrow'],
  },
  'leave.cancel': { zh: ['取消休假'], en: ['cancel my leave'] },
  'leave.list': { zh: ['谁在休假'], en: ['who is off'] },
  'talk.find': {
    zh: ['客户说太贵了怎么回', '恒通嫌贵怎么说', '/talk price'],
    en: ['what do I say when they find it too expensive', '/talk price'],
  },
  'talk.used': { zh: ['用了话术 price_quote #12'], en: ['used talk track price_quote #12'] },
  'talk.add': {
    zh: ['加话术 嫌贵：先问停机一天损失多少，再谈价格'],
    en: ['add a talk track for price: ask what a day of downtime costs them before talking price'],
  },
  'talk.decide': { zh: ['同意话术 #31'], en: ['approve talk track #31'] },
  'digest.show': { zh: ['日报', '/digest'], en: ['digest', '/digest'] },
  'xray.show': {
    zh: ['流程体检', '哪个阶段最慢', '近3个月各阶段转化率'],
    en: ['stage x-ray', 'which stage is slowest', 'stage conversion last 3 months'],
  },
  'forecast.show': {
    zh: ['预测', '这个月能签多少', '本季度预测'],
    en: ['forecast', "what's the forecast this quarter", '/crm forecast'],
  },
  undo: { zh: ['撤销', '撤回上一条'], en: ['undo', 'undo the last change'] },
  cancel: { zh: ['取消'], en: ['cancel'] },
  join: { zh: ['加入 ABCD-1234'], en: ['join ABCD-1234'] },
  'people.list': { zh: ['成员'], en: ['people'] },
  'people.invite': { zh: ['邀请 李雷 销售 华东组'], en: ['invite Tom Lee as rep in East'] },
  'people.change': { zh: ['把李雷设为主管', '李雷 语言 英文'], en: ['make Tom manager', 'deactivate Tom'] },
  'people.map': { zh: ['李雷 绑定 钉钉 0123456'], en: ['map Tom Lee to slack U012AB3CD'] },
  language: { zh: ['切换英文'], en: ['speak Chinese'] },
  help: { zh: ['帮助', '帮助 线索'], en: ['help', 'help lead'] },
};

import { describe, expect, test } from 'vitest';
import { understand } from '../../bot/understand/index.ts';
import { en, meaning, zh } from './context.ts';

const cny = (amount: number) => ({ amount, currency: 'CNY' });
const usd = (amount: number) => ({ amount, currency: 'USD' });
type Row = [string, string, Record<string, unknown>];

/** A visit that ended with a next step is two intents: the visit and the task. */
function intents(name: string, { next, ...input }: Record<string, unknown>) {
  return { [name]: input, ...(next ? { 'task.add': { who: input.who, ...(next as object) } } : {}) };
}

const chinese: Row[] = [
  ['恒通精密 推进到报价', 'deal.move', { deal: '恒通精密', stage: 'quote' }],
  ['把恒通推到报价阶段', 'deal.move', { deal: '恒通', stage: 'quote' }],
  ['推进 华为 到 报价', 'deal.move', { deal: '华为', stage: 'quote' }],
  ['推进恒通到报价', 'deal.move', { deal: '恒通', stage: 'quote' }],
  ['请帮我把恒通那个单子推进到合同阶段，谢谢', 'deal.move', { deal: '恒通', stage: 'contract' }],
  ['恒通进入合同阶段了', 'deal.move', { deal: '恒通', stage: 'contract' }],
  ['恒通到报价了', 'deal.move', { deal: '恒通', stage: 'quote' }],
  ['恒通 → 报价', 'deal.move', { deal: '恒通', stage: 'quote' }],
  ['理想汽车推进到报价', 'deal.move', { deal: '理想汽车', stage: 'quote' }],
  ['ＡＢＣ公司 推进到 报价', 'deal.move', { deal: 'ABC公司', stage: 'quote' }],
  ['Northwind 推进到报价', 'deal.move', { deal: 'Northwind', stage: 'quote' }],
  [
    '恒通推进到报价 决策人王总 预算50w',
    'deal.move',
    { deal: '恒通', stage: 'quote', facts: { decision_maker: '王总', budget: cny(500_000) } },
  ],
  ['恒通推进到火星', 'deal.move', { deal: '恒通', stage: '火星' }],
  ['恒通赢了', 'deal.move', { deal: '恒通', stage: 'won' }],
  ['恒通赢单', 'deal.move', { deal: '恒通', stage: 'won' }],
  ['赢单 恒通', 'deal.move', { deal: '恒通', stage: 'won' }],
  ['拿下恒通了', 'deal.move', { deal: '恒通', stage: 'won' }],
  ['恒通输了 嫌贵', 'deal.move', { deal: '恒通', stage: 'lost', facts: { loss_reason: 'price' } }],
  ['恒通输单 原因：太贵', 'deal.move', { deal: '恒通', stage: 'lost', facts: { loss_reason: 'price' } }],
  ['恒通输了', 'deal.move', { deal: '恒通', stage: 'lost' }],
  [
    '恒通丢了 被金蝶抢了',
    'deal.move',
    { deal: '恒通', stage: 'lost', facts: { loss_reason: 'competitor', competitor: '金蝶' } },
  ],
  [
    '恒通被金蝶抢走了',
    'deal.move',
    { deal: '恒通', stage: 'lost', facts: { loss_reason: 'competitor', competitor: '金蝶' } },
  ],
  ['给恒通开个商机 80万 12月底', 'deal.open', { customer: '恒通', amount: cny(800_000), closeOn: '2026-12-31' }],
  ['新商机 恒通 80万', 'deal.open', { customer: '恒通', amount: cny(800_000) }],
  [
    '给恒通新建商机，二期产线改造，120万，预计1月底成交',
    'deal.open',
    { customer: '恒通', title: '二期产线改造', amount: cny(1_200_000), closeOn: '2027-01-31' },
  ],
  ['线索 #12 转商机', 'deal.open', { lead: '#12' }],
  ['新商机', 'deal.form', {}],
  ['我的商机', 'deal.list', { whose: 'mine' }],
  ['看看我的单子', 'deal.list', { whose: 'mine' }],
  ['报价阶段的商机', 'deal.list', { stage: 'quote' }],
  ['报价的单子有哪些', 'deal.list', { stage: 'quote' }],
  ['团队的商机', 'deal.list', { whose: 'team' }],
  ['所有商机', 'deal.list', { whose: 'all' }],
  ['商机列表', 'deal.list', {}],
  ['看下恒通', 'deal.show', { deal: '恒通' }],
  ['恒通怎么样了', 'deal.show', { deal: '恒通' }],
  ['查看商机 #34', 'deal.show', { deal: '#34' }],
  ['查看客户恒通', 'customer.show', { customer: '恒通' }],
  ['查看线索 #5', 'lead.show', { lead: '#5' }],
  ['我的线索', 'lead.list', { whose: 'mine' }],
  ['恒通金额改成68万', 'deal.update', { deal: '恒通', amount: cny(680_000) }],
  ['把恒通的金额改为68万', 'deal.update', { deal: '恒通', amount: cny(680_000) }],
  ['恒通 金额 68w', 'deal.update', { deal: '恒通', amount: cny(680_000) }],
  ['恒通金额从50万涨到80万', 'deal.update', { deal: '恒通', amount: cny(800_000) }],
  ['恒通预计成交12月20日', 'deal.update', { deal: '恒通', closeOn: '2026-12-20' }],
  ['恒通预计成交日改到月底', 'deal.update', { deal: '恒通', closeOn: '2026-11-30' }],
  ['恒通下一步 下周三发报价', 'deal.update', { deal: '恒通', nextStep: '发报价', nextAt: '2026-11-18T09:00:00+08:00' }],
  ['恒通决策人是王总', 'deal.update', { deal: '恒通', facts: { decision_maker: '王总' } }],
  ['恒通金额-5万', 'deal.update', { deal: '恒通', amount: cny(-50_000) }],
  ['恒通 预计成交 2020-01-01', 'deal.update', { deal: '恒通', closeOn: '2020-01-01' }],
  [
    '刚跟恒通王总打了电话,嫌贵,下周三下午3点演示',
    'activity.log',
    {
      who: '恒通',
      contacts: ['王总'],
      channel: 'call',
      objection: 'price',
      next: { what: '演示', at: '2026-11-18T15:00:00+08:00', kind: 'meeting' },
    },
  ],
  [
    '刚跟恒通王总打了电话 嫌贵 下周三下午3点演示',
    'activity.log',
    {
      who: '恒通',
      contacts: ['王总'],
      channel: 'call',
      objection: 'price',
      next: { what: '演示', at: '2026-11-18T15:00:00+08:00', kind: 'meeting' },
    },
  ],
  ['拜访了宏达 有意向', 'activity.log', { who: '宏达', channel: 'visit', outcome: 'positive' }],
  ['微信联系李姐没回', 'activity.log', { who: '李姐', channel: 'wechat', outcome: 'silent' }],
  ['给恒通王总打了电话没接', 'activity.log', { who: '恒通', contacts: ['王总'], channel: 'call', outcome: 'silent' }],
  ['恒通王总没接电话', 'activity.log', { who: '恒通', contacts: ['王总'], channel: 'call', outcome: 'silent' }],
  ['给蓝海发了邮件', 'activity.log', { who: '蓝海', channel: 'email' }],
  [
    '昨天去见了宏达的李经理 聊得不错 下周二发方案',
    'activity.log',
    {
      who: '宏达',
      contacts: ['李经理'],
      channel: 'visit',
      outcome: 'positive',
      at: '2026-11-11T09:00:00+08:00',
      next: { what: '发方案', at: '2026-11-17T09:00:00+08:00' },
    },
  ],
  ['打电话给永兴了 没兴趣', 'activity.log', { who: '永兴', channel: 'call', outcome: 'negative' }],
  ['今天跟进谁', 'plan.today', {}],
  ['我今天该跟进谁？', 'plan.today', {}],
  ['今日计划', 'plan.today', {}],
  ['客户说太贵了怎么回', 'talk.find', { objection: 'price' }],
  ['恒通嫌贵怎么说', 'talk.find', { objection: 'price', deal: '恒通' }],
  ['太贵了怎么办', 'talk.find', { objection: 'price' }],
  ['怎么应对没预算', 'talk.find', { objection: 'budget' }],
  ['客户说要考虑搬厂怎么回', 'talk.find', { objection: '要考虑搬厂' }],
  ['日报', 'digest.show', {}],
  ['看看今天的日报', 'digest.show', {}],
  ['流程复盘', 'xray.show', {}],
  ['单子都卡在哪', 'xray.show', {}],
  ['各阶段转化率', 'xray.show', {}],
  ['看看团队近三个月哪个阶段最慢', 'xray.show', { months: 3, whose: 'team' }],
  ['近半年单子一般都死在哪个阶段？', 'xray.show', { months: 6 }],
  ['撤销', 'undo', {}],
  ['撤回上一条', 'undo', {}],
  ['撤销 #12', 'undo', { command: 12 }],
  ['加入 ABCD-1234', 'join', { code: 'ABCD-1234' }],
  ['k7qx-9m2p', 'join', { code: 'K7QX-9M2P' }],
  ['邀请 李雷 销售 华东组', 'people.invite', { name: '李雷', role: 'rep', team: '华东组' }],
  ['邀请李雷', 'people.invite', { name: '李雷' }],
  ['把李雷设为主管', 'people.change', { person: '李雷', role: 'manager' }],
  ['把李雷调到华南组', 'people.change', { person: '李雷', team: '华南组' }],
  ['停用 李雷', 'people.change', { person: '李雷', active: false }],
  ['李雷 语言 英文', 'people.change', { person: '李雷', language: 'en' }],
  ['成员', 'people.list', {}],
  ['切换英文', 'language', { language: 'en' }],
  ['说英文', 'language', { language: 'en' }],
  ['帮助', 'help', {}],
  ['帮助 线索', 'help', { topic: '线索' }],
  ['完成 #99', 'touch.done', { touch: '#99' }],
  ['延后 #99', 'touch.snooze', { touch: '#99' }],
  ['延后 #99 到 明天9点', 'touch.snooze', { touch: '#99', until: '2026-11-13T09:00:00+08:00' }],
  ['取消', 'cancel', {}],
  ['算了', 'cancel', {}],
];

const english: Row[] = [
  ['move Northwind to quote', 'deal.move', { deal: 'Northwind', stage: 'quote' }],
  ['please move the Northwind deal to the quote stage', 'deal.move', { deal: 'Northwind', stage: 'quote' }],
  ['Could you move Northwind to quote?', 'deal.move', { deal: 'Northwind', stage: 'quote' }],
  ['push Northwind to contract', 'deal.move', { deal: 'Northwind', stage: 'contract' }],
  ['Northwind moved to quote', 'deal.move', { deal: 'Northwind', stage: 'quote' }],
  ['move Northwind to Mars', 'deal.move', { deal: 'Northwind', stage: 'Mars' }],
  ['move 恒通 to quote', 'deal.move', { deal: '恒通', stage: 'quote' }],
  [
    'move Northwind to quote, decision maker Mr Wang, budget 50k',
    'deal.move',
    { deal: 'Northwind', stage: 'quote', facts: { decision_maker: 'Mr Wang', budget: usd(50_000) } },
  ],
  ['won Northwind', 'deal.move', { deal: 'Northwind', stage: 'won' }],
  ['we won Northwind!', 'deal.move', { deal: 'Northwind', stage: 'won' }],
  ['Northwind won', 'deal.move', { deal: 'Northwind', stage: 'won' }],
  ['lost Northwind: price', 'deal.move', { deal: 'Northwind', stage: 'lost', facts: { loss_reason: 'price' } }],
  ['lost Northwind', 'deal.move', { deal: 'Northwind', stage: 'lost' }],
  [
    'we lost Northwind to Salesforce',
    'deal.move',
    { deal: 'Northwind', stage: 'lost', facts: { loss_reason: 'competitor', competitor: 'Salesforce' } },
  ],
  ['mark Northwind as lost', 'deal.move', { deal: 'Northwind', stage: 'lost' }],
  [
    'open a deal for Northwind 60k closing Dec 15',
    'deal.open',
    { customer: 'Northwind', amount: usd(60_000), closeOn: '2026-12-15' },
  ],
  ['new deal for Northwind', 'deal.open', { customer: 'Northwind' }],
  ['new deal', 'deal.form', {}],
  ['my deals', 'deal.list', { whose: 'mine' }],
  ['show my deals', 'deal.list', { whose: 'mine' }],
  ['deals in quote', 'deal.list', { stage: 'quote' }],
  ['my deals in contract', 'deal.list', { whose: 'mine', stage: 'contract' }],
  ['all deals', 'deal.list', { whose: 'all' }],
  ['show Northwind', 'deal.show', { deal: 'Northwind' }],
  ['how is Northwind doing?', 'deal.show', { deal: 'Northwind' }],
  ['show customer Northwind', 'customer.show', { customer: 'Northwind' }],
  ['show lead #5', 'lead.show', { lead: '#5' }],
  ['my leads', 'lead.list', { whose: 'mine' }],
  ['Northwind amount 68k', 'deal.update', { deal: 'Northwind', amount: usd(68_000) }],
  ['set Northwind amount to 68k', 'deal.update', { deal: 'Northwind', amount: usd(68_000) }],
  ['set the amount of Northwind to $68k', 'deal.update', { deal: 'Northwind', amount: usd(68_000) }],
  ['close date of Northwind Dec 20', 'deal.update', { deal: 'Northwind', closeOn: '2026-12-20' }],
  ['Northwind close date Dec 20', 'deal.update', { deal: 'Northwind', closeOn: '2026-12-20' }],
  [
    'Northwind next step: send quote next Wed',
    'deal.update',
    { deal: 'Northwind', nextStep: 'send quote', nextAt: '2026-11-18T09:00:00-05:00' },
  ],
  ['next step for Northwind: send quote', 'deal.update', { deal: 'Northwind', nextStep: 'send quote' }],
  [
    'called Dana at Northwind, says too expensive, demo next Wed 3pm',
    'activity.log',
    {
      who: 'Northwind',
      contacts: ['Dana'],
      channel: 'call',
      objection: 'price',
      next: { what: 'demo', at: '2026-11-18T15:00:00-05:00', kind: 'meeting' },
    },
  ],
  ['just called Dana at Northwind', 'activity.log', { who: 'Northwind', contacts: ['Dana'], channel: 'call' }],
  ['emailed Northwind no reply', 'activity.log', { who: 'Northwind', channel: 'email', outcome: 'silent' }],
  ['visited Acme, very interested', 'activity.log', { who: 'Acme', channel: 'visit', outcome: 'positive' }],
  [
    'left a voicemail for Dana at Northwind',
    'activity.log',
    { who: 'Northwind', contacts: ['Dana'], channel: 'call', outcome: 'silent' },
  ],
  [
    'met with Acme, went well, proposal by Fri EOD',
    'activity.log',
    {
      who: 'Acme',
      channel: 'visit',
      outcome: 'positive',
      next: { what: 'proposal', at: '2026-11-13T18:00:00-05:00' },
    },
  ],
  ["Dana didn't pick up", 'activity.log', { who: 'Dana', channel: 'call', outcome: 'silent' }],
  ['who should I follow up today', 'plan.today', {}],
  ['who should I call today?', 'plan.today', {}],
  ['what do I say when they find it too expensive', 'talk.find', { objection: 'price' }],
  ['how do I handle the price objection for Northwind', 'talk.find', { objection: 'price', deal: 'Northwind' }],
  ["Northwind says it's too expensive, what do I say?", 'talk.find', { objection: 'price', deal: 'Northwind' }],
  ['digest', 'digest.show', {}],
  ['where do our deals get stuck?', 'xray.show', {}],
  ['pipeline review', 'xray.show', {}],
  ['team stage x-ray for the past year', 'xray.show', { months: 12, whose: 'team' }],
  ['which stage takes the longest', 'xray.show', {}],
  ['undo', 'undo', {}],
  ['undo that', 'undo', {}],
  ['join abcd-1234', 'join', { code: 'ABCD-1234' }],
  ['ABCD-1234', 'join', { code: 'ABCD-1234' }],
  ['invite Tom Lee as rep in East', 'people.invite', { name: 'Tom Lee', role: 'rep', team: 'East' }],
  ['make Tom manager', 'people.change', { person: 'Tom', role: 'manager' }],
  ['make Tom a manager', 'people.change', { person: 'Tom', role: 'manager' }],
  ['deactivate Tom', 'people.change', { person: 'Tom', active: false }],
  ['people', 'people.list', {}],
  ['speak Chinese', 'language', { language: 'zh' }],
  ['help', 'help', {}],
  ['help lead', 'help', { topic: 'lead' }],
  ['done #99', 'touch.done', { touch: '#99' }],
  ['snooze #99 tomorrow 9am', 'touch.snooze', { touch: '#99', until: '2026-11-13T09:00:00-05:00' }],
  ['snooze #99', 'touch.snooze', { touch: '#99' }],
  ['cancel', 'cancel', {}],
  ['never mind', 'cancel', {}],
];

const slash: Row[] = [
  ['/lead', 'lead.form', {}],
  ['/lead list', 'lead.list', {}],
  ['/lead mine', 'lead.list', { whose: 'mine' }],
  ['/lead show #5', 'lead.show', { lead: '#5' }],
  [
    '/lead Dana Ruiz, Northwind, dana@northwind.com, budget 60k, webinar',
    'lead.create',
    { name: 'Dana Ruiz', company: 'Northwind', email: 'dana@northwind.com', budget: usd(60_000), channel: 'webinar' },
  ],
  ['/deal', 'deal.list', {}],
  ['/deal list team', 'deal.list', { whose: 'team' }],
  ['/deal list quote', 'deal.list', { stage: 'quote' }],
  ['/deal new', 'deal.form', {}],
  ['/deal show 恒通', 'deal.show', { deal: '恒通' }],
  ['/deal 恒通', 'deal.show', { deal: '恒通' }],
  ['/deal move 恒通 报价', 'deal.move', { deal: '恒通', stage: 'quote' }],
  ['/deal move #34 quote', 'deal.move', { deal: '#34', stage: 'quote' }],
  ['/deal move Acme Corp to closed won', 'deal.move', { deal: 'Acme Corp', stage: 'won' }],
  ['/deal move Acme Corp closed won', 'deal.move', { deal: 'Acme Corp', stage: 'won' }],
  ['/deal move Acme Corp Mars', 'deal.move', { deal: 'Acme Corp', stage: 'Mars' }],
  ['/deal update Northwind amount 70k', 'deal.update', { deal: 'Northwind', amount: usd(70_000) }],
  [
    '/deal open Northwind 60k Dec 15',
    'deal.open',
    { customer: 'Northwind', amount: usd(60_000), closeOn: '2026-12-15' },
  ],
  ['/deal won 恒通', 'deal.move', { deal: '恒通', stage: 'won' }],
  ['/deal lost 恒通 价格', 'deal.move', { deal: '恒通', stage: 'lost', facts: { loss_reason: 'price' } }],
  ['/deal 恒通精密 推进到报价', 'deal.move', { deal: '恒通精密', stage: 'quote' }],
  ['/today', 'plan.today', {}],
  ['/talk price', 'talk.find', { objection: 'price' }],
  ['/talk 嫌贵', 'talk.find', { objection: 'price' }],
  ['/talk price for Northwind', 'talk.find', { objection: 'price', deal: 'Northwind' }],
  ['/talk price #34', 'talk.find', { objection: 'price', deal: '#34' }],
  ['/digest', 'digest.show', {}],
  ['/crm', 'help', {}],
  ['/crm help lead', 'help', { topic: 'lead' }],
  ['/crm undo', 'undo', {}],
  ['/crm people', 'people.list', {}],
  ['/crm language zh', 'language', { language: 'zh' }],
  ['/crm move Northwind to quote', 'deal.move', { deal: 'Northwind', stage: 'quote' }],
];

describe('a Chinese sentence', () => {
  test.each(chinese)('%s', (text, name, input) => expect(meaning(text, zh)).toEqual(intents(name, input)));
  test.each(chinese)('%s, also for a person who reads English', (text, name) => {
    expect(Object.keys(meaning(text, { ...zh, language: 'en' }))[0]).toBe(name);
  });
});

describe('an English sentence', () => {
  test.each(english)('%s', (text, name, input) => expect(meaning(text, en)).toEqual(intents(name, input)));
});

describe('a slash command', () => {
  test.each(slash)('%s', (text, name, input) => expect(meaning(text, en)).toEqual(intents(name, input)));
});

test('who comes before what the conversation is about, and that before nothing', () => {
  const about = { ...zh, about: { deal: '#34', customer: '#7' } };
  expect(meaning('推进到报价', about)).toEqual({ 'deal.move': { deal: '#34', stage: 'quote' } });
  expect(meaning('金额改成68万', about)).toEqual({ 'deal.update': { deal: '#34', amount: cny(680_000) } });
  expect(meaning('把它推进到报价', about)).toEqual({ 'deal.move': { deal: '#34', stage: 'quote' } });
  expect(meaning('move it to quote', { ...en, about: { deal: '#34' } })).toEqual({
    'deal.move': { deal: '#34', stage: 'quote' },
  });
  expect(meaning('这个单子赢了', about)).toEqual({ 'deal.move': { deal: '#34', stage: 'won' } });
  expect(meaning('刚跟他打了电话', about)).toEqual({ 'activity.log': { who: '#7', channel: 'call' } });
  expect(understand('推进到报价', zh)).toMatchObject({
    refused: 'missing',
    asks: { intent: { name: 'deal.move', input: { stage: 'quote' } }, missing: ['deal'] },
  });
});

test('a known name alone is a wish to see it, and parts a company from a person', () => {
  const known = {
    ...zh,
    names: { find: (text: string) => (text.startsWith('永兴') ? [{ start: 0, end: 2, name: '永兴' }] : []) },
  };
  expect(meaning('永兴', known)).toEqual({ 'deal.show': { deal: '永兴' } });
  expect(meaning('刚跟永兴欧阳锋打了电话', known)).toEqual({
    'activity.log': { who: '永兴', contacts: ['欧阳锋'], channel: 'call' },
  });
});

test.each<[string, Record<string, unknown>]>([
  ['明天给恒通打电话', { who: '恒通', what: '打电话', at: '2026-11-13T09:00:00+08:00' }],
  ['提醒我明天给恒通打电话', { who: '恒通', what: '打电话', at: '2026-11-13T09:00:00+08:00' }],
  ['明天上午10点拜访宏达', { who: '宏达', what: '拜访', at: '2026-11-13T10:00:00+08:00', kind: 'meeting' }],
  ['约了恒通王总下周三下午3点演示', { who: '恒通', what: '演示', at: '2026-11-18T15:00:00+08:00', kind: 'meeting' }],
  ['call Dana at Northwind tomorrow at 10', { who: 'Northwind', what: 'call Dana', at: '2026-11-13T10:00:00+08:00' }],
])('%s: what is planned with somebody is a task', (text, input) => {
  expect(meaning(text, { ...zh, language: /^call/.test(text) ? 'en' : 'zh' })).toEqual({ 'task.add': input });
});

test.each<[string, string]>([['拜访了宏达 确认了参数 下周三演示', '确认了参数']])(
  '%s: what else was said is kept as a note',
  (text, note) => {
    expect(meaning(text, zh)).toMatchObject({ 'activity.log': { note } });
  },
);

test.each(['I lost my keys', 'lost my phone', 'met my wife yesterday', 'saw a movie'])('%s is private', (text) => {
  expect(Object.keys(meaning(text, en))).toEqual(['unknown']);
});

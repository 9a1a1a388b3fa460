import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Intent } from '../../bot/intents.ts';
import { type Office, openOffice, type Someone, thursday } from '../support/office.ts';
import { contact, customer, deal } from '../support/records.ts';
import { sendIntent } from '../support/send-intent.ts';
import { surfaces } from '../support/surfaces.ts';

const day = 86_400_000;
const pain = { pain: '交期' };
const known = { ...pain, decision_maker: '王总', budget: { amount: 500_000, currency: 'CNY' } };

describe.each(surfaces)('the forecast on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let lei: Someone;
  let boss: Someone;
  let priya: Someone;
  let far: Someone;
  let admin: Someone;

  const db = () => office.bot.app.db;
  const does = (key: string, name: Intent['name'], input: object) => sendIntent(office, key, { name, input } as Intent);
  const opened = async (who: Someone, name: string, more: Record<string, unknown> = {}) =>
    deal(office, who, await customer(office, who, name), name, more);
  const on = (date: string) => new Date(`${date}T00:00:00Z`);
  /** Deals that went to a quote and closed in September, as the journal tells it. */
  const closedDeals = async (won: number, lost: number) => {
    office.clock.at('2026-09-01T02:00:00Z');
    const names = Array.from({ length: won + lost }, (_, at) => `旧单${at}实业`);
    for (const name of names) await opened(mei, name, { amount: '100000' });
    for (const [at, name] of names.entries()) {
      office.clock.at(new Date(Date.UTC(2026, 8, 8 + at, 2)).toISOString());
      await does('mei', 'deal.move', { deal: name, stage: 'quote', facts: known });
      if (at < won) {
        await does('mei', 'deal.move', { deal: name, stage: 'contract', facts: { close_on: '2026-09-30' } });
        await does('mei', 'deal.move', { deal: name, stage: 'won', facts: { signed_on: '2026-09-20' } });
      } else await does('mei', 'deal.move', { deal: name, stage: 'lost', facts: { loss_reason: 'price' } });
    }
  };

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    lei = await office.hire({ key: 'lei', name: '王磊', role: 'rep', team: '华东组' });
    boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
    priya = await office.hire({ key: 'priya', name: 'Priya Shah', role: 'manager', team: '华东组', language: 'en' });
    far = await office.hire({ key: 'far', name: 'Sam West', role: 'manager', team: 'West', language: 'en' });
    admin = await office.hire({ key: 'admin', name: '林岚', role: 'admin' });
  });
  afterAll(() => office.close());

  test('with nothing to come it says so, and that the odds are defaults', async () => {
    await boss.says('预测');
    boss.hears('预测', '本月', '团队', '还没有预计成交的商机');
    await opened(mei, '恒通精密', { amount: '500000', stage: 'quote', closeOn: on('2026-11-25') });
    await opened(lei, '宏达电子', { amount: '200000', stage: 'contract', closeOn: on('2026-11-20') });
    await opened(lei, '永兴机械', { amount: '300000', stage: 'need', closeOn: on('2026-12-20') });
    await opened(lei, '蓝海软件', { amount: '900000', stage: 'need' });
    await boss.says('这个月能签多少');
    boss.hears('加权', '¥410,000 · 2 单', '承诺', '¥200,000 · 1 单', '争取', '¥700,000 · 2 单', '含承诺');
    boss.hears('恒通精密 · ¥500,000', '50% · 按概率算争取', '1 单没有预计成交日');
    boss.hears('还没有了结的单子，概率用打法里的默认值', '报价 50%（打法默认，还没有单子了结）');
    boss.hears('陈梅 · 承诺 ¥0 · 0 单', '王磊 · 承诺 ¥200,000 · 1 单', '以前没有承诺过', '改期 0/2 单');
  });

  test('a quarter takes in what the month does not, by a sentence or a button, in either language', async () => {
    await boss.presses('本季度');
    boss.hears('本季度', '¥440,000 · 3 单', '永兴机械');
    await priya.says("what's the forecast this quarter");
    priya.hears(
      'Forecast',
      'this quarter',
      'team',
      'Weighted',
      '440,000 · 3 deals',
      'No past commit',
      "playbook's default",
    );
    await priya.says('/crm forecast');
    priya.hears('this month', '410,000 · 2 deals');
    await priya.presses('next month');
    priya.hears('next month', '30,000 · 1 deal', '永兴机械');
  });

  test('a rep sees their own, a manager the team, an admin everybody; another team sees none of it', async () => {
    await mei.says('预测');
    mei.hears('我的', '¥250,000 · 1 单', '恒通精密');
    mei.hearsNot('宏达', '王磊');
    await mei.says('团队预测');
    mei.hears('权限不够', '主管');
    await far.says('forecast');
    far.hears('No deal is expected');
    await admin.says('预测');
    admin.hears('全公司', '¥410,000 · 2 单');
  });

  test('a rep marks a deal as committed for the month, and takes it back', async () => {
    await mei.says('恒通这个月必签');
    mei.hears('恒通精密 算承诺', '预测归类', '撤销');
    mei.hearsNot('预计成交');
    await mei.presses('看预测');
    mei.hears('承诺', '¥500,000 · 1 单', '50% · 承诺');
    await mei.says('恒通这个月必签');
    mei.hears('本来就是这样');
    await mei.says('撤销');
    mei.hears('已撤销');
    await mei.says('预测');
    mei.hears('按概率算争取');
  });

  test('committed for a month in which it was not expected, it is expected at that month’s end, and the journal knows', async () => {
    await lei.says('永兴这个月必签');
    lei.hears('永兴机械 算承诺', '11月30日');
    const { id } = await db().opportunity.findFirstOrThrow({ where: { title: '永兴机械' } });
    const rows = await db().journal.findMany({ where: { entityId: id, field: 'forecast' } });
    expect(rows).toMatchObject([{ old: null, new: 'commit', personId: lei.id }]);
    await lei.presses('撤销');
    const back = await db().opportunity.findUniqueOrThrow({ where: { id } });
    expect([back.forecast, back.closeOn]).toEqual([null, on('2026-12-20')]);
  });

  test('best case and left out, in either language; a colleague’s deal only by their manager', async () => {
    await priya.says('commit 恒通精密');
    priya.hears('恒通精密 counts as commit');
    await priya.says('恒通精密 is best case');
    priya.hears('counts as best case', 'commit');
    await boss.says('宏达不计入预测');
    boss.hears('宏达电子 算不计入');
    await boss.says('预测');
    boss.hears('¥250,000 · 1 单', '争取', '不计入');
    await mei.says('宏达必签');
    mei.hears('王磊');
    await boss.says('宏达算承诺');
    boss.hears('宏达电子 算承诺');
    await lei.says('看下宏达');
    lei.hears('预测归类', '承诺');
  });

  test('how likely a deal is comes with its reason; what the rep says stands beside it', async () => {
    await mei.says('恒通七成把握');
    await mei.says('恒通把握有多大');
    mei.hears('恒通精密 · 把握 50%', '陈梅说 70%，比这里高 20 个百分点', '凭什么：报价 50%（打法默认', '按默认');
    await priya.says('how likely is 恒通精密');
    priya.hears('50% likely', '陈梅 says 70%, 20 points more than this', 'Why: Quote 50%');
    await priya.presses('commit');
    priya.hears('counts as commit');
  });

  test('the stages’ own history takes the place of the defaults, and says how few deals it rests on', async () => {
    await closedDeals(4, 2);
    office.clock.at(thursday);
    await mei.says('恒通把握有多大');
    mei.hears('恒通精密 · 把握 67%', '按历史', '报价 67%（4/6，区间 30–90%）', '已了结的只有 6 单', '历史成交率');
    await priya.says('forecast');
    priya.hears('Only 6 closed deals', 'Quote 67% (4 of 6, 30–90%)');
    await mei.says('宏达电子把握有多大');
    mei.hears('合同签订 80%（打法默认，只了结 4 单）');
  });

  test('a rep’s past commits are held against what came, and dates that slipped are counted', async () => {
    office.clock.at('2026-09-20T02:00:00Z');
    for (const name of ['金桥仪器', '海纳包装']) await opened(lei, name, { amount: '100000', stage: 'quote' });
    await does('lei', 'deal.update', { deal: '金桥仪器', closeOn: '2026-10-28' });
    await does('lei', 'deal.update', { deal: '海纳包装', closeOn: '2026-10-29' });
    for (const name of ['金桥仪器', '海纳包装']) await does('lei', 'deal.forecast', { deal: name, as: 'commit' });
    office.clock.at('2026-10-20T02:00:00Z');
    await does('lei', 'deal.move', { deal: '金桥仪器', stage: 'contract', facts: known });
    await does('lei', 'deal.move', { deal: '金桥仪器', stage: 'won', facts: { signed_on: '2026-10-20' } });
    lei.hears('金桥仪器');
    await does('lei', 'deal.update', { deal: '海纳包装', closeOn: '2026-11-28' });
    office.clock.at(thursday);
    await boss.says('预测');
    boss.hears('过去 3 个月承诺 ¥200,000，签 ¥100,000（50%）', '承诺的 2 单成 1 单', '改期 1/4 单');
    boss.hears('推迟过，中位推 30 天');
    await priya.says('forecast');
    priya.hears('Last 3 months: committed', '1 of 2 committed deals won', 'dates slipped 1/4');
    await mei.says('预测');
    mei.hears('陈梅', '以前没有承诺过');
  });

  test('a date that was put off and taken back did not slip', async () => {
    const slipped = async () => {
      await boss.says('预测');
      return /王磊[\s\S]*?改期 (\d+\/\d+)/.exec(boss.last().text)?.[1];
    };
    const was = await slipped();
    await does('lei', 'deal.update', { deal: '永兴机械', closeOn: '2027-01-20' });
    await does('lei', 'undo', {});
    lei.hears('已撤销');
    expect(await slipped()).toBe(was);
  });

  test('with enough closed deals whose contacts tell how they end, a model is taken and says what moves a deal', async () => {
    const start = Date.UTC(2026, 0, 5, 2);
    for (let at = 0; at < 90; at += 1) {
      const won = at % 2 === 0;
      const [createdAt, closedAt] = [new Date(start + at * 2 * day), new Date(start + (at * 2 + 30) * day)];
      office.clock.at(createdAt.toISOString());
      const company = await customer(office, lei, `历史${at}公司`);
      if (won) for (const name of ['张总', '李工', '赵经理']) await contact(office, company, name);
      const id = await deal(office, lei, company, `历史${at}公司`, {
        status: won ? 'won' : 'lost',
        stage: won ? 'won' : 'lost',
        amount: '100000',
        closedAt,
      });
      const commandId = await office.bot.app.ids.next();
      await db().command.create({ data: { id: commandId, intent: 'test', via: 'test', at: closedAt } });
      await db().journal.create({
        data: {
          commandId,
          entity: 'Opportunity',
          entityId: id,
          field: 'stage',
          old: 'quote',
          new: won ? 'won' : 'lost',
          via: 'test',
          at: closedAt,
        },
      });
    }
    office.clock.at(thursday);
    await mei.says('恒通把握有多大');
    mei.hears('用的是模型', '按模型', '没有联系人', /↓ −\d+ 个百分点/, '调到');
    await priya.says('forecast');
    priya.hears("The odds are a model's", 'error 0.');
  });

  test('a closed deal has no odds and counts as nothing', async () => {
    await mei.says('旧单0实业把握有多大');
    mei.hears('已经赢单');
    await mei.says('旧单0实业必签');
    mei.hears('已经赢单');
  });
});

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readerOf } from '../../bot/cards/reader.ts';
import { xrayCard } from '../../bot/cards/xray.ts';
import { xrayChart } from '../../bot/cards/xray-chart.ts';
import { monthsBack, stageXray } from '../../bot/insight/stage-xray.ts';
import type { DealHistory } from '../../bot/insight/visits.ts';
import type { Intent } from '../../bot/intents.ts';
import { readPlaybook } from '../../bot/playbook/load.ts';
import type { Xray } from '../../bot/sales/opportunities/show-xray.ts';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { sendIntent } from '../support/send-intent.ts';
import { surfaces } from '../support/surfaces.ts';

/** On that day of September (30 and more run into October), at ten in Shanghai, this deal goes there. */
const moves: [day: number, deal: string, to: string, facts?: Record<string, string>][] = [
  ...['甲', '乙', '丙', '丁', '戊', '己'].map((deal): (typeof moves)[number] => [
    5,
    deal,
    'solution',
    { pain: '交期' },
  ]),
  [15, '甲', 'quote'],
  [17, '乙', 'quote'],
  [17, '甲', 'lost', { loss_reason: 'price' }],
  [19, '丙', 'quote'],
  [19, '乙', 'lost', { loss_reason: 'price' }],
  [21, '丁', 'quote'],
  [21, '丙', 'lost', { loss_reason: 'timing' }],
  [23, '丁', 'solution'],
  [25, '戊', 'quote'],
];
const known = { decision_maker: '王总', budget: { amount: 500_000, currency: 'CNY' } };

/** Quote: five closed after 10 days, three of them won; one more waits since 30 days and is expected next year. */
function dealsOf(pipeline: string): DealHistory[] {
  const now = new Date('2026-11-12T02:00:00Z');
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const common = { pipeline, amount: 200_000, closeOn: '2027-01-10', touched: [] };
  const stays = (from: number, days: number | null, left: 'won' | 'lost' | null): DealHistory['visits'] => [
    { stage: 'need', from: ago(from + 2), to: ago(from), left: 'forward' },
    { stage: 'quote', from: ago(from), to: days === null ? null : ago(from - days), left },
  ];
  return [
    ...(['won', 'won', 'won', 'lost', 'lost'] as const).map((status, at) => {
      const days = 10 + (at < 2 ? 15 : 0);
      return { ...common, status, closedAt: ago(40 - days), visits: stays(40, days, status) };
    }),
    { ...common, status: 'open', closedAt: null, visits: stays(30, null, null) },
  ];
}

test.each([
  ['zh', '其中 1 个本来排在本季之后，按中位走本季就能签：约 +¥120,000（已乘赢率 60%，3/5）。', '样本太少'],
  [
    'en',
    '1 of them would then close this quarter instead of later: about +CN¥120,000 (times the 60% won, 3 of 5).',
    'Only 3',
  ],
])('what it would be worth is told with its odds and counts (%s)', async (language, sooner, few) => {
  const starter = readPlaybook(readFileSync(new URL('../../bot/playbook/starter.yaml', import.meta.url), 'utf8'));
  const [standard] = starter.pipelines;
  if (!standard) throw new Error('the starter has a pipeline');
  const renewals = { ...standard, key: 'renewals', name: { zh: '续约', en: 'Renewals' } };
  const playbook = { ...starter, pipelines: [standard, renewals] };
  const now = new Date('2026-11-12T02:00:00Z');
  const span = monthsBack(6, now, 'Asia/Shanghai');
  const deals = playbook.pipelines.flatMap(({ key }) => dealsOf(key));
  const pipelines = playbook.pipelines.map((pipeline) => stageXray(pipeline, deals, span));
  const reader = readerOf({ language, zone: 'Asia/Shanghai' }, now, playbook);
  const xray: Xray = { months: 6, whose: 'team', currency: 'CNY', pipelines, enough: 5 };
  const { blocks } = xrayCard(reader, xray, null);
  const texts = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  expect(texts).toHaveLength(2);
  for (const text of texts) expect(text).toContain(sooner);
  for (const text of texts) expect(text).toContain(few);
  expect(texts[1]).toMatch(/^(续约|Renewals)\n/);
  const high = (png: Uint8Array) => Buffer.from(png).readUInt32BE(20);
  const one = high(await xrayChart(reader, { ...xray, pipelines: pipelines.slice(0, 1) }));
  expect(high(await xrayChart(reader, xray))).toBeGreaterThan(one + 8 * 52);
});

describe.each(surfaces)('the x-ray of the stages on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let boss: Someone;
  let priya: Someone;
  let far: Someone;
  let admin: Someone;

  const on = (day: number) => office.clock.at(new Date(Date.UTC(2026, 8, day, 2)).toISOString());
  const does = (name: Intent['name'], input: object) => sendIntent(office, 'mei', { name, input } as Intent);
  const lastMove = async () => {
    const where = { intent: 'deal.move', personId: mei.id };
    return (await office.bot.app.db.command.findFirstOrThrow({ where, orderBy: { id: 'desc' } })).id;
  };
  const count = (whom: Someone, text: string) => whom.all().filter((heard) => heard.text.includes(text)).length;

  beforeAll(async () => {
    office = await openOffice(await open(), '2026-09-01T02:00:00Z');
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    boss = await office.hire({ key: 'boss', name: '周启明', role: 'manager', team: '华东组' });
    priya = await office.hire({ key: 'priya', name: 'Priya Shah', role: 'manager', team: '华东组', language: 'en' });
    far = await office.hire({ key: 'far', name: 'Sam West', role: 'manager', team: 'West', language: 'en' });
    admin = await office.hire({ key: 'admin', name: '林岚', role: 'admin' });
  });
  afterAll(() => office.close());

  test('before there is a deal there is nothing to see, and too few tell nothing', async () => {
    await mei.says('流程体检');
    mei.hears('流程体检', '我的', '近6个月', '还没什么可看');
    for (const name of ['甲', '乙', '丙', '丁', '戊', '己']) await does('deal.open', { customer: `${name}方实业` });
    await mei.says('哪个阶段最慢');
    mei.hears('样本太少', '至少要两个阶段各有 5 次进入');
  });

  test('the moves of five weeks show the slowest stage, how sure that is, who came back and who was lost', async () => {
    for (const [day, deal, stage, facts] of moves) {
      on(day);
      await does('deal.move', {
        deal: `${deal}方实业`,
        stage,
        facts: { ...(stage === 'quote' ? known : {}), ...facts },
      });
    }
    on(35);
    await mei.says('单子都卡在哪');
    mei.hears(
      '最慢的是方案沟通：中位停留 16 天，占整个周期的 73%（n=7）',
      '赢单还没有',
      '现在有 1 个单子超过了中位，平均超 14 天',
    );
    mei.hears('需求确认 · n=6', '中位 4 天', '转化 6/6（61–100%）');
    mei.hears('方案沟通 · n=7', '中位 16 天（12 天以上）', '转化 5/5（57–100%）');
    mei.hears('报价 · n=5', '中位 2 天', '已离开 4 个，转化还说不准');
    mei.hears('合同签订 · n=0', '样本太少（n=0）');
    mei.hears(/方案沟通[\s\S]{0,20}7[\s\S]{0,12}16[\s\S]{0,12}>30[\s\S]{0,12}100%[\s\S]{0,12}0%[\s\S]{0,12}17%/);
  });

  test('a picture goes with it', async () => {
    const { card } = await office.bot.app.db.message.findFirstOrThrow({
      where: { personId: mei.id },
      orderBy: { id: 'desc' },
    });
    const { blocks } = card as { blocks: { kind: string; picture?: number; alt?: string }[] };
    const picture = blocks.find((block) => block.kind === 'picture');
    expect(picture?.alt).toBe('各阶段中位停留天数：需求确认 4，方案沟通 16，报价 2，合同签订 –');
    const { png } = await office.bot.app.db.picture.findUniqueOrThrow({ where: { id: picture?.picture ?? 0 } });
    expect(Buffer.from(png).readUInt32BE(16)).toBe(1440);
  });

  test('a move that was taken back leaves no trace', async () => {
    const before = mei.last().text;
    await does('deal.move', { deal: '己方实业', stage: 'quote', facts: known });
    mei.hears('报价');
    await mei.presses('撤销');
    mei.hears('已撤销');
    await mei.says('单子都卡在哪');
    expect(mei.last().text).toBe(before);
  });

  test('a move whose stage alone was taken back, or that was put right, counts as what stands', async () => {
    const before = mei.last().text;
    await does('deal.move', { deal: '己方实业', stage: 'quote', facts: known });
    await does('undo', { command: await lastMove(), only: 'stage' });
    await mei.says('单子都卡在哪');
    expect(mei.last().text).toBe(before);
    await does('deal.open', { customer: '庚方实业' });
    await does('deal.move', { deal: '庚方实业', stage: 'quote', facts: { pain: '交期', ...known } });
    const right = { name: 'deal.move', input: { deal: '庚方实业', stage: 'solution', facts: { pain: '交期' } } };
    await does('amend', { command: await lastMove(), parts: [right] });
    await mei.says('单子都卡在哪');
    mei.hears('需求确认 · n=7', '方案沟通 · n=8', '报价 · n=5');
  });

  test('a manager sees the team, in their language, as far back as they say', async () => {
    await priya.says('where do deals get stuck?');
    priya.hears('Stage x-ray', 'team', 'last 6 months', 'Solution is the slowest', 'n=8', 'No deal was won');
    await priya.says('stage conversion last 1 month');
    priya.hears('last month', 'Need · n=1', 'too few to tell');
    await priya.presses('last 12 months');
    priya.hears('last 12 months', 'Need · n=7');
    await boss.says('近3个月流程复盘');
    boss.hears('团队', '近3个月', '最慢的是方案沟通');
  });

  test('a rep sees their own only, a manager their team, an admin everybody', async () => {
    await mei.says('团队流程体检');
    mei.hears('权限不够', '主管');
    await boss.says('全公司流程体检');
    boss.hears('权限不够', '管理员');
    await far.says('which stage is slowest');
    far.hears('No deal entered a stage');
    await admin.says('流程体检');
    admin.hears('全公司', '方案沟通 · n=8');
    await boss.says('我的流程体检');
    boss.hears('我的', '还没什么可看');
  });

  test('on the first working day of a month managers get it once with the digest, who has nothing to see does not', async () => {
    office.clock.at('2026-10-30T10:05:00Z');
    await office.jobs();
    expect(count(boss, '流程月度复盘')).toBe(0);
    office.clock.at('2026-11-02T09:00:00Z');
    await office.jobs();
    expect(count(boss, '流程月度复盘')).toBe(0);
    for (const later of ['2026-11-02T10:05:00Z', '2026-11-02T10:06:00Z', '2026-11-03T10:05:00Z']) {
      office.clock.at(later);
      await office.jobs();
    }
    expect(count(boss, '流程月度复盘')).toBe(1);
    expect(count(priya, 'Monthly stage review')).toBe(1);
    expect(count(mei, '流程月度复盘') + count(admin, '流程月度复盘') + count(far, 'Monthly stage review')).toBe(0);
    office.clock.at('2026-12-01T10:05:00Z');
    await office.jobs();
    expect(count(boss, '流程月度复盘')).toBe(2);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openOffice, type Someone } from '../support/office.ts';
import { customer, deal } from '../support/records.ts';
import { surfaces } from '../support/surfaces.ts';

describe.each(surfaces)('the process is changed in chat on $name', ({ open }) => {
  let office: Office;
  let mei: Someone;
  let lan: Someone;
  let ann: Someone;
  const ids: number[] = [];

  beforeAll(async () => {
    office = await openOffice(await open());
    mei = await office.hire({ key: 'mei', name: '陈梅', role: 'rep', team: '华东组' });
    lan = await office.hire({ key: 'lan', name: '林岚', role: 'admin' });
    ann = await office.hire({ key: 'ann', name: 'Ann Lee', role: 'admin', language: 'en' });
    for (const [nth, facts] of [{ competitor: '金蝶' }, {}, {}].entries())
      ids.push(
        await deal(office, mei, await customer(office, mei, `流程${nth}实业`), `流程${nth}实业`, {
          stage: 'quote',
          facts,
        }),
      );
  });
  afterAll(() => office.close());

  const db = () => office.bot.app.db;
  const stages = async () => {
    const deals = await db().opportunity.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
    return deals.map(({ stage }) => stage);
  };
  const process = () => office.bot.app.playbook.pipelines[0]?.stages.map((one) => one.name.zh).slice(0, -2);
  /** What the newest version says: it is taken up with the next message. */
  const taken = async () => {
    await mei.says('帮助');
    return process();
  };

  test('everybody may look at it; changing it is an admin’s, and a rep is told so kindly', async () => {
    await mei.says('看流程');
    mei.hears('销售流程 · 第 1 版', '需求确认', '限 14 天', '要有 痛点', '决策人、预算');
    await mei.says('删掉报价阶段');
    mei.hears('权限不够', '管理员');
    expect(await taken()).toEqual(['需求确认', '方案沟通', '报价', '合同签订']);
    await ann.says('show the process');
    ann.hears('The sales process · version 1', 'asks for Pain', 'add a stage Trial after Quote');
  });

  test('a stage is added after a rehearsal: what changes, how it reads then, and which deals it touches', async () => {
    await lan.says('在报价后面加一个阶段 试用，14天');
    lan.hears(
      '要这样改流程吗',
      '新阶段：试用，在报价之后，限 14 天',
      '报价 → 试用 → 合同签订',
      '报价里的 3 个商机不动，下一步是试用',
      '检查通过',
    );
    expect(await taken()).toEqual(['需求确认', '方案沟通', '报价', '合同签订']);
    await lan.presses('确认');
    lan.hears('流程已更新 · 第 2 版', '新阶段：试用');
    expect(await taken()).toEqual(['需求确认', '方案沟通', '报价', '试用', '合同签订']);
    await mei.says('流程0实业金额50万 预计成交12月20日');
    await mei.says('流程0实业推进到试用');
    mei.hears('流程0实业 → 试用', '限 14 天');
    expect(await db().playbook.findUniqueOrThrow({ where: { version: 2 } })).toMatchObject({ personId: lan.id });
  });

  test('a stage that goes takes its deals where it is chosen in the card, each journalled, all taken back in one tap', async () => {
    await mei.says('流程1实业金额50万 预计成交12月20日');
    await mei.says('流程1实业推进到试用');
    expect(await stages()).toEqual(['stage_2', 'stage_2', 'quote']);
    await lan.says('删掉试用阶段');
    lan.hears('删掉阶段：试用', '2 个进行中的商机会从试用 → 报价');
    await lan.presses('改放到合同签订');
    lan.hears('2 个进行中的商机会从试用 → 合同签订');
    await lan.presses('确认');
    lan.hears('流程已更新 · 第 3 版', '2 个进行中的商机已从试用 → 合同签订');
    mei.hears('林岚改了流程：你的 2 个商机现在在合同签订', '流程0实业', '流程1实业');
    expect(await stages()).toEqual(['contract', 'contract', 'quote']);
    const rows = await db().journal.findMany({
      where: { entityId: { in: ids }, field: 'stage', new: { equals: 'contract' } },
    });
    expect(rows.map(({ old, personId }) => [old, personId])).toEqual([
      ['stage_2', lan.id],
      ['stage_2', lan.id],
    ]);
    expect(await taken()).not.toContain('试用');
    await lan.presses('撤销');
    lan.hears('已撤销', '流程改动');
    mei.hears('林岚撤回了流程改动', '流程0实业');
    expect(await stages()).toEqual(['stage_2', 'stage_2', 'quote']);
    expect(await taken()).toEqual(['需求确认', '方案沟通', '报价', '试用', '合同签订']);
  });

  test('a name, a demand and a question are changed; what deals lack is told before', async () => {
    await lan.says('把“方案沟通”改名为“方案评审”');
    lan.hears('改名：方案沟通 → 方案评审', '需求确认 → 方案评审');
    await lan.presses('确认');
    await ann.says('rename Solution to Proposal');
    ann.hears('New name: Solution → Proposal');
    await ann.presses('Confirm');
    ann.hears('The process is changed');
    await ann.says('require competitor before leaving Quote');
    ann.hears('Quote: asks for Competitor before one leaves it', '1 of them lack Competitor');
    await ann.says('no');
    await lan.says('报价阶段要求填竞争对手');
    lan.hears('报价：离开前要填竞争对手', '报价里的 1 个商机留在原处', '其中 1 个还缺竞争对手');
    await lan.presses('确认');
    await lan.says('离开报价前要回答：客户为什么现在买？');
    lan.hears('离开前要回答「客户为什么现在买');
    await lan.says('是');
    await mei.says('流程2实业推进到试用');
    mei.hears('还缺', '竞争对手', '客户为什么现在买');
    await mei.says('取消');
    await mei.says('看流程');
    mei.hears('方案评审', '竞争对手', '客户为什么现在买');
    await ann.says('show the process');
    ann.hears('Proposal');
  });

  test('who may skip and go back is said in chat, too', async () => {
    await lan.says('销售不能跳过方案评审');
    lan.hears('销售不能跳过方案评审');
    await lan.presses('确认');
    await ann.says('going back from Quote takes a reason');
    ann.hears('Back from Quote', 'with a reason');
    await ann.presses('Confirm');
    await mei.says('流程2实业退回到方案评审');
    mei.hears('原因是什么');
    await mei.says('客户换了决策人');
    mei.hears('流程2实业 → 方案评审', '客户换了决策人');
    expect((await stages())[2]).toBe('solution');
  });

  test('what the process cannot be without, has already or does not know is refused kindly', async () => {
    await lan.says('删掉赢单阶段');
    lan.hears('「赢单」是流程的终点');
    await lan.says('在报价后面加一个阶段 合同签订');
    lan.hears('已经有这个名字');
    await lan.says('报价阶段要求填星座');
    lan.hears('没有这一项', '预算');
    await lan.says('删掉外星阶段');
    lan.hears('没有这个阶段', '报价');
    await ann.says('remove stage Won');
    ann.hears('"Won" is where the pipeline ends');
    await ann.says('ask before leaving Quote: have you decided yet?');
    ann.hears('would not pass the checks', 'whether they have decided');
  });

  test('a rehearsal that is out of date is shown anew; two admins at once make two versions', async () => {
    await lan.says('报价阶段限期改成10天');
    lan.hears('报价：限 10 天（原来 14 天）');
    await ann.says('give Quote 9 days');
    await ann.presses('Confirm');
    ann.hears('The process is changed');
    await lan.presses('确认');
    lan.hears('要这样改流程吗', '限 10 天（原来 9 天）');
    await lan.presses('确认');
    lan.hears('流程已更新');
    expect(office.bot.app.playbook.pipelines[0]?.stages.find(({ key }) => key === 'quote')?.dueDays).toBe(9);
    await taken();
    expect(office.bot.app.playbook.pipelines[0]?.stages.find(({ key }) => key === 'quote')?.dueDays).toBe(10);
    const versions = await db().playbook.findMany({ where: { removedAt: null }, orderBy: { version: 'asc' } });
    expect(new Set(versions.map(({ version }) => version)).size).toBe(versions.length);
  });

  test('a change with another on top of it is not taken back from under it', async () => {
    const earlier = await db().command.findFirstOrThrow({
      where: { intent: 'process.change', personId: ann.id },
      orderBy: { id: 'desc' },
    });
    await ann.says(`undo #${earlier.id}`);
    ann.hears(/can't|cannot|changed/i);
  });

  test('a pipeline is added after another and deals can change to it', async () => {
    await lan.says('加一个流程 渠道流程');
    lan.hears('新流程：渠道流程，阶段照标准流程', '现有的商机都不动');
    await lan.presses('确认');
    await mei.says('流程2实业换到渠道流程');
    mei.hears('流程2实业 改走渠道流程');
  });
});

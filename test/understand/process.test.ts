import { expect, test } from 'vitest';
import { understand } from '../../bot/understand/index.ts';
import { zh } from './context.ts';

const changes: [said: string, input: Record<string, unknown>][] = [
  ['在报价后面加一个阶段 试用，14天', { do: 'add', after: 'quote', name: '试用', days: 14 }],
  ['在方案沟通之后加个新阶段：试用', { do: 'add', after: 'solution', name: '试用' }],
  ['add a stage Trial after Quote, 14 days', { do: 'add', after: 'quote', name: 'Trial', days: 14 }],
  [
    'add a new stage called Pilot run after the Quote stage, two weeks',
    { do: 'add', after: 'quote', name: 'Pilot run', days: 14 },
  ],
  ['把“方案”改名为“方案评审”', { do: 'rename', stage: 'solution', name: '方案评审' }],
  ['把报价阶段改名为商务报价', { do: 'rename', stage: 'quote', name: '商务报价' }],
  ['rename Solution to Proposal', { do: 'rename', stage: 'solution', name: 'Proposal' }],
  ['报价阶段要求填预算', { do: 'require', stage: 'quote', field: '预算' }],
  ['require budget before leaving Quote', { do: 'require', stage: 'quote', field: 'budget' }],
  ['离开报价前要回答：客户为什么现在买？', { do: 'require', stage: 'quote', question: '客户为什么现在买?' }],
  [
    'ask before leaving Quote: why do they buy now?',
    { do: 'require', stage: 'quote', question: 'why do they buy now?' },
  ],
  ['报价阶段不再要求金额', { do: 'release', stage: 'quote', field: '金额' }],
  ['stop requiring amount before leaving Quote', { do: 'release', stage: 'quote', field: 'amount' }],
  ['删掉试用阶段', { do: 'remove', stage: '试用' }],
  ['删掉报价阶段，商机都转到方案', { do: 'remove', stage: 'quote', to: 'solution' }],
  ['把报价阶段删掉', { do: 'remove', stage: 'quote' }],
  ['remove stage Quote', { do: 'remove', stage: 'quote' }],
  ['remove the Quote stage and move its deals to Solution', { do: 'remove', stage: 'quote', to: 'solution' }],
  ['报价阶段限期改成10天', { do: 'days', stage: 'quote', days: 10 }],
  ['give Quote 10 days', { do: 'days', stage: 'quote', days: 10 }],
  ['报价阶段由主管负责', { do: 'owner', stage: 'quote', role: 'manager' }],
  ['销售不能跳过方案沟通', { do: 'skip', stage: 'solution', role: 'rep', rule: 'never' }],
  ['reps may not skip Solution', { do: 'skip', stage: 'solution', role: 'rep', rule: 'never' }],
  ['从报价退回要说原因', { do: 'back', stage: 'quote', rule: 'reason' }],
  ['加一个流程 渠道流程', { do: 'pipeline', name: '渠道流程' }],
  ['add a pipeline Channel', { do: 'pipeline', name: 'Channel' }],
];

test.each(changes)('%s', (said, input) => {
  expect(understand(said, zh).intents).toMatchObject([{ intent: { name: 'process.change', input } }]);
});

test.each([
  '不要删掉报价阶段',
  '恒通删掉了报价阶段的附件',
  'rename Northwind to Northwind Ltd',
  'give Tom 10 days',
  '报价阶段的商机',
  '恒通 推进到报价',
  '流程体检',
])('%s changes no process', (said) => {
  const read = understand(said, zh);
  expect(read.intents.map(({ intent }) => intent.name)).not.toContain('process.change');
});

test.each([
  ['把恒通直接推进到报价，原因是客户急', { deal: '恒通', stage: 'quote', reason: '客户急', anyway: true }],
  ['把恒通破例推进到报价 因为客户下周停产', { deal: '恒通', stage: 'quote', reason: '客户下周停产', anyway: true }],
  [
    "move Northwind to Quote anyway because they can't wait",
    { deal: 'Northwind', stage: 'quote', reason: "they can't wait", anyway: true },
  ],
  ['恒通退回到方案沟通，因为客户改需求', { deal: '恒通', stage: 'solution', reason: '客户改需求' }],
  [
    'move Northwind back to Solution because they changed the scope',
    { deal: 'Northwind', stage: 'solution', reason: 'they changed the scope' },
  ],
])('%s is a move with its reason', (said, input) => {
  const [read] = understand(said, zh).intents;
  expect(read?.intent).toEqual({ name: 'deal.move', input });
  expect(read?.confidence).toBeGreaterThan(0.75);
});

test.each([
  ['把恒通直接推进到报价', { deal: '恒通', stage: 'quote' }],
  ['恒通 推进到报价', { deal: '恒通', stage: 'quote' }],
])('%s is a move like any other', (said, input) => {
  expect(understand(said, zh).intents[0]?.intent).toEqual({ name: 'deal.move', input });
});

test.each(['看流程', '流程有哪些阶段', 'show the process', 'what are our stages?'])('%s shows the process', (said) => {
  expect(understand(said, zh).intents[0]?.intent.name).toBe('process.show');
});

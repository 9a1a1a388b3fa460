import { describe, expect, test } from 'vitest';
import { sureEnough, understand } from '../../bot/understand/index.ts';
import { knownNames } from '../support/utterances.ts';
import { en, zh } from './context.ts';

const names = knownNames();
const read = (text: string) => understand(text, { ...(/\p{Script=Han}/u.test(text) ? zh : en), names }).intents;
const written = (text: string) =>
  read(text)
    .filter(
      ({ intent, confidence }) =>
        intent.name !== 'unknown' && !/\.(?:show|list|find|form)$/.test(intent.name) && confidence >= sureEnough,
    )
    .map(({ intent }) => intent.name);

const kinds: Record<string, string[]> = {
  'what is only meant to come about': [
    '早该把蓝海推到合同了',
    '考虑给枫桥打八折',
    '远景争取做到90万',
    '实在不行鼎盛降到60万',
    '宏达即将赢单',
    'trying to get Umbra to 70k',
    'thinking about dropping Kestrel to 40k',
    'Foxglove needs to close this month',
    'we could offer Tulip 10%',
  ],
  'one of two': [
    '嘉和报价 86 或者 68 万',
    '天元或宏达周五演示',
    '宏达是周五演示还是周四',
    '王总还是汪总说的九折',
    'either way Umbra, 20 or 25 percent',
    'Tom or me, one of us spoke to Evergreen',
  ],
  'what the teller is not sure of': [
    '益康赢了吧应该',
    '三和说行 正大说不行 要么就是反过来的',
    '貌似恒通签了',
    '天元疑似丢了',
    'pretty sure Acme is 60k',
    'seems like Acme is won',
    'Acme reportedly signed',
    "I'm told Opal is at 60k",
  ],
  "others' deals and talks": [
    '刘洋上午把益康签了',
    '王磊的恒通赢了',
    '陈静约了恒通周五演示',
    '售前去高登做了演示',
    '金蝶给恒通打了七折',
    "Sarah's deal with Umbra moved to contract",
    'HubSpot quoted Acme 40k',
    'Ben just came back from Nimbus',
    'our CEO had dinner with Raj',
    'marketing says Acme is worth 80k',
    'legal moved Acme to contract',
  ],
  'words passed on': [
    '[转发] 恒通推进到合同',
    '【王磊】恒通赢了',
    '刘洋:益康80万',
    '>恒通赢了',
    '> move Acme to contract',
    'Tom: move Acme to contract',
    "how's this read: 'Hi Dana, confirming the 8% discount'",
  ],
  'what was lost, closed or won is no deal': [
    '枫桥丢了个快递',
    '恒通的合同弄丢了',
    '星河球队输给了枫桥球队',
    'Umbra lost power today',
    'lost the Acme contract somewhere',
    "Acme's closed today",
    'Northwind raised 50 million',
  ],
  'what was refused or is out of reach': [
    '恒通不接受九折',
    '恒通拒绝了80万的报价',
    '蓝海推不到合同',
    'Acme turned down 10% off',
    'Acme rejected the 60k quote',
    '高登周五那个会甭给我排',
  ],
  'what hangs on something': [
    '恒通签了我就改80万',
    '王总点头恒通就进合同',
    '款到了再把益康改赢单',
    'worst case Stonebridge walks and i mark it lost',
    'no budget by thanksgiving and Halcyon goes to Maria',
    'pending approval Nimbus is 60k',
  ],
  'a sum in jest, a share of nothing': [
    '恒通预算800亿哈哈哈',
    'lol Acme has a budget of 12 dollars',
    'Kestrel 20%',
    '嘉和裁员20%',
  ],
  'a sentence with words in it that were not understood': [
    '上海那边的恒通分公司是另一个销售在跟 预算50万',
    '恒通恐怕丢了',
    'the other rep had Foxglove at 70k',
    'at this rate we lose Opal',
  ],
  'a sentence that breaks off': ['恒通今天王总跟我说他们的预算是 算了回头再说', 'called Dana and she, brb'],
  'what is to be looked at': ['确认一下益康金额80万', 'Acme is at 60k right'],
};

for (const [kind, sentences] of Object.entries(kinds))
  describe(`${kind} is written at most once it is confirmed`, () => {
    test.each(sentences)('%s', (text) => expect(written(text)).toEqual([]));
  });

const plain: [string, string[]][] = [
  ['刚见了恒通王总,嫌贵', ['activity.log']],
  ['called Acme, budget 50k', ['activity.log', 'deal.update']],
  ['麻烦把枫桥那单推到报价', ['deal.move']],
  ['hey can u move Acme to quote? thx', ['deal.move']],
  ['恒通预算从50万涨到80万', ['deal.update']],
  ['蓝海给到九折', ['deal.update']],
  ['远景那边金额最后定在68万了', ['deal.update']],
  ['好消息,天工签下来了,36万', ['deal.move']],
  ['宏达丢了,他们选了金蝶', ['deal.move']],
  ['Kestrel is dead, went with Oracle smh', ['deal.move']],
  ['Juniper budget is around 80k now', ['deal.update']],
  ['Halcyon signed this morning, 64k', ['deal.move']],
  ['pushed Cobalt back to proposal', ['deal.move']],
  ['跟王磊一起拜访了枫桥,意向很强', ['activity.log']],
];

describe('a plain sentence is written without asking', () => {
  test.each(plain)('%s', (text, means) => expect(written(text)).toEqual(means));
});

const deeds: string[] = [
  '该给嘉和回个电话了',
  '刚要给嘉和打电话 手机没电了',
  '误拨了嘉和',
  '嘉和那边我同事去过',
  '天元拜访了嘉和',
  'Opal called Nimbus',
  'Opal met with Oracle',
  'missed my call with Nimbus',
  'saw a Nimbus truck on the highway',
  '王总下周出国',
  '说好周五演示 结果又鸽了',
  '周五的演示黄了',
  'Nimbus is closed friday',
  '嘉和裁了300人',
  'Raj is in Austin this week',
  '骚扰电话 13812345678',
  'plumber: 212-555-0147',
  '王总电话 13812345678 或者 13912345678',
];

describe('what nobody of ours did, will do or keeps is written at most once it is confirmed', () => {
  test.each(deeds)('%s', (text) => expect(written(text)).toEqual([]));
});

test.each([
  ['Nimbus: called Raj, keen', ['activity.log']],
  ['今天给枫桥做了场方案讲解 李志强全程点头', ['activity.log']],
  ['met Raj at Nimbus, they hired a new CFO', ['activity.log']],
  ['周五下午三点去嘉和演示', ['task.add']],
  ['Lumen has 900 employees', ['profile.update']],
])('%s is what the teller did or learned', (text, means) => expect(written(text)).toEqual(means));

test.each(['应该是68万吧', 'maybe 68k'])('%s puts right only once it is confirmed', (text) => {
  const last = { command: 41, text: '恒通金额改成86万' };
  const found = understand(text, { ...zh, names, last, about: { deal: '#7' } }).intents;
  expect(found.every(({ intent, confidence }) => intent.name === 'unknown' || confidence < sureEnough)).toBe(true);
});

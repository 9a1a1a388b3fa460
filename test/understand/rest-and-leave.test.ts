import { describe, expect, test } from 'vitest';
import { createNames } from '../../bot/understand/names.ts';
import { en, meaning, zh } from './context.ts';

const names = createNames();
for (const [id, person] of [
  [3, '王磊'],
  [4, 'Tom Lee'],
  [5, '陈梅'],
] as const)
  names.add({ kind: 'person', id, person, teamId: 1 });
for (const [id, company] of [
  [6, '恒通精密'],
  [7, 'Northwind'],
] as const)
  names.add({ kind: 'customer', id, company, companyKey: company.toLowerCase(), pinyin: '', ownerId: 3 });
const view = names.view({ personId: 9, teamMates: null });
const read = (text: string) => meaning(text, { ...(/\p{Script=Han}/u.test(text) ? zh : en), names: view });

/** Seen from Thursday, 12 November 2026. */
describe('days off', () => {
  test.each([
    ['我下周一到周三休假 小王代我', { from: '2026-11-16', to: '2026-11-18', cover: '小王' }],
    ['下周一到周三休假，王磊代班', { from: '2026-11-16', to: '2026-11-18', cover: '王磊' }],
    ['我12月8日-12月10日休假，由王磊代班', { from: '2026-12-08', to: '2026-12-10', cover: '王磊' }],
    ['12月8号到10号休年假，有事找王磊', { from: '2026-12-08', to: '2026-12-10', cover: '王磊' }],
    ['12月8号请假', { from: '2026-12-08', to: '2026-12-08' }],
    ['明天请假一天', { from: '2026-11-13', to: '2026-11-13' }],
    ['明天起休假三天', { from: '2026-11-13', to: '2026-11-15' }],
    ['明天请三天假', { from: '2026-11-13', to: '2026-11-15' }],
    ['下周休假', { from: '2026-11-16', to: '2026-11-20' }],
    ['我下周一到周三不在，小王代我', { from: '2026-11-16', to: '2026-11-18', cover: '小王' }],
    ['陈梅下周一到周三请假', { person: '陈梅', from: '2026-11-16', to: '2026-11-18' }],
    ["I'm off Dec 8 to 10, Tom covers", { from: '2026-12-08', to: '2026-12-10', cover: 'Tom' }],
    ["I'll be out Dec 8-10", { from: '2026-12-08', to: '2026-12-10' }],
    ['on leave tomorrow', { from: '2026-11-13', to: '2026-11-13' }],
    ['taking PTO Dec 8 - Dec 10', { from: '2026-12-08', to: '2026-12-10' }],
    ['vacation from Dec 8 for 3 days', { from: '2026-12-08', to: '2026-12-10' }],
    ['I am on vacation next week, covered by Tom', { from: '2026-11-16', to: '2026-11-20', cover: 'Tom' }],
    ['Tom Lee is off tomorrow', { person: 'Tom Lee', from: '2026-11-13', to: '2026-11-13' }],
  ])('%s', (text, input) => expect(read(text)).toEqual({ 'leave.add': input }));

  test.each([
    ['取消休假', 'leave.cancel', {}],
    ['cancel my leave', 'leave.cancel', {}],
    ['取消陈梅的休假', 'leave.cancel', { person: '陈梅' }],
    ['谁在休假', 'leave.list', {}],
    ['今天谁请假了', 'leave.list', {}],
    ['who is off', 'leave.list', {}],
    ['who is off this week?', 'leave.list', {}],
    ['取消', 'cancel', {}],
  ])('%s', (text, name, input) => expect(read(text)).toEqual({ [name]: input }));

  test.each([
    '如果我下周休假怎么办',
    '我下周一休假吗',
    '我下周不休假',
    '王总下周一请假',
    '老板明天休假',
    '客户下周一请假',
    '李四明天休假',
    '见了恒通王总，他明天休假',
    '前台说王总休假了',
    '我明天开始休假，恒通交给王磊',
    '恒通下周一放假',
    'am I off tomorrow?',
    "I'm not off tomorrow",
    'Dana is on leave until Monday',
    '10% off Northwind',
    'Northwind is closed for the holidays next week',
  ])('no leave of ours is noted: %s', (text) => expect(Object.keys(read(text))).not.toContain('leave.add'));
});

describe('a deal that rests', () => {
  test.each([
    ['恒通先放一放 一个月后叫我', { deal: '恒通', until: '2026-12-12' }],
    ['恒通先放一放，1月10号再联系', { deal: '恒通', until: '2027-01-10' }],
    ['恒通先放一放', { deal: '恒通' }],
    ['把恒通搁置两周', { deal: '恒通', until: '2026-11-26' }],
    ['pause Northwind for a month', { deal: 'Northwind', until: '2026-12-12' }],
    ['pause Northwind until Jan 10', { deal: 'Northwind', until: '2027-01-10' }],
    ['put Northwind on hold for two weeks', { deal: 'Northwind', until: '2026-11-26' }],
    ['let Northwind rest until Jan 10', { deal: 'Northwind', until: '2027-01-10' }],
    ['pause Northwind', { deal: 'Northwind' }],
  ])('%s', (text, input) => expect(read(text)).toEqual({ 'deal.pause': input }));

  test('without a name it is the one the talk is about, else it is asked for', () => {
    expect(meaning('先放一放 一个月后叫我', { ...zh, about: { deal: '#12' } })).toEqual({
      'deal.pause': { deal: '#12', until: '2026-12-12' },
    });
    expect(meaning('先放一放', zh)).toEqual({ refused: 'missing' });
  });

  test.each(['如果恒通没回就先放一放', '恒通要不要先放一放', "don't pause Northwind", 'let Tom take Northwind'])(
    'nothing rests: %s',
    (text) => expect(Object.keys(read(text))).not.toContain('deal.pause'),
  );
});

test.each([
  ['恒通交接卡', '恒通'],
  ['看看恒通的交接卡', '恒通'],
  ['hand-over of Northwind', 'Northwind'],
  ['Northwind handover card', 'Northwind'],
  ['show me the hand-over for Northwind', 'Northwind'],
])('the hand-over card is asked for: %s', (text, deal) => expect(read(text)).toEqual({ 'deal.handover': { deal } }));

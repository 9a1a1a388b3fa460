import fc from 'fast-check';
import { expect, test } from 'vitest';
import { companyKey, likelySame, similarity } from '../../bot/insight/same.ts';

const oneCompany: string[][] = [
  [
    '苏州恒通精密机械有限公司',
    '恒通精密',
    '苏州恒通精密',
    '恒通(苏州)精密机械有限公司',
    '蘇州恆通精密機械有限公司',
    '苏州市恒通精密机械厂',
    '苏州工业园区恒通精密机械有限公司',
    '江苏省苏州市恒通精密',
    ' 恒通 精密 ',
  ],
  ['Northwind Inc.', 'northwind', 'The Northwind Company, LLC', 'NORTHWIND', 'Northwind Traders', 'North Wind'],
  ['上海电气', '上海电气集团股份有限公司'],
  ['北京字节跳动科技有限公司', '字节跳动'],
  ['深圳市腾讯计算机系统有限公司', '腾讯'],
  ['Müller GmbH & Co. KG', 'Muller'],
  ["O'Brien Foods Ltd", 'OBrien Foods'],
  ['ＡＢＣ科技', 'ABC'],
  ['Brightwater Systems', 'Brigthwater Systems Ltd.'],
];

const others: [string, string][] = [
  ['恒通', '恒达'],
  ['恒通精密', '恒达精密'],
  ['苏州恒通精密机械有限公司', '苏州恒达精密机械有限公司'],
  ['恒通精密机械', '恒通物流'],
  ['恒通科技', '恒通精密'],
  ['东方恒通', '东方恒达'],
  ['恒通', '亨通'],
  ['上海电气', '南京电气'],
  ['上海银行', '北京银行'],
  ['苏州恒通机械有限公司', '上海恒通机械有限公司'],
  ['有限公司', '恒通有限公司'],
  ['精密', '恒通精密'],
  ['Acme Foods', 'Acme Logistics'],
  ['Delta', 'Delta Dental'],
  ['Harbor 12', 'Harbor 21'],
  ['Apex', 'Apax'],
  ['Northwind', 'Southwind'],
  ['', ''],
];

test('the spellings of one company are likely the same, whichever comes first', () => {
  for (const spellings of oneCompany)
    for (const a of spellings)
      for (const b of spellings) expect.soft(likelySame(a, b), `${a} ~ ${b}: ${similarity(a, b)}`).toBe(true);
});

test('two companies are not taken for one, however alike their names', () => {
  for (const [a, b] of others) {
    expect.soft(likelySame(a, b), `${a} ~ ${b}: ${similarity(a, b)}`).toBe(false);
    expect.soft(likelySame(b, a), `${b} ~ ${a}: ${similarity(b, a)}`).toBe(false);
  }
});

test('companies of the groups above are not taken for those of another group', () => {
  for (const [at, spellings] of oneCompany.entries())
    for (const rest of oneCompany.slice(at + 1))
      for (const a of spellings) for (const b of rest) expect.soft(likelySame(a, b), `${a} ~ ${b}`).toBe(false);
});

test('a key leaves out legal form, place, width, case and brackets, and keeps the name and the trade', () => {
  expect(companyKey('苏州恒通精密机械有限公司')).toBe('恒通精密机械');
  expect(companyKey('苏州恒通精密机械有限公司上海分公司')).toBe('恒通精密机械');
  expect(companyKey('恒通集团')).toBe('恒通');
  expect(companyKey('Northwind, Inc.')).toBe('northwind');
  expect(companyKey('海南航空')).toBe('海南航空');
  expect(companyKey('  ')).toBe('');
});

const part = fc.constantFrom(
  ...'苏州 上海 中国 恒通 恒达 精密 机械 科技 有限公司 集团 股份 (苏州) （上海） 市 省 厂 Northwind Inc. Ltd & The Müller 蘇州 3 '.split(
    ' ',
  ),
  ' ',
);
const name = fc.oneof(
  fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

test('the key of a key is the key itself, so stored keys compare like names', () => {
  fc.assert(
    fc.property(name, (said) => companyKey(companyKey(said)) === companyKey(said)),
    { numRuns: 3000, examples: [['⿰欄 ']] },
  );
});

test('likeness is between 0 and 1, the same both ways, and whole for a name and itself', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      const alike = similarity(a, b);
      expect(alike).toBeGreaterThanOrEqual(0);
      expect(alike).toBeLessThanOrEqual(1);
      expect(similarity(b, a)).toBe(alike);
      expect(similarity(a, a)).toBe(companyKey(a) ? 1 : 0);
    }),
    { numRuns: 2000 },
  );
});

import { describe, expect, test } from 'vitest';
import { findWhens, readMoment, readWhen, toMoment } from '../../bot/understand/dates.ts';
import { findEmails, readEmail } from '../../bot/understand/emails.ts';
import { findMoney, readMoney } from '../../bot/understand/money.ts';
import { normalize } from '../../bot/understand/normalize.ts';
import { findNumbers, readNumber } from '../../bot/understand/numbers.ts';
import { readPerson, splitContact } from '../../bot/understand/people.ts';
import { findPhones, readPhone } from '../../bot/understand/phones.ts';
import { en, zh } from './context.ts';

const amounts: [string, number, ('about' | 'CNY' | 'USD' | 'EUR' | 'HKD' | 'GBP')?][] = [
  ['50w', 500_000],
  ['五十万', 500_000],
  ['8万5', 85_000],
  ['86w5', 865_000],
  ['1.5亿', 150_000_000],
  ['三千五', 3500],
  ['3千5', 3500],
  ['两百来万', 2_000_000, 'about'],
  ['3到5万', 40_000, 'about'],
  ['30k-50k', 40_000, 'about'],
  ['¥80,000', 80_000, 'CNY'],
  ['60k', 60_000],
  ['1.2m', 1_200_000],
  ['3 mil', 3_000_000],
  ['$25k', 25_000, 'USD'],
  ['30k usd', 30_000, 'USD'],
  ['48万', 480_000],
  ['一百二十万', 1_200_000],
  ['100万', 1_000_000],
  ['2万3千', 23_000],
  ['1亿2千万', 120_000_000],
  ['十五万', 150_000],
  ['十万', 100_000],
  ['两百五十万', 2_500_000],
  ['一万零五百', 10_500],
  ['三百万左右', 3_000_000, 'about'],
  ['大概80万', 800_000, 'about'],
  ['about 60k', 60_000, 'about'],
  ['50多万', 500_000, 'about'],
  ['十几万', 150_000, 'about'],
  ['五六万', 55_000, 'about'],
  ['8万元', 80_000],
  ['80000块', 80_000],
  ['20万美金', 200_000, 'USD'],
  ['€12k', 12_000, 'EUR'],
  ['HK$300k', 300_000, 'HKD'],
  ['£5,500.50', 5500.5, 'GBP'],
  ['fifty thousand', 50_000],
  ['half a million', 500_000],
  ['two hundred and five thousand', 205_000],
  ['1.5 million dollars', 1_500_000, 'USD'],
  ['-5万', -50_000],
  ['80000', 80_000],
  ['伍拾萬', 500_000],
  ['1,200,000', 1_200_000],
  ['三点五万', 35_000],
  ['一万半', 15_000],
  ['80W', 800_000],
  ['12K', 12_000],
];

describe('an amount of money', () => {
  test.each(amounts)('%s is %d', (text, amount, more) => {
    const currency = more && more !== 'about' ? more : 'JPY';
    expect(readMoney(text, 'JPY')).toEqual({ amount, currency, ...(more === 'about' ? { about: true } : {}) });
  });

  test.each(['', '恒通', '3台', '下周三', '50人', '3点', 'abc', '百度', '千万别', '一下', '2026-11-12'])(
    '%s is none',
    (text) => {
      expect(findMoney(text, 'CNY')).toEqual([]);
    },
  );

  test('two amounts are not one', () => expect(readMoney('50w 60w', 'CNY')).toBeNull());
});

test.each([
  ['200', 200],
  ['两百', 200],
  ['200人', 200],
  ['-3', -3],
  ['1.5', 1.5],
  ['twenty-five', 25],
  ['二零二六', 2026],
  ['一百零五', 105],
  ['1,234', 1234],
] as const)('the number %s is %d', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test('a range keeps both its ends', () => {
  expect(findNumbers('3到5万')[0]?.value).toMatchObject({ low: 30_000, high: 50_000, about: true });
});

const moments: [string, string][] = [
  ['明天上午10点', '2026-11-13T10:00:00+08:00'],
  ['大后天', '2026-11-15T09:00:00+08:00'],
  ['下周三下午3点', '2026-11-18T15:00:00+08:00'],
  ['下下周二', '2026-11-24T09:00:00+08:00'],
  ['周五前', '2026-11-13T18:00:00+08:00'],
  ['月底', '2026-11-30T18:00:00+08:00'],
  ['下月初', '2026-12-01T09:00:00+08:00'],
  ['年底前', '2026-12-31T18:00:00+08:00'],
  ['三天后', '2026-11-15T09:00:00+08:00'],
  ['半小时后', '2026-11-12T10:30:00+08:00'],
  ['25号', '2026-11-25T09:00:00+08:00'],
  ['5号', '2026-12-05T09:00:00+08:00'],
  ['明天3点', '2026-11-13T15:00:00+08:00'],
  ['3点', '2026-11-12T15:00:00+08:00'],
  ['明早9点', '2026-11-13T09:00:00+08:00'],
  ['明天下午', '2026-11-13T14:00:00+08:00'],
  ['今晚8点', '2026-11-12T20:00:00+08:00'],
  ['后天下午两点半', '2026-11-14T14:30:00+08:00'],
  ['周五', '2026-11-13T09:00:00+08:00'],
  ['周一', '2026-11-16T09:00:00+08:00'],
  ['下周一上午九点半', '2026-11-16T09:30:00+08:00'],
  ['12月15日', '2026-12-15T09:00:00+08:00'],
  ['12月底', '2026-12-31T18:00:00+08:00'],
  ['1月5号', '2027-01-05T09:00:00+08:00'],
  ['两周后', '2026-11-26T09:00:00+08:00'],
  ['一个月后', '2026-12-12T09:00:00+08:00'],
  ['2026-12-01 14:30', '2026-12-01T14:30:00+08:00'],
  ['2026年12月1日下午2点', '2026-12-01T14:00:00+08:00'],
  ['明年1月', '2027-01-31T18:00:00+08:00'],
  ['下周', '2026-11-16T09:00:00+08:00'],
  ['本月底', '2026-11-30T18:00:00+08:00'],
  ['季度末', '2026-12-31T18:00:00+08:00'],
  ['元旦前', '2026-12-31T18:00:00+08:00'],
  ['星期天', '2026-11-15T09:00:00+08:00'],
  ['礼拜五下午四点', '2026-11-13T16:00:00+08:00'],
  ['下个月10号', '2026-12-10T09:00:00+08:00'],
  ['两个半小时后', '2026-11-12T12:30:00+08:00'],
  ['15:30', '2026-11-12T15:30:00+08:00'],
  ['明天07:00', '2026-11-13T07:00:00+08:00'],
  ['明天中午', '2026-11-13T12:00:00+08:00'],
  ['昨天', '2026-11-11T09:00:00+08:00'],
  ['3个工作日后', '2026-11-17T09:00:00+08:00'],
  ['11月18日(周三)下午3点', '2026-11-18T15:00:00+08:00'],
];
const englishMoments: [string, string][] = [
  ['tmrw 9', '2026-11-13T09:00:00-05:00'],
  ['Fri EOD', '2026-11-13T18:00:00-05:00'],
  ['in 2 wks', '2026-11-26T09:00:00-05:00'],
  ['end of month', '2026-11-30T18:00:00-05:00'],
  ['EOQ', '2026-12-31T18:00:00-05:00'],
  ['Dec 15', '2026-12-15T09:00:00-05:00'],
  ['next Wed 3pm', '2026-11-18T15:00:00-05:00'],
  ['tomorrow 9am', '2026-11-13T09:00:00-05:00'],
  ['Monday at 10', '2026-11-16T10:00:00-05:00'],
  ['in half an hour', '2026-11-12T10:30:00-05:00'],
  ['in 3 days', '2026-11-15T09:00:00-05:00'],
  ['by Friday', '2026-11-13T18:00:00-05:00'],
  ['Dec 15th, 2026', '2026-12-15T09:00:00-05:00'],
  ['15 Dec', '2026-12-15T09:00:00-05:00'],
  ['12/15', '2026-12-15T09:00:00-05:00'],
  ['the 25th', '2026-11-25T09:00:00-05:00'],
  ['Jan 5', '2027-01-05T09:00:00-05:00'],
  ['next week', '2026-11-16T09:00:00-05:00'],
  ['next month', '2026-12-12T09:00:00-05:00'],
  ['tomorrow afternoon', '2026-11-13T14:00:00-05:00'],
  ['3:30pm tomorrow', '2026-11-13T15:30:00-05:00'],
  ['at 3 on Friday', '2026-11-13T15:00:00-05:00'],
  ['end of next week', '2026-11-20T18:00:00-05:00'],
  ['day after tomorrow', '2026-11-14T09:00:00-05:00'],
  ['EOD', '2026-11-12T18:00:00-05:00'],
  ['noon tomorrow', '2026-11-13T12:00:00-05:00'],
  ['mid December', '2026-12-15T09:00:00-05:00'],
  ['in an hour', '2026-11-12T11:00:00-05:00'],
];

describe('a moment', () => {
  test.each(moments)('%s is %s in Shanghai', (text, expected) =>
    expect(readMoment(normalize(text), zh)).toBe(expected),
  );
  test.each(englishMoments)('%s is %s in New York', (text, expected) => expect(readMoment(text, en)).toBe(expected));

  test('a clock change in between moves the offset, not the clock', () => {
    expect(readMoment('April 1 9am', en)).toBe('2027-04-01T09:00:00-04:00');
  });

  test('the same instant is another day in another zone', () => {
    const late = { ...zh, now: new Date('2026-11-12T23:30:00Z') };
    expect(readWhen('明天', late)?.day).toBe('2026-11-14');
    expect(readWhen('明天', { ...late, zone: 'America/New_York' })?.day).toBe('2026-11-13');
  });

  test('a day that passed lately stays in the past for the rules to refuse', () => {
    expect(readWhen('11月1日', zh)?.day).toBe('2026-11-01');
    expect(readWhen('Nov 10', en)?.day).toBe('2026-11-10');
  });

  test.each(['13月40日', '2026-02-30', 'banana', '恒通', 'the', '三一重工', '2月30日'])('%s is none', (text) =>
    expect(readWhen(text, zh)).toBeNull(),
  );

  test('several are found in their order', () => {
    expect(findWhens('明天上午10点见面,下周三发报价', zh).map(({ value }) => toMoment(value, zh.zone))).toEqual([
      '2026-11-13T10:00:00+08:00',
      '2026-11-18T09:00:00+08:00',
    ]);
  });
});

describe('a phone number', () => {
  test.each([
    ['13862011234', '+8613862011234'],
    ['138 6201 1234', '+8613862011234'],
    ['138-6201-1234', '+8613862011234'],
    ['+86 138 6201 1234', '+8613862011234'],
    ['0512-65881234', '+8651265881234'],
    ['(0512)65881234', '+8651265881234'],
    ['+852 2345 6789', '+85223456789'],
    ['+1 (415) 555-2671', '+14155552671'],
    ['008613862011234', '+8613862011234'],
    ['400-820-8820', '+864008208820'],
  ])('%s is %s', (text, expected) => {
    expect(readPhone(text, 'zh')).toBe(expected);
    expect(findPhones(`电话${text} 预算50w`, 'zh').map(({ value }) => value)).toEqual([expected]);
  });
  test.each(['2026-11-12', '1386201123', '500000', '12345678901', '80,000,000', 'abc'])('%s is none', (text) =>
    expect(findPhones(text, 'zh')).toEqual([]),
  );
  test('a North American number needs no country in English', () =>
    expect(readPhone('415-555-2671', 'en')).toBe('+14155552671'));
});

test('e-mail addresses are found between other words', () => {
  expect(findEmails('邮箱dana.r+x@North-Wind.co.uk,谢谢').map(({ value }) => value)).toEqual([
    'dana.r+x@north-wind.co.uk',
  ]);
  expect(readEmail('dana@northwind')).toBeNull();
  expect(readEmail('a@@b.com')).toBeNull();
});

test.each([
  ['恒通王总', '恒通', '王总'],
  ['恒通的王总', '恒通', '王总'],
  ['宏达科技李经理', '宏达科技', '李经理'],
  ['恒通张工', '恒通', '张工'],
  ['恒通 王建国', '恒通', '王建国'],
  ['永兴李明', '永兴', '李明'],
  ['恒通采购王芳经理', '恒通采购', '王芳经理'],
  ['苏州恒通精密', '苏州恒通精密', undefined],
  ['宏达', '宏达', undefined],
  ['华为', '华为', undefined],
])('%s is %s and %s', (text, company, contact) =>
  expect(splitContact(text)).toEqual({ company, ...(contact ? { contact } : {}) }),
);

test.each(['王总', '王建国', '欧阳锋', '李经理', '张工', '老王', 'Mr Wang', 'Dana Ruiz', "Conor O'Brien"])(
  '%s is a person',
  (text) => expect(readPerson(text)).toBe(text),
);
test.each(['恒通精密', '50w', '报价', ''])('%s is no person', (text) => expect(readPerson(text)).toBeNull());

test('full width, control and invisible characters and blanks make no difference', () => {
  expect(normalize('　ＡＢＣ－１２３，恒通：５０ｗ！\u0000\u200b\u202e  x\r\n\r\n y ')).toBe('ABC-123,恒通:50w! x\ny');
});

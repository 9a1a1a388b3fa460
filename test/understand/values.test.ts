import { describe, expect, test } from 'vitest';
import { findWhens, readMoment, readWhen, toMoment } from '../../bot/understand/dates.ts';
import { findEmails, readEmail } from '../../bot/understand/emails.ts';
import { findMoney, readMoney } from '../../bot/understand/money.ts';
import { normalize } from '../../bot/understand/normalize.ts';
import { findNumbers, readNumber } from '../../bot/understand/numbers.ts';
import { readPerson, splitContact } from '../../bot/understand/people.ts';
import { findPercents } from '../../bot/understand/percents.ts';
import { findPhones, readPhone } from '../../bot/understand/phones.ts';
import { en, zh } from './context.ts';

const amounts: [string, number, ('about' | 'CNY' | 'USD' | 'EUR' | 'HKD' | 'GBP' | 'CAD')?, 'about'?][] = [
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
  ['60-80k', 70_000, 'about'],
  ['$50k-$60k', 55_000, 'USD', 'about'],
  ['80万+', 800_000, 'about'],
  ['两三百万', 2_500_000, 'about'],
  ['几十万', 500_000, 'about'],
  ['百二十万', 1_200_000],
  ['三块五', 3.5],
  ['五元三毛', 5.3],
  ['3 dollars 50 cents', 3.5, 'USD'],
  ['C$ 300k', 300_000, 'CAD'],
  ['rmb 50w', 500_000, 'CNY'],
  ['人民币50万元', 500_000, 'CNY'],
  ['30 MUSD', 30_000_000, 'USD'],
  ['75 USD million', 75_000_000, 'USD'],
  ['three and a half million', 3_500_000],
  ['1兆', 1_000_000_000_000],
  ['7 万5 千', 75_000],
];

describe('an amount of money', () => {
  test.each(amounts)('%s is %d', (text, amount, more, about) => {
    const currency = more && more !== 'about' ? more : 'JPY';
    const roughly = more === 'about' || about ? { about: true } : {};
    expect(readMoney(text, 'JPY')).toEqual({ amount, currency, ...roughly });
  });

  test.each(['', '恒通', '3台', '下周三', '50人', '3点', 'abc', '百度', '千万别', '一下', '2026-11-12'])(
    '%s is none',
    (text) => {
      expect(findMoney(text, 'CNY')).toEqual([]);
    },
  );

  test.each([
    ['50w三年', 500_000],
    ['5万元3台', 50_000],
    ['a $5k deal', 5000],
    ['周三 五万', 50_000],
  ])('%s holds %d', (text, amount) =>
    expect(findMoney(text, 'USD').map(({ value }) => value.amount)).toEqual([amount]),
  );

  test('two amounts are not one', () => expect(readMoney('50w 60w', 'CNY')).toBeNull());
});

test.each([
  ['minus five point five', -5.5],
  ['3 hundred and 21', 321],
  ['half a dozen', 6],
  ['十五点七', 15.7],
  ['一万五千亿', 1_500_000_000_000],
  ['.5', 0.5],
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

test.each(['四川', '一切', '第一', '陆总', '美味十足', 'this one', '180ml', 'the 4th'])(
  '%s holds no number',
  (text) => {
    expect(findNumbers(text).filter(({ value }) => value.value !== 1 || text !== '第一')).toEqual([]);
  },
);

test('a range keeps both its ends', () => {
  expect(findNumbers('3到5万')[0]?.value).toMatchObject({ low: 30_000, high: 50_000, about: true });
});

const percents: [string, number, 'share' | 'off'][] = [
  ['85折', 0.15, 'off'],
  ['九折', 0.1, 'off'],
  ['八五折', 0.15, 'off'],
  ['8.5折', 0.15, 'off'],
  ['打85折', 0.15, 'off'],
  ['打对折', 0.5, 'off'],
  ['8个点', 0.08, 'off'],
  ['让3个点', 0.03, 'off'],
  ['15% off', 0.15, 'off'],
  ['10% discount', 0.1, 'off'],
  ['优惠10%', 0.1, 'off'],
  ['百分之十五', 0.15, 'share'],
  ['七成', 0.7, 'share'],
  ['七成半', 0.75, 'share'],
  ['七八成', 0.75, 'share'],
  ['七成把握', 0.7, 'share'],
  ['70%', 0.7, 'share'],
  ['60-70%', 0.65, 'share'],
  ['twenty percent', 0.2, 'share'],
  ['千分之三', 0.003, 'share'],
  ['毛利30个点', 0.3, 'share'],
  ['-5%', -0.05, 'share'],
];

describe('a percentage', () => {
  test.each(percents)('%s is %d %s', (text, fraction, kind) => {
    const [one, more] = findPercents(text);
    expect(one?.value).toMatchObject({ fraction, kind });
    expect(more).toBeUndefined();
  });

  test.each(['成都三家', '成交3单', '打折', '十折', '8个点子', '折合50万', 'https://a.b/?q=30%25%2020%', '3点'])(
    '%s is none',
    (text) => expect(findPercents(text)).toEqual([]),
  );
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
  ['国庆后第一个工作日', '2027-10-08T09:00:00+08:00'],
  ['两三天后', '2026-11-15T09:00:00+08:00'],
  ['三天前', '2026-11-09T09:00:00+08:00'],
  ['3天内', '2026-11-15T18:00:00+08:00'],
  ['两小时内', '2026-11-12T12:00:00+08:00'],
  ['今天下班前', '2026-11-12T18:00:00+08:00'],
  ['本周', '2026-11-13T18:00:00+08:00'],
  ['下周前', '2026-11-13T18:00:00+08:00'],
  ['周末', '2026-11-14T09:00:00+08:00'],
  ['这个月', '2026-11-30T18:00:00+08:00'],
  ['12月前', '2026-11-30T18:00:00+08:00'],
  ['下季度', '2027-01-01T09:00:00+08:00'],
  ['明年Q1', '2027-03-31T18:00:00+08:00'],
  ['下半年', '2026-12-31T18:00:00+08:00'],
  ['12月第一周', '2026-12-04T18:00:00+08:00'],
  ['明天3-5点', '2026-11-13T15:00:00+08:00'],
  ['后天下午3点半到5点', '2026-11-14T15:30:00+08:00'],
  ['二零二七年一月五日', '2027-01-05T09:00:00+08:00'],
  ['後天下午兩點半', '2026-11-14T14:30:00+08:00'],
  ['春节后', '2027-02-15T09:00:00+08:00'],
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
  ['EOM', '2026-11-30T18:00:00-05:00'],
  ['end of next month', '2026-12-31T18:00:00-05:00'],
  ['this week', '2026-11-13T18:00:00-05:00'],
  ['this quarter', '2026-12-31T18:00:00-05:00'],
  ['next quarter', '2027-01-01T09:00:00-05:00'],
  ['in December', '2026-12-31T18:00:00-05:00'],
  ['before December', '2026-11-30T18:00:00-05:00'],
  ['first week of December', '2026-12-04T18:00:00-05:00'],
  ['Tuesday of next week', '2026-11-17T09:00:00-05:00'],
  ['Wednesday evening next week', '2026-11-18T18:00:00-05:00'],
  ['Friday the 20th at 4', '2026-11-20T16:00:00-05:00'],
  ['Friday, Nov 20', '2026-11-20T09:00:00-05:00'],
  ['Tue 3-4pm', '2026-11-17T15:00:00-05:00'],
  ['Tue 11-2pm', '2026-11-17T11:00:00-05:00'],
  ['Monday 3-5', '2026-11-16T15:00:00-05:00'],
  ['between 2 and 4:30pm tomorrow', '2026-11-13T14:00:00-05:00'],
  ['by 5 pm', '2026-11-12T17:00:00-05:00'],
  ['tomorrow before 5pm', '2026-11-13T17:00:00-05:00'],
  ['march eighteenth nine thirty', '2027-03-18T09:30:00-04:00'],
  ['half past two tomorrow', '2026-11-13T14:30:00-05:00'],
  ['5 in the morning', '2026-11-12T05:00:00-05:00'],
  ['two weeks before Christmas', '2026-12-11T09:00:00-05:00'],
  ['3 days from Tuesday', '2026-11-20T09:00:00-05:00'],
  ['after Thanksgiving', '2026-11-27T09:00:00-05:00'],
  ['before Christmas', '2026-12-24T18:00:00-05:00'],
  ['within 3 days', '2026-11-15T18:00:00-05:00'],
  ['two days ago', '2026-11-10T09:00:00-05:00'],
  ['30 minutes later', '2026-11-12T10:30:00-05:00'],
  ['2moro', '2026-11-13T09:00:00-05:00'],
  ['H1 2027', '2027-06-30T18:00:00-04:00'],
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

  test.each(['一点不急', '第一点', '三点建议', '一周三次', '每周三', '一下午', '13号楼', '三个月', '十一楼'])(
    '%s names no time',
    (text) => expect(findWhens(text, zh)).toEqual([]),
  );
  test.each([
    'she may sign',
    'good morning',
    'every Monday',
    '24/7 support',
    'the 1st meeting',
    'next 10 deals',
    'tom.',
    'night shift',
    'v2.3',
    '10 seats at $5',
    'this one',
    'last week',
  ])('%s names no time', (text) => expect(findWhens(text, en)).toEqual([]));

  test('a weekday after another is of the same week', () => {
    expect(findWhens('下周三或周四', zh).map(({ value }) => value.day)).toEqual(['2026-11-18', '2026-11-19']);
  });

  test('words spelled out keep their place in the text', () => {
    const text = 'meet on march eighteenth at nine thirty please';
    const [one] = findWhens(text, en);
    expect(text.slice(one?.start, one?.end)).toBe('on march eighteenth at nine thirty');
  });

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

test('a number is found with its strokes, and nothing that is a day or a serial number', () => {
  expect(readPhone('+49 176/12345678', 'zh')).toBe('+4917612345678');
  expect(findPhones('传真021-68804868,021-68808888', 'zh').map(({ value }) => value)).toEqual([
    '+862168804868',
    '+862168808888',
  ]);
  expect(findPhones('16-04-2010 16/04/2010 (081)  342-86221d', 'zh')).toEqual([]);
});

test('e-mail addresses are found between other words', () => {
  expect(findEmails('邮箱dana.r+x@North-Wind.co.uk,谢谢').map(({ value }) => value)).toEqual([
    'dana.r+x@north-wind.co.uk',
  ]);
  expect(readEmail('dana@northwind')).toBeNull();
  expect(readEmail('a@@b.com')).toBeNull();
  expect(findEmails('a..b@c.com .d@e.com f@g.h j@1.2.3.4')).toEqual([]);
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

const readers: [string, (text: string) => unknown][] = [
  ['whens', (text) => findWhens(text, zh)],
  ['money', (text) => findMoney(text, 'CNY', true)],
  ['percents', findPercents],
  ['phones', (text) => findPhones(text, 'en')],
  ['emails', findEmails],
];
const tedious = [
  '3点',
  '十',
  '12 ',
  '1/2 ',
  '明天',
  '百分之三',
  '三 ',
  'three ',
  'mon ',
  'two weeks before ',
  '1.',
  'a@',
  '+1 ',
];

test.each(readers)('the longest and most tedious texts are read within 50 ms of work: %s', (_name, read) => {
  const slow = tedious.flatMap((unit) => {
    const text = unit.repeat(4000).slice(0, 4000);
    const took = Math.min(
      ...[1, 2, 3].map(() => {
        const from = process.threadCpuUsage().user;
        read(text);
        return (process.threadCpuUsage().user - from) / 1000;
      }),
    );
    return took > 50 ? [`${unit}… ${Math.round(took)} ms`] : [];
  });
  expect(slow).toEqual([]);
});

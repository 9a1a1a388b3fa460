import { describe, expect, test } from 'vitest';
import { understand } from '../../bot/understand/index.ts';
import { en, zh } from './context.ts';

/** What was said, the correction, and a field that is then right (of the first command it makes). */
const corrections: [string, string, string, unknown][] = [
  ['恒通金额改成86w5', '金额应该是68万', 'amount', { amount: 680_000, currency: 'CNY' }],
  ['恒通下周三下午3点演示', '不对 是下午4点', 'at', '2026-11-18T16:00:00+08:00'],
  ['恒通下周三下午3点演示', '时间错了 周四', 'at', '2026-11-19T15:00:00+08:00'],
  ['恒通下周三下午3点演示', '刚才那条日期改成下周五', 'at', '2026-11-20T15:00:00+08:00'],
  ['给恒通打了电话 没接', '搞错了 是华东医疗', 'who', '华东医疗'],
  ['拜访了恒通王总 嫌贵', '不是拜访，是电话', 'channel', 'call'],
  ['恒通预算80万', '我把60万说成80万了', 'facts', { budget: { amount: 600_000, currency: 'CNY' } }],
  ['恒通金额改成110万', '诶不对 是115 不是110', 'amount', { amount: 1_150_000, currency: 'CNY' }],
  ['恒通金额改成110万', '哎 是115万 不是110万', 'amount', { amount: 1_150_000, currency: 'CNY' }],
  ['恒通金额改成110万', '哦不对 诶 应该是115万', 'amount', { amount: 1_150_000, currency: 'CNY' }],
  ['恒通赢了', '不对 是推进到合同', 'stage', 'contract'],
  ['恒通王总手机13912345678', '号码错了 尾号是5679', 'phone', '+8613912345679'],
  ['远景预算50万', '纠正一下 远景预算是55万', 'facts', { budget: { amount: 550_000, currency: 'CNY' } }],
  ['Acme amount 86k', 'make that 68k', 'amount', { amount: 68_000, currency: 'USD' }],
  ['call Dana tomorrow', "scratch that, it's Tuesday", 'at', '2026-11-17T09:00:00-05:00'],
  ['demo with Acme next Wed 2pm', 'make it 4pm', 'at', '2026-11-18T16:00:00-05:00'],
  ['emailed Bluebird, no reply', 'wrong customer, it was Zenith', 'who', 'Zenith'],
  ['called Amy at Kestrel, interested', 'my bad, it was a visit', 'channel', 'visit'],
  ['gave Acme 10% off', '*12%', 'discount', 0.12],
  ['明天上午10点给恒通打电话', '不是上午，是下午3点', 'at', '2026-11-13T15:00:00+08:00'],
  ['后天早上9点去恒通拜访', '9点半不是9点', 'at', '2026-11-14T09:30:00+08:00'],
  ['demo with Acme Friday 9am', 'not 9, 9:30', 'at', '2026-11-13T09:30:00-05:00'],
  ['demo with Acme Friday 4pm', '5:15 not 4', 'at', '2026-11-13T17:15:00-05:00'],
  ['拜访了恒通周主任 嫌贵', '见的是李院长，不是周主任', 'contacts', ['李院长']],
  ['#12转给张伟', '搞错单号了，应该是#31', 'deal', '#31'],
  ['新线索 启越 高峰 13900002222', '公司名打错了 应该是启悦', 'company', '启悦'],
  ['Acme won, 88k', 'hm make it 90k flat', 'facts', { amount: { amount: 90_000, currency: 'USD' } }],
  ['merge lead #12 and #15', 'other way round, keep #15', 'keep', '#15'],
  ['合并线索 #12 和 #15', '反了 留#15', 'keep', '#15'],
];

describe('a correction puts right what it names and leaves the rest', () => {
  test.each(corrections)('%s → %s', (last, text, key, right) => {
    const context = { ...(/\p{Script=Han}/u.test(last) ? zh : en), last: { command: 41, text: last } };
    const { intent } = understand(text, context).intents[0] as { intent: { name: string; input: object } };
    expect(intent.name).toBe('amend');
    const { parts } = intent.input as { parts: { input: Record<string, unknown> }[] };
    expect(parts[0]?.input[key]).toEqual(right);
  });

  test.each(['应该是六成吧?', '好的谢谢', '不是吧', '等一下', '可能是六成'])('%s corrects nothing', (text) => {
    const { intents } = understand(text, { ...zh, last: { command: 41, text: '恒通七成把握' } });
    expect(intents.map(({ intent }) => intent.name)).toEqual(['unknown']);
  });

  test('told the wrong way round, each gets what was said of the other', () => {
    const { intents } = understand('说反了', {
      ...zh,
      last: { command: 41, text: '给远景打电话没接，给恒通打电话通了' },
    });
    expect(intents[0]?.intent).toMatchObject({
      name: 'amend',
      input: { parts: [{ input: { who: '远景', outcome: 'reached' } }, { input: { who: '恒通', outcome: 'silent' } }] },
    });
  });
});

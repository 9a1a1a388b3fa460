import { describe, expect, test } from 'vitest';
import { understand } from '../../bot/understand/index.ts';
import { knownNames } from '../support/utterances.ts';
import { en, zh } from './context.ts';

const names = knownNames();
/** What is written down of the touches a text tells, without the notes; `?` before what is only proposed. */
const touches = (text: string) =>
  understand(text, { ...(/\p{Script=Han}/u.test(text) ? zh : en), names }).intents.flatMap(({ intent, confidence }) => {
    if (intent.name !== 'activity.log') return [];
    const { who, contacts, channel, outcome, objection, at } = intent.input;
    const told = [who, contacts?.join('+'), channel, outcome, objection, at?.slice(5, 10)].filter(Boolean).join(' ');
    return [confidence < 0.6 ? `? ${told}` : told];
  });

describe('a touch in one sentence', () => {
  test.each([
    ['昨天去拓维谈了一下 李经理全程点头', '拓维 李经理 visit positive 11-11'],
    ['跟远景刘海洋通了电话，他怕我们交付跟不上', '远景 刘海洋 call delivery'],
    ['和嘉禾的采购碰了个面，他们对我们的稳定性不放心', '嘉禾 meeting trust'],
    ['顺路看了下新科沈总，他说质量不放心', '新科 沈总 visit trust'],
    ['Northwind call today, went well', 'Northwind call positive'],
    ['Northwind demo this morning, they loved it', 'Northwind demo positive'],
    ['Kestrel lunch yesterday, Bob wants a quote', 'Kestrel Bob meeting positive 11-11'],
    ['swung by Larkspur yesterday, talked to Ivy, she is worried about support', 'Larkspur Ivy visit delivery 11-11'],
    ['Phoned Corvid, line was busy', 'Corvid call silent'],
    ['Talked to Mike Brandt (Juniper) re renewal, he is keen', 'Juniper Mike Brandt other positive'],
    ['lunch w/ Raj @ Nimbus went great', 'Nimbus Raj meeting positive'],
    ['zoom call w the ops folks at Larkspur, theyre all for it', 'Larkspur call positive'],
    ['sent Northwind an email yesterday, no reply so far', 'Northwind email silent 11-11'],
    ['gave Dana at Northwind a ring, she reckons we are a bit dear', 'Northwind Dana call price'],
    ['texted the new price list over to Kestrel', 'Kestrel message'],
    ['left Raj at Nimbus another vm', 'Nimbus Raj call silent'],
    ['Northwind dinner on Tuesday went really well', 'Northwind meeting positive 11-10'],
    [
      'drove out to Kestrel on Monday, sat down w amy in procurement - says the cost is insane',
      'Kestrel amy visit price 11-09',
    ],
    ['visited Acme, bob says lead times are brutal', 'Acme bob visit delivery'],
    ['met Dana from Northwind at their office, the board has to sign off', 'Northwind Dana visit boss'],
    ['拜访凯瑞，质量部孙工说用惯了老供应商', '凯瑞 孙工 visit incumbent'],
    ['远景那边视频会议开了，说总公司还没批', '远景 meeting boss'],
    ['给枫桥打了三遍电话都没人接', '枫桥 call silent'],
    ['见了博源的林厂长，付款方式谈不拢', '博源 林厂长 visit terms'],
    ['昨天跟四海老郑通了电话，他说放到年后再说', '四海 老郑 call timing 11-11'],
    ['鼎盛王丽微信回我了，她说价格她们吃不消', '鼎盛 王丽 wechat reached price'],
    ['上午去了万和他说拿了两家一起比', '万和 visit competitor'],
    ['剛拜訪完協和塑膠，對方說還在走內部審批', '協和塑膠 visit boss'],
    ['tried Nimbus three times, straight to voicemail', 'Nimbus call silent'],
    ['Quick call with Kestrel. They said the rollout is too slow', 'Kestrel call delivery'],
    ['met 陈晓燕 from 蓝海, 嫌贵', '蓝海 陈晓燕 visit price'],
    ['跟星河开了会，付款条款对方接受不了', '星河 meeting terms'],
    ['Kestrel liked the demo', 'Kestrel demo positive'],
    ['给Kestrel发了邮件，一直没reply', 'Kestrel email silent'],
    ['did the plant tour at Nimbus w/ raj, they loved it', 'Nimbus raj visit positive'],
    ['Met with Ivy at Larkspur. She sees no point in switching', 'Larkspur Ivy visit incumbent'],
    ['ping了Kestrel两次，WhatsApp上一直没reply', 'Kestrel message silent'],
    ['met w Ivy at Larkspur, the price is on higher side', 'Larkspur Ivy visit price'],
  ])('%s', (text, told) => {
    expect(touches(text)).toEqual([told]);
  });

  test('took place on the last such day when it is told as over, and is a plan when it is not', () => {
    expect(touches('met Tom Bishop from Wrenfield on Monday')).toEqual(['Wrenfield Tom Bishop visit 11-09']);
    expect(touches('周二去了瑞丰，他们嫌贵')).toEqual(['瑞丰 visit price 11-10']);
    expect(touches('周五拜访远景')).toEqual([]);
    expect(touches('met Dana at Northwind, demo Tuesday')).toEqual(['Northwind Dana visit']);
  });

  test('is not made of what happens at home', () => {
    for (const text of ['我老婆嫌新房子太贵', 'my landlord says the rent is too low', '隔壁邻居说没预算装修'])
      expect(touches(text)).toEqual([]);
  });
});

describe('no touch of ours', () => {
  test.each([
    '恒通会不会嫌贵',
    '恒通不嫌贵了',
    '小李说他昨天拜访了枫桥',
    '同事跟我说Acme嫌贵',
    'we never called Acme',
    'Tom said he met Acme',
    'Northwind might think it is too steep',
    'Acme is not worried about delivery',
    'did you visit Kestrel on Tuesday',
  ])('%s', (text) => {
    expect(touches(text)).toEqual([]);
  });
});

describe('a story of several', () => {
  test('goes on to the next that was called or seen the same way', () => {
    expect(touches('rang Kestrel then Northwind, nobody answered at either')).toEqual([
      'Kestrel call silent',
      'Northwind call silent',
    ]);
    expect(touches('visited Acme yesterday and then Umbra')).toEqual(['Acme visit 11-11', 'Umbra visit 11-11']);
  });

  test('changes whom it is about with the next sentence, whether the name is known or not', () => {
    expect(touches('Orchid is in signing. Phoned Redwood, no pick up')).toEqual(['Redwood call silent']);
    expect(touches('Zenith: called, no answer. Palmer: visited, very keen.')).toEqual([
      'Zenith call silent',
      'Palmer visit positive',
    ]);
  });

  test('was on one day when it goes on in one sentence', () => {
    expect(touches('昨天先去了恒通，又去了枫桥，枫桥说要比价')).toEqual([
      '恒通 visit 11-11',
      '枫桥 visit competitor 11-11',
    ]);
    expect(touches('昨天去了恒通，刚给枫桥打了电话')).toEqual(['恒通 visit 11-11', '枫桥 call']);
  });

  test('stays with the company when somebody there speaks', () => {
    expect(touches('just left Cedarpoint, Hugh says timing is bad')).toEqual(['Cedarpoint Hugh visit timing']);
    expect(touches('昨天visit了蓝海 陈晓燕说price还是高')).toEqual(['蓝海 陈晓燕 visit price 11-11']);
  });

  test('needs no marks between its touches', () => {
    expect(touches('texted Falcon Ridge twice no reply emailed Halcyon they answered and are keen')).toEqual([
      'Falcon Ridge message silent',
      'Halcyon email positive',
    ]);
    // One of them is nobody we know: it is asked about.
    expect(touches('衡岳和凯瑞今天都拜访了，都说太贵')).toEqual(['? 衡岳 visit price', '? 凯瑞 visit price']);
  });

  test('may tell of one by a part of its name once it was named in full', () => {
    expect(
      touches(
        'dropped in on Copperfield Books and Ashgrove Wines. Copperfield already has a supplier, Ashgrove was thrilled',
      ),
    ).toEqual(['Copperfield Books visit incumbent', 'Ashgrove Wines visit positive']);
  });

  test('keeps what was said of a visit as a note of that visit', () => {
    const { intents } = understand('saw Kestrel this morning, their roof is leaking. Left a voicemail for Redwood', {
      ...en,
      names,
    });
    expect(intents.map(({ intent }) => (intent.input as { note?: string }).note)).toEqual([
      'their roof is leaking',
      undefined,
    ]);
  });

  test('names the day first under a headline of visits', () => {
    expect(
      touches("Two visits this week: Monday was Northwind, they're keen. Tuesday was Harbor & Pine, too expensive"),
    ).toEqual(['Northwind visit positive 11-09', 'Harbor & Pine visit price 11-10']);
  });

  test('parts mixed words without marks where the next way or day begins', () => {
    const { intents } = understand('call了Northwind没人接 whatsapp也没回 周五再打', { ...zh, names });
    expect(intents.map(({ intent }) => [intent.name, (intent.input as { channel?: string }).channel])).toEqual([
      ['activity.log', 'call'],
      ['activity.log', 'message'],
      ['task.add', undefined],
    ]);
  });

  test('asks who it was when nobody is named', () => {
    const { refused, asks } = understand('just stepped out of a great meeting, budget is about 60k', { ...en, names });
    expect([refused, asks?.missing]).toEqual(['missing', ['who']]);
    expect(understand('did the customer call today', { ...en, names }).intents[0]?.intent.name).toBe('unknown');
  });

  test('tells what somebody there said of the deal', () => {
    const text = 'met Amy over at Kestrel, she said the budget is 90k, the person who decides is Carl Weber';
    expect(understand(text, { ...en, names }).intents.map(({ intent }) => intent.input)).toEqual([
      { who: 'Kestrel', contacts: ['Amy'], channel: 'visit' },
      {
        deal: 'Kestrel',
        facts: { budget: { amount: 90_000, currency: 'USD' }, decision_maker: 'Carl Weber' },
      },
    ]);
  });

  test.each([
    [
      'Northwind visit today, they find it too expensive, budget 45k',
      'Northwind',
      45_000,
      ['visit', undefined, 'price'],
    ],
    [
      'Acme visit today, ops guy loves it, finance says too expensive, budget 65k',
      'Acme',
      65_000,
      ['visit', 'positive', 'price'],
    ],
    ['Northwind visit today, budget 45k', 'Northwind', 45_000, ['visit', undefined, undefined]],
  ])('%s: the visit named before its day is told along with the budget', (text, who, amount, told) => {
    const [touch, update, ...more] = understand(text, { ...en, names }).intents.map(({ intent }) => intent);
    const { channel, outcome, objection } = (touch?.input ?? {}) as Record<string, unknown>;
    expect([touch?.name, [channel, outcome, objection]]).toEqual(['activity.log', told]);
    expect(touch?.input).toMatchObject({ who });
    expect(update?.input).toEqual({ deal: who, facts: { budget: { amount, currency: 'USD' } } });
    expect(more).toEqual([]);
  });

  test('says which clause it could not read, and only proposes the rest', () => {
    const text = 'Acme call this morning, blah foo zonk, budget 65k';
    const { intents, leftover } = understand(text, { ...en, names });
    expect(leftover).toBe('Acme call this morning, blah foo zonk');
    expect(intents.map(({ intent, confidence }) => [intent.name, confidence])).toEqual([['deal.update', 0.5]]);
  });

  test.each(['cancelled the Acme visit today, they are busy', 'Acme visit today, they cancelled', 'Acme visit today'])(
    '%s is no visit that took place',
    (text) => expect(touches(text)).toEqual([]),
  );
});

test.each(['先去的恒通 老板不在 后去的枫桥 李工挺感兴趣', '先去的恒通老板不在后去的枫桥李工挺感兴趣'])(
  '%s is two visits, each with what came of it',
  (text) => {
    expect(understand(text, { ...zh, names }).intents.map(({ intent }) => intent.input)).toEqual([
      { who: '恒通', channel: 'visit', outcome: 'silent' },
      { who: '枫桥', contacts: ['李工'], channel: 'visit', outcome: 'positive' },
    ]);
  },
);

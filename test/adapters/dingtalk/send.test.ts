import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMeter, type Usage } from '../../../adapters/dingtalk/meter.ts';
import { MaybeSent, NotSent, type Outgoing } from '../../../bot/chat/platform.ts';
import { type Bot, makeBot, outgoing } from '../../support/dingtalk/bot.ts';
import {
  fails,
  failsAfterActing,
  refused,
  resetAfterActing,
  resetBefore,
  slow,
} from '../../support/dingtalk/faults.ts';
import { button, card } from './cards.ts';

let bot: Bot;
const warned: Usage[] = [];
beforeEach(async () => {
  warned.length = 0;
  bot = await makeBot({}, { quota: { api: 10 }, onQuota: (usage) => warned.push(usage) });
  bot.standIn.rest.addPerson('staff-mei');
});
afterEach(() => bot.end());

const posted = () => bot.standIn.rest.posted;
const send = (changes: Parameters<typeof outgoing>[0] = {}) => bot.platform.send(outgoing(changes));
const failure = (changes: Parameters<typeof outgoing>[0] = {}) =>
  send(changes).then(
    () => null,
    (error: unknown) => error,
  );

/** The address of an answer to something said in that conversation. */
function session(conversation = '@staff-mei', changes: Record<string, unknown> = {}): Outgoing['replyVia'] {
  const { session: id, expires } = bot.standIn.rest.openSession(conversation);
  return { sessionWebhook: `${bot.standIn.url}/robot/sendBySession?session=${id}`, expires, conversation, ...changes };
}

describe('the way a message goes', () => {
  test('an answer goes to the session address and costs no API call', async () => {
    const sent = await send({ replyVia: session() });
    expect(posted()).toMatchObject([{ via: 'session', conversation: '@staff-mei', title: '今天要做的事' }]);
    expect(sent.platformId).toBe('session:7');
    expect(bot.standIn.callsTo('token')).toHaveLength(0);
  });

  test('without one it goes to the person, and has the platform’s id', async () => {
    const sent = await send();
    expect(posted()).toMatchObject([{ via: 'person', conversation: '@staff-mei', id: sent.platformId }]);
  });

  test('a group is a group', async () => {
    const sent = await send({ conversation: 'cid1' });
    expect(posted()).toMatchObject([{ via: 'group', conversation: 'cid1', id: sent.platformId }]);
  });

  test('a session address in its last five minutes is left alone', async () => {
    await send({ replyVia: session('@staff-mei', { expires: Date.now() + 4 * 60_000 }) });
    expect(posted()).toMatchObject([{ via: 'person' }]);
  });

  test('the session address of another conversation is never used', async () => {
    await send({ replyVia: session('cid1') });
    expect(posted()).toMatchObject([{ via: 'person', conversation: '@staff-mei' }]);
  });

  test('a session address that is not DingTalk’s is never called', async () => {
    await send({
      replyVia: session('@staff-mei', { sessionWebhook: 'http://localhost:9/robot/sendBySession?session=1' }),
    });
    expect(posted()).toMatchObject([{ via: 'person' }]);
  });

  test('an expired session address (300001) is no failure: the robot sends it in the same go', async () => {
    const replyVia = session();
    bot.standIn.rest.expireSessions();
    await send({ replyVia });
    expect(posted()).toMatchObject([{ via: 'person', conversation: '@staff-mei' }]);
  });

  test('a card with buttons makes the tapper say their sentences, either way', async () => {
    const shown = card({ kind: 'buttons', buttons: [button('完成', '完成 #4')] });
    await send({ card: shown, replyVia: session() });
    await send({ card: shown });
    const url = 'dtmd://dingtalkclient/sendMessage?content=%E5%AE%8C%E6%88%90%20%234';
    expect(posted().map(({ buttons }) => buttons)).toEqual([[{ title: '完成', url }], [{ title: '完成', url }]]);
  });

  test('a message that takes the place of another is sent as a new one', async () => {
    await send({ replaces: 'older' });
    expect(posted()).toHaveLength(1);
  });

  test('nobody can be asked whether a message arrived, and we do not pretend', () => {
    expect(bot.platform.find).toBeUndefined();
  });
});

describe('pictures', () => {
  const shown = card({ kind: 'picture', picture: 3, alt: '漏斗' });
  const pictures = new Map([[3, new Uint8Array([137, 80, 78, 71])]]);

  test('a picture is uploaded once and shown by its media id', async () => {
    await send({ card: shown, pictures });
    await send({ card: shown, pictures });
    const [id] = [...bot.standIn.rest.media.keys()];
    expect(posted().map(({ text }) => text)).toEqual([
      expect.stringContaining(`![漏斗](${id})`),
      expect.stringContaining(`(${id})`),
    ]);
    expect(bot.standIn.callsTo('media')).toHaveLength(1);
  });

  test('a picture DingTalk will not have is described instead', async () => {
    bot.standIn.faults.next('media', { answer: { status: 200, body: { errcode: 40004, errmsg: '不支持的媒体类型' } } });
    await send({ card: shown, pictures });
    expect(posted()[0]?.text).toContain('🖼 漏斗');
  });

  test('an upload nobody knows the end of has sent nothing: the whole message may be tried again', async () => {
    bot.standIn.faults.next('media', resetAfterActing);
    expect(await failure({ card: shown, pictures })).toMatchObject({ name: 'NotSent', final: false });
    expect(posted()).toHaveLength(0);
  });
});

describe('surely not sent', () => {
  test.each([
    ['new-403-qps-app', { final: false, retryAfter: 1, wholePlatform: true }],
    ['new-403-qps-global', { final: false, retryAfter: 5, wholePlatform: true }],
    ['new-403-month', { final: true, wholePlatform: true }],
    ['new-403-permission', { final: true, wholePlatform: false }],
    ['new-400-card-param', { final: true, wholePlatform: false }],
    ['ip-ban', { final: false, retryAfter: 300, wholePlatform: true }],
    ['webhook-too-fast', { final: false, retryAfter: 60, wholePlatform: false }],
  ])('%s on a robot message', async (name, verdict) => {
    bot.standIn.faults.next('person', refused(name));
    const error = await failure();
    expect(error).toBeInstanceOf(NotSent);
    expect(error).toMatchObject(verdict);
    expect(bot.standIn.callsTo('person')).toHaveLength(1);
  });

  test.each([
    ['webhook-too-fast', { final: false, retryAfter: 60 }],
    ['session-too-long', { final: true }],
  ])('%s on an answer: HTTP 200 is no success on the old host', async (name, verdict) => {
    bot.standIn.faults.next('session', refused(name));
    const error = await failure({ replyVia: session() });
    expect(error).toBeInstanceOf(NotSent);
    expect(error).toMatchObject(verdict);
  });

  test.each(['90018', '90002', '90020'])('the old number %s of a throttle means the same', async (sub_code) => {
    bot.standIn.faults.next('person', { answer: { status: 200, body: { errcode: 88, sub_code } } });
    expect(await failure()).toMatchObject({ name: 'NotSent', wholePlatform: true, final: sub_code === '90020' });
  });

  test('HTTP 200 with the person among the invalid ones is final', async () => {
    expect(await failure({ conversation: '@nobody' })).toMatchObject({
      name: 'NotSent',
      code: 'invalid-person',
      final: true,
    });
  });

  test('HTTP 200 with the person among the throttled ones is tried again later', async () => {
    bot.standIn.rest.throttled.add('staff-mei');
    expect(await failure()).toMatchObject({ name: 'NotSent', final: false, retryAfter: 60, wholePlatform: false });
  });

  test('somebody outside the organisation can only be answered', async () => {
    expect(await failure({ conversation: '@$:LWCP_v1:$x' })).toMatchObject({
      name: 'NotSent',
      code: 'outsider',
      final: true,
    });
    await send({ conversation: '@$:LWCP_v1:$x', replyVia: session('@$:LWCP_v1:$x') });
    expect(posted()).toHaveLength(1);
  });

  test('a server that is not there got nothing', async () => {
    const { url } = bot.standIn;
    await bot.standIn.close();
    expect(
      await failure({
        replyVia: {
          sessionWebhook: `${url}/robot/sendBySession?session=1`,
          expires: Date.now() + 9e6,
          conversation: '@staff-mei',
        },
      }),
    ).toMatchObject({ name: 'NotSent', code: 'ECONNREFUSED', final: false });
    expect(await failure()).toMatchObject({ name: 'NotSent', final: false });
  });

  test('a page instead of JSON is somebody in between: later again', async () => {
    bot.standIn.faults.next('person', { answer: { status: 403, body: '<html>denied</html>' } });
    expect(await failure()).toMatchObject({ name: 'NotSent', final: false, retryAfter: 60, wholePlatform: true });
  });

  test('429 is no verdict on the message', async () => {
    bot.standIn.faults.next('person', { answer: { status: 429, body: { code: 'Throttling' } } });
    expect(await failure()).toMatchObject({ name: 'NotSent', final: false });
  });
});

describe('perhaps sent', () => {
  test.each([
    ['a server error after it was stored', failsAfterActing(500), 1],
    ['a server error before', fails(503), 0],
    ['a connection cut after it was stored', resetAfterActing, 1],
    ['a connection cut before', resetBefore, 0],
    ['an answer nobody can read', { act: true, answer: { status: 200, body: 'gateway says hi' } }, 1],
    ['a success without an id', { act: true, answer: { status: 200, body: {} } }, 1],
    ['"the system is busy"', { answer: { status: 200, body: { errcode: -1, errmsg: '系统繁忙' } } }, 0],
  ])('%s counts as perhaps sent, and is not sent again by us', async (_name, fault, stored) => {
    bot.standIn.faults.next('person', fault);
    expect(await failure()).toBeInstanceOf(MaybeSent);
    expect(posted()).toHaveLength(stored);
    expect(bot.standIn.callsTo('person')).toHaveLength(1);
  });

  test('an answer cut off after it was stored is not said a second time by the robot', async () => {
    bot.standIn.faults.next('session', resetAfterActing);
    expect(await failure({ replyVia: session() })).toBeInstanceOf(MaybeSent);
    expect(posted()).toHaveLength(1);
    expect(bot.standIn.callsTo('person')).toHaveLength(0);
  });

  test('a server that takes too long may have it', async () => {
    await bot.end();
    bot = await makeBot({}, { timings: { call: 100 } });
    bot.standIn.rest.addPerson('staff-mei');
    bot.standIn.faults.next('session', slow(1_000));
    expect(await failure({ replyVia: session() })).toBeInstanceOf(MaybeSent);
  });
});

describe('the access token', () => {
  test('is fetched once for many at the same time, and kept', async () => {
    await Promise.all([1, 2, 3].map((id) => send({ id })));
    await send();
    expect(bot.standIn.callsTo('token')).toHaveLength(1);
  });

  test('that ended mid-way is fetched anew in the same send', async () => {
    await send();
    bot.standIn.rest.expireTokens();
    await Promise.all([send(), send()]);
    expect(posted()).toHaveLength(3);
    expect(bot.standIn.callsTo('token')).toHaveLength(2);
  });

  test('refused by the old host (88 / 40014) is fetched anew as well', async () => {
    await send();
    bot.standIn.rest.expireTokens();
    await send({
      card: card({ kind: 'picture', picture: 1, alt: 'x' }),
      pictures: new Map([[1, new Uint8Array([1])]]),
    });
    expect(bot.standIn.rest.media.size).toBe(1);
  });

  test('refused again and again ends after one more try', async () => {
    bot.standIn.faults.next('person', refused('new-400-token'), 9);
    expect(await failure()).toMatchObject({ name: 'NotSent', final: false });
    expect(bot.standIn.callsTo('person')).toHaveLength(2);
  });

  test('is renewed before its end', async () => {
    await bot.end();
    let now = new Date('2026-11-23T08:00:00Z');
    bot = await makeBot({}, { now: () => now });
    bot.standIn.rest.addPerson('staff-mei');
    await send();
    now = new Date('2026-11-23T09:54:00Z');
    await send();
    expect(bot.standIn.callsTo('token')).toHaveLength(1);
    now = new Date('2026-11-23T09:56:00Z');
    await send();
    expect(bot.standIn.callsTo('token')).toHaveLength(2);
  });

  test.each([
    ['a reset', resetBefore],
    ['a server error', fails(502)],
    ['a throttle', refused('new-403-qps-app')],
  ])('that cannot be had (%s) means nothing was sent', async (_name, fault) => {
    bot.standIn.faults.next('token', fault);
    expect(await failure()).toMatchObject({ name: 'NotSent', final: false, wholePlatform: true });
    await send();
    expect(posted()).toHaveLength(1);
  });

  test('of a refused secret holds everything back and loses nothing', async () => {
    bot.standIn.faults.next('token', refused('old-200-gettoken'));
    expect(await failure()).toMatchObject({
      name: 'NotSent',
      code: 'credentials',
      final: false,
      retryAfter: 300,
      wholePlatform: true,
    });
  });
});

describe('the month’s quota', () => {
  test('is counted on sending', async () => {
    for (let id = 1; id <= 8; id += 1) await send({ id });
    expect(warned).toMatchObject([{ kind: 'api', used: 8, quota: 10 }]);
  });

  test('somebody is told once at four fifths, nineteen twentieths and the end; a new month in Beijing starts anew', () => {
    let now = new Date('2026-11-30T15:59:00Z');
    const meter = createMeter({ now: () => now, quota: { api: 100 }, onQuota: (usage) => warned.push(usage) });
    for (let call = 0; call < 120; call += 1) meter.count('api');
    now = new Date('2026-11-30T16:00:00Z');
    for (let call = 0; call < 80; call += 1) meter.count('api');
    expect(warned.map(({ month, used }) => [month, used])).toEqual([
      ['2026-11', 80],
      ['2026-11', 95],
      ['2026-11', 100],
      ['2026-12', 80],
    ]);
  });

  test('hearing counts too: the standard edition has a quota for what is pushed', async () => {
    await bot.end();
    bot = await makeBot({}, { quota: { stream: 1 }, onQuota: (usage) => warned.push(usage) });
    await bot.platform.start(bot.inbox.receive);
    await bot.standIn.say({ from: 'staff-mei', said: '你好' });
    expect(warned).toMatchObject([{ kind: 'stream', used: 1 }]);
  });
});

import { DWClient } from 'dingtalk-stream';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDingtalk } from '../../../adapters/dingtalk/index.ts';
import { type Timings, timings } from '../../../adapters/dingtalk/limits.ts';
import { openLink } from '../../../adapters/dingtalk/stream.ts';
import { waitBefore } from '../../../adapters/dingtalk/supervisor.ts';
import { type Bot, makeBot, notebook, outgoing, quick } from '../../support/dingtalk/bot.ts';
import { fails, refused, resetBefore, slow } from '../../support/dingtalk/faults.ts';
import type { StandInOptions } from '../../support/dingtalk-standin.ts';

let bot: Bot;
beforeEach(async () => {
  // The SDK tells the console about every connection.
  for (const level of ['info', 'warn'] as const) vi.spyOn(console, level).mockImplementation(() => undefined);
  bot = await makeBot();
});
afterEach(async () => {
  await bot.end();
  vi.restoreAllMocks();
});

const start = () => bot.platform.start(bot.inbox.receive);
const opens = () => bot.standIn.callsTo('open').length;
const hearing = (count: number) => vi.waitFor(() => expect(bot.standIn.gateway.hearing()).toBe(count), { interval: 5 });
const say = (said: string) => bot.standIn.say({ from: 'staff-mei', said });

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The same bot with other waits. */
const remake = async (standIn: StandInOptions, timings: Partial<Timings> = {}) => {
  await bot.end();
  bot = await makeBot(standIn, { timings });
};
/** DingTalk soon sends again what nobody acknowledged. */
const sendsAgain = () => remake({ redeliverAfter: 100 });

/** The next store waits; resolves, once it is asked for, to what lets it go on. */
const holdStores = () =>
  new Promise<() => void>((asked) => {
    bot.inbox.before = () => new Promise<void>((resolve) => asked(resolve));
  });

describe('hearing', () => {
  test('a message is stored first and acknowledged then', async () => {
    await start();
    const order: string[] = [];
    bot.inbox.before = async () => {
      await pause(20);
      order.push('stored');
    };
    await say('你好').then(() => order.push('acknowledged'));
    expect(order).toEqual(['stored', 'acknowledged']);
    expect(bot.platform.ready()).toBe(true);
  });

  test('what could not be stored is not acknowledged, comes again and is kept once', async () => {
    await sendsAgain();
    await start();
    let failures = 2;
    bot.inbox.before = () => {
      if (failures-- > 0) throw new Error('the database is away');
    };
    expect((await say('你好')).deliveries).toBeGreaterThanOrEqual(3);
    expect(bot.inbox.texts()).toEqual(['你好']);
  });

  test('a message delivered twice has one delivery id', async () => {
    await sendsAgain();
    await start();
    const slowOnce = vi.fn(
      () => new Promise<void>((resolve) => setTimeout(resolve, slowOnce.mock.calls.length === 1 ? 300 : 0)),
    );
    bot.inbox.before = slowOnce;
    await say('你好');
    expect(slowOnce.mock.calls.length).toBeGreaterThan(1);
    await vi.waitFor(() => expect(bot.inbox.kept).toHaveLength(1));
  });

  test('a frame of ours that holds nothing is acknowledged: it would never be readable', async () => {
    await start();
    expect(await bot.standIn.pushRobot('{"msgtype":')).toMatchObject({ ack: { response: null }, deliveries: 1 });
    expect(bot.inbox.kept).toHaveLength(0);
  });

  test('groups and direct talk are told apart, and answers find their way', async () => {
    await start();
    await bot.standIn.say({ from: 'staff-mei', group: 'cid1', said: '漏斗' });
    const [heard] = bot.inbox.kept;
    expect(heard).toMatchObject({ conversation: 'cid1', sender: 'staff-mei', said: { kind: 'text', text: '漏斗' } });
    await bot.platform.send(outgoing({ conversation: 'cid1', replyVia: heard?.replyVia ?? {} }));
    expect(bot.standIn.rest.posted).toMatchObject([{ via: 'session', conversation: 'cid1' }]);
  });

  test('a tap on a card is stored before it is answered', async () => {
    await start();
    const params = { intent: JSON.stringify({ name: 'undo', input: {} }), version: '1' };
    const tap = { userId: 'staff-mei', outTrackId: 'card-1', spaceId: 'cid1', params };
    await bot.standIn.tap(tap);
    await bot.standIn.tap(tap);
    expect(bot.inbox.kept).toMatchObject([{ said: { kind: 'intent', intent: { name: 'undo' } } }]);
  });
});

describe('the SDK’s faults, each held in check', () => {
  test('hard-coded addresses: with another one given, that one is asked', async () => {
    await start();
    expect(opens()).toBe(1);
    await say('你好');
  });

  test.each([
    ['the handshake is refused', () => bot.standIn.faults.next('handshake', { answer: { status: 403, body: '' } }, 4)],
    ['the handshake is cut', () => bot.standIn.faults.next('handshake', resetBefore, 4)],
    ['the gateway fails', () => bot.standIn.faults.next('open', fails(500), 4)],
    ['the gateway is cut off', () => bot.standIn.faults.next('open', resetBefore, 4)],
    ['the gateway throttles', () => bot.standIn.faults.next('open', refused('new-403-qps-app'), 4)],
  ])('%s four times: the fifth try is the fifth opening, and no sixth follows', async (_name, breakIt) => {
    breakIt();
    await start();
    await hearing(1);
    await say('你好');
    expect(opens()).toBe(5);
    expect(bot.standIn.gateway.connections()).toBe(1);
  });

  test('a handshake that never ends is given up', async () => {
    await remake({}, { handshake: 150 });
    bot.standIn.faults.next('handshake', slow(5_000));
    await start();
    await hearing(1);
    expect(opens()).toBeGreaterThan(1);
  });

  test('refused handshakes: stopping ends the tries', async () => {
    bot.standIn.faults.next('handshake', resetBefore, 1_000);
    await start();
    await vi.waitFor(() => expect(opens()).toBeGreaterThan(2));
    await bot.platform.stop();
    // What had left before the stop may still be arriving.
    await pause(100);
    const tried = opens();
    await pause(100);
    expect(opens()).toBe(tried);
  });

  test('a bad secret: starting fails at once with what to do, and is not tried again', async () => {
    const { url, clientId } = bot.standIn;
    const wrong = createDingtalk({
      clientId,
      clientSecret: 'wrong',
      apiUrl: url,
      oapiUrl: url,
      log: notebook(),
      timings: quick,
    });
    await expect(wrong.start(bot.inbox.receive)).rejects.toThrow(
      /authFailed.*Client ID and Client Secret.*Stream mode/s,
    );
    await pause(50);
    expect(opens()).toBe(1);
    expect(wrong.ready()).toBe(false);
    await wrong.close();
  });

  test('a secret changed while running is tried again until it is put right', async () => {
    await start();
    bot.standIn.faults.next('open', refused('new-401-open'), 2);
    bot.standIn.gateway.drop();
    await hearing(1);
    expect(bot.log.lines.filter((line) => line.startsWith('error') && line.includes('refuses'))).toHaveLength(2);
  });

  test('an announced disconnect: the next connection is open before the old one goes, and nothing said is lost', async () => {
    await start();
    const said: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const before = [1, 2, 3].map((n) => `${round}-before-${n}`);
      const after = [1, 2, 3].map((n) => `${round}-after-${n}`);
      const sending = before.map(say);
      bot.standIn.gateway.disconnect();
      sending.push(...after.map(say));
      expect(bot.platform.ready()).toBe(true);
      await Promise.all(sending);
      said.push(...before, ...after);
      await hearing(1);
    }
    expect(bot.inbox.texts().sort()).toEqual(said.sort());
    expect(opens()).toBe(4);
  });

  test('an announced disconnect: what came on the old connection is answered on it', async () => {
    await start();
    const storing = holdStores();
    const saying = say('最后一句');
    const store = await storing;
    bot.standIn.gateway.disconnect();
    await hearing(1);
    store();
    expect(await saying).toMatchObject({ deliveries: 1 });
  });

  test('an announced disconnect: the old connection is let go after a while', async () => {
    await remake({ dropAfter: 60_000 }, { drain: 50 });
    await start();
    bot.standIn.gateway.disconnect();
    await hearing(1);
    await vi.waitFor(() => expect(bot.standIn.gateway.connections()).toBe(1));
    expect(bot.standIn.gateway.comings).toEqual(['open', 'open', 'close']);
  });

  test('a dropped connection: another is opened and what was not acknowledged comes again', async () => {
    await start();
    bot.standIn.gateway.drop();
    await hearing(1);
    await say('还在吗');
    expect(bot.inbox.texts()).toEqual(['还在吗']);
  });

  test('an acknowledgement on a closed connection: the message comes again and is known', async () => {
    await sendsAgain();
    await start();
    bot.inbox.before = () => {
      bot.inbox.before = () => undefined;
      bot.standIn.gateway.drop();
      return new Promise((resolve) => setTimeout(resolve, 30));
    };
    expect((await say('你好')).deliveries).toBeGreaterThanOrEqual(2);
    expect(bot.inbox.kept).toHaveLength(1);
  });

  test('keep-alive timers: after many connections only the living one is pinged', async () => {
    await remake({}, { heartbeat: 40 });
    await start();
    for (let round = 0; round < 5; round += 1) {
      bot.standIn.gateway.drop();
      await hearing(1);
    }
    await vi.waitFor(() =>
      expect(bot.standIn.gateway.pings()).toEqual([expect.toSatisfy((pings: number) => pings > 1)]),
    );
    expect(bot.log.lines.filter((line) => line.includes('could not be handled'))).toEqual([]);
  });

  test('a connection that silently died is noticed by its missing pong', async () => {
    await remake({}, { heartbeat: 100 });
    await start();
    bot.standIn.gateway.freeze();
    await hearing(1);
    await say('还在吗');
    expect(bot.inbox.texts()).toEqual(['还在吗']);
  });

  test.each([
    'not json',
    '',
    '{}',
    'null',
    '[]',
    '7',
    '{"type":"CALLBACK"}',
    '{"type":"SYSTEM"}',
    '{"type":"EVENT"}',
    '{"type":"CALLBACK","headers":{"topic":"error"},"data":"{}"}',
    '{"type":"CALLBACK","headers":{"topic":"/v1.0/im/bot/messages/get"}}',
    '{"type":"CALLBACK","headers":{"topic":"/v1.0/im/bot/messages/get"},"data":7}',
    '{"type":"CALLBACK","headers":{"topic":"/v1.0/card/instances/callback"},"data":"{\\"content\\":\\"{\\"}"}',
  ])('a malformed frame %s ends neither the process nor the connection', async (frame) => {
    await start();
    bot.standIn.gateway.pushRaw(frame);
    await say('还在吗');
    expect(bot.inbox.texts()).toEqual(['还在吗']);
    expect(opens()).toBe(1);
  });

  test('a dropped connection: the SDK does not open one of its own beside ours', async () => {
    await start();
    bot.standIn.gateway.drop();
    await hearing(1);
    // The SDK would wait for a second.
    await pause(1_300);
    expect(opens()).toBe(2);
  });

  test('a throwing listener: the connection goes on, and the message comes again', async () => {
    await sendsAgain();
    const { url, clientId, clientSecret } = bot.standIn;
    const options = { clientId, clientSecret, apiUrl: url, timings: { ...timings }, log: bot.log };
    const tries = [new Error('first'), undefined];
    const listen = async () => {
      if (tries.length) throw tries.shift();
      return { response: null };
    };
    const link = await openLink(options, { robot: listen, card: listen }, new AbortController().signal);
    expect((await say('你好')).deliveries).toBeGreaterThanOrEqual(3);
    expect(link.isOpen()).toBe(true);
    link.close();
  });

  test('a throwing handler: nothing escapes, however it throws', async () => {
    await sendsAgain();
    await start();
    const throws = [
      () => Promise.reject(new Error('async')),
      () => {
        throw new Error('sync');
      },
      () => Promise.reject(undefined),
    ];
    bot.inbox.before = () => throws.shift()?.();
    await say('一');
    expect(throws).toEqual([]);
    expect(bot.inbox.texts()).toEqual(['一']);
  });

  test('events are acknowledged with SUCCESS, not with {}', async () => {
    await start();
    const { ack } = await bot.standIn.event('user_modify_org', { userId: ['mei'] });
    expect(ack).toEqual({ status: 'SUCCESS', message: 'ok' });
  });

  test('subscriptions are not shared: what another client in the process asks for is not asked for by us', async () => {
    new DWClient({ clientId: 'other', clientSecret: 'other' }).registerCallbackListener('/v1.0/other', () => undefined);
    await start();
    expect(bot.standIn.callsTo('open')[0]?.body.subscriptions).toHaveLength(3);
  });

  test('starting three times at once opens one connection', async () => {
    await Promise.all([start(), start(), start()]);
    expect(opens()).toBe(1);
    expect(bot.standIn.gateway.connections()).toBe(1);
  });

  test('no log and no console ever holds the secret, a token, a session address or somebody’s words', async () => {
    await sendsAgain();
    const printed: string[] = [];
    for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
      vi.spyOn(console, level).mockImplementation((...args) => void printed.push(JSON.stringify(args)));
    bot.standIn.faults.next('handshake', resetBefore);
    bot.standIn.rest.addPerson('staff-mei');
    await start();
    await hearing(1);
    bot.inbox.before = () => {
      bot.inbox.before = () => undefined;
      throw new Error('the database is away');
    };
    await say('我的秘密');
    bot.standIn.gateway.pushRaw('{"type":"CALLBACK","headers":{},"data":"我的秘密"');
    bot.standIn.faults.next('person', resetBefore);
    await bot.platform.send(outgoing()).catch(() => undefined);
    await bot.platform.stop();
    const everything = [...bot.log.lines, ...printed].join('\n');
    const tokens = bot.standIn.calls.flatMap(({ token }) => (token ? [token] : []));
    for (const secret of [bot.standIn.clientSecret, ...tokens, 'session=', 'ticket=', '我的秘密'])
      expect(everything).not.toContain(secret);
    expect(everything).toContain('could not be stored');
  });
});

describe('stopping', () => {
  test('what is being stored is stored and acknowledged; nothing after it is taken', async () => {
    await start();
    const storing = holdStores();
    const saying = say('第一句');
    const store = await storing;
    const stopping = bot.platform.stop();
    expect(bot.platform.ready()).toBe(false);
    store();
    await stopping;
    expect(await saying).toMatchObject({ deliveries: 1 });
    await vi.waitFor(() => expect(bot.standIn.gateway.connections()).toBe(0));
    expect(opens()).toBe(1);
  });

  test('a store that hangs does not hold up the end', async () => {
    await remake({}, { drain: 50 });
    await start();
    bot.inbox.before = () => new Promise(() => undefined);
    say('第一句').catch(() => undefined);
    await vi.waitFor(() => expect(bot.standIn.gateway.frames.length).toBe(1));
    await bot.platform.stop();
    await vi.waitFor(() => expect(bot.standIn.gateway.connections()).toBe(0));
  });

  test('sending still works after it, and so does starting again', async () => {
    bot.standIn.rest.addPerson('staff-mei');
    await start();
    await bot.platform.stop();
    await bot.platform.send(outgoing());
    expect(bot.standIn.rest.posted).toHaveLength(1);
    await start();
    await say('又来了');
    expect(bot.inbox.texts()).toEqual(['又来了']);
  });

  test('before starting, twice, and while connecting is all the same', async () => {
    await bot.platform.stop();
    bot.standIn.faults.next('open', slow(100));
    const starting = start();
    await bot.platform.stop();
    await bot.platform.stop();
    await starting;
    await pause(150);
    expect(bot.standIn.gateway.connections()).toBe(0);
  });
});

describe('the waits between tries', () => {
  test('the first try comes at once, then each wait doubles up to a minute', () => {
    const waits = [0, 1, 2, 3, 4, 8, 30].map((failures) => waitBefore(failures, timings, 1));
    expect(waits).toEqual([0, 500, 1_000, 2_000, 4_000, 60_000, 60_000]);
  });

  test('a random half is left out, so that many bots do not come back together', () => {
    expect(waitBefore(3, timings, 0)).toBe(1_000);
  });
});

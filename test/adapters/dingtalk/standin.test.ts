import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bot, makeBot, outgoing } from '../../support/dingtalk/bot.ts';
import { fixture, wire } from './fixtures.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await makeBot();
});
afterEach(() => bot.end());

/** The keys and types of a value; strings that hold JSON are looked into, lists by their first element. */
function shape(value: unknown): unknown {
  if (typeof value === 'string' && /^[{[]/.test(value)) return { json: shape(JSON.parse(value)) };
  if (Array.isArray(value)) return value.length ? [shape(value[0])] : [];
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, inner]) => [key, shape(inner)]),
  );
}

const ofWire = (dir: string, find: (v: Record<string, never>) => boolean) =>
  wire('a-node-sdk-2.1.5').find((line) => line.dir === dir && find(line.v as Record<string, never>))?.v;
const topicIs = (type: string, topic: string) => (v: Record<string, never>) =>
  (v as { type?: string }).type === type && (v as { headers?: { topic?: string } }).headers?.topic === topic;
const pushed = (find: (v: Record<string, never>) => boolean) =>
  bot.standIn.gateway.frames.find(({ dir, v }) => dir === 'S>C' && find(v as Record<string, never>))?.v;

test('frames of each kind have the keys and types the official SDK met', async () => {
  await bot.platform.start(bot.inbox.receive);
  await bot.standIn.say({ from: 'mei', group: 'cid1', said: '你好' });
  await bot.standIn.tap({ userId: 'mei', outTrackId: 'c', spaceId: 'cid1', params: { action: 'x', dealId: '42' } });
  await bot.standIn.event('user_modify_org', { timeStamp: '1', userId: ['mei'] });
  await bot.standIn.ping('123');
  bot.standIn.gateway.disconnect();
  for (const [type, topic] of [
    ['CALLBACK', '/v1.0/im/bot/messages/get'],
    ['CALLBACK', '/v1.0/card/instances/callback'],
    ['EVENT', '*'],
    ['SYSTEM', 'ping'],
    ['SYSTEM', 'disconnect'],
  ] as const)
    expect(shape(pushed(topicIs(type, topic))), `${type} ${topic}`).toEqual(shape(ofWire('S>C', topicIs(type, topic))));
});

test('direct talk has the keys of a captured message', async () => {
  await bot.platform.start(bot.inbox.receive);
  await bot.standIn.say({ from: 'mei', said: '你好' });
  const frame = pushed(topicIs('CALLBACK', '/v1.0/im/bot/messages/get')) as { data: string };
  expect(shape(JSON.parse(frame.data))).toEqual(shape(fixture('inbound/dm-text.json')));
});

test('what we answer has the keys and types of the official SDK’s answers', async () => {
  await bot.platform.start(bot.inbox.receive);
  const answers = [
    await bot.standIn.say({ from: 'mei', said: '你好' }),
    await bot.standIn.event('user_modify_org', { userId: ['mei'] }),
    await bot.standIn.ping('123'),
  ].map(({ ack }) => ack);
  expect(answers).toEqual([{ response: null }, { status: 'SUCCESS', message: 'ok' }, { opaque: '123' }]);
  const sent = bot.standIn.gateway.frames.filter(({ dir }) => dir === 'C>S').map(({ v }) => shape(v));
  const official = wire('a-node-sdk-2.1.5')
    .filter(({ dir, kind }) => dir === 'C>S' && kind === 'ws')
    .map(({ v }) => shape(v));
  for (const answer of sent) expect(official).toContainEqual(answer);
});

test('a tap is answered with a card response, an ack in the documented shape', async () => {
  await bot.platform.start(bot.inbox.receive);
  const { ack } = await bot.standIn.tap({ userId: 'mei', outTrackId: 'c', spaceId: 'cid1', params: {} });
  expect(ack).toEqual({
    response: { cardUpdateOptions: { updateCardDataByKey: true }, cardData: { cardParamMap: {} } },
  });
});

test('what we ask for is asked as documented', async () => {
  await bot.platform.start(bot.inbox.receive);
  bot.standIn.rest.addPerson('staff-mei');
  await bot.platform.send(outgoing());
  await bot.platform.send(outgoing({ conversation: 'cid1' }));
  const bodyOf = (place: Parameters<typeof bot.standIn.callsTo>[0]) => bot.standIn.callsTo(place)[0]?.body ?? {};
  const documented = (name: string) =>
    Object.keys(fixture<{ request: { body: object } }>(`rest/${name}.json`).request.body).sort();
  expect(Object.keys(bodyOf('person')).sort()).toEqual(documented('oto-batchSend'));
  expect(Object.keys(bodyOf('group')).sort()).toEqual(documented('group-send'));
  expect(Object.keys(bodyOf('token')).sort()).toEqual(documented('accessToken'));
  expect(bodyOf('open').subscriptions).toEqual([
    { type: 'EVENT', topic: '*' },
    { type: 'CALLBACK', topic: '/v1.0/im/bot/messages/get' },
    { type: 'CALLBACK', topic: '/v1.0/card/instances/callback' },
  ]);
});

test('a ticket opens one connection', async () => {
  await bot.platform.start(bot.inbox.receive);
  const ticket = bot.standIn.gateway.issueTicket();
  const knock = () =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`${bot.standIn.url.replace('http', 'ws')}/connect?ticket=${ticket}`);
      socket.onopen = () => resolve('open');
      socket.onerror = () => resolve('refused');
    });
  expect([await knock(), await knock()]).toEqual(['open', 'refused']);
});

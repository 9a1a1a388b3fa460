import { describe, expect, test } from 'vitest';
import { readCardCallback, readRobotMessage } from '../../../adapters/dingtalk/incoming.ts';
import type { Incoming, Said } from '../../../bot/chat/platform.ts';
import { longestText } from '../../../bot/intents.ts';
import { cardTap } from '../../support/dingtalk/frames.ts';
import { fixture, fixtureNames, robotFrame } from './fixtures.ts';

const now = new Date('2026-11-23T08:00:00Z');
const read = (name: string) => readRobotMessage(robotFrame(name), now) as Incoming;

describe('what people say to the robot', () => {
  test.each<[string, Said]>([
    ['dm-text', { kind: 'text', text: '你好' }],
    ['doc-group-text', { kind: 'text', text: 'text' }],
    ['group-text-mention-other', { kind: 'text', text: '给 发个消息“你好”' }],
    ['group-richtext-mention', { kind: 'text', text: '给@释心发个消息“你12好”' }],
    ['part-richtext-picture', { kind: 'text', text: '你好' }],
    ['part-text-reply-quote', { kind: 'text', text: '这是回复' }],
    ['part-external-sender', { kind: 'text', text: '你好' }],
    ['part-audio', { kind: 'text', text: '钉钉，让进步发生' }],
    ['part-picture', { kind: 'unusable', what: 'picture' }],
    ['part-video', { kind: 'unusable', what: 'video' }],
    ['part-file', { kind: 'unusable', what: 'file' }],
    ['part-over-quota', { kind: 'unusable', what: 'over-quota' }],
  ])('%s is read as what was meant', (name, said) => {
    expect(read(name).said).toEqual(said);
  });

  test('every fixture of something said is read', () => {
    const names = fixtureNames('inbound').filter((name) => !name.endsWith('.frame'));
    expect(names.length).toBeGreaterThan(11);
    for (const name of names) expect(read(name), name).toMatchObject({ platform: 'dingtalk', said: expect.anything() });
  });

  test('direct talk is the person; a group is its own id', () => {
    expect(read('dm-text')).toMatchObject({
      conversation: '@manager807',
      sender: 'manager807',
      senderName: '用户甲',
      deliveryId: 'msgCCCCCCCCCCCCCCCCCCCC==',
      at: new Date(1769851697611),
    });
    expect(read('group-text-mention-other')).toMatchObject({
      conversation: 'cidAAAAAAAAAAAAAAAAAAAA==',
      sender: '0948000000000001',
    });
  });

  test('the session address is kept with the conversation it belongs to', () => {
    expect(read('dm-text').replyVia).toEqual({
      sessionWebhook: 'https://oapi.dingtalk.com/robot/sendBySession?session=00000000000000000000000000000000',
      expires: 1769857097744,
      conversation: '@manager807',
    });
  });

  test('somebody from outside has no sender id, and a conversation of their own', () => {
    expect(read('part-external-sender')).toMatchObject({ sender: '', conversation: '@$:LWCP_v1:$userAenc==' });
  });

  test('without a message id the frame’s own id tells deliveries apart', () => {
    const frame = { headers: { messageId: 'frame-1' }, data: '{"msgtype":"text","text":{"content":"x"}}' };
    expect(readRobotMessage(frame, now)).toMatchObject({ deliveryId: 'frame-1', at: now });
  });

  test('more words than we take come whole: the answer says how many they were', () => {
    const data = { msgId: 'm', msgtype: 'text', text: { content: '长'.repeat(longestText + 1) } };
    const said = readRobotMessage({ headers: {}, data: JSON.stringify(data) }, now)?.said;
    expect(said).toEqual({ kind: 'text', text: data.text.content });
  });

  test('an audio message nobody could make out is unusable', () => {
    const data = { msgId: 'm', msgtype: 'audio', content: { duration: '1', recognition: ' ' } };
    expect(readRobotMessage({ headers: {}, data: JSON.stringify(data) }, now)?.said).toEqual({
      kind: 'unusable',
      what: 'audio',
    });
  });

  test.each(['', 'not json', 'null', '[]', '"text"', '{}', '{"msgtype":5,"text":[]}'])(
    '%j holds no message',
    (data) => {
      expect(readRobotMessage({ headers: {}, data }, now)).toBeNull();
    },
  );

  test('fields of the wrong kind never throw', () => {
    const data = {
      msgId: 5,
      senderStaffId: {},
      conversationType: 2,
      conversationId: null,
      msgtype: [],
      atUsers: 3,
      createAt: 'x',
    };
    expect(readRobotMessage({ headers: {}, data: JSON.stringify(data) }, now)).toMatchObject({
      deliveryId: '5',
      sender: '',
    });
  });
});

describe('taps on interactive cards', () => {
  const tapped = (params: Record<string, unknown>, changes: Record<string, unknown> = {}) => {
    const tap = cardTap({ userId: 'mei', outTrackId: 'card-1', spaceId: 'cidX', params });
    return readCardCallback({ headers: { time: '1' }, data: JSON.stringify({ ...tap, ...changes }) }, now) as Incoming;
  };
  const intent = JSON.stringify({ name: 'lead.show', input: { lead: '#4' } });

  test('the intent inside three encodings is read and checked', () => {
    expect(tapped({ intent, version: '3' })).toMatchObject({
      conversation: 'cidX',
      sender: 'mei',
      said: { kind: 'intent', intent: { name: 'lead.show', input: { lead: '#4' } }, message: 'card-1' },
    });
  });

  test('the documented callback is read, though its button is none of ours', () => {
    const frame = fixture<{ headers: Record<string, string>; data: string }>('card/action.frame.json');
    expect(readCardCallback(frame, now)).toMatchObject({ said: { kind: 'unusable', what: 'stale-button' } });
  });

  test('the same tap on the same state is one delivery; another state, person or button is another', () => {
    const first = tapped({ intent, version: '3' }).deliveryId;
    expect(tapped({ intent, version: '3' }).deliveryId).toBe(first);
    expect(tapped({ intent, version: '4' }).deliveryId).not.toBe(first);
    expect(tapped({ intent, version: '3' }, { userId: 'lei' }).deliveryId).not.toBe(first);
    const other = JSON.stringify({ name: 'undo', input: {} });
    expect(tapped({ intent: other, version: '3' }).deliveryId).not.toBe(first);
  });

  test.each(['nonsense', '{"name":"drop.tables","input":{}}', '{"name":"lead.show","input":{}}', '[]'])(
    'an intent like %s is no intent of ours',
    (forged) => {
      expect(tapped({ intent: forged }).said).toEqual({ kind: 'unusable', what: 'stale-button' });
    },
  );

  test('a submitted form gives the values as typed', () => {
    const { cardPrivateData } = fixture<{ cardPrivateData: { params: Record<string, unknown> } }>(
      'card/form-submit.content.json',
    );
    const asked = JSON.stringify({ name: 'activity.log', input: { who: '#4' } });
    expect(tapped({ ...cardPrivateData.params, intent: asked }).said).toMatchObject({
      kind: 'form',
      intent: 'activity.log',
      fixed: { who: '#4' },
      values: { date: '2024-06-13', select: '3', multi_select: '2,3', text: '222' },
    });
  });

  test('a card in direct talk belongs to the person', () => {
    expect(tapped({ intent }, { spaceType: 'IM_ROBOT', spaceId: 'mei' }).conversation).toBe('@mei');
  });

  test.each(['', '{}', '{"outTrackId":"x"}', '{"outTrackId":"x","userId":"y","content":"{"}'])(
    '%j never throws',
    (data) => {
      expect(() => readCardCallback({ headers: {}, data }, now)).not.toThrow();
    },
  );
});

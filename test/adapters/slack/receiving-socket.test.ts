import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Log } from '../../../bot/chat/platform.ts';
import { inbox } from '../../support/slack/cards.ts';
import { eventBody, messageEvent, type Payload } from '../../support/slack/payloads.ts';
import { type SlackSurface, slackSurface } from '../../support/slack-surface.ts';

/** The traps of Socket Mode. */
describe('Socket Mode', () => {
  let slack: SlackSurface;
  let box: ReturnType<typeof inbox>;
  let warned: string[];

  beforeEach(async () => {
    warned = [];
    const note = (_: object, message: string) => void warned.push(message);
    const log: Log = { debug() {}, info() {}, warn: note, error: note };
    slack = await slackSurface({ mode: 'socket', log });
    box = inbox();
    await slack.platform.start(box.receive);
  });
  afterEach(() => slack.stop());

  const typed = (text = 'hi'): Payload => {
    const user = slack.user('mei');
    const { workspace } = slack.standIn;
    const message = workspace.post({ channel: workspace.direct(user).id, user, text, blocks: [], bot: false });
    return eventBody(messageEvent(message, 'im'), workspace, new Date());
  };
  const texts = () => box.heard.map(({ said }) => (said.kind === 'text' ? said.text : said.kind));
  const connected = (times: number) =>
    vi.waitFor(
      () => {
        expect(slack.standIn.socket.connections).toBeGreaterThanOrEqual(times);
        expect(slack.platform.ready()).toBe(true);
      },
      { timeout: 15_000, interval: 20 },
    );

  test('the same envelope twice is one message, acknowledged twice', async () => {
    const body = typed();
    const { socket } = slack.standIn;
    const envelope = socket.envelope();
    await socket.deliver('events_api', body, undefined, envelope);
    await socket.deliver('events_api', body, undefined, envelope);
    expect(box.heard).toHaveLength(1);
    expect(socket.acks.filter((id) => id === envelope)).toHaveLength(2);
  });

  test('an envelope that could not be stored is not acknowledged', async () => {
    const { socket } = slack.standIn;
    box.failing = 1;
    const lost = socket.envelope();
    socket.send('events_api', typed('lost?'), lost);
    await socket.deliver('events_api', typed('next'));
    expect(texts()).toEqual(['next']);
    expect(socket.acks).not.toContain(lost);
  });

  test('what was not acknowledged comes again over the next connection, and is stored once', async () => {
    const { socket } = slack.standIn;
    box.failing = 1;
    const body = typed('again');
    socket.send('events_api', body, socket.envelope());
    await vi.waitFor(() => expect(box.failing).toBe(0));
    socket.drop();
    await connected(2);
    await socket.deliver('events_api', body, { num: 1, reason: 'timeout' });
    expect(texts()).toEqual(['again']);
  });

  test('a notice that events are held back, which throws outside any handler in the client, is acknowledged', async () => {
    const { socket } = slack.standIn;
    const ack = await socket.deliver('events_api', { type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 });
    expect(ack.ok).toBe(true);
    expect(warned.join()).toContain('hold back events');
    await slack.says('mei', 'still there?');
    expect(texts()).toEqual(['still there?']);
  });

  test('frames that are not understood do not stop it', async () => {
    const { socket } = slack.standIn;
    const [peer] = socket.open;
    for (const frame of [
      'not json',
      '[]',
      'null',
      '{"type":"events_api"}',
      '{"type":"something_new","envelope_id":"x"}',
    ]) {
      peer?.send(frame);
    }
    peer?.send(Buffer.from([1, 2, 3]));
    await slack.says('mei', 'still there?');
    expect(texts()).toEqual(['still there?']);
  });

  test('when Slack asks to connect anew, it does so at once', async () => {
    slack.standIn.socket.disconnect('refresh_requested');
    await connected(2);
    await slack.says('mei', 'hi again');
    expect(texts()).toEqual(['hi again']);
  });

  test('when the connection is cut without a word, it connects anew', async () => {
    slack.standIn.socket.drop();
    await connected(2);
    await slack.says('mei', 'hi again');
    expect(texts()).toEqual(['hi again']);
  });

  test('when Slack cannot be reached at that moment, it keeps trying: the client would stop for good', async () => {
    slack.standIn.plan(
      { method: 'apps.connections.open', kind: { statusBefore: 503 } },
      { method: 'apps.connections.open', kind: 'reset-before' },
    );
    slack.standIn.socket.drop();
    await vi.waitFor(() => expect(slack.platform.ready()).toBe(false));
    await connected(2);
    expect(slack.standIn.faults.left).toBe(0);
    await slack.says('mei', 'hi again');
    expect(texts()).toEqual(['hi again']);
  });

  test('a connection lost between the commit and the acknowledgement loses nothing and crashes nothing', async () => {
    const stored = Promise.withResolvers<void>();
    const own = await slackSurface({ mode: 'socket' });
    const kept = inbox();
    await own.platform.start(async (incoming) => {
      const received = await kept.receive(incoming);
      own.standIn.socket.drop();
      await new Promise((done) => setTimeout(done, 20));
      stored.resolve();
      return received;
    });
    const user = own.user('mei');
    const said = own.standIn.types(user, 'hi');
    await stored.promise;
    await said;
    expect(kept.heard).toHaveLength(1);
    await own.stop();
  });

  test('stop ends the connection and none is made after it', async () => {
    await slack.platform.stop();
    expect(slack.platform.ready()).toBe(false);
    await vi.waitFor(() => expect(slack.standIn.socket.open).toHaveLength(0));
    expect(slack.standIn.socket.connections).toBe(1);
  });

  test('stop while it is trying to connect anew ends the trying', async () => {
    slack.standIn.plan(
      ...Array.from({ length: 3 }, () => ({ method: 'apps.connections.open', kind: { statusBefore: 503 } })),
    );
    slack.standIn.socket.drop();
    await vi.waitFor(() => expect(slack.standIn.faults.left).toBeLessThan(3));
    await slack.platform.stop();
    expect(slack.standIn.socket.connections).toBe(1);
  });
});

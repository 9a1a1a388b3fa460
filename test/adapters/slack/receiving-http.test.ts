import { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CommitFirst } from '../../../adapters/slack/receiver.ts';
import type { Log } from '../../../bot/chat/platform.ts';
import { inbox } from '../../support/slack/cards.ts';
import { eventBody, messageEvent, type Payload } from '../../support/slack/payloads.ts';
import { type SlackSurface, slackSurface } from '../../support/slack-surface.ts';

/** The traps of Slack’s HTTP deliveries. */
describe('Slack’s requests', () => {
  let slack: SlackSurface;
  let box: ReturnType<typeof inbox>;
  let warned: string[];
  let clock: Date;

  beforeEach(async () => {
    warned = [];
    clock = new Date('2026-11-23T08:00:00Z');
    const note = (_: object, message: string) => void warned.push(message);
    const log: Log = { debug() {}, info() {}, warn: note, error: note };
    slack = await slackSurface({ mode: 'http', now: () => clock, log });
    box = inbox();
    await slack.platform.start(box.receive);
  });
  afterEach(() => slack.stop());

  /** An event of a typed message, not delivered yet. */
  const typed = (text = 'hi'): Payload => {
    const user = slack.user('mei');
    const { workspace } = slack.standIn;
    const message = workspace.post({ channel: workspace.direct(user).id, user, text, blocks: [], bot: false });
    return eventBody(messageEvent(message, 'im'), workspace, clock);
  };
  const now = () => Math.floor(clock.getTime() / 1000);
  const post = async (payload: Payload, change: { at?: number; secret?: string } = {}) => {
    const { http } = slack.standIn;
    return (await fetch(http.target, http.request('events_api', payload, undefined, change))).status;
  };
  const raw = (init: RequestInit) => fetch(slack.standIn.http.target, { method: 'POST', ...init });

  test('one not signed with our secret is refused', async () => {
    expect(await post(typed(), { secret: 'guessed' })).toBe(401);
    expect((await raw({ body: '{}' })).status).toBe(401);
    expect(
      (await raw({ body: '{}', headers: { 'x-slack-signature': 'v0=', 'x-slack-request-timestamp': 'soon' } })).status,
    ).toBe(401);
    expect(box.heard).toEqual([]);
  });

  test.each([
    ['of five minutes ago', -300, 200],
    ['older than five minutes', -301, 401],
    ['of a time five minutes to come', 300, 200],
    ['of a time to come: Bolt itself would take it', 301, 401],
    ['of next year', 31_536_000, 401],
  ])('one %s is answered rightly', async (_, seconds, status) => {
    expect(await post(typed(), { at: now() + seconds })).toBe(status);
    expect(box.heard).toHaveLength(status === 200 ? 1 : 0);
  });

  test('one replayed within five minutes does nothing more', async () => {
    const body = typed();
    expect(await post(body)).toBe(200);
    expect(await post(body)).toBe(200);
    expect(box.heard).toHaveLength(1);
    expect(box.twins).toBe(0);
  });

  test('one given again because it was not stored is not a replay', async () => {
    const body = typed();
    box.failing = 1;
    expect(await post(body)).toBe(500);
    expect(await post(body)).toBe(200);
    expect(box.heard).toHaveLength(1);
  });

  test('an event given again with the same event_id is one message: Bolt would act twice', async () => {
    const body = typed();
    await slack.standIn.deliver('events_api', body);
    clock = new Date(clock.getTime() + 60_000);
    await slack.standIn.deliver('events_api', body, 1);
    clock = new Date(clock.getTime() + 300_000);
    await slack.standIn.deliver('events_api', body, 2);
    expect(box.heard).toHaveLength(1);
    expect(box.twins).toBe(2);
  });

  test('nothing is acknowledged before it is stored, and Slack gives it again', async () => {
    box.failing = 2;
    await slack.says('mei', 'do not lose me');
    expect(box.heard.map(({ said }) => said)).toEqual([{ kind: 'text', text: 'do not lose me' }]);
  });

  test('the acknowledgement waits for the commit', async () => {
    const order: string[] = [];
    const commit = Promise.withResolvers<void>();
    const own = await slackSurface({ mode: 'http', now: () => clock });
    await own.platform.start(async () => {
      await commit.promise;
      order.push('stored');
      return { fresh: true, id: 1 };
    });
    const said = own.says('mei', 'hi').then(() => order.push('acknowledged'));
    commit.resolve();
    await said;
    expect(order).toEqual(['stored', 'acknowledged']);
    await own.stop();
  });

  test('a command, a button and a form that could not be stored are not acknowledged', async () => {
    const { standIn } = slack;
    const user = slack.user('mei');
    box.failing = 1;
    expect(await standIn.commands(user, standIn.workspace.direct(user).id, '/today', '')).toMatchObject({
      ok: false,
      status: 500,
    });
    const message = standIn.workspace.post({
      channel: standIn.workspace.direct(user).id,
      user: 'U0BOT',
      text: 'x',
      blocks: [],
      bot: true,
    });
    box.failing = 1;
    expect(
      await standIn.presses(user, message, { action_id: 'say:1', value: '{}' }, { type: 'actions' }),
    ).toMatchObject({ status: 500 });
    standIn.workspace.modals.set(user, { id: 'V1', user, view: { type: 'modal', callback_id: 'form', blocks: [] } });
    box.failing = 1;
    expect(await standIn.submits(user, {})).toMatchObject({ status: 500 });
    expect(standIn.workspace.modals.has(user)).toBe(true);
    expect(box.heard).toEqual([]);
  });

  test('a submitted form is answered with nothing, which closes it', async () => {
    const user = slack.user('mei');
    slack.standIn.workspace.modals.set(user, {
      id: 'V1',
      user,
      view: { type: 'modal', callback_id: 'form', blocks: [] },
    });
    expect(await slack.standIn.submits(user, {})).toEqual({ ok: true, status: 200, body: undefined });
  });

  test('Slack’s check of the address is answered with its challenge', async () => {
    const { http } = slack.standIn;
    const answer = await fetch(http.target, http.request('events_api', { type: 'url_verification', challenge: 'abc' }));
    expect(await answer.json()).toEqual({ challenge: 'abc' });
  });

  test('a form with a charset, which Bolt answers 400, is read', async () => {
    const { http, workspace } = slack.standIn;
    const user = slack.user('mei');
    const body = {
      command: '/today',
      text: '',
      user_id: user,
      channel_id: workspace.direct(user).id,
      trigger_id: 't1',
    };
    const request = http.request('slash_commands', body);
    const headers = {
      ...(request.headers as object),
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    };
    expect((await fetch(http.target, { ...request, headers })).status).toBe(200);
    expect(box.heard[0]?.said).toEqual({ kind: 'text', text: '/today' });
  });

  test('a notice that events are held back is acknowledged and told to the operator', async () => {
    expect(await post({ type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 })).toBe(200);
    expect(warned.join()).toContain('holds back events');
  });

  test.each([
    ['an event that is no object', { type: 'event_callback', event: 'x' }, 500],
    ['an event of a kind we do not know', { type: 'event_callback', event: { type: 'emoji_changed' } }, 200],
    ['a body of a kind we do not know', { type: 'something_new' }, 200],
  ])('%s neither stops nor crashes the bot', async (_, body, status) => {
    expect(await post(body)).toBe(status);
    await slack.says('mei', 'still there?');
    expect(box.heard).toHaveLength(1);
  });

  test('broken JSON is refused, and so is more than four megabytes', async () => {
    const { http } = slack.standIn;
    const broken = http.request('slash_commands', { payload: '{' });
    expect((await fetch(http.target, broken)).status).toBe(400);
    expect(await post({ type: 'x', text: 'x'.repeat(4 * 1024 * 1024) })).toBe(413);
  });

  test('after stop nothing is taken: Slack keeps it and gives it again', async () => {
    await slack.platform.stop();
    expect(await post(typed())).toBe(503);
    expect(box.heard).toEqual([]);
  });

  test('stop waits for what is being stored', async () => {
    const started = Promise.withResolvers<void>();
    const commit = Promise.withResolvers<void>();
    const own = await slackSurface({ mode: 'http', now: () => clock });
    const done: string[] = [];
    await own.platform.start(async () => {
      started.resolve();
      await commit.promise;
      done.push('stored');
      return { fresh: true, id: 1 };
    });
    const said = own.says('mei', 'hi');
    await started.promise;
    const stopped = own.platform.stop().then(() => done.push('stopped'));
    commit.resolve();
    await Promise.all([said, stopped]);
    expect(done).toEqual(['stored', 'stopped']);
    await own.stop();
  });
});

describe('what Bolt would acknowledge by itself', () => {
  const event = {
    type: 'event_callback',
    team_id: 'T1',
    event: { type: 'message', channel: 'D1', user: 'U1', ts: '1.2', text: 'hi' },
  };
  const app = (authorize: () => Promise<{ botToken: string }>) => {
    const receiver = new CommitFirst();
    const quiet = () => {};
    const logger = {
      debug: quiet,
      info: quiet,
      warn: quiet,
      error: quiet,
      setLevel: quiet,
      getLevel: () => 'error' as never,
      setName: quiet,
    };
    return { receiver, bolt: new App({ receiver, authorize, logger, ignoreSelf: false, convoStore: false }) };
  };

  test('an event whose listener fails is not acknowledged', async () => {
    const { receiver, bolt } = app(async () => ({ botToken: 'x' }));
    bolt.event('message', async () => {
      throw new Error('the database is away');
    });
    await expect(receiver.handle({ body: event })).rejects.toThrow('the database is away');
  });

  test('an event it could not authorise is not acknowledged', async () => {
    const { receiver } = app(async () => {
      throw new Error('no installation');
    });
    await expect(receiver.handle({ body: event })).rejects.toThrow('no installation');
  });

  test('acknowledging twice is harmless: over HTTP Bolt throws', async () => {
    const { receiver, bolt } = app(async () => ({ botToken: 'x' }));
    bolt.command('/today', async ({ ack }) => {
      await ack('first');
      await ack('second');
    });
    const body = { command: '/today', text: '', user_id: 'U1', channel_id: 'C1', team_id: 'T1' };
    await expect(receiver.handle({ body })).resolves.toBe('second');
  });
});

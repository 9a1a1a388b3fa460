import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Log, MaybeSent, NotSent, type Outgoing } from '../../../bot/chat/platform.ts';
import { dealCard, formCard, inbox, leadForm, outgoing } from '../../support/slack/cards.ts';
import type { Fault } from '../../support/slack/faults.ts';
import { type SlackSurface, slackSurface } from '../../support/slack-surface.ts';

/** What can go wrong on the way to Slack, and what the outbox is told. */
describe('sending to Slack', () => {
  let slack: SlackSurface;
  let box: ReturnType<typeof inbox>;
  let clock: Date;
  let logged: string[];

  beforeEach(async () => {
    clock = new Date('2026-11-23T08:00:00Z');
    logged = [];
    const note = (_: object, message: string) => void logged.push(message);
    const log: Log = { debug() {}, info: note, warn: note, error: note };
    slack = await slackSurface({ mode: 'http', now: () => clock, timeout: 2_000, log });
    box = inbox();
    await slack.platform.start(box.receive);
    await slack.says('mei', 'hi');
  });
  afterEach(() => slack.stop());

  const mei = () => `@${slack.user('mei')}`;
  const send = (more: Partial<Outgoing> = {}) => slack.platform.send(outgoing(mei(), dealCard, more));
  const find = (more: Partial<Outgoing> = {}) => slack.platform.find?.(outgoing(mei(), dealCard, more));
  const failing = (kind: Fault['kind'], method = 'chat.postMessage') => slack.standIn.plan({ method, kind });
  const fault = (work: Promise<unknown> = send()) =>
    work.then(
      () => expect.fail('it was sent'),
      (error: unknown) => error,
    );
  const later = (minutes: number) => {
    clock = new Date(clock.getTime() + minutes * 60_000);
  };

  test.each<[string, Fault['kind']]>([
    ['a 500 after it was posted', { statusAfter: 500 }],
    ['a 503 after it was posted', { statusAfter: 503 }],
    ['a connection reset after it was posted', 'reset-after'],
    ['no answer after it was posted', 'silent-after'],
    ['a page instead of an answer after it was posted', 'page-after'],
  ])('%s leaves one message: it may be there, and is found', async (_, kind) => {
    failing(kind);
    expect(await fault()).toBeInstanceOf(MaybeSent);
    const found = await find();
    expect(found?.platformId).toMatch(/^D\w+:\d+\.\d+$/);
    expect(slack.heard('mei')).toHaveLength(1);
    expect(slack.heard('mei')[0]?.id).toBe(found?.platformId);
  });

  test.each<[string, Fault['kind']]>([
    ['a 500 before it was posted', { statusBefore: 500 }],
    ['an internal_error', { answer: 'internal_error' }],
    ['a fatal_error', { answer: 'fatal_error' }],
    ['a reset before it was posted', 'reset-before'],
  ])('%s may or may not be there; it is looked up and surely is not', async (_, kind) => {
    failing(kind);
    expect(await fault()).toBeInstanceOf(MaybeSent);
    expect(await find()).toBeNull();
    await send();
    expect(slack.heard('mei')).toHaveLength(1);
  });

  test('a 429 says how long to wait, and is not tried again behind our back', async () => {
    failing({ rate: 7 });
    expect(await fault()).toMatchObject({ name: 'NotSent', final: false, retryAfter: 7, wholePlatform: false });
    expect(slack.standIn.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });

  test('a 429 whose Retry-After cannot be read still says to wait', async () => {
    failing({ rate: 'soon' });
    expect(await fault()).toMatchObject({ name: 'NotSent', final: false, retryAfter: 30 });
  });

  test('a 429 in one channel holds up no other', async () => {
    await slack.saysInGroup('mei', 'sales', 'hi');
    slack.standIn.plan({ method: 'chat.postMessage', channel: 'C0SALES', kind: { rate: 60 } });
    const [held, passed] = await Promise.allSettled([send({ id: 1, conversation: 'C0SALES' }), send({ id: 2 })]);
    expect(held.status).toBe('rejected');
    expect(passed.status).toBe('fulfilled');
    expect(slack.heard('mei')).toHaveLength(1);
  });

  test.each([
    ['channel_not_found', { final: true, wholePlatform: false }],
    ['is_archived', { final: true, wholePlatform: false }],
    ['not_in_channel', { final: true, wholePlatform: false }],
    ['user_disabled', { final: true, wholePlatform: false }],
    ['account_inactive', { final: true, wholePlatform: true }],
    ['invalid_auth', { final: true, wholePlatform: true }],
    ['token_revoked', { final: true, wholePlatform: true }],
    ['missing_scope', { final: true, wholePlatform: true }],
    ['ratelimited', { final: false, retryAfter: 30 }],
    ['service_unavailable', { final: false, wholePlatform: false }],
    ['something_new', { final: false, wholePlatform: false }],
  ])('%s means what the table says', async (answer, expected) => {
    failing({ answer });
    const error = await fault();
    expect(error).toBeInstanceOf(NotSent);
    expect(error).toMatchObject({ code: answer, ...expected });
    expect(slack.heard('mei')).toEqual([]);
  });

  test('a server that is not there at all was surely not told, and everybody must wait', async () => {
    await slack.standIn.stop();
    // The first try meets the connection kept open from before, and cannot know.
    await fault();
    expect(await fault()).toMatchObject({ name: 'NotSent', final: false, wholePlatform: true });
  });

  test('a person Slack does not know is final', async () => {
    expect(await fault(send({ conversation: '@U0NOBODY' }))).toMatchObject({ code: 'user_not_found', final: true });
  });

  test('a conversation is opened once and remembered', async () => {
    await send({ id: 1 });
    await send({ id: 2 });
    expect(slack.standIn.calls.filter(({ method }) => method === 'conversations.open')).toHaveLength(1);
  });

  test('every message carries our id in its metadata, a text, and nothing that unfurls or mentions', async () => {
    await send({ id: 42 });
    const call = slack.standIn.calls.findLast(({ method }) => method === 'chat.postMessage');
    expect(call?.args).toMatchObject({
      text: 'Deal #7 moved to Quote',
      parse: 'none',
      link_names: 'false',
      unfurl_links: 'false',
      metadata: { event_type: 'genjin_message', event_payload: { id: 42 } },
    });
  });

  test('find tells our messages apart, and finds one that took another’s place', async () => {
    const first = await send({ id: 1 });
    await send({ id: 2 });
    expect(await find({ id: 1 })).toEqual(first);
    expect(await find({ id: 3 })).toBeNull();
    await send({ id: 4, replaces: first.platformId });
    expect(await find({ id: 4 })).toEqual(first);
  });

  test('find in a channel the bot is not in says no rather than fail', async () => {
    slack.standIn.workspace.addChannel('C0OTHER', []);
    expect(await find({ conversation: 'C0OTHER' })).toBeNull();
  });

  test('find that could not look does not say no', async () => {
    await send();
    failing({ statusBefore: 500 }, 'conversations.history');
    await expect(find()).rejects.toBeInstanceOf(MaybeSent);
  });

  test('blocks Slack refuses go in words alone, and the operator is told', async () => {
    failing({ answer: 'invalid_blocks' });
    await send();
    expect(slack.heard('mei')[0]?.text).toContain('阶段: 线索 → 报价');
    expect(logged.join()).toContain('refused the blocks');
  });

  describe('a form', () => {
    const via = () => box.heard.at(-1)?.replyVia ?? {};
    const form = (id = 5) => send({ id, card: formCard(leadForm), replyVia: via() });

    test('opens once for a trigger: the same again is a message', async () => {
      await slack.commands('mei', '/lead');
      expect((await form(5)).platformId).toMatch(/^view:/);
      expect((await form(6)).platformId).toMatch(/^D/);
      expect(slack.standIn.calls.filter(({ method }) => method === 'views.open')).toHaveLength(1);
    });

    test('does not try a trigger that is too old', async () => {
      await slack.commands('mei', '/lead');
      clock = new Date(clock.getTime() + 2_500);
      expect((await form()).platformId).toMatch(/^D/);
      expect(slack.standIn.calls.some(({ method }) => method === 'views.open')).toBe(false);
    });

    test.each<[string, Fault['kind']]>([
      ['says the trigger expired', { answer: 'expired_trigger_id' }],
      ['says the trigger was used', { answer: 'exchanged_trigger_id' }],
      ['holds us back', { rate: 3 }],
      ['does not answer', 'silent-after'],
    ])('is a button when Slack %s', async (_, kind) => {
      await slack.commands('mei', '/lead');
      failing(kind, 'views.open');
      expect((await form()).platformId).toMatch(/^D/);
      expect(slack.heard('mei')[0]?.buttons).toEqual(['Fill in']);
    });

    test('is a button where nothing was pressed', async () => {
      expect((await send({ card: formCard(leadForm) })).platformId).toMatch(/^D/);
    });
  });

  describe('a slash command where the bot is not', () => {
    const foreign = 'C0FOREIGN';
    const via = () => box.heard.at(-1)?.replyVia ?? {};
    const answer = (id: number) => send({ id, conversation: foreign, replyVia: via() });
    const aside = () => slack.standIn.workspace.seen(foreign, slack.user('mei')).filter(({ onlyFor }) => onlyFor);

    beforeEach(async () => {
      slack.standIn.workspace.addChannel(foreign, [slack.user('mei')]);
      await slack.standIn.commands(slack.user('mei'), foreign, '/today', '');
    });

    test('is answered there, for the asker only', async () => {
      expect(await answer(1)).toEqual({ platformId: 'hidden:1' });
      expect(aside()).toHaveLength(1);
      expect(slack.heard('mei')).toEqual([]);
    });

    test('is answered in direct talk when that address is used up', async () => {
      for (let id = 1; id <= 5; id += 1) await answer(id);
      const sixth = await answer(6);
      expect(sixth.platformId).toMatch(/^D/);
      expect(aside()).toHaveLength(5);
      expect(slack.heard('mei')).toHaveLength(1);
      expect(await find({ id: 6, conversation: foreign, replyVia: via() })).toEqual(sixth);
    });

    test('is answered in direct talk when half an hour has passed', async () => {
      later(30);
      expect((await answer(1)).platformId).toMatch(/^D/);
    });

    test('is answered in direct talk when Slack says the address has expired though our clock does not', async () => {
      slack.standIn.workspace.addresses.clear();
      expect((await answer(1)).platformId).toMatch(/^D/);
    });

    test('a 429 and a 500 at that address are a wait and a maybe', async () => {
      failing({ rate: 4 }, 'respond');
      expect(await fault(answer(1))).toMatchObject({ name: 'NotSent', retryAfter: 4 });
      failing({ statusAfter: 502 }, 'respond');
      expect(await fault(answer(2))).toBeInstanceOf(MaybeSent);
    });

    test('given in direct talk with a colleague, it is answered there for the asker only', async () => {
      slack.standIn.workspace.addChannel('D0COLLEAGUE', [slack.user('mei'), slack.user('li')], 'im');
      await slack.standIn.commands(slack.user('mei'), 'D0COLLEAGUE', '/today', '');
      expect(box.heard.at(-1)?.conversation).toBe(mei());
      await send({ id: 9, replyVia: via() });
      expect(slack.standIn.workspace.seen('D0COLLEAGUE', slack.user('mei'))).toHaveLength(1);
      expect(slack.standIn.workspace.seen('D0COLLEAGUE', slack.user('li'))).toHaveLength(0);
    });

    test('a button of that answer is answered in the same place', async () => {
      await answer(1);
      const [message] = aside();
      if (!message) return expect.fail('no answer');
      const element = { action_id: 'say:1', value: JSON.stringify({ name: 'undo', input: {} }) };
      await slack.standIn.presses(slack.user('mei'), message, element, { type: 'actions' });
      await answer(2);
      expect(aside()).toHaveLength(2);
      await send({ id: 3, conversation: foreign, replyVia: via(), replaces: 'hidden:2' });
      expect(aside()).toHaveLength(2);
    });
  });

  describe('a picture', () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
    const card = {
      title: 'Digest',
      summary: 'Digest',
      blocks: [{ kind: 'picture' as const, picture: 1, alt: 'Funnel' }],
    };
    const picture = (id = 1) => send({ id, card, pictures: new Map([[1, png]]) });
    const blocks = () => slack.standIn.workspace.messages.findLast((m) => m.bot)?.blocks.map(({ type }) => type);

    test('is uploaded and stands in the message', async () => {
      await picture();
      expect(blocks()).toEqual(['header', 'image']);
      const [file] = slack.standIn.workspace.files.values();
      expect(file?.bytes).toEqual(Buffer.from(png));
      expect(slack.heard('mei')[0]?.text).toBe('Digest\nFunnel');
    });

    test('is uploaded once however often its message is tried', async () => {
      failing({ rate: 1 });
      await fault(picture());
      await picture();
      expect(slack.standIn.workspace.files.size).toBe(1);
    });

    test('that Slack has not looked at yet is waited for', async () => {
      await fault(Promise.resolve(failing({ rate: 1 })).then(() => picture()));
      for (const file of slack.standIn.workspace.files.values()) file.unlooked = 1;
      await picture();
      expect(blocks()).toEqual(['header', 'image']);
    });

    test.each<[string, string, Fault['kind']]>([
      ['the upload fails', 'upload', { statusBefore: 500 }],
      ['the scope is missing', 'files.getUploadURLExternal', { answer: 'missing_scope' }],
      ['completing it fails', 'files.completeUploadExternal', 'reset-before'],
    ])('is told of in words when %s', async (_, method, kind) => {
      failing(kind, method);
      await picture();
      expect(blocks()).toEqual(['header', 'context']);
      expect(slack.heard('mei')[0]?.text).toContain('Funnel');
    });
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readIncoming } from '../../../adapters/slack/incoming.ts';
import { carried } from '../../../adapters/slack/text.ts';

const root = 'test/fixtures/slack';
const now = new Date('2026-11-23T08:00:00Z');
const me = { userId: 'U00FAKEBOT01' };
const folders = ['recorded', 'bolt-python', 'socket-frames'];
const all = folders.flatMap((folder) =>
  readdirSync(`${root}/${folder}`)
    .filter((file) => file !== 'INDEX.json')
    .map((file) => `${folder}/${file}`),
);

type Json = Record<string, unknown> & { [key: string]: never };
const load = (file: string): Json => JSON.parse(readFileSync(`${root}/${file}`, 'utf8'));
/** The payload, and who the bot is in it. */
const recorded = (file: string) => {
  const body = load(file);
  const payload = (body.envelope_id ? body.payload : body) as Json;
  const authorizations = (payload?.authorizations ?? []) as { user_id: string }[];
  return { payload, bot: { userId: authorizations[0]?.user_id ?? me.userId } };
};
const hear = (file: string) => {
  const { payload, bot } = recorded(file);
  return readIncoming(payload, bot, now);
};

describe('what Slack really sent', () => {
  test.each(all)('%s is read without a fault: heard, or nothing for us', (file) => {
    const heard = hear(file);
    if (heard) {
      expect(heard).toMatchObject({ platform: 'slack', sender: expect.stringMatching(/^[UW]/) });
      expect(heard.deliveryId).toMatch(/^(message|command|press|form):./);
      expect(heard.conversation).toMatch(/^(@[UW]|[CG])/);
      expect(JSON.parse(JSON.stringify(heard.replyVia))).toEqual(heard.replyVia);
    }
  });

  test.each([
    ['event_message_im--dm_slack--dmMessage', '@U00FAKEUSER1', 'Hey!'],
    ['event_message_im--dm_slack-direct--directDM', '@U0ADXQT6CRW', 'hello hello'],
    ['event_app_mention--channel_slack--mention', 'C00FAKECHAN1', 'Hey'],
    ['event_app_mention--slack-multi-workspace_team2--mention', 'C0B5FGHJKLM', 'hello from team 2'],
    [
      'event_app_mention--streaming_slack--aiMentionWithFile',
      'C00FAKECHAN3',
      "[AI] I don't really understand this explanation.",
    ],
    [
      'event_message_channel--channel-mention_slack--mention',
      'C00FAKECHAN1',
      'Can you see the name of this channel: #C00FAKECHAN2?',
    ],
  ])('%s is said in %s', (file, conversation, text) => {
    expect(hear(`recorded/${file}.json`)).toMatchObject({ conversation, said: { kind: 'text', text } });
  });

  test.each([
    ['an edited message', 'bolt-python/event_message_message_changed_channel-1.json'],
    ['a deleted message', 'bolt-python/event_message_message_deleted_channel-1.json'],
    ['somebody joining', 'bolt-python/event_message_channel_join-1.json'],
    ['somebody leaving', 'bolt-python/event_member_left_channel_C-1.json'],
    ['another bot', 'bolt-python/event_message_bot_message_channel-1.json'],
    ['a bot that has a user', 'bolt-python/event_message_channel-7.json'],
    ['a channel message that does not mention us', 'recorded/event_message_channel--dm_slack--dmRequest.json'],
    ['a file in a channel, without a mention', 'bolt-python/event_message_file_share_channel-1.json'],
    ['a reaction', 'recorded/event_reaction_added--actions-reactions_slack--reaction.json'],
    ['a revoked token', 'bolt-python/event_tokens_revoked-1.json'],
    ['a shortcut', 'bolt-python/shortcut-1.json'],
    ['a closed modal', 'bolt-python/view_closed-1.json'],
    ['a hello', 'socket-frames/hello-1.json'],
  ])('%s is nothing said to us', (_, file) => {
    expect(hear(file)).toBeNull();
  });

  test('a button that is not one of ours is answered as stale, not obeyed', () => {
    for (const file of all.filter((name) => name.includes('block_actions'))) {
      expect(hear(file)?.said, file).toEqual({ kind: 'unusable', what: 'stale-button' });
    }
  });
});

describe('reading a message', () => {
  const message = (event: object) =>
    readIncoming(
      { event: { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', ts: '1700000000.000100', ...event } },
      me,
      now,
    );
  const text = (raw: string) => message({ text: raw })?.said;

  test.each([
    ['A &amp; B &lt;x&gt;', 'A & B <x>'],
    ['&amp;lt; stays', '&lt; stays'],
    [`<@${me.userId}> move <@U22|li>`, 'move @li'],
    ['tell <@U22>', 'tell @U22'],
    ['in <#C3|sales>', 'in #sales'],
    ['<!channel> all', '@channel all'],
    ['<!subteam^S1|@east> go', '@east go'],
    ['<!date^1700000000^{date}|14 Nov>', '14 Nov'],
    ['<mailto:li@x.com|li@x.com>', 'li@x.com'],
    ['<mailto:li@x.com>', 'li@x.com'],
    ['<tel:+8613800138000|138 0013 8000>', '138 0013 8000'],
    ['<tel:13800138000>', '13800138000'],
    ['<http://huawei.com|huawei.com> 50万', 'huawei.com 50万'],
    ['see <https://a.cn/?a=1&amp;b=2>', 'see https://a.cn/?a=1&b=2'],
    ['华为\u00a050万', '华为 50万'],
  ])('%s means %s', (raw, meant) => {
    expect(text(raw)).toEqual({ kind: 'text', text: meant });
  });

  test.each([
    ['image/png', 'picture'],
    ['video/mp4', 'video'],
    ['audio/webm', 'audio'],
    ['application/pdf', 'file'],
  ])('a file of %s without words is unusable: %s', (mimetype, what) => {
    const files = [{ id: 'F1', mimetype }];
    expect(message({ subtype: 'file_share', text: '', files })?.said).toEqual({ kind: 'unusable', what });
    expect(message({ subtype: 'file_share', text: '华为的名片', files })?.said).toEqual({
      kind: 'text',
      text: '华为的名片',
    });
  });

  test('more words than anybody should have to read are handed on whole: the answer says how many there may be', () => {
    expect(text('x'.repeat(10_000))).toEqual({ kind: 'text', text: 'x'.repeat(10_000) });
  });

  test('only the bot’s name asks what it can do; nothing at all is nothing usable', () => {
    expect(text(`<@${me.userId}>`)).toEqual({ kind: 'intent', intent: { name: 'help', input: {} } });
    expect(text('')).toEqual({ kind: 'unusable', what: 'empty' });
  });

  test('a user whose id only begins like the bot’s is not the bot', () => {
    const event = { channel: 'C1', channel_type: 'channel', text: `<@${me.userId}9> hi` };
    expect(message(event)).toBeNull();
  });

  test('the twin events of one mention have one delivery id', () => {
    const twin = { channel: 'C1', channel_type: 'channel', text: `<@${me.userId}> hi` };
    expect(message(twin)?.deliveryId).toBe(
      message({ ...twin, type: 'app_mention', channel_type: undefined })?.deliveryId,
    );
  });

  test('it is said when Slack says it was', () => {
    expect(message({ text: 'x' })?.at).toEqual(new Date('2023-11-14T22:13:20.000Z'));
  });

  test.each([
    ['the bot itself', { user: me.userId }],
    ['Slackbot', { user: 'USLACKBOT' }],
    ['nobody', { user: undefined }],
    ['another bot, with a user of its own,', { user: 'U9', bot_id: 'B9' }],
  ])('what %s writes is not heard', (_, event) => {
    expect(message({ text: 'x', ...event })).toBeNull();
  });
});

describe('reading an edit', () => {
  const ts = '1700000000.000100';
  const edited = { user: 'U1', ts: '1700000060.000000' };
  const edit = (message: object = {}, more: object = {}) =>
    readIncoming(
      {
        event: {
          type: 'message',
          subtype: 'message_changed',
          hidden: true,
          channel: 'D1',
          channel_type: 'im',
          ts: edited.ts,
          message: { type: 'message', user: 'U1', ts, text: '恒通 68万', edited, ...message },
          previous_message: { type: 'message', user: 'U1', ts, text: '恒通 86万' },
          ...more,
        },
      },
      me,
      now,
    );

  test('the new words, and which message they are in the place of', () => {
    expect(edit()).toMatchObject({
      deliveryId: `message:D1:${ts}:${edited.ts}`,
      conversation: '@U1',
      sender: 'U1',
      said: { kind: 'text', text: '恒通 68万', edits: `message:D1:${ts}` },
      at: new Date('2023-11-14T22:14:20.000Z'),
    });
  });

  test.each<[string, object, object?]>([
    ['a link that Slack unfolded', { edited: undefined, attachments: [{}] }],
    ['the same words', { text: '恒通 86万' }],
    ['an edit by somebody else', { edited: { ...edited, user: 'U2' } }],
    ['what a bot changed of its own', { user: me.userId, bot_id: 'B1', edited: { ...edited, user: me.userId } }],
    ['a message of another bot', { subtype: 'bot_message', bot_id: 'B9' }],
    ['a deleted message that had answers', { subtype: 'tombstone' }],
    ['an edit in a channel that does not name us', {}, { channel: 'C1', channel_type: 'channel' }],
  ])('%s is nothing said to us', (_, message, more) => {
    expect(edit(message, more)).toBeNull();
  });

  test('in a channel it comes twice, too, and is one', () => {
    const channel = { channel: 'C1', channel_type: 'channel' };
    const text = `<@${me.userId}> 恒通 68万`;
    const changed = edit({ text }, channel);
    const mention = readIncoming(
      { event: { type: 'app_mention', user: 'U1', ts, text, edited, channel: 'C1' } },
      me,
      now,
    );
    expect(changed).toMatchObject({ conversation: 'C1', said: { text: '恒通 68万', edits: `message:C1:${ts}` } });
    expect(mention).toMatchObject({ deliveryId: changed?.deliveryId, said: changed?.said });
  });
});

describe('reading a press', () => {
  const press = (value: string, more: object = {}) =>
    readIncoming(
      {
        type: 'block_actions',
        user: { id: 'U1', name: 'mei' },
        trigger_id: 't.1',
        container: { type: 'message', channel_id: 'D1', message_ts: '1700000000.000100', is_ephemeral: false },
        actions: [{ type: 'button', action_id: 'say:1', value, action_ts: '1700000001.000200' }],
        ...more,
      },
      me,
      now,
    );

  test('an intent survives the way there and back, whatever is in it', () => {
    const intent = { name: 'customer.show', input: { customer: 'A&B <华为> "x"' } };
    const value = carried(intent);
    expect(value).not.toMatch(/[<>&]/);
    expect(press(value)?.said).toEqual({ kind: 'intent', intent, message: 'D1:1700000000.000100' });
  });

  test.each([
    ['nonsense', 'x'],
    ['nothing', ''],
    ['an intent that is not ours', '{"name":"drop.table","input":{}}'],
    ['an input that does not fit', '{"name":"deal.show","input":{"deal":7}}'],
    ['more than the intent takes', '{"name":"undo","input":{"command":1,"by":"boss"}}'],
    ['an inherited name', '{"name":"constructor","input":{}}'],
    ['a form of no intent of ours', '{"form":{"intent":"__proto__","fixed":{}}}'],
  ])('%s is a stale button', (_, value) => {
    expect(press(value)?.said).toEqual({ kind: 'unusable', what: 'stale-button' });
  });

  test('a sentence survives the way there and back just so', () => {
    expect(press(carried({ say: 'move A&amp;B <x> to quote' }))?.said).toEqual({
      kind: 'text',
      text: 'move A&amp;B <x> to quote',
    });
  });

  test('a message only the presser sees is answered to the presser only', () => {
    const container = { type: 'message', channel_id: 'C1', message_ts: '1.2', is_ephemeral: true };
    const heard = press(carried({ name: 'undo', input: {} }), { container, response_url: 'https://x' });
    expect(heard?.said).toEqual({ kind: 'intent', intent: { name: 'undo', input: {} } });
    expect(heard?.replyVia).toMatchObject({ hidden: true, responseUrl: 'https://x' });
  });

  test('two presses are two, one press delivered twice is one', () => {
    const value = carried({ name: 'undo', input: {} });
    expect(press(value)?.deliveryId).toBe(press(value)?.deliveryId);
    expect(press(value)?.deliveryId).not.toBe(press(value, { trigger_id: 't.2' })?.deliveryId);
  });
});

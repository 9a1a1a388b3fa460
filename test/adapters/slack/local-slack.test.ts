import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSlack } from '../../../adapters/slack/index.ts';
import type { Log, Platform } from '../../../bot/chat/platform.ts';
import { dealCard, formCard, inbox, leadForm, moveForm, outgoing } from '../../support/slack/cards.ts';
import { type Browser, emulated, LocalSlack, notHere, people } from '../../support/slack/local-slack.ts';
import { pressables, readMessage, stateOf } from '../../support/slack/reading.ts';
import type { Block } from '../../support/slack/workspace.ts';
import { serve } from '../../support/slack-surface.ts';

const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

if (notHere) {
  console.warn(`NOT COMPARED with the independent emulator: ${notHere}.`);
  test(`on this machine nothing was compared with the emulator: ${notHere}`, () => expect(notHere).toBeTruthy());
}

/** The same adapter against a Slack that is not of our making: what we believe of Slack is not only ours. */
describe.each(notHere ? [] : (['socket', 'events'] as const))('with an independent emulator (%s)', (mode) => {
  let slack: LocalSlack;
  let platform: Platform;
  let server: { base: string; close(): Promise<void> } | undefined;
  let browser: Browser;
  let direct: string;
  const { mei } = people;
  let box: ReturnType<typeof inbox>;

  beforeEach(async () => {
    const { token, appToken, signingSecret } = emulated;
    const late: { platform?: Platform } = {};
    if (mode === 'events') {
      server = await serve({
        get routes() {
          return late.platform?.routes;
        },
      } as Platform);
      slack = await LocalSlack.start({ mode, requestUrl: `${server.base}/slack/events` });
    } else slack = await LocalSlack.start({ mode });
    const way = mode === 'socket' ? { appToken } : { signingSecret };
    platform = createSlack({ token, ...way, apiUrl: slack.apiUrl, log: quiet });
    late.platform = platform;
    box = inbox();
    await platform.start(box.receive);
    direct = await slack.direct(mei);
    browser = await slack.browser();
  });
  afterEach(async () => {
    browser.close();
    await platform.close();
    await slack.stop();
    await server?.close();
    server = undefined;
  });

  const heard = (count: number) =>
    vi.waitFor(
      () => {
        expect(box.heard).toHaveLength(count);
        return box.heard.at(-1) ?? expect.fail('nothing heard');
      },
      { timeout: 10_000 },
    );
  const says = (text: string, channel = direct) => slack.control('message', { channel, user: mei, text });
  const shown = async () => {
    const message = (await slack.messages(direct)).findLast((m) => m.bot_id);
    return { ts: String(message?.ts), text: String(message?.text), blocks: (message?.blocks ?? []) as Block[] };
  };
  const press = async (label: string, state = {}) => {
    const { ts, blocks } = await shown();
    const button = pressables(blocks).find((found) => found.label === label);
    await slack.control('interact', {
      channel: direct,
      messageTs: ts,
      user: mei,
      action: { ...button?.element, block_id: 'b', action_ts: ts },
      state,
    });
  };

  test('direct talk, a mention and a slash command are heard', async () => {
    await says('推进 华为 到报价');
    expect(await heard(1)).toMatchObject({
      conversation: `@${mei}`,
      sender: mei,
      said: { kind: 'text', text: '推进 华为 到报价' },
    });
    await says('<@U0BOT> digest', 'C01SALES');
    expect(await heard(2)).toMatchObject({ conversation: 'C01SALES', said: { kind: 'text', text: 'digest' } });
    await slack.control('command', { channel: 'C01SALES', user: mei, command: '/today', text: '' });
    expect(await heard(3)).toMatchObject({ said: { kind: 'text', text: '/today' } });
  });

  test('a card is posted, its button is pressed, and another takes its place', async () => {
    await says('hi');
    await heard(1);
    const sent = await platform.send(outgoing(`@${mei}`, dealCard));
    const message = await shown();
    expect(sent.platformId).toBe(`${direct}:${message.ts}`);
    expect(readMessage(message)).toContain('阶段: 线索 → 报价');
    await press('Undo');
    expect(await heard(2)).toMatchObject({
      conversation: `@${mei}`,
      said: { kind: 'intent', intent: { name: 'undo', input: { command: 5 } }, message: sent.platformId },
    });
    await platform.send(outgoing(`@${mei}`, { ...dealCard, title: 'Undone' }, { id: 2, replaces: sent.platformId }));
    expect(readMessage(await shown())).toContain('Undone');
    expect((await slack.messages(direct)).filter((m) => m.bot_id)).toHaveLength(1);
  });

  test('a button opens a modal, and what was filled in comes back', async () => {
    await says('hi');
    await heard(1);
    await platform.send(outgoing(`@${mei}`, dealCard));
    await press('New lead');
    const { replyVia = {} } = await heard(2);
    const sent = await platform.send(outgoing(`@${mei}`, formCard(leadForm), { id: 2, replyVia }));
    expect(sent.platformId).toMatch(/^view:/);
    await vi.waitFor(() => expect(browser.modals).toHaveLength(1));
    const blocks = browser.modals[0]?.blocks as Block[];
    browser.submit(mei, stateOf(blocks, { Name: '王强', Source: 'Trade fair' }));
    expect(await heard(3)).toMatchObject({
      conversation: `@${mei}`,
      said: { kind: 'form', intent: 'lead.create', values: { name: '王强', source: 'fair', closeOn: '2026-12-01' } },
    });
    await vi.waitFor(() => expect(browser.modals).toHaveLength(0));
  });

  test('a form that stands in a message is posted with its fields', async () => {
    await platform.send(outgoing(`@${mei}`, formCard(moveForm)));
    expect((await shown()).blocks.filter(({ type }) => type === 'input')).toHaveLength(2);
  });

  test('a command of a channel is answered there, a picture is uploaded and shown', async () => {
    await slack.control('command', { channel: 'C01SALES', user: mei, command: '/digest', text: '' });
    const { replyVia = {}, conversation } = await heard(1);
    const card = {
      title: 'Digest',
      summary: 'Digest',
      blocks: [{ kind: 'picture' as const, picture: 1, alt: 'Funnel' }],
    };
    const pictures = new Map([[1, new Uint8Array([0x89, 0x50, 0x4e, 0x47])]]);
    await platform.send(outgoing(conversation, card, { replyVia, pictures }));
    const [message = {}] = (await slack.messages('C01SALES')).filter((m) => m.bot_id);
    expect((message.blocks as Block[]).map(({ type }) => type)).toEqual(['header', 'image']);
  });
});

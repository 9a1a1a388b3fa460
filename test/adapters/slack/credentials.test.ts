import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scopes } from '../../../adapters/slack/api.ts';
import { createSlack } from '../../../adapters/slack/index.ts';
import type { Log } from '../../../bot/chat/platform.ts';
import { inbox } from '../../support/slack/cards.ts';
import { credentials } from '../../support/slack/server.ts';
import { SlackStandIn } from '../../support/slack-standin.ts';

describe('starting with wrong or missing credentials', () => {
  let standIn: SlackStandIn;
  let warned: object[];
  const { token, appToken, signingSecret } = credentials;

  beforeEach(async () => {
    standIn = await SlackStandIn.start({ mode: 'socket' });
    warned = [];
  });
  afterEach(() => standIn.stop());

  const log: Log = { debug() {}, info() {}, warn: (details) => void warned.push(details), error() {} };
  const slack = (more: object) => createSlack({ token, apiUrl: standIn.apiUrl, log, timeout: 1_000, ...more });
  const start = (more: object) => slack(more).start(inbox().receive);

  test('a wrong bot token says what Slack said and where the right one is', async () => {
    await expect(start({ token: 'xoxb-wrong', signingSecret })).rejects.toThrow(
      /Slack refused the bot token \(invalid_auth\)\. Copy the "Bot User OAuth Token".*SLACK_BOT_TOKEN/,
    );
  });

  test('a wrong app-level token says so, and no connection is tried again and again', async () => {
    await expect(start({ appToken: 'xapp-wrong' })).rejects.toThrow(
      /Slack refused the app-level token \(invalid_auth\).*connections:write.*SLACK_APP_TOKEN/,
    );
    expect(standIn.socket.connections).toBe(0);
  });

  test('neither a signing secret nor an app token teaches at once', () => {
    expect(() => slack({})).toThrow(/SLACK_APP_TOKEN.*SLACK_SIGNING_SECRET/);
  });

  test('a Slack that cannot be reached is told apart from a wrong token', async () => {
    await expect(start({ apiUrl: 'http://127.0.0.1:9/api/', signingSecret })).rejects.toThrow(
      /could not be reached.*network/,
    );
  });

  test('scopes the installed app lacks are named', async () => {
    standIn.scopes = scopes().filter((scope) => scope !== 'im:write');
    const platform = slack({ appToken });
    await platform.start(inbox().receive);
    expect(warned).toContainEqual({ missing: ['im:write'] });
    await platform.close();
  });

  test('with both ways, Socket Mode goes first and no address is opened', async () => {
    const platform = slack({ appToken, signingSecret });
    expect(platform.routes).toEqual([]);
    await platform.start(inbox().receive);
    expect(platform.ready()).toBe(true);
    await platform.close();
  });

  test('no token, secret or word of a person reaches the log', async () => {
    const lines: string[] = [];
    const note = (details: object, message: string) =>
      void lines.push(
        `${message} ${JSON.stringify(details, (_, v) => (v instanceof Error ? { ...v, message: v.message, stack: v.stack, cause: v.cause } : v))}`,
      );
    const platform = slack({ appToken, log: { debug: note, info: note, warn: note, error: note } });
    await platform.start(async () => {
      throw new Error('the database is away');
    });
    standIn.workspace.addPerson('U0MEI', 'mei');
    standIn.socket.send(
      'events_api',
      { event: { type: 'message', channel: 'D1', user: 'U0MEI', ts: '1.2', text: 'secret words' } },
      'e1',
    );
    standIn.socket.send('events_api', { type: 'app_rate_limited', token: 'verification-token' }, 'e2');
    standIn.plan({ method: 'chat.postMessage', kind: 'page-after' });
    const card = { title: 'secret words', summary: 'secret words', blocks: [] };
    await platform.send({ id: 1, conversation: '@U0MEI', card, language: 'en', pictures: new Map() }).catch(() => {});
    await platform.close();
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('\n')).not.toMatch(/xoxb-standin|xapp-standin|standin-secret|verification-token|secret words/);
  });
});

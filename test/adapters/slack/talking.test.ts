import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dealCard, formCard, inbox, leadForm, moveForm, outgoing } from '../../support/slack/cards.ts';
import { type SlackSurface, slackSurface } from '../../support/slack-surface.ts';

describe.each(['http', 'socket'] as const)('talking with the bot in Slack (%s)', (mode) => {
  let slack: SlackSurface;
  let box: ReturnType<typeof inbox>;

  beforeEach(async () => {
    slack = await slackSurface({ mode });
    box = inbox();
    await slack.platform.start(box.receive);
  });
  afterEach(() => slack.stop());

  const last = () => box.heard.at(-1) ?? expect.fail('nothing heard');
  /** Sends a card as the answer to what was heard last. */
  const answer = (card = dealCard, id = 1) =>
    slack.platform.send(outgoing(last().conversation, card, { id, replyVia: last().replyVia ?? {} }));

  test('what a person types in direct talk is heard as they typed it', async () => {
    await slack.says('mei', '推进 华为 到报价 <50万> & more');
    expect(last()).toMatchObject({
      platform: 'slack',
      conversation: `@${slack.user('mei')}`,
      sender: slack.user('mei'),
      said: { kind: 'text', text: '推进 华为 到报价 <50万> & more' },
    });
  });

  test('a mention in a channel is heard once though Slack delivers it twice', async () => {
    await slack.saysInGroup('mei', 'sales', 'digest');
    expect(box.heard).toHaveLength(1);
    expect(box.twins).toBe(1);
    expect(last()).toMatchObject({ conversation: 'C0SALES', said: { kind: 'text', text: 'digest' } });
  });

  test('a card reads well, and nothing in it can mention anybody', async () => {
    await slack.says('mei', 'hi');
    await answer();
    const [heard] = slack.heard('mei');
    expect(heard?.text).toBe(
      [
        '✅ 华为 <Cloud> & more',
        'Hello <!channel> & <@U123>',
        '✓ Lead  ›  ● Quote  ›  ○ Won',
        '阶段: 线索 → 报价',
        'Amount: ¥500,000',
        '• Call Li',
        '    today',
        'Say “undo” to take it back',
      ].join('\n'),
    );
    expect(heard?.buttons).toEqual(['Done', 'Undo', 'New lead']);
    const [message] = slack.standIn.workspace.messages.filter((m) => m.bot);
    expect(message?.text).toBe('Deal #7 moved to Quote');
    expect(JSON.stringify(message)).not.toMatch(/<[!@#]/);
  });

  test('a pressed button says its intent and names its message', async () => {
    await slack.says('mei', 'hi');
    const sent = await answer();
    await slack.presses('mei', 'Undo');
    expect(last()).toMatchObject({
      conversation: `@${slack.user('mei')}`,
      said: { kind: 'intent', intent: { name: 'undo', input: { command: 5 } }, message: sent.platformId },
    });
  });

  test('a form opens at once after a button, and comes back filled in', async () => {
    await slack.says('mei', 'hi');
    await answer();
    await slack.presses('mei', 'New lead');
    const sent = await answer(formCard(leadForm), 2);
    expect(sent.platformId).toMatch(/^view:/);
    expect(slack.modal('mei')).toContain('Please fill in');
    await slack.fills('mei', {
      Name: '王强',
      Budget: '50万',
      'Next step at': '2026-12-02T09:00:00Z',
      Source: 'Trade fair',
    });
    expect(last()).toMatchObject({
      conversation: `@${slack.user('mei')}`,
      said: {
        kind: 'form',
        intent: 'lead.create',
        fixed: { channel: 'call' },
        values: {
          name: '王强',
          budget: '50万',
          closeOn: '2026-12-01',
          nextAt: '2026-12-02T09:00:00.000Z',
          source: 'fair',
        },
      },
    });
    expect(slack.modal('mei')).toBeUndefined();
  });

  test('where no form may open, a button asks for it again', async () => {
    await slack.says('mei', 'new lead');
    await answer(formCard(leadForm));
    expect(slack.heard('mei').at(-1)?.buttons).toEqual(['Fill in']);
    await slack.presses('mei', 'Fill in');
    expect(last().said).toMatchObject({ kind: 'intent', intent: { name: 'lead.form', input: { channel: 'call' } } });
    await answer(formCard(leadForm), 2);
    expect(slack.modal('mei')).toContain('New lead');
  });

  test('a form that no button opens again stands in the message and is sent off from there', async () => {
    await slack.says('mei', '推进 华为 到报价');
    await answer(formCard(moveForm));
    expect(slack.heard('mei').at(-1)?.fields).toEqual(['决策人', '预算']);
    await slack.fills('mei', { 决策人: '李总' });
    expect(last().said).toEqual({
      kind: 'form',
      intent: 'deal.move',
      fixed: { deal: '#7', stage: 'quote' },
      values: { decider: '李总' },
    });
  });

  test('a slash command is heard as a sentence and opens a form', async () => {
    await slack.commands('mei', '/deal', ' move 华为 报价 ');
    expect(last()).toMatchObject({
      conversation: `@${slack.user('mei')}`,
      said: { kind: 'text', text: '/deal move 华为 报价' },
    });
    await slack.commands('mei', '/lead');
    expect(last().said).toEqual({ kind: 'text', text: '/lead' });
    await answer(formCard(leadForm));
    expect(slack.modal('mei')).toContain('New lead');
  });

  test('a message takes the place of an earlier one, and is posted anew when that is gone', async () => {
    await slack.says('mei', 'hi');
    const first = await answer();
    const conversation = last().conversation;
    const changed = { ...dealCard, title: 'Undone' };
    const second = await slack.platform.send(outgoing(conversation, changed, { id: 2, replaces: first.platformId }));
    expect(second).toEqual(first);
    expect(slack.heard('mei')).toHaveLength(1);
    expect(slack.heard('mei')[0]?.text).toContain('Undone');
    slack.standIn.workspace.messages.length = 0;
    await slack.platform.send(outgoing(conversation, changed, { id: 3, replaces: first.platformId }));
    expect(slack.heard('mei')).toHaveLength(1);
  });

  test('the bot does not answer itself', async () => {
    await slack.says('mei', 'hi');
    await answer();
    await slack.says('mei', 'again');
    expect(box.heard.map(({ said }) => said)).toEqual([
      { kind: 'text', text: 'hi' },
      { kind: 'text', text: 'again' },
    ]);
  });

  test('it is ready from start to stop', async () => {
    expect(slack.platform.ready()).toBe(true);
    await slack.platform.stop();
    expect(slack.platform.ready()).toBe(false);
  });
});

import { appId, type Block, botId, botUser, type Message, type Modal, team, type Workspace } from './workspace.ts';

/** Payloads as Slack sends them, shaped after the recorded ones in test/fixtures/slack. */
export type Payload = Record<string, unknown>;

/** An Events API body around one event. */
export function eventBody(event: Payload, workspace: Workspace, now: Date): Payload {
  return {
    token: 'verification-token',
    team_id: team,
    api_app_id: appId,
    event,
    type: 'event_callback',
    event_id: `Ev${workspace.serial()}`,
    event_time: Math.floor(now.getTime() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team, user_id: botUser, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
  };
}

/** A message as its author's client sends it: Slack escapes the three control characters. */
export function messageEvent(message: Message, kind: string, more: Payload = {}): Payload {
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team,
    channel: message.channel,
    event_ts: message.ts,
    channel_type: kind,
    ...(message.bot ? { bot_id: botId, app_id: appId, blocks: message.blocks } : { client_msg_id: `m-${message.ts}` }),
    ...more,
  };
}

/** A person's message with other words in it than before. */
export function editedEvent(message: Message, before: string, editedTs: string, kind: string): Payload {
  const { user, ts, text, channel } = message;
  return {
    type: 'message',
    subtype: 'message_changed',
    message: { type: 'message', user, team, ts, text, edited: { user, ts: editedTs } },
    previous_message: { type: 'message', user, team, ts, text: before },
    channel,
    hidden: true,
    ts: editedTs,
    event_ts: editedTs,
    channel_type: kind,
  };
}

export function slashBody(given: {
  command: string;
  text: string;
  user: string;
  name: string;
  channel: string;
  trigger: string;
  responseUrl: string;
}): Payload {
  return {
    token: 'verification-token',
    team_id: team,
    team_domain: 'stand-in',
    channel_id: given.channel,
    channel_name: given.channel.startsWith('D') ? 'directmessage' : 'sales',
    user_id: given.user,
    user_name: given.name,
    command: given.command,
    text: given.text,
    api_app_id: appId,
    is_enterprise_install: 'false',
    response_url: given.responseUrl,
    trigger_id: given.trigger,
  };
}

export function pressBody(given: {
  message: Message;
  element: Payload;
  block: Block;
  user: string;
  name: string;
  state: Payload;
  trigger: string;
  responseUrl: string;
  actionTs: string;
}): Payload {
  const { message, element } = given;
  return {
    type: 'block_actions',
    user: { id: given.user, username: given.name, name: given.name, team_id: team },
    api_app_id: appId,
    token: 'verification-token',
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: message.onlyFor !== undefined,
    },
    trigger_id: given.trigger,
    team: { id: team, domain: 'stand-in' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: message.channel, name: message.channel.startsWith('D') ? 'directmessage' : 'sales' },
    ...(message.onlyFor ? {} : { message: { type: 'message', ...message } }),
    state: { values: given.state },
    response_url: given.responseUrl,
    actions: [
      {
        action_id: element.action_id,
        block_id: given.block.block_id ?? 'b1',
        text: element.text,
        value: element.value,
        style: element.style,
        type: 'button',
        action_ts: given.actionTs,
      },
    ],
  };
}

export function submissionBody(given: {
  modal: Modal;
  user: string;
  name: string;
  state: Payload;
  trigger: string;
}): Payload {
  const { modal } = given;
  return {
    type: 'view_submission',
    team: { id: team, domain: 'stand-in' },
    user: { id: given.user, username: given.name, name: given.name, team_id: team },
    api_app_id: appId,
    token: 'verification-token',
    trigger_id: given.trigger,
    view: {
      id: modal.id,
      team_id: team,
      ...modal.view,
      state: { values: given.state },
      hash: `${modal.id}.hash`,
      root_view_id: modal.id,
      previous_view_id: null,
      app_id: appId,
      bot_id: botId,
    },
    response_urls: [],
    is_enterprise_install: false,
    enterprise: null,
  };
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSlack, type SlackOptions } from '../../adapters/slack/index.ts';
import type { Log, Platform } from '../../bot/chat/platform.ts';
import { inputsOf, type Pressable, pressables, readMessage, readModal, stateOf } from './slack/reading.ts';
import { credentials } from './slack/server.ts';
import { botUser, type Message } from './slack/workspace.ts';
import { SlackStandIn, type StandInOptions } from './slack-standin.ts';
import type { Heard, Surface } from './surface.ts';

export interface SlackSurface extends Surface {
  standIn: SlackStandIn;
  /** Gives a slash command in direct talk with the bot. */
  commands(key: string, command: string, text?: string): Promise<void>;
  /** What the form open for this person shows, if one is. */
  modal(key: string): string | undefined;
}

export type SlackSurfaceOptions = Partial<Omit<StandInOptions, 'mode'> & SlackOptions> & { mode?: 'http' | 'socket' };

const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** Slack as people use it: the real adapter and Bolt on the stand-in. The caller starts the platform. */
export async function slackSurface(options: SlackSurfaceOptions = {}): Promise<SlackSurface> {
  const { mode = 'http', now, patience, ...ours } = options;
  const clock = now ? { now } : {};
  const standIn = await SlackStandIn.start({ mode, ...clock, ...(patience ? { patience } : {}) });
  const { token, appToken, signingSecret } = credentials;
  const way = mode === 'http' ? { signingSecret } : { appToken };
  const platform = createSlack({ token, ...way, apiUrl: standIn.apiUrl, log: quiet, ...clock, ...ours });
  const server = mode === 'http' ? await serve(platform) : undefined;
  if (server) standIn.http.target = `${server.base}/slack/events`;
  const { workspace } = standIn;

  const user = (key: string) => {
    const id = `U0${idPart(key)}`;
    if (!workspace.people.has(id)) workspace.addPerson(id, key);
    return id;
  };
  const groupOf = (group: string, key?: string) => {
    const id = `C0${idPart(group)}`;
    const channel = workspace.channels.get(id) ?? workspace.addChannel(id, [botUser]);
    if (key) channel.members.add(user(key));
    return id;
  };
  const seen = (key: string) => workspace.seen(workspace.direct(user(key)).id, user(key)).filter((m) => m.bot);
  const acknowledged = async (ack: Promise<{ ok: boolean; status?: number }>) => {
    const { ok, status } = await ack;
    if (!ok) throw new Error(`the bot did not acknowledge (${status ?? 'no answer'})`);
  };

  return {
    name: 'slack',
    platform,
    standIn,
    user,
    async says(key, text) {
      await acknowledged(standIn.types(user(key), text));
    },
    async edits(key, before, text) {
      await acknowledged(standIn.edits(user(key), before, text));
    },
    async saysInGroup(key, group, text) {
      const acks = await standIn.mentions(user(key), groupOf(group, key), text);
      for (const ack of acks) await acknowledged(Promise.resolve(ack));
    },
    async commands(key, command, text = '') {
      await acknowledged(standIn.commands(user(key), workspace.direct(user(key)).id, command, text));
    },
    async presses(key, label) {
      const messages = seen(key).toReversed();
      for (const message of messages) {
        const button = pressables(message.blocks).find((found) => found.label === label);
        if (button) return await press(standIn, user(key), message, button, {});
      }
      const labels = messages.flatMap((message) => pressables(message.blocks)).map((found) => found.label);
      throw new Error(`${key} sees no button “${label}”, only: ${labels.join(', ')}`);
    },
    /** The form in a modal; else the newest that stands in a message. */
    async fills(key, values) {
      const modal = workspace.modals.get(user(key));
      if (modal) return await acknowledged(standIn.submits(user(key), stateOf(modal.view.blocks, values)));
      const message = seen(key).findLast((found) => inputsOf(found.blocks).length > 0);
      const submit = message && pressables(message.blocks).find(({ element }) => element.action_id === 'form');
      if (!message || !submit) throw new Error(`${key} sees no form`);
      await press(standIn, user(key), message, submit, stateOf(message.blocks, values));
    },
    heard(key) {
      const heard = seen(key).map(toHeard);
      const modal = workspace.modals.get(user(key));
      if (!modal) return heard;
      const fields = inputsOf(modal.view.blocks).map((input) => input.label);
      return [...heard, { id: modal.id, text: readModal(modal), buttons: [], fields }];
    },
    heardInGroup: (group) =>
      workspace
        .seen(groupOf(group))
        .filter((m) => m.bot && !m.onlyFor)
        .map(toHeard),
    modal(key) {
      const modal = workspace.modals.get(user(key));
      return modal && readModal(modal);
    },
    async stop() {
      await platform.close();
      await server?.close();
      await standIn.stop();
      if (standIn.refused.length > 0)
        throw new Error(`Slack would refuse: ${JSON.stringify(standIn.refused.slice(0, 3))}`);
    },
  };

  async function press(
    at: SlackStandIn,
    who: string,
    message: Message,
    button: Pressable,
    state: object,
  ): Promise<void> {
    await acknowledged(at.presses(who, message, button.element, button.block, { ...state }));
  }
}

function toHeard(message: Message): Heard {
  const fields = inputsOf(message.blocks).map((input) => input.label);
  return {
    id: `${message.channel}:${message.ts}`,
    text: readMessage(message),
    buttons: pressables(message.blocks).map((button) => button.label),
    ...(fields.length > 0 ? { fields } : {}),
  };
}

/** Letters and digits only, as in Slack's ids; another alphabet by its code points. */
function idPart(key: string): string {
  const upper = key.toUpperCase();
  return /^[A-Z0-9]+$/.test(upper) ? upper : Buffer.from(key).toString('hex').toUpperCase();
}

/** The bot's one HTTP server, as far as a platform's routes need it. */
export async function serve(platform: Platform): Promise<{ base: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const route = platform.routes?.find(({ method, path }) => request.method === method && request.url === path);
    if (route) void route.handle(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

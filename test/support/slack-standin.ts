import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fault, Faults } from './slack/faults.ts';
import {
  editedEvent,
  eventBody,
  messageEvent,
  type Payload,
  pressBody,
  slashBody,
  submissionBody,
} from './slack/payloads.ts';
import { answer, credentials, type Side } from './slack/server.ts';
import { type Ack, HttpWire, type Kind, SocketWire } from './slack/wire.ts';
import { type Block, botUser, type Message, Workspace } from './slack/workspace.ts';

export interface StandInOptions {
  mode: 'http' | 'socket';
  now?: () => Date;
  /** Milliseconds Slack waits for an acknowledgement. */
  patience?: number;
}

/**
 * Our own Slack, on loopback: the Web API, Socket Mode, signed requests, and people who type and press. It refuses what
 * Slack refuses, keeps what was posted, and goes wrong on demand.
 */
export class SlackStandIn {
  readonly workspace: Workspace;
  readonly faults = new Faults();
  readonly http: HttpWire;
  readonly socket: SocketWire;
  /** Every Web API call in order, and what Slack would have refused of them. */
  readonly calls: Side['calls'] = [];
  readonly refused: Side['refused'] = [];
  /** Scopes the app was granted, told with every answer; everything is allowed all the same. */
  scopes: string[] | undefined;
  readonly #server: Server;
  readonly #options: StandInOptions;
  readonly #now: () => Date;
  readonly #echoes = new Set<Promise<unknown>>();

  private constructor(server: Server, options: StandInOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    this.#server = server;
    this.workspace = new Workspace(this.#now);
    this.http = new HttpWire(credentials.signingSecret, this.#now);
    this.socket = new SocketWire(server);
    server.on('request', (request, response) => void answer(request, response, this.#side()));
  }

  static async start(options: StandInOptions): Promise<SlackStandIn> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new SlackStandIn(server, options);
  }

  get base(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get apiUrl(): string {
    return `${this.base}/api/`;
  }

  plan(...faults: Fault[]): void {
    this.faults.plan(...faults);
  }

  async stop(): Promise<void> {
    await this.socket.close();
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
    await Promise.allSettled(this.#echoes);
  }

  /** A person types in direct talk with the bot. */
  async types(user: string, text: string, more: Payload = {}): Promise<Ack> {
    const channel = this.workspace.direct(user);
    const message = this.workspace.post({ channel: channel.id, user, bot: false, text: typed(text), blocks: [] });
    return await this.event(messageEvent(message, 'im', more));
  }

  /** A person puts other words into their newest message in direct talk with the bot that reads so. */
  async edits(user: string, before: string, text: string): Promise<Ack> {
    const channel = this.workspace.direct(user);
    const said = (message: Message) => message.channel === channel.id && !message.bot && message.text === typed(before);
    const message = this.workspace.messages.findLast(said);
    if (!message) throw new Error(`${user} has not said “${before}”`);
    message.text = typed(text);
    return await this.event(editedEvent(message, typed(before), this.workspace.ts(), 'im'));
  }

  /** A person mentions the bot in a channel: two events, as with the scopes of the manifest and `message.channels`. */
  async mentions(user: string, channel: string, text: string): Promise<Ack[]> {
    const kind = this.workspace.channels.get(channel)?.kind ?? 'channel';
    const words = `<@${botUser}> ${typed(text)}`;
    const message = this.workspace.post({ channel, user, bot: false, text: words, blocks: [] });
    const event = messageEvent(message, kind);
    const { channel_type: _, ...mention } = event;
    return [await this.event(event), await this.event({ ...mention, type: 'app_mention' })];
  }

  /** A slash command, in whatever channel the person is. */
  async commands(user: string, channel: string, command: string, text: string): Promise<Ack> {
    const responseUrl = `${this.base}/respond/${this.workspace.address(user, channel)}`;
    const trigger = this.workspace.trigger(user);
    const name = this.#name(user);
    return await this.deliver(
      'slash_commands',
      slashBody({ command, text, user, name, channel, trigger, responseUrl }),
    );
  }

  /** Presses a button of a message; `state` are the values of the message's inputs. */
  async presses(user: string, message: Message, element: Payload, block: Block, state: Payload = {}): Promise<Ack> {
    const responseUrl = `${this.base}/respond/${this.workspace.address(user, message.channel, message)}`;
    const trigger = this.workspace.trigger(user);
    const given = { message, element, block, user, name: this.#name(user), state, trigger, responseUrl };
    return await this.deliver('interactive', pressBody({ ...given, actionTs: this.workspace.ts() }));
  }

  /** Submits the person's open modal; it closes unless the answer holds it open. */
  async submits(user: string, state: Payload): Promise<Ack> {
    const modal = this.workspace.modals.get(user);
    if (!modal) throw new Error(`${user} has no form open`);
    const trigger = this.workspace.trigger(user);
    const ack = await this.deliver(
      'interactive',
      submissionBody({ modal, user, name: this.#name(user), state, trigger }),
    );
    if (ack.ok && !(ack.body as { response_action?: string } | undefined)?.response_action)
      this.workspace.modals.delete(user);
    return ack;
  }

  /** One event, given up to three times more while it is not acknowledged, always with the same event_id. */
  async event(event: Payload): Promise<Ack> {
    const body = eventBody(event, this.workspace, this.#now());
    let ack = await this.deliver('events_api', body);
    for (let num = 1; !ack.ok && num <= 3; num += 1) {
      ack = await this.deliver('events_api', body, num);
    }
    return ack;
  }

  /** One delivery, once. */
  async deliver(kind: Kind, payload: Payload, retry = 0): Promise<Ack> {
    const again =
      retry > 0 ? { num: retry, reason: this.#options.mode === 'http' ? 'http_error' : 'timeout' } : undefined;
    if (this.#options.mode === 'http') return await this.http.deliver(kind, payload, again);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Ack>((done) => {
      timer = setTimeout(() => done({ ok: false }), this.#options.patience ?? 3_000);
    });
    const ack = await Promise.race([this.socket.deliver(kind, payload, again), late]);
    clearTimeout(timer);
    return ack;
  }

  #side(): Side {
    const { workspace, faults, calls, refused, base } = this;
    return {
      workspace,
      faults,
      calls,
      refused,
      base,
      scopes: () => this.scopes,
      socketUrl: () => `ws://${base.slice('http://'.length)}/link`,
      posted: (message) => this.#echo(message),
    };
  }

  #name(user: string): string {
    return this.workspace.people.get(user) ?? user;
  }

  /** Slack tells the bot of its own messages too, where it listens to messages. */
  #echo(message: Message): void {
    if (!message.channel.startsWith('D') || (this.#options.mode === 'http' && !this.http.target)) return;
    const body = eventBody(messageEvent(message, 'im'), this.workspace, this.#now());
    const echo = this.deliver('events_api', body).catch(() => {});
    this.#echoes.add(echo);
    void echo.finally(() => this.#echoes.delete(echo));
  }
}

/** What a client makes of typed characters. */
export function typed(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

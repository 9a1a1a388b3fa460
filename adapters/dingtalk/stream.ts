import { DWClient, type DWClientDownStream, EventAck, TOPIC_CARD, TOPIC_ROBOT } from 'dingtalk-stream';
import type { Log } from '../../bot/chat/platform.ts';
import { codeOf, refusesCredentials } from './errors.ts';
import { call } from './http.ts';
import type { Frame } from './incoming.ts';
import type { Timings } from './limits.ts';
import { hangUp, isOpen, type Socket, watch } from './socket.ts';
import type { Link } from './supervisor.ts';

export interface StreamOptions {
  clientId: string;
  clientSecret: string;
  apiUrl: string;
  timings: Timings;
  log: Log;
}

/** What DingTalk is answered; null leaves the frame unanswered, and it comes again. */
export type Answer = { response: object | null } | null;

export interface Hearing {
  robot(frame: Frame): Promise<Answer>;
  card(frame: Frame): Promise<Answer>;
}

/** The app's id and secret were refused. Its message says what to do. */
export class CredentialsRefused extends Error {
  constructor(code: string) {
    super(
      `DingTalk refused the app's credentials (${code}). The Client ID and Client Secret of the app's page "Credentials and ` +
        'basic information" on open-dev.dingtalk.com must be copied whole, without spaces, the app must be published and its ' +
        'robot set to Stream mode. Correct DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET, then start again.',
    );
    this.name = 'CredentialsRefused';
  }
}

/** The SDK's client for exactly one connection: it never reconnects, and nothing it receives can end the process. */
class OneConnection extends DWClient {
  readonly retired: Promise<void>;
  readonly #options: StreamOptions;
  readonly #signal: AbortSignal;
  #retire: () => void = () => undefined;

  constructor(options: StreamOptions, signal: AbortSignal) {
    super({ clientId: options.clientId, clientSecret: options.clientSecret, ua: 'genjin' });
    this.#options = options;
    this.#signal = signal;
    this.config.autoReconnect = false;
    // All clients of the SDK share one array unless each is given its own.
    this.config.subscriptions = [{ type: 'EVENT', topic: '*' }];
    this.retired = new Promise((resolve) => {
      this.#retire = resolve;
    });
  }

  /** https://open.dingtalk.com/document/development/introduction-to-stream-mode */
  override async getEndpoint(): Promise<this> {
    const { clientId, clientSecret, ua, subscriptions } = this.config;
    const answer = await call({
      url: `${this.#options.apiUrl}/v1.0/gateway/connections/open`,
      body: { clientId, clientSecret, ua, subscriptions },
      timeout: this.#options.timings.call,
      signal: this.#signal,
    });
    if (refusesCredentials(answer)) throw new CredentialsRefused(codeOf(answer) ?? String(answer.status));
    const { endpoint, ticket } = answer.body as { endpoint?: string; ticket?: string };
    if (!endpoint || !ticket) throw new Error(`the gateway gave no endpoint (${codeOf(answer) ?? answer.status})`);
    this.inside.dw_url = `${endpoint}?ticket=${encodeURIComponent(ticket)}`;
    return this;
  }

  override onDownStream(data: string): void {
    try {
      super.onDownStream(data);
    } catch (error) {
      this.#options.log.warn({ cause: (error as Error).name }, 'DingTalk sent a frame that cannot be read; skipped');
    }
  }

  override onSystem(frame: DWClientDownStream): void {
    super.onSystem(frame);
    if (frame.headers.topic === 'disconnect') this.#retire();
  }

  /** Answers a frame if its connection still stands; otherwise DingTalk sends the frame again. */
  answer(frame: Frame, answer: NonNullable<Answer>): void {
    const { messageId } = frame.headers;
    if (messageId && isOpen(this.inside.socket)) this.send(messageId, answer);
    else
      this.#options.log.info(
        { messageId },
        'the connection closed before its frame was acknowledged; it will come again',
      );
  }

  /** What the SDK keeps to itself, and offers no other way to reach. */
  get inside(): { dw_url?: string; socket?: Socket } {
    return this as unknown as { dw_url?: string; socket?: Socket };
  }
}

/** Opens one connection to DingTalk and hands what it hears on. */
export async function openLink(options: StreamOptions, hearing: Hearing, signal: AbortSignal): Promise<Link> {
  const { timings, log } = options;
  const client = new OneConnection(options, signal);
  const hear = (listener: (frame: Frame) => Promise<Answer>) => (frame: DWClientDownStream) => {
    const answered = listener(frame).then((answer) => answer && client.answer(frame, answer));
    // The SDK does not look at what a listener returns: a rejection would end the process.
    answered.catch((error: unknown) => log.error({ cause: error }, 'a DingTalk frame could not be handled'));
  };
  client.registerCallbackListener(TOPIC_ROBOT, hear(hearing.robot));
  client.registerCallbackListener(TOPIC_CARD, hear(hearing.card));
  client.registerAllEventListener(() => ({ status: EventAck.SUCCESS, message: 'ok' }));

  await client.getEndpoint();
  const connecting = client._connect();
  const { socket } = client.inside;
  if (!socket) throw new Error('the SDK made no socket');
  const giveUp = () => socket.terminate();
  const patience = setTimeout(giveUp, timings.handshake);
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    await connecting;
  } finally {
    clearTimeout(patience);
    signal.removeEventListener('abort', giveUp);
  }
  const lost = watch(socket, timings.heartbeat);
  return {
    isOpen: () => isOpen(socket),
    ended: Promise.race([client.retired.then(() => 'retired' as const), lost.then(() => 'lost' as const)]),
    close: () => hangUp(socket),
  };
}

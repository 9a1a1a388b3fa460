import { type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../bot/chat/platform.ts';
import { credentialsRefused } from './credentials.ts';
import { guardFrames, withoutEvent } from './frames.ts';
import type { Delivery } from './receiver.ts';

export interface SocketOptions {
  appToken: string;
  apiUrl: string | undefined;
  log: Log;
  logger: Logger;
  /** Milliseconds to wait for Slack's hello. */
  patience: number;
  handle: (delivery: Delivery) => Promise<unknown>;
}

interface Envelope {
  type: string;
  body?: Record<string, unknown>;
  retry_num?: number;
  retry_reason?: string;
  ack: (response?: unknown) => Promise<void>;
}

const pauses = [0, 500, 2_000, 5_000, 15_000, 30_000];

/**
 * Socket Mode, on the client of Bolt's receiver: an envelope is acknowledged after it is stored, and a lost connection is
 * replaced at once and for as long as it takes. The client's own reconnecting waits five seconds first, and stops for good
 * when the network is away at that moment. https://docs.slack.dev/apis/events-api/using-socket-mode
 */
export class Socket {
  readonly #options: SocketOptions;
  readonly #client: SocketModeReceiver['client'];
  #connected = false;
  #stopping = false;
  #wait: { timer: NodeJS.Timeout; done: () => void } | undefined;
  readonly #under = new Set<Promise<void>>();

  constructor(options: SocketOptions) {
    this.#options = options;
    const { appToken, apiUrl, log, logger } = options;
    const clientOptions = {
      slackApiUrl: apiUrl,
      timeout: 10_000,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    };
    const receiver = new SocketModeReceiver({
      appToken,
      logger,
      logLevel: LogLevel.WARN,
      autoReconnectEnabled: false,
      installerOptions: { clientOptions },
    });
    this.#client = receiver.client;
    this.#client.removeAllListeners('slack_event');
    guardFrames(this.#client, log);
    this.#client.on('slack_event', (envelope: Envelope) => this.#track(this.#receive(envelope)));
    this.#client.on('connected', () => {
      this.#connected = true;
    });
    this.#client.on('disconnected', () => {
      if (!this.#connected) return;
      this.#connected = false;
      if (!this.#stopping) void this.#reconnect();
    });
  }

  /** Connects for the first time; rejects when Slack refuses. */
  async start(): Promise<void> {
    try {
      await this.#connect();
    } catch (error) {
      await this.#hangUp();
      throw credentialsRefused('app', error);
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wait?.done();
    await Promise.allSettled(this.#under);
    this.#connected = false;
    await this.#hangUp();
  }

  connected(): boolean {
    return this.#connected && !this.#stopping;
  }

  async #receive(envelope: Envelope): Promise<void> {
    const { log, handle } = this.#options;
    // Not taken while stopping: un-acknowledged, Slack gives it to the next connection.
    if (this.#stopping || !envelope.body) return;
    let reply: unknown;
    try {
      if (envelope.type === withoutEvent) this.#warn(envelope.body);
      else
        reply = await handle({
          body: envelope.body,
          ...(envelope.retry_num ? { retryNum: envelope.retry_num, retryReason: envelope.retry_reason ?? '' } : {}),
        });
    } catch (error) {
      log.error({ error, kind: envelope.type }, 'slack envelope not stored; slack may send it again');
      return;
    }
    await envelope
      .ack(reply)
      .catch((error: unknown) => log.warn({ error }, 'slack envelope stored, acknowledgement lost'));
  }

  #warn(body: Record<string, unknown>): void {
    const { type, minute_rate_limited: minute } = body;
    this.#options.log.warn(
      { type, minute },
      'slack sent no event but a notice: it may hold back events, too many an hour',
    );
  }

  #track(work: Promise<void>): void {
    this.#under.add(work);
    void work.finally(() => this.#under.delete(work));
  }

  async #connect(): Promise<void> {
    const hello = Promise.withResolvers<never>();
    const timer = setTimeout(() => hello.reject(new Error('no hello from Slack')), this.#options.patience);
    try {
      await Promise.race([this.#client.start(), hello.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #reconnect(): Promise<void> {
    for (let failures = 0; !this.#stopping && !this.#connected; failures += 1) {
      await this.#pause(pauses[Math.min(failures, pauses.length - 1)] ?? 0);
      if (this.#stopping) return;
      try {
        await this.#connect();
        this.#options.log.info({ failures }, 'slack reconnected');
        return;
      } catch (error) {
        this.#options.log.warn({ error, failures: failures + 1 }, 'slack not reachable; trying again');
        await this.#hangUp();
      }
    }
  }

  /** A peer that does not answer the closing must not hold us up: the client would wait 30 seconds. */
  async #hangUp(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((done) => {
      timer = setTimeout(done, 2_000);
    });
    await Promise.race([this.#client.disconnect().catch(() => {}), enough]);
    clearTimeout(timer);
  }

  #pause(ms: number): Promise<void> {
    if (ms === 0) return Promise.resolve();
    return new Promise((done) => {
      const timer = setTimeout(done, ms);
      this.#wait = {
        timer,
        done: () => {
          clearTimeout(timer);
          done();
        },
      };
    });
  }
}

import type { App, Receiver, ReceiverEvent } from '@slack/bolt';

/** One delivery from Slack, whichever way it came. */
export interface Delivery {
  body: Record<string, unknown>;
  retryNum?: number;
  retryReason?: string;
}

/**
 * Bolt's side of receiving, without a wire. Bolt acknowledges an event before its listener has run, and whatever it could
 * not authorise; so its acknowledgement is only remembered here, and given when everything went well.
 */
export class CommitFirst implements Receiver {
  #app: App | undefined;

  init(app: App): void {
    this.#app = app;
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  /** Resolves with the body of the acknowledgement once it was stored; rejects when it was not: then nothing is acknowledged. */
  async handle(delivery: Delivery): Promise<unknown> {
    let reply: unknown;
    const event: ReceiverEvent = {
      ...delivery,
      ack: async (response) => {
        reply = response;
      },
    };
    await this.#app?.processEvent(event);
    return reply;
  }
}

import { createDingtalk, type DingtalkOptions } from '../../../adapters/dingtalk/index.ts';
import type { Card } from '../../../bot/chat/card.ts';
import type { Incoming, Log, Outgoing, Receive } from '../../../bot/chat/platform.ts';
import { type DingtalkStandIn, dingtalkStandIn, type StandInOptions } from '../dingtalk-standin.ts';

/** An inbox in memory: every delivery once, and what it should do instead of storing. */
export interface Inbox {
  kept: Incoming[];
  texts(): string[];
  /** Runs before each store; throws or waits when a test wants that. */
  before: (incoming: Incoming) => void | Promise<void>;
  receive: Receive;
}

export function inbox(): Inbox {
  const kept: Incoming[] = [];
  const box: Inbox = {
    kept,
    texts: () => kept.flatMap(({ said }) => (said.kind === 'text' ? [said.text] : [])),
    before: () => undefined,
    async receive(incoming) {
      await box.before(incoming);
      const known = kept.findIndex(({ deliveryId }) => deliveryId === incoming.deliveryId);
      if (known >= 0) return { fresh: false, id: known };
      return { fresh: true, id: kept.push(incoming) - 1 };
    },
  };
  return box;
}

/** A log that only remembers. */
export function notebook(): Log & { lines: string[] } {
  const lines: string[] = [];
  const write = (level: string) => (details: object, message: string) => {
    lines.push(
      `${level} ${message} ${JSON.stringify(details, (_, value) => (value instanceof Error ? `${value.stack} ${JSON.stringify(value)}` : value))}`,
    );
  };
  return { lines, debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** Short waits where they only delay a test; long ones where a slow machine could mistake them for a fault. */
export const quick = {
  call: 5_000,
  handshake: 5_000,
  heartbeat: 10_000,
  drain: 2_000,
  stable: 0,
  firstWait: 5,
  longestWait: 20,
};

export interface Bot {
  standIn: DingtalkStandIn;
  platform: ReturnType<typeof createDingtalk>;
  inbox: Inbox;
  log: ReturnType<typeof notebook>;
  end(): Promise<void>;
}

/** The real adapter and SDK in front of a stand-in; not started. */
export async function makeBot(
  standInOptions: StandInOptions = {},
  options: Partial<DingtalkOptions> = {},
): Promise<Bot> {
  const standIn = await dingtalkStandIn({
    redeliverAfter: 5_000,
    patience: 5_000,
    dropAfter: 5_000,
    ...standInOptions,
  });
  const log = notebook();
  const { url, clientId, clientSecret } = standIn;
  const platform = createDingtalk({
    clientId,
    clientSecret,
    apiUrl: url,
    oapiUrl: url,
    log,
    ...options,
    timings: { ...quick, ...options.timings },
  });
  return {
    standIn,
    platform,
    inbox: inbox(),
    log,
    async end() {
      await platform.close();
      await standIn.close();
    },
  };
}

/** A card with one paragraph, to be sent to somebody. */
export function outgoing(changes: Partial<Omit<Outgoing, 'card'>> & { card?: Partial<Card> } = {}): Outgoing {
  const { card, ...rest } = changes;
  return {
    id: 7,
    conversation: '@staff-mei',
    language: 'zh',
    pictures: new Map(),
    card: { title: '今天', summary: '今天要做的事', blocks: [{ kind: 'text', text: '没有了' }], ...card },
    ...rest,
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { answer } from './answer.ts';
import type { App } from './app.ts';
import type { Incoming, Received } from './chat/platform.ts';
import { hasEarlier, type InboxRow, isWaiting, store } from './delivery/inbox.ts';

/** How long a message waits for an earlier one that another instance has, in milliseconds; after that that one is dead. */
const patience = 5000;

export interface Intake {
  /** Stores a message; it is answered in the background, after those before it in its conversation. */
  receive(incoming: Incoming): Promise<Received>;
  /** Answers messages that were left behind. */
  take(rows: InboxRow[]): Promise<void>;
  /** Resolves when nothing is being answered by this instance. */
  quiet(): Promise<void>;
}

/** One conversation's messages in order, whichever instance they reach; conversations do not wait for each other. */
export function createIntake(app: App): Intake {
  const turns = new Map<string, Promise<void>>();

  const inTurn = (row: InboxRow, { left = false, earlier = true }): Promise<void> => {
    const key = `${row.platform} ${row.conversation}`;
    const turn = (turns.get(key) ?? Promise.resolve())
      .then(() => one(row, left, earlier))
      .catch((error) => app.log.error({ err: error, inbox: row.id }, 'a message waits; the sweep goes on with it'))
      .finally(() => {
        if (turns.get(key) === turn) turns.delete(key);
      });
    turns.set(key, turn);
    return turn;
  };

  const one = async (row: InboxRow, left: boolean, earlier: boolean) => {
    if (left && !(await isWaiting(app.pool, row.id))) return;
    for (let waited = 0; earlier && waited < patience && (await hasEarlier(app.pool, row)); waited += 50)
      await sleep(50);
    await answer(app, row);
  };

  return {
    async receive(incoming) {
      const received = await store(app.pool, incoming);
      const { id, fresh, earlier } = received;
      if (fresh) void inTurn({ ...incoming, id }, { earlier });
      return { id, fresh };
    },
    async take(rows) {
      await Promise.all(rows.map((row) => inTurn(row, { left: true })));
    },
    async quiet() {
      while (turns.size > 0) await Promise.all(turns.values());
    },
  };
}

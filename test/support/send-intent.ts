import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { store } from '../../bot/delivery/inbox.ts';
import type { Intent } from '../../bot/intents.ts';
import type { Office } from './office.ts';

/** A button's intent from somebody, straight into the inbox: also one they no longer see. */
export async function sendIntent(office: Office, key: string, intent: Intent): Promise<void> {
  await store(office.bot.app.pool, {
    platform: office.surface.name,
    deliveryId: randomUUID(),
    conversation: `@${office.surface.user(key)}`,
    sender: office.surface.user(key),
    said: { kind: 'intent', intent },
    at: office.clock.now(),
  });
  // Its time is rounded to a millisecond, which may be one to come: until that is over nobody sees that it waits.
  await sleep(2);
  await office.bot.settle();
}

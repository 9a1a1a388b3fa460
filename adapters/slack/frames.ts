import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../bot/chat/platform.ts';

/** The type under which an event envelope without an event is handed on. */
export const withoutEvent = 'without_event';

/** The client throws outside any handler at an event envelope without an event, `app_rate_limited`: such go by another name. */
export function guardFrames(client: SocketModeReceiver['client'], log: Log): void {
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    const frame = renamed(data);
    for (const listener of listeners) {
      Promise.resolve()
        .then(() => listener.call(client, frame, isBinary))
        .catch((error: unknown) => log.error({ error }, 'slack frame not understood'));
    }
  });
}

function renamed(data: unknown): unknown {
  try {
    const frame = JSON.parse(String(data)) as { type?: string; payload?: { event?: unknown } };
    const eventless = frame.type === 'events_api' && typeof frame.payload?.event !== 'object';
    return eventless ? JSON.stringify({ ...frame, type: withoutEvent }) : data;
  } catch {
    return data;
  }
}

import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../bot/chat/platform.ts';

/** The SDK's warnings and errors in our log. Its lower levels print payloads, that is people's words, and are left out. */
export function sdkLogger(log: Log): Logger {
  const line = (parts: unknown[]) =>
    parts
      .map((part) => (part instanceof Error ? part.message : String(part)))
      .join(' ')
      .slice(0, 300);
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => log.warn({ from: 'slack sdk' }, line(parts)),
    error: (...parts) => log.warn({ from: 'slack sdk' }, line(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

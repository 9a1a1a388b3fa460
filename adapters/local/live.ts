import type { ServerResponse } from 'node:http';
import { limits } from './limits.ts';

export interface LiveEvent {
  /** Ids of messages only: what a browser hands back as Last-Event-ID. */
  id?: string;
  name: 'message' | 'clock' | 'people';
  data: unknown;
}

/** One open page: everything written before `begin` waits, so that what was missed comes first. */
interface Line {
  response: ServerResponse;
  waiting: LiveEvent[] | null;
}

/** The open pages' live connections (server-sent events). */
export function createLive() {
  const lines = new Set<Line>();
  const beat = setInterval(() => {
    for (const { response } of lines) response.write(':\n\n');
  }, limits.beatMs);
  beat.unref();

  const write = (line: Line, event: LiveEvent) => {
    const id = event.id === undefined ? '' : `id: ${event.id}\n`;
    line.response.write(`${id}event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`);
    if (line.response.writableLength > limits.lag) line.response.destroy();
  };

  return {
    /** Opens a connection; `missed` is asked for once everything new is already being kept. */
    async open(response: ServerResponse, missed: () => Promise<LiveEvent[]>) {
      const line: Line = { response, waiting: [] };
      lines.add(line);
      response.on('close', () => lines.delete(line));
      try {
        const before = await missed();
        response.write('retry: 1000\n\n');
        for (const event of [...before, ...(line.waiting ?? [])]) write(line, event);
        line.waiting = null;
      } catch (cause) {
        lines.delete(line);
        response.destroy();
        throw cause;
      }
    },
    publish(event: LiveEvent) {
      for (const line of lines) line.waiting ? line.waiting.push(event) : write(line, event);
    },
    full: () => lines.size >= limits.live,
    end() {
      clearInterval(beat);
      for (const { response } of lines) response.end();
      lines.clear();
    },
  };
}

export type Live = ReturnType<typeof createLive>;

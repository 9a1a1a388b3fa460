import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Faults } from './faults.ts';
import { type Frame, system } from './frames.ts';

/** What came back for something pushed. */
export interface Pushed {
  /** The `data` of the acknowledgement, parsed. */
  ack: unknown;
  deliveries: number;
}

interface Connection {
  id: string;
  socket: WebSocket;
  /** DingTalk sends nothing more on it: it is about to be dropped. */
  silent: boolean;
  pings: number;
}

export interface GatewayOptions {
  faults: Faults;
  /** Milliseconds without an acknowledgement after which a push is made again (DingTalk: about 60 s). */
  redeliverAfter: number;
  /** Milliseconds for which a push waits for some connection before it is lost. */
  patience: number;
  /** Milliseconds between the announced end of a connection and its end (DingTalk: 10 s). */
  dropAfter: number;
}

/** The stream side of the stand-in: tickets, connections, pushes until acknowledged. */
export function createGateway({ faults, redeliverAfter, patience, dropAfter }: GatewayOptions) {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Map<string, number>();
  const connections = new Set<Connection>();
  const timers = new Set<NodeJS.Timeout>();
  const waiting = new Map<string, (data: unknown) => void>();
  const arrivals = new Set<() => void>();
  const frames: { dir: 'S>C' | 'C>S'; v: unknown }[] = [];
  const held = new Set<Duplex>();
  const comings: ('open' | 'close')[] = [];
  let closed = false;

  const later = (ms: number, act: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms);
    timers.add(timer);
  };
  const hearing = () => [...connections].filter(({ silent, socket }) => !silent && socket.readyState === 1);

  function send({ socket }: Connection, frame: Frame) {
    frames.push({ dir: 'S>C', v: frame });
    socket.send(JSON.stringify(frame));
  }

  function admit(socket: WebSocket) {
    const connection: Connection = { id: randomUUID(), socket, silent: false, pings: 0 };
    connections.add(connection);
    comings.push('open');
    socket.on('ping', () => {
      connection.pings += 1;
    });
    socket.on('close', () => {
      connections.delete(connection);
      comings.push('close');
    });
    socket.on('error', () => undefined);
    socket.on('message', (raw) => {
      const answer = JSON.parse(String(raw));
      frames.push({ dir: 'C>S', v: answer });
      waiting.get(answer.headers?.messageId)?.(parsed(answer.data));
    });
    for (const arrived of arrivals) arrived();
  }

  async function someConnection(): Promise<Connection> {
    const until = Date.now() + patience;
    for (;;) {
      const open = hearing();
      const chosen = open[Math.floor(Math.random() * open.length)];
      if (chosen) return chosen;
      if (closed || Date.now() >= until) throw new Error('lost: no connection to push to');
      await new Promise<void>((resolve) => {
        arrivals.add(resolve);
        later(Math.max(1, until - Date.now()), resolve);
      });
    }
  }

  return {
    server,
    frames,
    /** Connections opened and closed, in order. */
    comings,
    issueTicket(): string {
      const ticket = randomUUID();
      tickets.set(ticket, Date.now() + 90_000);
      return ticket;
    },
    /** A ticket opens one connection, within 90 s. */
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
      const ticket = new URL(request.url ?? '/', 'http://x').searchParams.get('ticket') ?? '';
      const good = (tickets.get(ticket) ?? 0) > Date.now();
      tickets.delete(ticket);
      const fault = faults.take('handshake');
      if (fault?.reset) return socket.destroy();
      if (fault?.delay) {
        held.add(socket);
        return later(fault.delay, () => socket.destroy());
      }
      if (fault || !good) return socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
      server.handleUpgrade(request, socket, head, admit);
    },
    /** Pushes until acknowledged. Rejects when the push found no connection in time: DingTalk would have lost it. */
    async push(build: (connectionId: string) => Frame): Promise<Pushed> {
      for (let deliveries = 1; ; deliveries += 1) {
        const connection = await someConnection();
        const frame = build(connection.id);
        const id = frame.headers.messageId ?? '';
        const acked = new Promise<{ ack: unknown } | null>((resolve) => {
          waiting.set(id, (ack) => resolve({ ack }));
          later(redeliverAfter, () => resolve(null));
        });
        send(connection, frame);
        const answer = await acked;
        waiting.delete(id);
        if (answer) return { ack: answer.ack, deliveries };
        if (closed) throw new Error('the stand-in was closed before an acknowledgement');
      }
    },
    /** Sends anything at all down every connection. */
    pushRaw(text: string) {
      for (const { socket } of hearing()) socket.send(text);
    },
    /** Announces the end of every connection, falls silent on it and drops it later. */
    disconnect() {
      for (const connection of hearing()) {
        send(connection, system('disconnect', { reason: 'connection is expired' }));
        connection.silent = true;
        later(dropAfter, () => connection.socket.terminate());
      }
    },
    /** Cuts every connection without a word. */
    drop() {
      for (const { socket } of connections) socket.terminate();
    },
    /** Every connection stays, and nothing that comes in is read any more. */
    freeze() {
      for (const connection of connections) {
        connection.silent = true;
        connection.socket.pause();
      }
    },
    /** Pings each connection has sent, oldest connection first. */
    pings: () => [...connections].map(({ pings }) => pings),
    connections: () => connections.size,
    hearing: () => hearing().length,
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      for (const arrived of arrivals) arrived();
      for (const answer of waiting.values()) answer(null);
      for (const { socket } of connections) socket.terminate();
      for (const socket of held) socket.destroy();
      server.close();
    },
  };
}

function parsed(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return data;
  }
}

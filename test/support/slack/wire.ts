import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Payload } from './payloads.ts';

export type Kind = 'events_api' | 'slash_commands' | 'interactive';
export interface Retry {
  num: number;
  reason: string;
}

/** What came back: `ok` when the bot acknowledged it. */
export interface Ack {
  ok: boolean;
  status?: number;
  body?: unknown;
}

/** Signed POSTs to the bot. */
export class HttpWire {
  target = '';
  readonly secret: string;
  readonly #now: () => Date;

  constructor(secret: string, now: () => Date) {
    this.secret = secret;
    this.#now = now;
  }

  /** A request as Slack makes it; `change` spoils it. */
  request(kind: Kind, payload: Payload, retry?: Retry, change: { at?: number; secret?: string } = {}): RequestInit {
    const json = kind === 'events_api';
    const fields = Object.entries(payload).map(([k, v]): [string, string] => [k, String(v)]);
    const form = kind === 'slash_commands' ? fields : [['payload', JSON.stringify(payload)] as [string, string]];
    const body = json ? JSON.stringify(payload) : new URLSearchParams(form).toString();
    const at = change.at ?? Math.floor(this.#now().getTime() / 1000);
    const mac = createHmac('sha256', change.secret ?? this.secret)
      .update(`v0:${at}:${body}`)
      .digest('hex');
    return {
      method: 'POST',
      body,
      headers: {
        'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(at),
        'x-slack-signature': `v0=${mac}`,
        ...(retry ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason } : {}),
      },
    };
  }

  async deliver(kind: Kind, payload: Payload, retry?: Retry): Promise<Ack> {
    const answer = await fetch(this.target, this.request(kind, payload, retry));
    const text = await answer.text();
    return { ok: answer.status === 200, status: answer.status, body: text ? JSON.parse(text) : undefined };
  }
}

/** The server side of Socket Mode. */
export class SocketWire {
  readonly #server: WebSocketServer;
  readonly #waiting = new Map<string, (ack: Ack) => void>();
  /** Every acknowledgement, by envelope, in order. */
  readonly acks: string[] = [];
  connections = 0;
  /** Says no hello when set. */
  mute = false;
  #serial = 0;

  constructor(server: Server) {
    this.#server = new WebSocketServer({ server, path: '/link' });
    this.#server.on('connection', (socket) => {
      this.connections += 1;
      socket.on('message', (data) => this.#acked(JSON.parse(String(data))));
      socket.on('close', () => this.#lost(socket));
      socket.on('error', () => {});
      if (!this.mute)
        socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0GENJIN' } }));
    });
  }

  get open(): WebSocket[] {
    return [...this.#server.clients].filter((socket) => socket.readyState === socket.OPEN);
  }

  /** Sends an envelope; resolves when it is acknowledged, or with `ok: false` when the connection is lost before. */
  async deliver(kind: Kind, payload: Payload, retry?: Retry, envelope?: string): Promise<Ack> {
    const id = envelope ?? this.envelope();
    const socket = this.open[0] ?? (await this.#connected());
    const acked = new Promise<Ack>((resolve) => this.#waiting.set(id, resolve));
    this.#carrier.set(id, socket);
    this.send(kind, payload, id, retry, socket);
    return await acked;
  }

  /** Sends an envelope and waits for nothing. */
  send(kind: string, payload: Payload, id: string, retry?: Retry, socket = this.open[0]): void {
    socket?.send(
      JSON.stringify({
        envelope_id: id,
        payload,
        type: kind,
        accepts_response_payload: kind !== 'events_api',
        ...(retry ? { retry_attempt: retry.num, retry_reason: retry.reason } : {}),
      }),
    );
  }

  envelope(): string {
    this.#serial += 1;
    return `envelope-${this.#serial}`;
  }

  /** Asks the bot to connect anew, as Slack does every few hours. */
  disconnect(reason: string): void {
    for (const socket of this.open) socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }));
  }

  /** Cuts every connection without a word. */
  drop(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  async close(): Promise<void> {
    this.drop();
    this.#server.close();
  }

  readonly #carrier = new Map<string, WebSocket>();

  async #connected(): Promise<WebSocket> {
    const [socket] = (await once(this.#server, 'connection')) as [WebSocket];
    return socket;
  }

  #acked({ envelope_id: id, payload }: { envelope_id: string; payload?: object }): void {
    this.acks.push(id);
    this.#waiting.get(id)?.({ ok: true, body: payload && Object.keys(payload).length > 0 ? payload : undefined });
    this.#waiting.delete(id);
  }

  #lost(socket: WebSocket): void {
    for (const [id, carrier] of this.#carrier) {
      if (carrier !== socket) continue;
      this.#waiting.get(id)?.({ ok: false });
      this.#waiting.delete(id);
      this.#carrier.delete(id);
    }
  }
}

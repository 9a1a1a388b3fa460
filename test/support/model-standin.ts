import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  path: string;
  headers: IncomingHttpHeaders;
  /** As it came over the wire, and as JSON. */
  raw: string;
  body: { model: string; messages: { role: string; content: string }[] } & Record<string, unknown>;
}

/** How an answer goes. */
export type Turn =
  /** A completion that says this; an object is said as JSON. */
  | { says: string | object | null }
  /** An HTTP error with the protocol's error body. */
  | { status: number; message?: string; param?: string }
  /** A body as it is, whatever it is. */
  | { body: string; type?: string; status?: number; location?: string }
  /** Nothing at all, for ever. */
  | { hangs: true }
  /** Headers at once, then a byte now and then, for ever. */
  | { drips: number }
  /** The completion, later. */
  | { says: string | object; afterMs: number }
  /** A completion that never ends. */
  | { huge: true };

/** A server on loopback that speaks chat/completions, well or badly: turn by turn, the last one again and again. */
export class ModelStandIn {
  readonly asked: Asked[] = [];
  /** Bytes of a huge answer that were taken before the other side hung up. */
  sent = 0;
  /** Answers the other side did not wait for. */
  left = 0;
  readonly #server: Server;
  readonly #timers = new Set<NodeJS.Timeout>();
  #turns: Turn[] = [{ says: { intents: [] } }];

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request, response) => {
      response.on('close', () => {
        if (!response.writableFinished) this.left++;
      });
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        this.asked.push({ path: request.url ?? '', headers: request.headers, raw, body: JSON.parse(raw || '{}') });
        const turn = this.#turns.length > 1 ? this.#turns.shift() : this.#turns[0];
        if (request.url !== '/v1/chat/completions') respond(response, 404, { error: { message: 'no such page' } });
        else this.#take(turn as Turn, response);
      });
    });
  }

  static async start(): Promise<ModelStandIn> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new ModelStandIn(server);
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  /** How the next answers go; forgets what was asked before. */
  plan(...turns: Turn[]): void {
    this.#turns = turns;
    this.asked.length = 0;
  }

  /** What the last question's message to the model was. */
  get heard(): string {
    return this.asked.at(-1)?.body.messages.at(-1)?.content ?? '';
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  #take(turn: Turn, response: ServerResponse): void {
    if ('afterMs' in turn) this.#timers.add(setTimeout(() => respond(response, 200, said(turn.says)), turn.afterMs));
    else if ('says' in turn) respond(response, 200, said(turn.says));
    else if ('body' in turn) {
      response.writeHead(turn.status ?? 200, {
        'content-type': turn.type ?? 'application/json',
        ...(turn.location ? { location: turn.location } : {}),
      });
      response.end(turn.body);
    } else if ('status' in turn)
      respond(response, turn.status, { error: { message: turn.message, param: turn.param } });
    else if ('drips' in turn) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"choices":[{"message":{"content":"');
      this.#timers.add(setInterval(() => response.write('x'), turn.drips));
    } else if ('huge' in turn) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"choices":[{"message":{"content":"');
      const more = () => {
        while (!response.destroyed) {
          this.sent += 16_384;
          if (!response.write('x'.repeat(16_384))) return void response.once('drain', more);
        }
      };
      more();
    }
  }
}

const said = (says: string | object | null) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model: 'stand-in',
  choices: [
    {
      index: 0,
      finish_reason: 'stop',
      message: { role: 'assistant', content: says === null || typeof says === 'string' ? says : JSON.stringify(says) },
    },
  ],
  usage: { prompt_tokens: 1200, completion_tokens: 40, total_tokens: 1240 },
});

function respond(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

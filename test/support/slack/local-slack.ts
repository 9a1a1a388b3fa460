import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';

const binary = 'node_modules/local-slack-linux-x64/bin/local-slack';

/** Why the emulator cannot run here, or nothing. */
export const notHere =
  process.platform !== 'linux' || process.arch !== 'x64'
    ? `local-slack is installed for Linux x64; this is ${process.platform} ${process.arch}`
    : existsSync(binary)
      ? undefined
      : `local-slack-linux-x64 is not installed`;

export const emulated = { token: 'xoxb-emulated', appToken: 'xapp-emulated', signingSecret: 'emulated-secret' };
export const people = { mei: 'U01MEI' };
export const bot = 'U0BOT';

type Json = Record<string, unknown>;

/** local-slack, a Slack written by others: github.com/parvalabs/local-slack (MIT). Its port is random; it listens on all interfaces. */
export class LocalSlack {
  readonly base: string;
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(base: string, process: ChildProcess, folder: string) {
    this.base = base;
    this.#process = process;
    this.#folder = folder;
  }

  static async start(way: { mode: 'socket' } | { mode: 'events'; requestUrl: string }): Promise<LocalSlack> {
    chmodSync(binary, 0o755);
    const folder = mkdtempSync(join(tmpdir(), 'local-slack-'));
    const { token: botToken, appToken, signingSecret } = emulated;
    const config = {
      workspace: { name: 'Emulated', domain: 'emulated', teamId: 'T01' },
      app: { appId: 'A01APP', botUserId: bot, botName: 'genjin', botToken, appToken, signingSecret, ...way },
      users: [{ id: people.mei, name: 'mei', real_name: '梅' }],
      channels: [{ id: 'C01SALES', name: 'sales', members: [people.mei, bot] }],
    };
    const file = join(folder, 'config.json');
    writeFileSync(file, JSON.stringify(config));
    const port = await freePort();
    const child = spawn(binary, ['--config', file, '--port', String(port), '--files-dir', join(folder, 'files')]);
    await new Promise<void>((started, failed) => {
      let said = '';
      const listen = (data: Buffer) => {
        said += data;
        if (said.includes('is running')) started();
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('error', failed);
      child.once('exit', (code) => failed(new Error(`local-slack ended with ${code}: ${said}`)));
    });
    return new LocalSlack(`http://127.0.0.1:${port}`, child, folder);
  }

  get apiUrl(): string {
    return `${this.base}/api/`;
  }

  /** Drives the workspace as a person. https://github.com/parvalabs/local-slack#control-api */
  async control(path: string, body: Json): Promise<Json> {
    const answer = await fetch(`${this.base}/_control/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Json;
  }

  async messages(channel: string): Promise<Json[]> {
    const answer = await fetch(`${this.base}/_control/messages/${channel}`);
    return ((await answer.json()) as { messages: Json[] }).messages;
  }

  /** The direct talk of a person with the bot. */
  async direct(user: string): Promise<string> {
    const answer = await fetch(`${this.apiUrl}conversations.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${emulated.token}` },
      body: new URLSearchParams({ users: user }),
    });
    return ((await answer.json()) as { channel: { id: string } }).channel.id;
  }

  /** The browser's side: sees open modals, submits them. */
  async browser(): Promise<Browser> {
    const socket = new WebSocket(`${this.base.replace('http', 'ws')}/ui`);
    const browser = new Browser(socket);
    await browser.ready;
    return browser;
  }

  async stop(): Promise<void> {
    this.#process.removeAllListeners('exit');
    const closed = new Promise((done) => this.#process.once('close', done));
    this.#process.kill();
    await closed;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

export class Browser {
  readonly ready: Promise<unknown>;
  modals: Json[] = [];
  readonly #socket: WebSocket;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    this.ready = new Promise((done) => socket.once('message', done));
    socket.on('message', (data) => {
      const seen = JSON.parse(String(data)) as {
        t: string;
        stack?: Json[];
        modalStack?: Json[];
        state?: { modalStack: Json[] };
      };
      if (seen.t === 'init') this.modals = seen.state?.modalStack ?? [];
      if (seen.t === 'view') this.modals = seen.stack ?? seen.modalStack ?? [];
    });
  }

  submit(user: string, values: Json): void {
    this.#socket.send(JSON.stringify({ t: 'view_submit', user, values }));
  }

  close(): void {
    this.#socket.close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

import { randomUUID } from 'node:crypto';
import { createLocal, type LocalPerson } from '../../adapters/local/index.ts';
import type { Log, Platform } from '../../bot/chat/platform.ts';
import { type Reading, readMarkup } from './local-reading.ts';
import { serverSent } from './sse.ts';
import type { Heard, Surface } from './surface.ts';

const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

interface Wire {
  person: string;
  message: { id: string; from: 'me' | 'bot'; html?: string; replaces?: string };
}

/** The local page without a browser: the real adapter, spoken to over HTTP and its live connection as page/ does. */
export async function localSurface(options: { log?: Log; now?: () => Date } = {}): Promise<Surface> {
  const people = new Map<string, LocalPerson>();
  const pictures = new Map<number, Uint8Array>();
  const talks = new Map<string, Map<string, Reading>>();
  const seen = new Set<string>();
  let awaited: (() => void)[] = [];
  const hangUp = new AbortController();

  const local = createLocal({
    port: 0,
    log: options.log ?? quiet,
    now: options.now ?? (() => new Date()),
    people: async () => [...people.values()],
    history: async () => [],
    picture: async (id) => pictures.get(id) ?? null,
    clock: { offsetMs: () => 0, set: async () => {} },
    demo: { state: async () => 'own', load: async () => {} },
  });

  function hear({ person, message }: Wire) {
    if (message.from === 'bot' && message.html !== undefined) {
      const talk = talks.get(person) ?? new Map<string, Reading>();
      talk.set(message.replaces ?? message.id, readMarkup(message.html));
      talks.set(person, talk);
    }
    seen.add(message.id);
    wake();
  }

  function wake() {
    const looks = awaited;
    awaited = [];
    for (const look of looks) look();
  }

  /** Every message sent is on the page's wire before its sending is done: `heard` never has to be waited for. */
  async function arrived(id: string) {
    while (!seen.has(id) && !hangUp.signal.aborted) await new Promise<void>((look) => awaited.push(look));
  }

  async function listen() {
    const response = await fetch(`${local.address}/api/live`, { signal: hangUp.signal });
    if (!response.body) throw new Error(`no live connection: ${response.status}`);
    const read = async () => {
      for await (const { event, data } of serverSent(response.body as ReadableStream<Uint8Array>)) {
        if (event === 'message') hear(JSON.parse(data) as Wire);
      }
    };
    read().catch(() => {});
  }

  const platform: Platform = {
    name: 'local',
    start: async (receive) => {
      await local.start(receive);
      await listen();
    },
    stop: () => local.stop(),
    close: async () => {
      hangUp.abort();
      wake();
      await local.close();
    },
    ready: () => local.ready(),
    send: async (outgoing) => {
      for (const [id, png] of outgoing.pictures) pictures.set(id, png);
      const sent = await local.send(outgoing);
      if (local.ready()) await arrived(String(outgoing.id));
      return sent;
    },
    find: async () => null,
  };

  /** A person's id on the page is the key itself. */
  const user = (key: string) => {
    if (!people.has(key)) people.set(key, { id: key, name: key, role: 'rep', language: 'zh', zone: 'Asia/Shanghai' });
    return key;
  };

  async function post(key: string, said: object) {
    const response = await fetch(`${local.address}/api/people/${user(key)}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: local.address },
      body: JSON.stringify({ delivery: randomUUID(), said }),
    });
    if (!response.ok) throw new Error(`the local page answered ${response.status}: ${await response.text()}`);
  }

  const newestFirst = (key: string) => [...(talks.get(user(key)) ?? [])].reverse();
  const noGroups = () => new Error('the local page has no groups: only direct talk');

  return {
    name: 'local',
    platform,
    user,
    says: (key, text) => post(key, { kind: 'text', text }),
    saysInGroup: async () => {
      throw noGroups();
    },
    heardInGroup: () => {
      throw noGroups();
    },
    presses: async (key, label) => {
      for (const [message, reading] of newestFirst(key)) {
        const press = reading.presses.find((one) => one.label === label);
        if (press) return post(key, { kind: 'intent', intent: press.intent, message, label });
        if (reading.forms.some((form) => form.open === label)) return;
      }
      throw new Error(`${key} sees no button “${label}”`);
    },
    fills: async (key, values) => {
      const found = newestFirst(key).find(([, reading]) => reading.forms.length > 0);
      const form = found?.[1].forms.at(-1);
      if (!found || !form) throw new Error(`${key} sees no form`);
      const filled = Object.fromEntries(form.fields.map((field) => [field.name, field.value]));
      for (const [label, value] of Object.entries(values)) {
        const field = form.fields.find((one) => one.label === label);
        if (!field)
          throw new Error(`the form has no field “${label}”: ${form.fields.map((one) => one.label).join(', ')}`);
        filled[field.name] = field.options?.find((option) => option.label === value)?.value ?? value;
      }
      const { intent, fixed, title } = form;
      await post(key, { kind: 'form', intent, fixed, values: asTyped(filled), message: found[0], label: title });
    },
    heard: (key) =>
      [...(talks.get(user(key)) ?? [])].map(([id, { text, presses, forms }]): Heard => {
        const form = forms.at(-1);
        const buttons = [...presses.map((press) => press.label), ...forms.map((one) => one.open)];
        return { id, text, buttons, ...(form && { fields: form.fields.map((field) => field.label) }) };
      }),
    stop: async () => platform.close(),
  };
}

/** A moment as the page sends it off: press.js does the same. */
function asTyped(values: Record<string, string>): Record<string, string> {
  const typed = ([name, value]: [string, string]) => [name, value.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/, '$1 $2')];
  return Object.fromEntries(Object.entries(values).map(typed));
}

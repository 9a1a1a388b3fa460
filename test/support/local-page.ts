import { createLocal, type LocalMessage, type LocalPerson, type LocalPlatform } from '../../adapters/local/index.ts';
import type { Card } from '../../bot/chat/card.ts';
import type { Incoming, Log } from '../../bot/chat/platform.ts';

const zone = 'Asia/Shanghai';

/** A demo team of two languages. */
export const team: LocalPerson[] = [
  { id: 'mei', name: '陈美', role: 'rep', language: 'zh', team: '华东组', zone },
  { id: 'lei', name: '李雷', role: 'rep', language: 'zh', team: '华东组', zone },
  { id: 'zhao', name: '赵敏', role: 'manager', language: 'zh', team: '华东组', zone },
  { id: 'dana', name: 'Dana Ruiz', role: 'rep', language: 'en', team: 'International', zone: 'Europe/London' },
  { id: 'tom', name: 'Tom Lee', role: 'manager', language: 'en', team: 'International', zone: 'Europe/London' },
  { id: 'wang', name: '王芳', role: 'admin', language: 'zh', zone },
];

/** A card of a title and what was said, enough to see that something came. */
export const plainCard = (title: string, text = ''): Card => ({
  title,
  summary: title,
  blocks: text ? [{ kind: 'text', text }] : [],
});

export interface FakePage {
  local: LocalPlatform;
  /** Where it listens; 0 is anywhere. Set it to have the bot started again where it was. */
  port: number;
  people: LocalPerson[];
  /** What was stored, in order; the same delivery id is stored once. */
  inbox: Incoming[];
  pictures: Map<number, Uint8Array>;
  clock: { offset: number; sets: (Date | null)[] };
  demo: { state: 'empty' | 'demo' | 'own' };
  /** Makes storing fail until it is told otherwise. */
  broken: boolean;
  /** What the bot does on hearing something; nothing unless a test says so. */
  answer: (incoming: Incoming) => void | Promise<void>;
  /** A card to somebody: stored, and sent to the open pages unless it is kept back. */
  tells(person: string, card: Card, more?: { replaces?: string; at?: Date; kept?: boolean }): Promise<string>;
  /** Puts words of a person's into the talk as if they had been said then. */
  said(person: string, text: string, at: Date): void;
}

/** The local page with a bot that only remembers: everything behind the adapter's options is in memory. */
export function fakePage(options: { now?: () => Date; port?: number; log?: Log } = {}): FakePage {
  const talks = new Map<string, LocalMessage[]>();
  const deliveries = new Map<string, number>();
  let ids = 100;
  const real = options.now ?? (() => new Date());
  const talk = (person: string) => {
    if (!talks.has(person)) talks.set(person, []);
    return talks.get(person) as LocalMessage[];
  };
  const now = () => new Date(real().getTime() + page.clock.offset);

  const local = createLocal({
    get port() {
      return page.port;
    },
    log: options.log ?? { debug() {}, info() {}, warn() {}, error() {} },
    now,
    people: async () => (page.demo.state === 'empty' ? [] : page.people),
    history: async (person, after) => talk(person).filter((one) => !after || BigInt(one.id) > BigInt(after)),
    picture: async (id) => page.pictures.get(id) ?? null,
    clock: {
      offsetMs: () => page.clock.offset,
      async set(instant) {
        page.clock.sets.push(instant);
        page.clock.offset = instant ? instant.getTime() - real().getTime() : 0;
      },
    },
    demo: {
      state: async () => page.demo.state,
      async load() {
        page.demo.state = 'demo';
      },
    },
    language: 'zh',
  });

  const page: FakePage = {
    local,
    port: options.port ?? 0,
    people: structuredClone(team),
    inbox: [],
    pictures: new Map(),
    clock: { offset: 0, sets: [] },
    demo: { state: 'demo' },
    broken: false,
    answer: () => {},
    async tells(person, card, { replaces, at = now(), kept = false } = {}) {
      const id = ++ids;
      talk(person).push({ id: String(id), at, from: 'bot', state: 'done', card, ...(replaces && { replaces }) });
      const language = page.people.find((one) => one.id === person)?.language ?? 'zh';
      const outgoing = { id, conversation: `@${person}`, card, language, pictures: page.pictures };
      if (!kept) await local.send({ ...outgoing, ...(replaces && { replaces }) });
      return String(id);
    },
    said(person, text, at) {
      talk(person).push({ id: String(++ids), at, from: 'me', state: 'done', text });
    },
  };

  return Object.assign(page, {
    local: Object.assign(Object.create(local) as LocalPlatform, {
      start: () =>
        local.start(async (incoming) => {
          if (page.broken) throw new Error('the disk is full');
          const before = deliveries.get(incoming.deliveryId);
          if (before !== undefined) return { fresh: false, id: before };
          const id = ++ids;
          deliveries.set(incoming.deliveryId, id);
          page.inbox.push(incoming);
          const text = incoming.said.kind === 'text' ? { text: incoming.said.text } : {};
          const pressed = typeof incoming.replyVia?.pressed === 'string' ? { pressed: incoming.replyVia.pressed } : {};
          talk(incoming.sender).push({
            id: String(id),
            at: incoming.at,
            from: 'me',
            state: 'done',
            deliveryId: incoming.deliveryId,
            ...text,
            ...pressed,
          });
          setImmediate(() => void page.answer(incoming));
          return { fresh: true, id };
        }),
    }),
  });
}

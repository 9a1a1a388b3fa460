import { expect } from 'vitest';
import type { App } from '../../bot/app.ts';
import type { Clock } from '../../bot/clock.ts';
import { searchKey } from '../../bot/insight/pinyin.ts';
import { companyKey } from '../../bot/insight/same.ts';
import { createLog } from '../../bot/log.ts';
import { type Bot, startBot } from '../../bot/start.ts';
import { freshDatabase } from './database.ts';
import type { Heard, Surface } from './surface.ts';

/** A clock that stands where the test put it. */
export interface GivenClock extends Clock {
  at(instant: string): void;
}

export function givenClock(start: string): GivenClock {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    offsetMs: () => now.getTime() - Date.now(),
    async set(instant) {
      now = instant ?? new Date();
    },
    at(instant) {
      now = new Date(instant);
    },
  };
}

export interface Member {
  key: string;
  name: string;
  role: 'rep' | 'manager' | 'admin';
  team?: string;
  language?: 'zh' | 'en';
  zone?: string;
}

/** A person of the team on a surface: what they say and press, and what they hear back. */
export interface Someone {
  id: number;
  says(text: string): Promise<void>;
  presses(label: string): Promise<void>;
  /** Puts other words into what was said before; only where `surface.edits` is. */
  edits(before: string, text: string): Promise<void>;
  fills(values: Record<string, string>): Promise<void>;
  /** The newest message contains all of these. */
  hears(...texts: (string | RegExp)[]): void;
  hearsNot(...texts: (string | RegExp)[]): void;
  last(): Heard;
  all(): Heard[];
}

export interface Office {
  bot: Bot;
  clock: GivenClock;
  surface: Surface;
  someone(key: string): Someone;
  /** Makes a person with an identity on the surface. */
  hire(member: Member): Promise<Someone>;
  /** Runs the jobs at the clock's time and delivers what they say. */
  jobs(): Promise<void>;
  /** A customer that is there already. */
  customer(name: string, owner: Someone, more?: { tier?: string }): Promise<number>;
  close(): Promise<void>;
}

/** The standard day of the tests: a Thursday, ten o'clock in Shanghai. */
export const thursday = '2026-11-12T02:00:00Z';

/** The bot on a fresh database behind one surface, with a given clock: everything real but the platform. */
export async function openOffice(surface: Surface, start: string = thursday, model?: App['model']): Promise<Office> {
  const database = await freshDatabase();
  const clock = givenClock(start);
  const bot = await startBot({
    connectionString: database.connectionString,
    log: createLog(process.env.LOG_LEVEL ?? 'silent'),
    clock,
    http: null,
    wake: false,
    language: 'zh',
    model,
    platforms: () => [surface.platform],
  });
  const { db, ids } = bot.app;
  const people = new Map<string, Someone>();

  const seen = ({ text, buttons }: Heard) => [text, ...buttons].join('\n');
  const speak = (key: string, id: number): Someone => {
    const last = () => {
      const heard = surface.heard(key).at(-1);
      if (!heard) throw new Error(`${key} has heard nothing`);
      return heard;
    };
    return {
      id,
      async says(text) {
        await surface.says(key, text);
        await bot.settle();
      },
      async edits(before, text) {
        await surface.edits?.(key, before, text);
        await bot.settle();
      },
      async presses(label) {
        await surface.presses(key, label);
        await bot.settle();
      },
      async fills(values) {
        await surface.fills(key, values);
        await bot.settle();
      },
      hears(...texts) {
        for (const text of texts)
          expect(seen(last())).toMatch(text instanceof RegExp ? text : new RegExp(literal(text)));
      },
      hearsNot(...texts) {
        for (const text of texts)
          expect(seen(last())).not.toMatch(text instanceof RegExp ? text : new RegExp(literal(text)));
      },
      last,
      all: () => surface.heard(key),
    };
  };

  return {
    bot,
    clock,
    surface,
    someone(key) {
      return people.get(key) ?? speak(key, 0);
    },
    async hire({ key, name, role, team, language = 'zh', zone = 'Asia/Shanghai' }) {
      const take = await ids.take(3);
      const now = clock.now();
      const there = team ? await db.team.findUnique({ where: { name: team } }) : null;
      const teamId = team ? (there?.id ?? (await db.team.create({ data: { id: take(), name: team } })).id) : null;
      const person = await db.person.create({
        data: { id: take(), name, role, teamId, language, zone, createdAt: now },
      });
      await db.identity.create({
        data: { id: take(), platform: surface.name, userId: surface.user(key), personId: person.id, seenAt: now },
      });
      const someone = speak(key, person.id);
      people.set(key, someone);
      return someone;
    },
    async jobs() {
      await bot.jobs.run('reminders');
      await bot.settle();
    },
    async customer(name, owner, more = {}) {
      const id = await ids.next();
      await db.customer.create({
        data: {
          id,
          name,
          nameKey: companyKey(name),
          pinyin: searchKey(name),
          ownerId: owner.id,
          createdAt: clock.now(),
          lastTouchAt: clock.now(),
          ...more,
        },
      });
      return id;
    },
    async close() {
      await bot.stop();
      await surface.stop();
      await database.drop();
    },
  };
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

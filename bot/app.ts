import type { Pool } from 'pg';
import type { PrismaClient } from '../prisma/generated/client.ts';
import type { Log, PlatformName } from './chat/platform.ts';
import type { Clock } from './clock.ts';
import type { Queue } from './delivery/queue.ts';
import type { Model } from './model/index.ts';
import type { LiveNames } from './names.ts';
import type { Playbook } from './playbook/schema.ts';
import type { Ids } from './sales/ids.ts';

/** What answering and the jobs are given: everything that is opened once, at start. */
export interface App {
  db: PrismaClient;
  pool: Pool;
  queue: Queue;
  ids: Ids;
  clock: Clock;
  log: Log;
  playbook: Playbook & { version: number };
  /** Where people can be reached. */
  platforms: PlatformName[];
  /** The language of a person nobody knows, when their words do not tell. */
  language: 'zh' | 'en';
  /** The names of records, to tell them from the words around them. */
  names?: LiveNames;
  /** Proposes what a sentence may mean that the grammar could not settle; only where one is set up. */
  model?: Model | undefined;
}

import type { Found } from '../context.ts';
import type { Channel } from './ways.ts';

/** What is told so far, while a story is read. */
export interface Telling {
  parts: Found[];
  notes: string[];
  leftover: string[];
  /** Who is being spoken of, as they were named. */
  subject: string | null;
  activity: Found | null;
  /** Somewhere it is told what came of it. */
  past: boolean;
  /** 今天跑三家: every name that follows was visited. */
  round: Channel | null;
}

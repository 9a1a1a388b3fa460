import type { Found } from '../context.ts';
import type { Channel } from './ways.ts';

/** What is told so far, while a story is read. */
export interface Telling {
  parts: Found[];
  leftover: string[];
  /** Who is being spoken of, as they were named. */
  subject: string | null;
  /** Whom the one spoken of was named together with: 恒通王总. */
  person?: string | undefined;
  activity: Found | null;
  /** A full stop or a new line came before: who is named next is hardly somebody of the one before. */
  fresh: boolean;
  /** Some clause was understood in half only: its words are left over. */
  half?: boolean;
  /** Some clause was understood whole. */
  whole?: boolean;
  /** Then came before: who is named next was met next. */
  next?: boolean;
  /** Somewhere it is told what came of it. */
  past: boolean;
  /** 今天跑三家: every name that follows was visited. */
  round: Channel | null;
  /** When they were visited, if it was not today. */
  roundAt?: string;
}

/** Keeps words that are no command: as a note of the visit being told, or as left over. */
export function note(said: string, told: Telling): void {
  if (!told.activity) told.leftover.push(said);
  else told.activity.input.note = [told.activity.input.note, said].filter(Boolean).join(', ').slice(0, 2000);
}

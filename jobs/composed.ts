import type { Card } from '../bot/chat/card.ts';
import type { Plan, Say } from '../bot/sales/change.ts';

/** A reminder's message, looked up at the moment it is sent: null when it is no longer needed. */
export interface Composed {
  card: Card;
  language: 'zh' | 'en';
  plan?: Plan;
  pictures?: { id: number; png: Uint8Array }[];
  /** What others see of it. */
  says?: Say[];
  /** Who gets it: whose it is, or who stands in for them. */
  personId: number;
}

/** What is made of it, before it is known who reads it. */
export type Made = Omit<Composed, 'language' | 'personId'>;

/** A reminder that waits until the person is back. */
export interface Later {
  dueAt: Date;
  wallTime: string;
}

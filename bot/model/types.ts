import type { Intent } from '../intents.ts';
import type { Context, KnownName } from '../understand/context.ts';

type Team = Pick<Context, 'stages' | 'objections' | 'fields' | 'industries' | 'channels'>;

/** What the model may know besides the text, and what its answer is judged by. */
export interface ProposeContext extends Team, Pick<Context, 'now' | 'zone' | 'language' | 'about'> {
  /** Names of records, companies and people that are known, where they stand in the text. */
  names?: readonly KnownName[];
  /** Who asks: the budget is theirs. */
  personId: number;
}

/** What a text may mean, in its order: never empty, always to be confirmed by the person before anything is written. */
export interface Proposal {
  intents: Intent[];
}

export interface Model {
  /**
   * What the text may mean. Null when the model is off, over budget, late, down, or said anything that is not wholly
   * valid. Never throws.
   */
  propose(text: string, context: ProposeContext): Promise<Proposal | null>;
}

export interface ModelLog {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface ModelOptions {
  /** Where `/chat/completions` is: https://dashscope.aliyuncs.com/compatible-mode/v1 */
  baseUrl: string;
  /** None for a server of one's own that wants none. */
  apiKey?: string | undefined;
  model: string;
  timeoutMs: number;
  perPersonPerHour: number;
  perDay: number;
  log: ModelLog;
  /** For tests. */
  fetch?: typeof fetch;
  /** Milliseconds, for budget and pauses; the real time unless given. */
  clock?: () => number;
}

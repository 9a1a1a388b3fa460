import type { FastifyReply } from 'fastify';
import type { Receive } from '../../bot/chat/platform.ts';
import { limits } from './limits.ts';
import type { Live } from './live.ts';
import type { LocalOptions } from './options.ts';
import type { createViewer } from './view.ts';

/** What the routes share. */
export interface Shared {
  options: LocalOptions;
  live: Live;
  view: ReturnType<typeof createViewer>;
  /** Null once stopped: what is said then is not accepted, and the page keeps it. */
  receive(): Receive | null;
}

/** What a refusal teaches whoever reads the wire; the page has its own words for the code. */
const meanings = {
  'foreign-host': 'Only 127.0.0.1 and localhost are answered: open the page at the address printed in the console.',
  'foreign-origin': 'Only the page served from this very address may ask this.',
  'too-long': `A text may be ${limits.text} bytes at most.`,
  empty: 'There is no text in it.',
  'not-understood': 'The body is not what this address takes.',
  'not-stored': 'The message could not be stored, and was not accepted. Send it again with the same delivery id.',
  closing: 'The bot is shutting down and accepts nothing more.',
  'clock-not-here': 'The clock can be moved with the demo team only.',
  'clock-past': 'The clock moves ahead, or back to the real time.',
  'demo-not-here': 'There is data already; the demo team can be loaded into an empty database only.',
  busy: 'Too many pages are open.',
  nothing: 'There is nothing at this address.',
  fault: 'Something went wrong; the log tells what.',
};

/** Answers with an error code and what it means. */
export function refuse(reply: FastifyReply, status: number, error: keyof typeof meanings) {
  return reply.code(status).send({ error, message: meanings[error] });
}

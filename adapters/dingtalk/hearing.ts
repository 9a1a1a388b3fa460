import type { Incoming, Log, Receive } from '../../bot/chat/platform.ts';
import { type Frame, readCardCallback, readRobotMessage } from './incoming.ts';
import type { Meter } from './meter.ts';
import type { Answer, Hearing } from './stream.ts';

interface EarOptions {
  receive: Receive;
  meter: Meter;
  now: () => Date;
  log: Log;
}

export interface Ear extends Hearing {
  /** Takes nothing new; resolves when what was being stored is stored and answered. */
  finish(): Promise<void>;
}

const robotAnswer: Answer = { response: null };
/** DingTalk is asked to redraw nothing: what changes comes as a message. */
const cardAnswer: Answer = {
  response: { cardUpdateOptions: { updateCardDataByKey: true }, cardData: { cardParamMap: {} } },
};

/** Stores what is heard, then lets it be acknowledged: what could not be stored stays unanswered and comes again. */
export function createEar({ receive, meter, now, log }: EarOptions): Ear {
  const underway = new Set<Promise<unknown>>();
  let finished = false;

  async function store(incoming: Incoming): Promise<boolean> {
    const since = performance.now();
    try {
      await receive(incoming);
    } catch (cause) {
      log.error(
        { deliveryId: incoming.deliveryId, cause },
        'a DingTalk message could not be stored; it will come again',
      );
      return false;
    }
    const took = Math.round(performance.now() - since);
    // Robot messages want their answer within a second, cards within two.
    if (took > 1000) log.warn({ deliveryId: incoming.deliveryId, took }, 'storing a DingTalk message took long');
    return true;
  }

  function hear(read: (frame: Frame, at: Date) => Incoming | null, answer: Answer) {
    return (frame: Frame): Promise<Answer> => {
      if (finished) return Promise.resolve(null);
      meter.count('stream');
      const incoming = read(frame, now());
      if (!incoming) {
        log.warn({ messageId: frame.headers.messageId }, 'a DingTalk frame holds nothing that can be read; skipped');
        return Promise.resolve(answer);
      }
      const stored = store(incoming).then((done) => (done ? answer : null));
      underway.add(stored);
      return stored.finally(() => underway.delete(stored));
    };
  }

  return {
    robot: hear(readRobotMessage, robotAnswer),
    card: hear(readCardCallback, cardAnswer),
    async finish() {
      finished = true;
      await Promise.allSettled(underway);
      // One turn of the loop, so that the answers of what was just stored are on their way.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

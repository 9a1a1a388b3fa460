import { longestText } from '../intents.ts';
import { createBreaker } from './breaker.ts';
import { createBudget } from './budget.ts';
import { checkAnswer } from './check.ts';
import { type Answer, createClient, Fault } from './client.ts';
import { mask } from './mask.ts';
import { findAnswer } from './parse.ts';
import { prompt } from './prompt.ts';
import type { Model, ModelOptions, Proposal, ProposeContext } from './types.ts';

export type { Model, ModelOptions, ProposeContext } from './types.ts';

/**
 * A model behind an OpenAI-compatible endpoint, asked for what the grammar could not settle. It sees names and phones
 * masked, may only fill our intents, and what it says is a proposal: nobody but the person makes it more. Without it,
 * and with a bad one, everything else works.
 */
export function createModel(options: ModelOptions): Model {
  const { log, clock = Date.now } = options;
  const ask = createClient(options);
  const budget = createBudget(options.perPersonPerHour, options.perDay, clock);
  const breaker = createBreaker(clock);

  const answered = async (text: string, context: ProposeContext): Promise<Proposal | null> => {
    const masked = mask(text, context.names ?? [], wordsOf(context));
    const messages = prompt(masked.text, context);
    if (!budget.left(context.personId)) return skipped('budget');
    if (!breaker.mayAsk()) return skipped('paused');
    budget.spend(context.personId);

    const began = performance.now();
    const told = (answer?: Answer) => ({
      ms: Math.round(performance.now() - began),
      ...(answer ? { inTokens: answer.inTokens, outTokens: answer.outTokens } : {}),
    });
    let answer: Answer;
    try {
      answer = await ask(messages);
    } catch (error) {
      const paused = breaker.failed();
      const { kind, status } = error instanceof Fault ? error : { kind: 'fault', status: undefined };
      log.warn({ outcome: kind, status, paused, ...told() }, `the model gave no answer${hint(status)}`);
      return null;
    }
    breaker.worked();
    const intents = checkAnswer(findAnswer(answer.content), masked, context);
    const outcome = intents === null ? 'invalid' : intents.length > 0 ? 'proposed' : 'nothing';
    log.info({ outcome, ...told(answer) }, 'the model was asked');
    return intents && intents.length > 0 ? { intents } : null;
  };

  const skipped = (outcome: string) => {
    log.debug({ outcome }, 'the model was not asked');
    return null;
  };

  return {
    async propose(text, context) {
      try {
        return text.trim() === '' || text.length > longestText ? null : await answered(text, context);
      } catch (error) {
        // Its message may quote the text.
        log.warn({ outcome: 'fault', type: error instanceof Error ? error.name : typeof error }, 'the model failed');
        return null;
      }
    },
  };
}

/** What whoever set it up can do about a refusal. */
function hint(status: number | undefined): string {
  if (status === 401 || status === 403) return ': it does not take AI_API_KEY';
  if (status === 404) return ': nothing is at AI_BASE_URL, or it knows no AI_MODEL of that name';
  return '';
}

const known = new WeakMap<object, ReadonlySet<string>>();

/** The team's own words in lower case, one by one: none of them is a name. */
function wordsOf({ stages, objections, fields, industries, channels }: ProposeContext): ReadonlySet<string> {
  const made =
    known.get(stages) ??
    new Set(
      [
        ...stages,
        ...objections,
        ...industries,
        ...channels,
        ...fields,
        ...fields.flatMap(({ options = [] }) => options),
      ]
        .flatMap(({ words }) => words)
        .flatMap((word) => word.toLowerCase().split(/[^\p{L}\d'-]+/u))
        .filter(Boolean),
    );
  known.set(stages, made);
  return made;
}

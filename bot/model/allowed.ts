import { z } from 'zod';
import { intents } from '../intents.ts';

/**
 * What a model may propose: nothing about people, undo, many records at once, exports or joining, and none of the inputs
 * that switch off a check (`anyway`, `version`) or come from a card (`after`).
 */
export const allowed = {
  'lead.create': intents['lead.create'].omit({ anyway: true }),
  'activity.log': intents['activity.log'],
  'deal.move': intents['deal.move'].omit({ version: true, anyway: true, reason: true }),
  'deal.update': intents['deal.update'],
  'deal.open': intents['deal.open'],
  'task.add': intents['task.add'],
  'profile.update': intents['profile.update'],
  'deal.show': intents['deal.show'],
  'deal.list': intents['deal.list'].omit({ after: true }),
  'talk.find': intents['talk.find'],
} as const;

export type AllowedName = keyof typeof allowed;

/** At most so many intents in one answer. */
export const mostIntents = 6;

/** The JSON schema of an answer's inputs, by intent, as short as a prompt wants it. */
export function inputSchemas(): Record<string, unknown> {
  const schema = (of: z.ZodType) => {
    const { $schema: _, ...rest } = z.toJSONSchema(of, {
      io: 'input',
      override: ({ jsonSchema }) => {
        // The patterns of dates alone are longer than the whole prompt; `format` says the same, and lengths are ours to check.
        for (const key of ['pattern', 'minLength', 'maxLength', 'propertyNames'] as const) delete jsonSchema[key];
        if (jsonSchema.type === 'integer') {
          delete jsonSchema.minimum;
          delete jsonSchema.maximum;
        }
      },
    });
    return rest;
  };
  return Object.fromEntries(Object.entries(allowed).map(([name, of]) => [name, schema(of)]));
}

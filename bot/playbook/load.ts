import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { checkPlaybook, type Fault } from './check.ts';
import { type Playbook, playbookSchema } from './schema.ts';

/** A fault and the line (from 1) of the text it stands on. */
export interface PlaybookFault extends Fault {
  line: number;
}

/** The text is no playbook; `faults` says where, what it means and what to write, at most twenty of them. */
export class PlaybookError extends Error {
  readonly faults: PlaybookFault[];

  constructor(faults: PlaybookFault[]) {
    const lines = faults.map(
      ({ line, path, means, write }) => `line ${line}, ${path.join('.') || 'top'}: ${means} ${write}`,
    );
    super(`The playbook cannot be used.\n${lines.join('\n')}`);
    this.name = 'PlaybookError';
    this.faults = faults;
  }
}

const atMost = 20;

/** Reads a playbook from YAML. Throws a {@link PlaybookError} that names every line to mend. */
export function readPlaybook(yaml: string): Playbook {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new PlaybookError(
      document.errors.slice(0, atMost).map((error) => ({
        line: lines.linePos(error.pos[0]).line,
        path: [],
        means: `This is not YAML: ${error.message.replace(/\.?$/, '.')}`,
        write: 'Look at the quotes, the colons and the indentation of this line and the one before.',
      })),
    );
  }
  const lineOf = (path: Fault['path']) => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const refuse = (faults: Fault[]) =>
    new PlaybookError(faults.slice(0, atMost).map((fault) => ({ ...fault, line: lineOf(fault.path) })));

  const read = playbookSchema.safeParse(plain(document));
  if (!read.success)
    throw refuse(read.error.issues.flatMap((issue) => faultsOf(issue, document.getIn(issue.path) != null)));
  const faults = checkPlaybook(read.data);
  if (faults.length > 0) throw refuse(faults);
  return withQuestions(read.data);
}

/** What a stage asks openly is a field like any other from here on: it is asked for, answered and kept as one. */
function withQuestions(book: Playbook): Playbook {
  const asked = book.pipelines.flatMap(({ stages }) => stages.flatMap(({ questions }) => questions));
  const pipelines = book.pipelines.map((pipeline) => ({
    ...pipeline,
    stages: pipeline.stages.map((stage) => ({
      ...stage,
      needs: [...stage.needs, ...stage.questions.map(({ key }) => key)],
    })),
  }));
  return { ...book, pipelines, fields: [...book.fields, ...asked.map((one) => ({ ...one, type: 'text' as const }))] };
}

/** The document's values. Anchors that multiply (a "billion laughs") are refused. */
function plain(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    const means = `It cannot be unfolded: ${(error as Error).message}.`;
    throw new PlaybookError([{ line: 1, path: [], means, write: 'Write the values out instead of using & and *.' }]);
  }
}

const shapes: Record<string, string> = {
  object: 'lines of "key: value" below it',
  array: 'a list: [a, b], or lines that begin with "-"',
  string: 'a text; put quotes around it when it looks like a number or has a colon',
  number: 'a number without quotes, units or commas',
  tuple: 'two numbers, like [1, 2]',
};

function faultsOf(issue: z.core.$ZodIssue, there: boolean): Fault[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const fault = (means: string, write: string): Fault[] => [{ path, means, write }];
  const last = path.at(-1);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        means: `"${key}" means nothing here.`,
        write: 'Take it out, or look for a slip of the pen in it.',
      }));
    case 'invalid_type':
      return !there
        ? fault(`"${String(last)}" is missing or empty.`, `Write ${shapes[issue.expected] ?? `a ${issue.expected}`}.`)
        : fault(
            'This is of another kind than it must be.',
            `Write ${shapes[issue.expected] ?? `a ${issue.expected}`}.`,
          );
    case 'invalid_value':
      return fault('This is none of the words that mean something here.', `Write one of: ${issue.values.join(', ')}.`);
    case 'too_small':
      return fault(
        'It is too little.',
        issue.origin === 'string' ? 'Write at least a word.' : `At least ${String(issue.minimum)}.`,
      );
    case 'too_big':
      return fault('It is too much.', `At most ${String(issue.maximum)}.`);
    case 'invalid_format':
      return fault(
        'It is not written in the way it must be.',
        last === 'key'
          ? 'A key is small Latin letters, digits and _, like loss_reason.'
          : last === 'currency'
            ? 'A currency is three capital letters, like CNY.'
            : 'A time of day is "08:45" in quotes.',
      );
    default:
      return fault(issue.message, 'Compare it with the starter playbook.');
  }
}

import type { process as inChinese, processRefusals as refusalsInChinese } from './process-zh.ts';

const list = (names: string[]) =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
const names: Record<string, string> = { rep: 'rep', manager: 'manager', admin: 'admin' };
const roles = (may: string[]) => may.map((role) => names[role] ?? role).join(' or ');

/** What a refusal at the gate says. */
export const processRefusals: typeof refusalsInChinese = {
  'not-that-way': ({ how, title, stages, may }) => ({
    title: how === 'skip' ? 'One stage at a time' : 'Not back from here',
    text:
      how === 'skip'
        ? `"${title}" has not been through ${list(stages)}, which is not skipped.`
        : `"${title}" is in ${list(stages)} and does not go back from there.`,
    hint:
      may.length > 0
        ? `A ${roles(may)} may ${how === 'skip' ? 'skip it' : 'take it back'}.`
        : 'For an exception, ask a manager to move it with a reason.',
  }),
  'unknown-pipeline': ({ said, pipelines }) => ({
    title: 'No such pipeline',
    text: `No pipeline is called "${said}". Nothing was changed.`,
    hint: `There are: ${list(pipelines)}.`,
  }),
  'same-pipeline': ({ title, pipeline }) => ({
    title: 'Already there',
    text: `"${title}" goes through ${pipeline} already. Nothing was changed.`,
  }),
  'no-such-field': ({ said, fields }) => ({
    title: 'No such field',
    text: `No field is called "${said}". Nothing was changed.`,
    hint: `There are: ${list(fields)}. Or ask a question: "ask before leaving Quote: why do they buy now?"`,
  }),
  'stage-taken': ({ name }) => ({
    title: 'That name is taken',
    text: `There is a stage "${name}" already. Nothing was changed.`,
    hint: 'Give it another name.',
  }),
  'stage-stays': ({ name, why }) => ({
    title: "That can't be changed so",
    text: {
      end: `"${name}" is where the pipeline ends: it stays, and nothing comes after it.`,
      last: `"${name}" is the last open stage and stays.`,
      there: `Deals can't stay in "${name}", which goes.`,
    }[why],
  }),
  'process-same': () => ({ title: 'Nothing to change', text: 'The process is like that already.' }),
  'bad-process': ({ faults }) => ({
    title: 'That would not pass the checks',
    text: faults.join('\n'),
    hint: 'Nothing was changed.',
  }),
};

/** The team's process: its gate, its pipelines, and how it is changed. */
export const process: typeof inChinese = {
  pipeline: 'Pipeline',
  skips: (stages, may) => `A ${roles(may)} may skip ${list(stages)} without it.`,
  mayOverride: (deal, stage) => `For an exception: move ${deal} to ${stage} anyway because …`,
  askOverride: 'An exception takes a manager or an admin, with a reason.',
  overridden: (by, deal, stage) => `${by} moved ${deal} to ${stage} as an exception`,
  overrideText: 'This is still open; just tell me when you know it.',
  within: (days) => `${days} days for it`,
  left: (days) => `${days === 1 ? '1 day' : `${days} days`} left`,
  late: (days) => `${days === 1 ? '1 day' : `${days} days`} late`,
  owner: (role) => `a ${names[role] ?? role} owns this stage`,
  switched: (deal, pipeline) => `${deal} goes through ${pipeline} now`,
  title: (version) => `The sales process · version ${version}`,
  leaves: (needs) => `asks for ${needs}`,
  howTo:
    'To change it: "add a stage Trial after Quote, 14 days", "rename Solution to Proposal", "require budget before leaving Quote", "remove stage Trial".',
  ask: 'Change the process like this?',
  askText: 'Nothing has been changed yet.',
  checked: 'It passes the checks.',
  changed: (version) => `The process is changed · version ${version}`,
  goTo: (stage) => `To ${stage} instead`,
  adds: (name, after, days) => `New stage: ${name}, after ${after}${days === null ? '' : `, ${days} days for it`}`,
  renames: (old, name) => `New name: ${old} → ${name}`,
  removes: (name) => `Stage removed: ${name}`,
  requires: (stage, field) => `${stage}: asks for ${field} before one leaves it`,
  asks: (stage, question) => `${stage}: asks "${question}" before one leaves it`,
  releases: (stage, field) => `${stage}: no longer asks for ${field}`,
  days: (stage, days, was) => `${stage}: ${days} days${was === null ? '' : ` (${was} until now)`}`,
  owned: (stage, role) => `${stage}: a ${names[role] ?? role} owns it`,
  skipRule: (stage, may, rule) =>
    `A ${roles(may)} ${{ never: 'may not skip', known: 'may skip, once all is answered,', free: 'may skip' }[rule] ?? rule} ${stage}`,
  backRule: (stage, may, rule) =>
    `Back from ${stage}, for a ${roles(may)}: ${{ never: 'not allowed', reason: 'with a reason', free: 'without a reason' }[rule] ?? rule}`,
  newPipeline: (name, like) => `New pipeline: ${name}, with the stages of ${like}`,
  noDeals: 'No deal is touched.',
  noneThere: (stage) => `No open deal is in ${stage}.`,
  going: (count, from, to, done) =>
    `${count === 1 ? '1 open deal' : `${count} open deals`} ${done ? 'went' : count === 1 ? 'goes' : 'go'} from ${from} → ${to}`,
  nextFor: (count, after, name) =>
    `${count === 1 ? 'The deal' : `The ${count} deals`} in ${after} stay; ${name} comes next for them.`,
  staying: (count, stage) => `${count === 1 ? 'The deal' : `The ${count} deals`} in ${stage} stay where they are.`,
  lacking: (count, fields) => `${count} of them lack ${fields}: it is asked when they move on.`,
  describe: (what, about) => `Change the process (${what}): ${about}`,
  migrated: (by, count, stage) =>
    `${by} changed the process: ${count === 1 ? '1 deal' : `${count} deals`} of yours now in ${stage}`,
  migratedBack: (by, count) =>
    `${by} took the change of the process back: ${count === 1 ? '1 deal' : `${count} deals`} of yours back in the stage before`,
  exception: 'as an exception',
  after: (stage) => `after ${stage}`,
  rule: (rule) =>
    ({ never: 'not allowed', known: 'once all is answered', reason: 'with a reason', free: 'allowed' })[rule] ?? rule,
  fromStart: 'Earlier stages there ask for more, so it goes on from here.',
};

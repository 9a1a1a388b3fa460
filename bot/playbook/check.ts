import { dealFields, type Playbook } from './schema.ts';

/** A fault of a playbook: where it stands, what it means, and what to write instead. */
export interface Fault {
  path: (string | number)[];
  means: string;
  write: string;
}

/** What a deal is told of beside its fields: no field may have such a key. */
const reserved = ['back_reason', 'override_reason', 'override_missing'];

/** A closed question that puts a customer under pressure: 「切忌直接问“有没有决定”」. */
const banned =
  /(有没有|有无|是否|是不是已经)(做出?)?(了)?决定|决定(好|下来)?了(吗|没)|考虑(得|的)怎么?样|\b(have|did) you (already )?(decided?|ma(d|k)e (a|up your) (decision|mind))|\bhave you made (a|up your) (decision|mind)/i;

/** Whether words put a customer under pressure by asking if they have decided. */
export const asksForDecision = (words: string): boolean => banned.test(words);

const quoted = (keys: Iterable<string>) => [...keys].join(', ') || '(none)';

/** Finds what the shape alone cannot: keys that name nothing, twins, and tracks that ask the banned question. */
export function checkPlaybook(book: Playbook): Fault[] {
  const faults: Fault[] = [];
  const say = (path: Fault['path'], means: string, write: string) => faults.push({ path, means, write });

  const unique = (path: Fault['path'], list: { key: string }[]) => {
    const seen = new Set<string>();
    for (const [at, { key }] of list.entries()) {
      if (seen.has(key)) say([...path, at, 'key'], `"${key}" is there twice.`, 'Give each its own key.');
      seen.add(key);
    }
    return seen;
  };
  const known = (path: Fault['path'], keys: string[] | undefined, all: Set<string>, kind: string) => {
    for (const [at, key] of (keys ?? []).entries()) {
      if (!all.has(key))
        say([...path, at], `No ${kind} has the key "${key}".`, `Write one of: ${quoted(all)} — or add it.`);
    }
  };

  const fields = unique(['fields'], book.fields);
  const objections = unique(['objections'], book.objections);
  const industries = unique(['industries'], book.industries);
  const channels = unique(['channels'], book.channels);
  const tiers = unique(['tiers'], book.tiers);
  unique(['pipelines'], book.pipelines);
  unique(['talkTracks'], book.talkTracks);
  unique(['battleCards'], book.battleCards);
  unique(['cadences'], book.cadences);
  unique(['grades', 'rules'], book.grades.rules);

  for (const key of dealFields) {
    if (!fields.has(key))
      say(['fields'], `The field "${key}" is missing.`, `Every deal has it: add one with key: ${key}.`);
  }
  for (const [at, field] of book.fields.entries()) {
    if (field.type === 'choice' && !field.options)
      say(['fields', at], `"${field.key}" is a choice of nothing.`, 'Add options: [{ key, name: { zh, en } }, …].');
    if (field.options) unique(['fields', at, 'options'], field.options);
  }

  for (const [at, { key }] of book.fields.entries()) {
    if (reserved.includes(key)) say(['fields', at, 'key'], `"${key}" means something else.`, 'Take another key.');
  }

  const stages = new Set<string>();
  const questions = new Set<string>();
  for (const [at, pipeline] of book.pipelines.entries()) {
    const path = ['pipelines', at, 'stages'];
    for (const key of unique(path, pipeline.stages)) stages.add(key);
    for (const outcome of ['won', 'lost'] as const) {
      if (pipeline.stages.filter((stage) => stage.outcome === outcome).length !== 1)
        say(path, `A pipeline ends in one stage with outcome: ${outcome}.`, `Write outcome: ${outcome} on one stage.`);
    }
    if (pipeline.stages[0]?.outcome)
      say([...path, 0], 'A deal would be closed as it opens.', 'Begin with a stage that has no outcome.');
    for (const [place, stage] of pipeline.stages.entries()) {
      known([...path, place, 'needs'], stage.needs, fields, 'field');
      known([...path, place, 'enterNeeds'], stage.enterNeeds, fields, 'field');
      unique([...path, place, 'tasks'], stage.tasks);
      for (const [nth, { key, ask }] of stage.questions.entries()) {
        const asked = [...path, place, 'questions', nth];
        if (fields.has(key) || reserved.includes(key) || questions.has(key))
          say(asked, `"${key}" is there twice.`, 'Give the question a key of its own.');
        questions.add(key);
        if ([ask.zh, ask.en].some(asksForDecision))
          say(asked, 'It asks whether they have decided.', 'Ask an open question: what would have to be true …?');
      }
    }
    known(['pipelines', at, 'for', 'tiers'], pipeline.for?.tiers, tiers, 'tier');
    known(['pipelines', at, 'for', 'industries'], pipeline.for?.industries, industries, 'industry');
    known(['pipelines', at, 'for', 'channels'], pipeline.for?.channels, channels, 'channel');
  }

  known(['alerts', 'priceObjections'], book.alerts.priceObjections, objections, 'objection');
  for (const [at, track] of book.talkTracks.entries()) {
    const path = ['talkTracks', at];
    if (!objections.has(track.objection))
      say([...path, 'objection'], `No objection is "${track.objection}".`, `Write one of: ${quoted(objections)}.`);
    known([...path, 'stages'], track.stages, stages, 'stage');
    known([...path, 'tiers'], track.tiers, tiers, 'tier');
    const { open, questions, give } = track;
    const spoken = [open.zh, open.en, ...questions.zh, ...questions.en, give?.zh ?? '', give?.en ?? ''];
    const asked = spoken.find((line) => banned.test(line));
    if (asked)
      say(
        path,
        `It asks whether they have decided: "${asked}".`,
        'Ask an open question: what would have to be true …?',
      );
  }

  for (const [at, cadence] of book.cadences.entries()) {
    const path = ['cadences', at];
    known([...path, 'for', 'stages'], cadence.for.stages, stages, 'stage');
    known([...path, 'for', 'tiers'], cadence.for.tiers, tiers, 'tier');
    const steps = [cadence.first, ...cadence.then];
    unique(path, steps);
    for (const [place, step] of steps.entries()) {
      if (step.workingDays[0] > step.workingDays[1])
        say(
          [...path, ...(place ? ['then', place - 1] : ['first']), 'workingDays'],
          'The soonest day comes after the latest.',
          'Write [soonest, latest], like [1, 2].',
        );
    }
  }
  for (const kind of ['lead', 'deal'] as const) {
    if (!book.cadences.some(({ for: whom }) => whom.kind === kind && !whom.tiers && !whom.stages))
      say(['cadences'], `Some ${kind}s have no cadence.`, `Add one with for: { kind: ${kind} } and nothing else.`);
  }

  for (const [at, { when }] of book.grades.rules.entries()) {
    const path = ['grades', 'rules', at, 'when'];
    known([...path, 'industries'], when.industries, industries, 'industry');
    known([...path, 'channels'], when.channels, channels, 'channel');
    if (Object.keys(when).length === 0)
      say(path, 'A rule with no condition holds for nobody.', 'Write a condition, like { budgetFrom: 500000 }.');
  }
  const { rep, manager, admin } = book.discounts.limits;
  if (rep > manager || manager > admin)
    say(['discounts', 'limits'], 'Who approves may give less than who asks.', 'Write rep, manager, admin rising.');
  const { A, B, C } = book.grades.thresholds;
  if (!(A > B && B > C))
    say(['grades', 'thresholds'], 'A better grade must take more points.', 'Write A above B above C.');
  return faults;
}

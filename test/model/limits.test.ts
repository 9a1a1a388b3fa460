import { afterAll, beforeAll, expect, test } from 'vitest';
import { ModelStandIn } from '../support/model-standin.ts';
import { openModel, zh } from './ask.ts';

let server: ModelStandIn;
beforeAll(async () => {
  server = await ModelStandIn.start();
});
afterAll(() => server.stop());

const good = { says: { intents: [{ name: 'deal.list', input: {} }] } };
const minute = 60_000;

/** A model with a clock that only the test moves, and how often its server was asked so far. */
function timed(limits: { perPersonPerHour?: number; perDay?: number } = {}) {
  let now = Date.parse('2026-11-12T10:00:00Z');
  const opened = openModel(server.baseUrl, { ...limits, clock: () => now });
  return {
    ...opened,
    pass: (ms: number) => {
      now += ms;
    },
    ask: (personId = 1) => opened.model.propose('有哪些单子在走', { ...zh, personId }),
  };
}

test('a person has a budget for any hour, and nobody else’s', async () => {
  server.plan(good);
  const { ask, pass, outcomes } = timed({ perPersonPerHour: 2 });
  expect(await ask()).not.toBeNull();
  pass(30 * minute);
  expect(await ask()).not.toBeNull();
  expect(await ask()).toBeNull();
  expect(outcomes().at(-1)).toBe('budget');
  expect(server.asked).toHaveLength(2);
  expect(await ask(2)).not.toBeNull();
  pass(30 * minute);
  expect(await ask()).not.toBeNull();
  expect(await ask()).toBeNull();
  expect(server.asked).toHaveLength(4);
});

test('everybody together has a budget for any day', async () => {
  server.plan(good);
  const { ask, pass } = timed({ perDay: 3 });
  for (const person of [1, 2, 3]) expect(await ask(person)).not.toBeNull();
  expect(await ask(4)).toBeNull();
  pass(24 * 60 * minute - 1);
  expect(await ask(4)).toBeNull();
  pass(1);
  expect(await ask(4)).not.toBeNull();
});

test('an answer that is no use, or none, is paid for as well; a budget of nothing asks nothing', async () => {
  server.plan({ says: 'no' }, { status: 500 }, good);
  const { ask } = timed({ perPersonPerHour: 2 });
  for (let i = 0; i < 4; i++) expect(await ask()).toBeNull();
  expect(server.asked).toHaveLength(2);
  expect(await timed({ perDay: 0 }).ask()).toBeNull();
  expect(server.asked).toHaveLength(2);
});

test('a budget holds when everything is asked at once', async () => {
  server.plan(good);
  const { ask } = timed({ perPersonPerHour: 3 });
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask()));
  expect(answers.filter((one) => one !== null)).toHaveLength(3);
  expect(server.asked).toHaveLength(3);
});

test('after three failures in a row it is left alone for a minute, then one asks for all', async () => {
  server.plan({ status: 500 });
  const { ask, pass, outcomes, logged } = timed();
  for (let i = 0; i < 3; i++) expect(await ask()).toBeNull();
  expect(logged.map(({ details }) => details.paused)).toEqual([false, false, true]);
  server.plan(good);
  expect(await ask()).toBeNull();
  pass(minute - 1);
  expect(await ask()).toBeNull();
  expect(server.asked).toHaveLength(0);
  expect(outcomes().slice(3)).toEqual(['paused', 'paused']);

  pass(1);
  const answers = await Promise.all([ask(1), ask(2), ask(3)]);
  expect(answers.filter((one) => one !== null)).toHaveLength(1);
  expect(server.asked).toHaveLength(1);
  expect(await ask()).not.toBeNull();
});

test('a failure right after the pause begins the next one', async () => {
  server.plan({ status: 500 });
  const { ask, pass } = timed();
  for (let i = 0; i < 3; i++) await ask();
  pass(minute);
  await ask();
  expect(server.asked).toHaveLength(4);
  await ask();
  pass(minute - 1);
  await ask();
  expect(server.asked).toHaveLength(4);
});

test('failures that are not in a row do not add up, and a useless answer is no failure', async () => {
  server.plan(
    { status: 500 },
    { status: 500 },
    good,
    { status: 500 },
    { status: 500 },
    { says: 'no' },
    { status: 500 },
    good,
  );
  const { ask, outcomes } = timed();
  for (let i = 0; i < 8; i++) await ask();
  expect(server.asked).toHaveLength(8);
  expect(outcomes().at(-1)).toBe('proposed');
});

test('a pause costs nobody their budget', async () => {
  server.plan({ status: 500 });
  const { ask, pass } = timed({ perPersonPerHour: 4 });
  for (let i = 0; i < 10; i++) await ask();
  pass(minute);
  server.plan(good);
  expect(await ask()).not.toBeNull();
});

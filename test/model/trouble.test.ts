import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ModelStandIn, type Turn } from '../support/model-standin.ts';
import { openModel, zh } from './ask.ts';

let server: ModelStandIn;
beforeAll(async () => {
  server = await ModelStandIn.start();
  // The client is loaded with the first question: not within anybody's time-out below.
  await openModel(server.baseUrl).model.propose('王总', zh);
});
afterAll(() => server.stop());

const good = { intents: [{ name: 'deal.show', input: { deal: '⟦person1⟧' } }] };
const meant = { intents: [{ name: 'deal.show', input: { deal: '王总' } }] };

async function took(turn: Turn, timeoutMs: number) {
  server.plan(turn);
  server.left = 0;
  const opened = openModel(server.baseUrl, { timeoutMs });
  const began = performance.now();
  const proposal = await opened.model.propose('王总怎么样', zh);
  return { proposal, ms: performance.now() - began, outcomes: opened.outcomes(), logged: opened.logged };
}

test.each<[string, Turn]>([
  ['answers too late', { says: good, afterMs: 250 }],
  ['never answers', { hangs: true }],
  ['drips its answer', { drips: 10 }],
])('a server that %s is left after the time-out', async (_how, turn) => {
  const { proposal, ms, outcomes } = await took(turn, 100);
  expect(proposal).toBeNull();
  expect(outcomes).toEqual(['timeout']);
  expect(ms).toBeGreaterThan(90);
  expect(ms).toBeLessThan(1500);
  await vi.waitFor(() => expect(server.left).toBe(1));
});

test('a server that takes its time within the time-out is heard', async () => {
  expect((await took({ says: good, afterMs: 50 }, 2000)).proposal).toEqual(meant);
});

test('a fetch that ignores its time-out keeps nobody waiting', async () => {
  const { model, outcomes } = openModel(server.baseUrl, { timeoutMs: 50, fetch: () => new Promise(() => {}) });
  expect(await model.propose('王总怎么样', zh)).toBeNull();
  expect(outcomes()).toEqual(['timeout']);
});

test.each([401, 403, 404, 408, 409, 429, 500, 503])(
  'status %i is no answer, and is not tried again',
  async (status) => {
    const { proposal, logged } = await took({ status, message: '王总' }, 2000);
    expect(proposal).toBeNull();
    expect(server.asked).toHaveLength(1);
    expect(logged).toEqual([
      { level: 'warn', details: expect.objectContaining({ outcome: 'status', status }), message: expect.any(String) },
    ]);
    expect(JSON.stringify(logged)).not.toContain('王总');
    if (status === 401) expect(logged[0]?.message).toContain('AI_API_KEY');
  },
);

test.each<[string, string, Turn]>([
  ['unreadable', 'a page', { body: '<html>Welcome</html>', type: 'text/html' }],
  ['unreadable', 'no JSON', { body: 'oops {' }],
  ['unreadable', 'nothing', { body: '' }],
  ['unreadable', 'other JSON', { body: '{"choices":[]}' }],
  ['unreadable', 'a list', { body: '[1]' }],
])('%s: a server that sends %s', async (outcome, _what, turn) => {
  const { proposal, outcomes } = await took(turn, 2000);
  expect(proposal).toBeNull();
  expect(outcomes).toEqual([outcome]);
});

test('a server that sends us elsewhere is not followed: our key is for nobody else', async () => {
  const elsewhere = await ModelStandIn.start();
  elsewhere.plan({ says: good });
  const { proposal, outcomes } = await took(
    { body: '', status: 307, location: `${elsewhere.baseUrl}/chat/completions` },
    2000,
  );
  expect(proposal).toBeNull();
  expect(outcomes).toEqual(['down']);
  expect(elsewhere.asked).toHaveLength(0);
  await elsewhere.stop();
});

test('of a body without end no more than 64 kB are read', async () => {
  const { proposal, outcomes } = await took({ huge: true }, 2000);
  expect(proposal).toBeNull();
  expect(outcomes).toEqual(['too large']);
  // What the sockets between hold is sent as well.
  expect(server.sent).toBeLessThan(16 * 1024 * 1024);
});

test('a long answer within 64 kB is read', async () => {
  const { proposal } = await took({ says: `<think>${'x'.repeat(50_000)}</think>${JSON.stringify(good)}` }, 2000);
  expect(proposal).toEqual(meant);
});

test.each([
  [
    'a closed port',
    'down',
    async () => {
      const gone = createServer().listen(0, '127.0.0.1');
      await new Promise((done) => gone.once('listening', done));
      const { port } = gone.address() as AddressInfo;
      await new Promise((done) => gone.close(done));
      return `http://127.0.0.1:${port}/v1`;
    },
  ],
  ['a wrong path', 'status', async () => server.baseUrl.replace('/v1', '/v2')],
  ['no address at all', 'down', async () => 'not an address'],
])('%s is no answer', async (_what, outcome, address) => {
  const { model, outcomes } = openModel(await address());
  expect(await model.propose('王总怎么样', zh)).toBeNull();
  expect(outcomes()).toEqual([outcome]);
});

test('a server that takes no response_format is asked once without it, and from then on', async () => {
  server.plan({ status: 400, message: "'response_format' is not supported" }, { says: good });
  const { model } = openModel(server.baseUrl);
  expect(await model.propose('王总怎么样', zh)).toEqual(meant);
  expect(await model.propose('王总怎么样', zh)).toEqual(meant);
  expect(server.asked.map(({ body }) => body.response_format)).toEqual([{ type: 'json_object' }, undefined, undefined]);
});

test.each([
  ["Use 'max_completion_tokens' instead.", { max_tokens: undefined, max_completion_tokens: 1500 }],
  ["'temperature' does not support 0", { temperature: undefined }],
  ['parameter.enable_thinking must be set to false for non-streaming calls', { enable_thinking: false }],
])('a server that complains is asked its way: %s', async (message, asked) => {
  server.plan({ status: 400, message }, { says: good });
  expect(await openModel(server.baseUrl).model.propose('王总怎么样', zh)).toEqual(meant);
  expect(server.asked).toHaveLength(2);
  expect(server.asked[0]?.body).toMatchObject({ max_tokens: 1500, temperature: 0 });
  expect(server.asked[1]?.body).toMatchObject({ response_format: { type: 'json_object' } });
  for (const [key, value] of Object.entries(asked)) expect(server.asked[1]?.body[key]).toEqual(value);
});

test('a server that only complains is given up, and asked the first way the next time', async () => {
  server.plan({ status: 400, message: 'temperature max_completion_tokens enable_thinking response_format' });
  const { model, outcomes } = openModel(server.baseUrl);
  expect(await model.propose('王总怎么样', zh)).toBeNull();
  expect(server.asked).toHaveLength(5);
  expect(outcomes()).toEqual(['status']);
  server.plan({ says: good });
  expect(await model.propose('王总怎么样', zh)).toEqual(meant);
  expect(server.asked[0]?.body).toMatchObject({ response_format: { type: 'json_object' }, temperature: 0 });
});

test('a text too long to be said, or empty, is not asked about', async () => {
  server.plan({ says: good });
  const { model } = openModel(server.baseUrl);
  expect(await model.propose('王'.repeat(4001), zh)).toBeNull();
  expect(await model.propose(' \n', zh)).toBeNull();
  expect(server.asked).toHaveLength(0);
});

test('how long it took and how many tokens it cost are logged, and nothing else', async () => {
  const { logged } = await took({ says: good }, 2000);
  expect(logged).toEqual([
    {
      level: 'info',
      details: { outcome: 'proposed', ms: expect.any(Number), inTokens: 1200, outTokens: 40 },
      message: 'the model was asked',
    },
  ]);
});

import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { fakePage, plainCard } from '../../support/local-page.ts';
import { type ServerSent, serverSent } from '../../support/sse.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function started(options: Parameters<typeof fakePage>[0] = {}) {
  const page = fakePage(options);
  await page.local.start(async () => ({ fresh: true, id: 0 }));
  open.push(page.local);
  return page;
}

const delivery = '0a1b2c3d-0000-4000-8000-000000000001';

function say(address: string, person: string, body: unknown, headers: Record<string, string> = {}) {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  return fetch(`${address}/api/people/${person}/messages`, init);
}

const text = (words: string, id = delivery) => ({ delivery: id, said: { kind: 'text', text: words } });

/** A request with headers a browser would not let a page set. */
function raw(
  address: string,
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${address}${path}`, { method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end(method === 'POST' ? JSON.stringify(text('你好')) : undefined);
  });
}

/** Opens a live connection and hands out its messages one by one. */
async function live(address: string, query = '', headers: Record<string, string> = {}) {
  const hangUp = new AbortController();
  const response = await fetch(`${address}/api/live${query}`, { signal: hangUp.signal, headers });
  const events = serverSent(response.body as ReadableStream<Uint8Array>);
  const next = async (name = 'message'): Promise<ServerSent> => {
    for (;;) {
      const { value, done } = await events.next();
      if (done) throw new Error('the line was closed');
      if (value.event === name) return value;
    }
  };
  open.unshift({ close: async () => hangUp.abort() });
  return { next, hangUp: () => hangUp.abort() };
}

const titleOf = (event: ServerSent) => JSON.parse(event.data).message.summary as string;

test('another site’s name pointed at this machine is not answered', async () => {
  const { local } = await started();
  for (const host of ['evil.example', 'evil.example:4310', '127.0.0.1.evil.example', 'localhost.evil.example:80']) {
    const answer = await raw(local.address, '/api/state', { host });
    expect([host, answer.status]).toEqual([host, 403]);
    expect(answer.body).not.toContain('陈美');
  }
  const { port } = new URL(local.address);
  expect((await raw(local.address, '/api/state', { host: `localhost:${port}` })).status).toBe(200);
});

test('another site’s page can neither ask nor say anything', async () => {
  const { local, inbox } = await started();
  const { host } = new URL(local.address);
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];
  for (const headers of foreign) {
    const sent = { host, 'content-type': 'application/json', ...headers };
    const answer = await raw(local.address, '/api/people/mei/messages', sent, 'POST');
    expect(answer.status).toBe(403);
  }
  expect((await raw(local.address, '/api/live', { host, origin: 'https://evil.example' })).status).toBe(403);
  expect(inbox).toHaveLength(0);
});

test('a form another site posts, which needs no preflight, is not read', async () => {
  const { local, inbox } = await started();
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const answer = await raw(local.address, '/api/people/mei/messages', { 'content-type': type }, 'POST');
    expect(answer.status).toBe(415);
  }
  expect(inbox).toHaveLength(0);
});

test('the page is there for this machine only', async () => {
  const { local } = await started();
  expect(local.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const others = Object.values(networkInterfaces())
    .flat()
    .filter((one) => one && !one.internal && one.family === 'IPv4');
  for (const other of others) {
    const refused = await new Promise<boolean>((resolve) => {
      const socket = connect(Number(new URL(local.address).port), other?.address, () => resolve(false));
      socket.on('error', () => resolve(true));
      socket.on('connect', () => socket.destroy());
    });
    expect(refused).toBe(true);
  }
});

test('nothing is loaded from elsewhere, and no other page may frame this one', async () => {
  const { local } = await started();
  const page = await fetch(local.address);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  const markup = await page.text();
  expect(markup).not.toMatch(/(src|href)="(https?:)?\/\//);
  expect(markup).not.toMatch(/<script(?! type="module" src="\/)/);
  expect(markup).not.toMatch(/\sstyle=|\son\w+=/);
  for (const [, path] of markup.matchAll(/(?:src|href)="(\/[^"]*)"/g))
    expect((await fetch(local.address + path)).status).toBe(200);
});

test('only the page’s own files can be read', async () => {
  const { local } = await started();
  for (const path of [
    '/../index.ts',
    '/%2e%2e/index.ts',
    '/page/../../package.json',
    '/index.ts',
    '/.env',
    '//etc/passwd',
  ]) {
    expect((await raw(local.address, path, {})).status).toBe(404);
  }
});

test('what somebody says reaches the bot as said by them', async () => {
  const page = await started({ now: () => new Date('2026-11-23T01:12:00Z') });
  const answer = await say(page.local.address, 'mei', text('今天跟进谁'));
  expect(answer.status).toBe(200);
  expect(page.inbox[0]).toEqual({
    platform: 'local',
    deliveryId: `mei:${delivery}`,
    conversation: '@mei',
    sender: 'mei',
    senderName: '陈美',
    said: { kind: 'text', text: '今天跟进谁' },
    at: new Date('2026-11-23T01:12:00Z'),
  });
});

test('sending again with the same delivery id is one message, for everybody who looks', async () => {
  const page = await started();
  const line = await live(page.local.address);
  const first = await (await say(page.local.address, 'mei', text('你好'))).json();
  const again = await (await say(page.local.address, 'mei', text('你好'))).json();
  expect(again).toMatchObject({ id: (first as { id: string }).id, fresh: false });
  expect(page.inbox).toHaveLength(1);
  await page.tells('mei', plainCard('最后一条'));
  expect(JSON.parse((await line.next()).data).message.text).toBe('你好');
  expect(titleOf(await line.next())).toBe('最后一条');
  const talk = (await (await fetch(`${page.local.address}/api/people/mei/messages`)).json()) as { messages: unknown[] };
  expect(talk.messages).toHaveLength(2);
});

test('two people may happen on the same delivery id', async () => {
  const page = await started();
  await say(page.local.address, 'mei', text('你好'));
  await say(page.local.address, 'lei', text('你好'));
  expect(page.inbox).toHaveLength(2);
});

test('a message that could not be stored is not acknowledged, and can be sent again', async () => {
  const page = await started();
  page.broken = true;
  const refused = await say(page.local.address, 'mei', text('你好'));
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ error: 'not-stored' });
  page.broken = false;
  expect((await say(page.local.address, 'mei', text('你好'))).status).toBe(200);
  expect(page.inbox).toHaveLength(1);
});

test('a text longer than 64 KB is refused with what the page can put in words; one of 64 KB is the bot’s to judge', async () => {
  const page = await started();
  const most = await say(page.local.address, 'mei', text('a'.repeat(64 * 1024)));
  expect(most.status).toBe(200);
  const more = await say(page.local.address, 'mei', text('好'.repeat(22_000), `${delivery}9`));
  expect(more.status).toBe(413);
  expect(await more.json()).toMatchObject({ error: 'too-long', message: expect.stringContaining('65536') });
  expect(page.inbox).toHaveLength(1);
});

test('a body beyond what the socket takes is refused the same way', async () => {
  const page = await started();
  const answer = await say(page.local.address, 'mei', text('a'.repeat(12 * 1024 * 1024)));
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ error: 'too-long' });
});

test.each([
  ['no text', text('  \n ')],
  ['no delivery id', { said: { kind: 'text', text: 'x' } }],
  ['a delivery id that is none', text('x', '../../..')],
  ['more than was asked for', { ...text('x'), sender: 'wang' }],
  ['nothing', null],
  [
    'a form whose values are no words',
    { delivery, said: { kind: 'form', intent: 'lead.create', fixed: {}, values: { a: 1 } } },
  ],
])('%s is refused, not guessed at', async (_what, body) => {
  const page = await started();
  expect((await say(page.local.address, 'mei', body)).status).toBe(400);
  expect(page.inbox).toHaveLength(0);
});

test('a button means its intent, checked; one that means nothing is said to be stale', async () => {
  const page = await started();
  const press = (intent: unknown, id: string) =>
    say(page.local.address, 'mei', {
      delivery: id,
      said: { kind: 'intent', intent, message: '7', label: '推进到报价' },
    });
  await press({ name: 'deal.move', input: { deal: '#12', stage: 'quote' } }, 'press-0001');
  await press({ name: 'drop.tables', input: {} }, 'press-0002');
  await press({ name: 'deal.move', input: { deal: '#12', stage: 'quote', sneaky: true } }, 'press-0003');
  expect(page.inbox.map((one) => one.said)).toEqual([
    { kind: 'intent', intent: { name: 'deal.move', input: { deal: '#12', stage: 'quote' } }, message: '7' },
    { kind: 'unusable', what: 'stale-button' },
    { kind: 'unusable', what: 'stale-button' },
  ]);
  expect(page.inbox[0]?.replyVia).toEqual({ pressed: '推进到报价' });
});

test('a form brings what was typed, and leaves out what was left empty', async () => {
  const page = await started();
  const said = {
    kind: 'form',
    intent: 'lead.create',
    fixed: { campaign: 'expo' },
    values: { company: '恒通', name: ' ', phone: '' },
    label: '新线索',
  };
  await say(page.local.address, 'mei', { delivery, said });
  expect(page.inbox[0]?.said).toEqual({
    kind: 'form',
    intent: 'lead.create',
    fixed: { campaign: 'expo' },
    values: { company: '恒通' },
  });
});

test('a newcomer is always there to be, also when one has become somebody', async () => {
  const page = await started();
  const ids = async () =>
    ((await (await fetch(`${page.local.address}/api/state`)).json()) as { people: { id: string }[] }).people.map(
      (one) => one.id,
    );
  expect(await ids()).toContain('newcomer');
  page.people.push({ id: 'newcomer', name: '韩梅梅', role: 'rep', language: 'zh', zone: 'Asia/Shanghai' });
  expect((await ids()).at(-1)).toBe('newcomer-2');
  expect((await say(page.local.address, 'newcomer-2', text('你好'))).status).toBe(200);
  expect(page.inbox[0]).toMatchObject({ sender: 'newcomer-2', conversation: '@newcomer-2' });
  expect(page.inbox[0]).not.toHaveProperty('senderName');
});

test('a connection that broke asks from its last id and hears everything since, once and in order', async () => {
  const page = await started();
  const line = await live(page.local.address);
  await page.tells('mei', plainCard('一'));
  const last = (await line.next()).id;
  line.hangUp();
  await page.tells('mei', plainCard('二'));
  await page.tells('zhao', plainCard('三'));
  const back = await live(page.local.address, '', { 'last-event-id': last ?? '' });
  await page.tells('mei', plainCard('四'));
  const heard = [await back.next(), await back.next(), await back.next(), await back.next()];
  const fresh = heard.filter((event) => !JSON.parse(event.data).again);
  expect(fresh.map(titleOf)).toEqual(['二', '三', '四']);
  expect(heard.filter((event) => JSON.parse(event.data).again).map(titleOf)).toEqual(['一']);
});

test('a message that was committed late, under an id before the last one seen, is still caught up with', async () => {
  const page = await started();
  await page.tells('mei', plainCard('晚到的'), { kept: true });
  const seen = await page.tells('mei', plainCard('先到的'), { kept: true });
  const back = await live(page.local.address, `?after=${seen}`);
  expect(titleOf(await back.next())).toBe('晚到的');
});

test('a card that takes the place of another stands there in the talk, under the first one’s id', async () => {
  const page = await started();
  const first = await page.tells('mei', plainCard('原来的'));
  await page.tells('mei', plainCard('后来的'));
  await page.tells('mei', plainCard('改过的'), { replaces: first });
  const talk = (await (await fetch(`${page.local.address}/api/people/mei/messages`)).json()) as {
    messages: { id: string; summary: string }[];
  };
  expect(talk.messages.map((one) => one.summary)).toEqual(['改过的', '后来的']);
  expect(talk.messages[0]?.id).toBe(first);
});

test('a long talk comes a hundred messages at a time', async () => {
  const page = await started();
  for (let n = 1; n <= 230; n++) await page.tells('mei', plainCard(String(n)), { kept: true });
  type Talk = { messages: { id: string; summary: string }[]; earlier: boolean };
  const talk = async (query = '') =>
    (await (await fetch(`${page.local.address}/api/people/mei/messages${query}`)).json()) as Talk;
  const newest = await talk();
  expect([newest.messages.length, newest.messages[0]?.summary, newest.earlier]).toEqual([100, '131', true]);
  const before = await talk(`?before=${newest.messages[0]?.id}`);
  expect([before.messages.length, before.messages.at(-1)?.summary]).toEqual([100, '130']);
  const oldest = await talk(`?before=${before.messages[0]?.id}`);
  expect([oldest.messages.length, oldest.earlier]).toEqual([30, false]);
});

test('the picture of a card keeps its place before it is loaded', async () => {
  const page = await started();
  const png = Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAC0lEQVR4nGNgwAQAABUAAWBvUrgAAAAASUVORK5CYII=',
      'base64',
    ),
  );
  page.pictures.set(5, png);
  await page.tells('mei', { title: '图', summary: '图', blocks: [{ kind: 'picture', picture: 5, alt: '各阶段' }] });
  const talk = (await (await fetch(`${page.local.address}/api/people/mei/messages`)).json()) as {
    messages: { html: string }[];
  };
  expect(talk.messages[0]?.html).toContain('width="2" height="3"');
  const picture = await fetch(`${page.local.address}/api/pictures/5`);
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(new Uint8Array(await picture.arrayBuffer())).toEqual(png);
  expect((await fetch(`${page.local.address}/api/pictures/6`)).status).toBe(404);
});

test('the clock goes where it is moved by the person’s own time, and everybody’s page hears of it', async () => {
  const page = await started({ now: () => new Date('2026-11-23T01:12:00Z') });
  const line = await live(page.local.address);
  const move = (body: object) =>
    fetch(`${page.local.address}/api/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect(await (await move({ person: 'mei', move: 'tomorrow' })).json()).toMatchObject({
    now: '2026-11-24T01:00:00.000Z',
  });
  expect(JSON.parse((await line.next('clock')).data).now).toBe('2026-11-24T01:00:00.000Z');
  expect(await (await move({ person: 'dana', move: 'monday' })).json()).toMatchObject({
    now: '2026-11-30T09:00:00.000Z',
  });
  expect(await (await move({ person: 'mei', at: '2026-12-01T08:30' })).json()).toMatchObject({
    now: '2026-12-01T00:30:00.000Z',
  });
  expect((await move({ person: 'mei', at: '2026-11-20T08:30' })).status).toBe(409);
  expect((await move({ person: 'mei', at: '2026-02-31T08:30' })).status).toBe(400);
  expect(await (await move({ person: 'mei', move: 'back' })).json()).toMatchObject({ offsetMs: 0 });
  expect(page.clock.sets.at(-1)).toBeNull();
});

test('a real team’s clock cannot be moved, only put back', async () => {
  const page = await started();
  page.demo.state = 'own';
  const move = (name: string) =>
    fetch(`${page.local.address}/api/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: 'mei', move: name }),
    });
  expect((await move('hour')).status).toBe(409);
  expect((await move('back')).status).toBe(200);
  expect(page.clock.sets).toEqual([null]);
});

test('the demo team is loaded once, into an empty house', async () => {
  const page = await started();
  page.demo.state = 'empty';
  const load = () =>
    fetch(`${page.local.address}/api/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
  expect((await load()).status).toBe(200);
  expect((await load()).status).toBe(409);
});

test('when its port is taken the page takes one of the next ten', async () => {
  const first = await started();
  const taken = Number(new URL(first.local.address).port);
  const second = await started({ port: taken });
  const port = Number(new URL(second.local.address).port);
  expect(port).toBeGreaterThan(taken);
  expect(port).toBeLessThanOrEqual(taken + 10);
  expect((await fetch(second.local.address)).status).toBe(200);
});

test('once stopped it accepts nothing more, but still shows what is sent; closed, it is gone', async () => {
  const page = await started();
  const line = await live(page.local.address);
  expect(page.local.ready()).toBe(true);
  await page.local.stop();
  expect(page.local.ready()).toBe(false);
  const refused = await say(page.local.address, 'mei', text('你好'));
  expect([refused.status, await refused.json()]).toMatchObject([503, { error: 'closing' }]);
  await page.tells('mei', plainCard('最后的回答'));
  expect(titleOf(await line.next())).toBe('最后的回答');
  await page.local.close();
  await expect(fetch(page.local.address)).rejects.toThrow();
});

test('the page has direct talk only: a card for a group is surely not sent', async () => {
  const page = await started();
  const outgoing = {
    id: 1,
    conversation: 'group-1',
    card: plainCard('x'),
    language: 'zh' as const,
    pictures: new Map(),
  };
  await expect(page.local.send(outgoing)).rejects.toMatchObject({
    name: 'NotSent',
    code: 'no-such-conversation',
    final: true,
  });
});

test('nothing of what people say is in the log', async () => {
  const lines: string[] = [];
  const write = (details: object, message: string) => void lines.push(message + JSON.stringify(details));
  const page = await started({ log: { debug: write, info: write, warn: write, error: write } });
  page.broken = true;
  await say(page.local.address, 'mei', text('机密的话'));
  await say(page.local.address, 'mei', { delivery, said: { kind: 'text', text: '机密的话', more: 1 } });
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join()).not.toContain('机密');
});

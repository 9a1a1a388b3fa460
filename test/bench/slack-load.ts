import { createHmac, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

export const signingSecret = 'bench-signing-secret';
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** A slash command as Slack signs it. Resolves with the milliseconds until its acknowledgement. */
export function slash(port: number, command: string, text: string, user = 'UBENCH'): Promise<number> {
  const body = new URLSearchParams({
    token: 'x',
    team_id: 'T1',
    channel_id: 'D1',
    channel_name: 'directmessage',
    user_id: user,
    user_name: user.toLowerCase(),
    command,
    text,
    api_app_id: 'A1',
    response_url: 'http://127.0.0.1:9/none',
    trigger_id: randomUUID(),
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const req = request(
      {
        host: '127.0.0.1',
        port,
        path: '/slack/events',
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': signature,
        },
      },
      (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 200
            ? resolve(performance.now() - started)
            : reject(new Error(`answered ${response.statusCode}`)),
        );
      },
    );
    req.on('error', reject);
    req.end(body);
  });
}

/** `count` calls, `width` at a time; the milliseconds of each. */
export async function pressed(
  count: number,
  width: number,
  one: (index: number) => Promise<number>,
): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let index = next++; index < count; index = next++) times.push(await one(index));
    }),
  );
  return times;
}

/** `perSecond` calls a second for `seconds`, none waiting for another; the milliseconds of each. */
export async function paced(
  perSecond: number,
  seconds: number,
  one: (index: number) => Promise<number>,
): Promise<number[]> {
  const calls: Promise<number>[] = [];
  const started = performance.now();
  for (let index = 0; index < perSecond * seconds; index++) {
    const at = started + (index * 1000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));
    calls.push(one(index));
  }
  return Promise.all(calls);
}

export const quantile = (numbers: number[], q: number) =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * q))] ?? 0;
export const median = (numbers: number[]) => quantile(numbers, 0.5);

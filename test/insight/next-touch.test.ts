import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nextTouch, type Past } from '../../bot/insight/next-touch.ts';
import { cadenceFor } from '../../bot/playbook/choose.ts';
import { readPlaybook } from '../../bot/playbook/load.ts';

const playbook = readPlaybook(readFileSync(new URL('../../bot/playbook/starter.yaml', import.meta.url), 'utf8'));
const lead = cadenceFor(playbook, 'lead', {});
const friday = new Date('2026-11-20T07:00:00Z');
const hours = { zone: 'Asia/Shanghai', workStart: '09:00', workEnd: '18:00' };
const past = (...touches: [channel: string, outcome: string | null][]): Past[] =>
  touches.map(([channel, outcome]) => ({ channel, outcome, at: friday }));
const next = (...touches: Parameters<typeof past>) => nextTouch(lead, past(...touches), friday, hours);

test('after a first contact the next touch is one or two working days on, within working hours', () => {
  for (const touches of [past(), past(['call', 'reached']), past(['call', 'silent']), past(['call', null])]) {
    const { wallTime, step } = nextTouch(lead, touches, friday, hours);
    expect(step).toBe('second_contact');
    expect(wallTime).toBe('2026-11-23 10:00');
  }
});

test('it is due in the owner’s own working hours', () => {
  const { dueAt, wallTime } = nextTouch(lead, [], friday, {
    ...hours,
    zone: 'America/Los_Angeles',
    workStart: '08:30',
  });
  expect(wallTime).toBe('2026-11-20 09:30');
  expect(dueAt.toISOString()).toBe('2026-11-20T17:30:00.000Z');
});

test('it adapts to the last answer: sooner and closer when warm, later and lighter when refused', () => {
  expect(next(['call', 'positive'], ['call', 'reached'])).toMatchObject({ step: 'lead_positive', channel: 'meeting' });
  const refused = next(['call', 'negative']);
  expect(refused).toMatchObject({ step: 'lead_negative', channel: 'wechat', wallTime: '2026-12-04 10:00' });
});

test('two unanswered touches in a row change the channel, and each further one again', () => {
  expect(next(['call', 'silent'], ['call', 'reached'])).toMatchObject({ channel: 'wechat', switched: false });
  expect(next(['call', 'silent'], ['call', 'silent'])).toMatchObject({ channel: 'wechat' });
  expect(next(['wechat', 'silent'], ['call', 'silent'])).toMatchObject({
    channel: 'email',
    switched: true,
    exhausted: false,
  });
  expect(next(['email', 'silent'], ['wechat', 'silent'], ['call', 'silent'])).toMatchObject({ channel: 'visit' });
});

test('when every channel stayed unanswered it says so, and never proposes the last one again', () => {
  const all = next(['visit', 'silent'], ['email', 'silent'], ['wechat', 'silent'], ['call', 'silent']);
  expect(all).toMatchObject({ exhausted: true, channel: 'call' });
});

test('an answer ends the silence', () => {
  expect(next(['call', 'reached'], ['email', 'silent'], ['wechat', 'silent'])).toMatchObject({
    step: 'lead_reached',
    switched: false,
  });
});

test('a due day in a year whose holidays are not published says so', () => {
  const late = new Date('2039-12-30T07:00:00Z');
  expect(nextTouch(lead, [], late, hours).calendarKnown).toBe(false);
  expect(next().calendarKnown).toBe(true);
});

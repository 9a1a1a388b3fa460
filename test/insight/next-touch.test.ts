import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nextTouch, type Past } from '../../bot/insight/next-touch.ts';
import { dayOf } from '../../bot/insight/wall-time.ts';
import { addWorkingDays } from '../../bot/insight/working-days.ts';
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

test('days of leave are no working days', () => {
  const leave = [{ from: '2026-11-23', to: '2026-11-25' }];
  expect(nextTouch(lead, [], friday, { ...hours, leave }).wallTime).toBe('2026-11-26 10:00');
  const around = [{ from: '2026-11-27', to: '2026-12-02' }];
  expect(nextTouch(lead, past(['call', 'negative']), friday, { ...hours, leave: around }).wallTime).toBe(
    '2026-12-10 10:00',
  );
});

test.each([
  [1, '2026-11-23 10:00', null],
  [2, '2026-11-27 10:00', 'cap'],
  [3, '2026-11-27 10:00', 'cap'],
] as const)('a customer touched %i times today is left alone until the cap allows one more', (times, due, why) => {
  const contacts = Array.from({ length: times }, () => friday);
  const { wallTime, later } = nextTouch(lead, past(['call', 'reached']), friday, hours, { contacts });
  expect({ wallTime, later }).toEqual({ wallTime: due, later: why });
});

test('touches older than the cap looks back count no more, whoever of us made them', () => {
  const contacts = ['2026-11-13', '2026-11-16', '2026-11-17'].map((day) => new Date(`${day}T07:00:00Z`));
  expect(nextTouch(lead, past(['call', 'reached']), friday, hours, { contacts })).toMatchObject({
    wallTime: '2026-11-23 10:00',
    later: null,
  });
});

test('after a refusal one touch in five working days is enough', () => {
  const closing = cadenceFor(playbook, 'deal', { stage: 'quote' });
  const refused = past(['visit', 'negative'], ['call', 'reached']);
  expect(nextTouch(closing, refused, friday, hours, { contacts: [friday] })).toMatchObject({
    step: 'closing_negative',
    wallTime: '2026-11-27 10:00',
    later: 'cap',
  });
});

test('never more than the cap in any window of its working days, however often one touches them', () => {
  const contacts: Date[] = [];
  let now = friday;
  for (let round = 0; round < 12; round++) {
    const { dueAt } = nextTouch(lead, past(['call', 'reached'], ['call', 'reached']), now, hours, { contacts });
    contacts.push(dueAt);
    now = dueAt;
  }
  for (const [at, first] of contacts.entries()) {
    const third = contacts[at + 2];
    if (!third) continue;
    const days = Array.from({ length: 20 }, (_, day) => addWorkingDays(dayOf(first, hours.zone), day, hours.zone));
    expect(days.indexOf(dayOf(third, hours.zone))).toBeGreaterThanOrEqual(5);
  }
});

test('nothing before a day that is agreed, and it says why', () => {
  const notBefore = { day: '2026-11-28', why: 'meeting' as const };
  expect(nextTouch(lead, [], friday, hours, { notBefore })).toMatchObject({
    wallTime: '2026-11-30 10:00',
    later: 'meeting',
  });
  const past = { day: '2026-11-19', why: 'snooze' as const };
  expect(nextTouch(lead, [], friday, hours, { notBefore: past }).later).toBeNull();
});

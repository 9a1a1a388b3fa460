import type { Region, World } from './world.ts';

/** Touches that were done: about every third talk was planned at the talk before. */
export function makeDoneTouches({ random, calendar, rows, nextId }: World, region: Region): void {
  const mine = new Set(region.reps.map(({ id }) => id));
  const steps = [...region.texts.dealSteps.slice(1), ...region.texts.closingSteps.slice(1)];
  const before = new Map<number, Date>();
  for (const talk of [...rows.activities].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const subject = talk.opportunityId ?? talk.leadId;
    if (subject === null || !mine.has(talk.personId)) continue;
    const createdAt = before.get(subject);
    before.set(subject, talk.at);
    const step = random.pick(talk.leadId ? region.texts.leadSteps.slice(1) : steps);
    const dueAt = new Date(talk.at.getTime() + 300_000 * random.int(-9, 9));
    if (!random.yes(0.4) || !createdAt || dueAt <= createdAt) continue;
    const { customerId, opportunityId, leadId, personId: ownerId } = talk;
    const due = { dueAt, wallTime: calendar.wall(dueAt, region.zone), zone: region.zone };
    const about = { ownerId, customerId, opportunityId, leadId, ...step };
    rows.touches.push({ id: nextId(), ...about, origin: 'cadence', state: 'done', ...due, createdAt, doneAt: talk.at });
  }
}

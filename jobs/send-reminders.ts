import type { App } from '../bot/app.ts';
import { reach } from '../bot/delivery/reach.ts';
import { commit } from '../bot/sales/commit.ts';
import { Conflict } from '../bot/sales/refusal.ts';

import type { Reminder } from '../prisma/generated/client.ts';
import { compose } from './compose.ts';
import type { Later } from './composed.ts';

const batch = 200;
const hour = 3_600_000;

/** Sends what is due. Each reminder is settled in the transaction that writes its message, so that it is sent once. */
export async function sendReminders(app: App): Promise<void> {
  for (let after = 0; ; ) {
    const due = await dueNow(app, after);
    for (const reminder of due) {
      try {
        await send(app, reminder);
      } catch (error) {
        if (!(error instanceof Conflict))
          app.log.error(
            { err: error, reminder: reminder.id, kind: reminder.kind },
            'a reminder could not be made; it is tried again',
          );
      }
    }
    if (due.length < batch) return;
    after = due.at(-1)?.id ?? after;
  }
}

/** Judged by the database's clock, which all instances share, moved by the demo clock. */
async function dueNow(app: App, after: number): Promise<Reminder[]> {
  const { rows } = await app.pool.query<Reminder>(
    `SELECT * FROM "Reminder" WHERE "state" = 'waiting' AND "dueAt" <= now() + $1 * interval '1 millisecond' AND "id" > $2 ORDER BY "id" LIMIT ${batch}`,
    [app.clock.offsetMs(), after],
  );
  return rows;
}

async function send(app: App, reminder: Reminder): Promise<void> {
  const now = app.clock.now();
  const late = (now.getTime() - reminder.dueAt.getTime()) / hour;
  const most = app.playbook.reminders.lateness[reminder.kind as keyof typeof app.playbook.reminders.lateness] ?? null;
  const tooLate = most !== null && late > most;
  const made = tooLate ? null : await compose(app, reminder, now);
  if (made && 'dueAt' in made) return await putOff(app, reminder, made);
  const to = made && (await reach(app, made.personId));
  const settle = (state: 'sent' | 'dropped', why: string | null) => [{ id: reminder.id, state, why }];
  const common = { intent: `job.${reminder.kind}`, personId: null, via: 'job', at: now };
  if (!made || !to) {
    const why = tooLate ? `${late.toFixed(1)} h late` : made ? 'the person is on no platform' : 'no longer needed';
    await commit(app.pool, app.queue, app.ids, { ...common, says: [], settles: settle('dropped', why) });
    return;
  }
  const { card, language, plan, pictures, says = [] } = made;
  const say = {
    ...to,
    personId: made.personId,
    kind: reminder.kind,
    dedupeKey: `${reminder.kind} ${reminder.subject} ${reminder.occurrence}`,
    language,
    card,
  };
  await commit(app.pool, app.queue, app.ids, {
    ...common,
    says: [say, ...says],
    settles: settle('sent', late > 0.25 ? `${late.toFixed(1)} h late` : null),
    ...(plan ? { plan } : {}),
    ...(pictures ? { pictures } : {}),
  });
}

async function putOff(app: App, { id }: Reminder, { dueAt, wallTime }: Later): Promise<void> {
  await app.pool.query(`UPDATE "Reminder" SET "dueAt" = $2, "wallTime" = $3 WHERE "id" = $1 AND "state" = 'waiting'`, [
    id,
    dueAt,
    wallTime,
  ]);
}

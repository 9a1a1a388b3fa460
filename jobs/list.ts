import { planAlerts } from './deal-alerts.ts';
import type { Job } from './define.ts';
import { planReminders } from './plan-reminders.ts';
import { sendReminders } from './send-reminders.ts';

/** All jobs: one plans and sends what people are reminded of, one picks up what a dead instance left behind. */
export function jobList(recover: () => Promise<void>): Job[] {
  return [
    {
      name: 'reminders',
      cron: '*/20 * * * * *',
      everySeconds: 30,
      async run(app) {
        await planReminders(app);
        await sendReminders(app);
      },
    },
    { name: 'alerts', cron: '7 */5 * * * *', everySeconds: 420, run: planAlerts },
    { name: 'recover', cron: '*/5 * * * * *', everySeconds: 8, run: recover },
  ];
}

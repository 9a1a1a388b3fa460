import type { Button, Card } from '../chat/card.ts';
import type { Input } from '../intents.ts';
import type { Logged } from '../sales/log-activity.ts';
import { touchButtons } from './parts.ts';
import { buttons, card, facts, type Reader, ref } from './reader.ts';
import { waysBlocks } from './silences.ts';

/** What was logged, what it finished, and what the cadence proposes. */
export function activityLogged(reader: Reader, logged: Logged, input: Input<'activity.log'>, undo: Button): Card {
  const { t, playbook } = reader;
  const known = playbook.objections.find((one) => one.key === logged.objection);
  const objection = logged.objection && (known ? reader.text(known.name) : logged.objection);
  const { next } = logged;
  const proposed =
    next &&
    [next.what, next.channel && t.channels[next.channel], reader.moment(next.dueAt)].filter(Boolean).join(' · ');
  const why = logged.proposed?.later;
  const cap = logged.proposed?.cap;
  const later = why === 'cap' ? cap && t.activity.capped(cap.touches, cap.workingDays) : why && t.activity.later[why];
  const about = logged.dealId ?? logged.customerId;
  return card(
    t.activity.logged(logged.label, t.channels[input.channel] ?? input.channel),
    [
      facts(
        [t.activity.at, logged.at && reader.moment(logged.at)],
        [t.activity.with, t.list(logged.contacts)],
        [t.activity.outcome, input.outcome && t.outcomes[input.outcome]],
        [t.activity.objection, objection],
        [t.fields.note, input.note],
        [t.activity.done, t.list(logged.done)],
        [t.activity.proposed, proposed],
        [t.activity.why, later],
        [t.fields.pausedUntil, logged.pausedUntil && reader.day(logged.pausedUntil)],
      ),
      ...waysBlocks(reader, logged),
      buttons(
        logged.objection && known
          ? reader.button(
              t.activity.talk,
              { name: 'talk.find', input: { objection: known.key, ...(about ? { deal: ref(about) } : {}) } },
              'primary',
            )
          : null,
        next && (touchButtons(reader, next.id)[1] ?? null),
        undo,
      ),
    ],
    { tone: 'good' },
  );
}

import type { IntentName } from '../intents.ts';
import { examples } from '../understand/examples.ts';
import { withRecord } from '../understand/nearest.ts';

/** What help tells of: topic → the intents it shows examples of. */
const topics: Record<string, Exclude<IntentName, 'unknown' | 'amend' | 'confirm'>[]> = {
  lead: ['lead.create', 'lead.list', 'profile.update', 'lead.merge', 'lead.recycle', 'lead.claim', 'lead.reject'],
  deal: [
    'deal.move',
    'deal.update',
    'deal.open',
    'deal.list',
    'deal.show',
    'deal.give',
    'deal.handover',
    'deal.pause',
    'quote.make',
    'deal.review',
    'deal.odds',
    'risk.list',
    'promise.list',
  ],
  activity: [
    'several',
    'activity.log',
    'task.add',
    'task.move',
    'plan.today',
    'touch.done',
    'touch.snooze',
    'leave.add',
  ],
  talk: ['talk.find'],
  manager: ['approval.decide', 'digest.show', 'forecast.show', 'xray.show', 'leave.list', 'deal.list', 'phones.export'],
  admin: ['people.invite', 'people.change', 'people.list', 'people.map', 'process.show', 'process.change'],
  undo: ['undo', 'language', 'cancel'],
};

/** The examples of each topic in a language, with the person's own record in them. */
export function helpTopics(language: 'zh' | 'en', record: string | null): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(topics).map(([topic, names]) => {
      const said = names.flatMap((name) => examples[name][language].slice(0, names.length > 3 ? 2 : 4));
      return [topic, said.map((text) => withRecord(text, language, record))];
    }),
  );
}

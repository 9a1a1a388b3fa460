import { readFileSync, writeFileSync } from 'node:fs';
import type { IntentName } from '../../bot/intents.ts';
import { examples } from '../../bot/understand/examples.ts';

type Said = Exclude<IntentName, 'unknown' | 'amend' | 'confirm'>;

/** What each kind of sentence is for, as the README heads its row. */
const heads: Record<Said, string> = {
  several: 'Several things at once',
  'lead.create': 'A new lead',
  'lead.form': 'A new lead, as a form',
  'lead.list': 'Leads',
  'lead.show': 'One lead',
  'lead.claim': 'Take a lead out of the pool',
  'lead.recycle': 'Back to the pool (previewed)',
  'lead.merge': 'Two leads are one (previewed)',
  'profile.update': 'What you learned about somebody',
  'activity.log': 'A call, a visit, a message',
  'task.add': 'To do, an appointment, their promise',
  'plan.today': "Today's plan",
  'touch.done': 'Done',
  'touch.snooze': 'Later',
  'deal.open': 'A new deal',
  'deal.form': 'A new deal, as a form',
  'deal.move': 'A deal moves, is won, is lost',
  'deal.update': 'What changed about a deal',
  'deal.list': 'Deals',
  'deal.show': 'One deal',
  'deal.give': 'A deal goes to a colleague',
  'customer.show': 'One customer',
  'talk.find': 'Words for an objection',
  'digest.show': "The manager's digest",
  'phones.export': 'Phone numbers (previewed)',
  undo: 'Take it back',
  cancel: 'Never mind',
  join: 'Join with a code',
  'people.list': 'The team',
  'people.invite': 'A new colleague',
  'people.change': 'Role, team, language, leave',
  'people.map': "A colleague's other account",
  language: 'Language',
  help: 'Help',
};

const cell = (texts: string[]) => texts.map((text) => `\`${text.replaceAll('|', '\\|')}\``).join('<br>');
const from = '<!-- phrases: written by npm run phrases -->';
const to = '<!-- /phrases -->';

/** The README's table of what one can say, made of the grammar's own examples. */
export function phrases(): string {
  const rows = (Object.keys(heads) as Said[]).map(
    (name) => `| ${heads[name]} | ${cell(examples[name].zh)} | ${cell(examples[name].en)} |`,
  );
  return [from, '', '| | 中文 | English |', '|---|---|---|', ...rows, '', to].join('\n');
}

/** A README with the table as it is now in the place of the one it has. */
export function withPhrases(readme: string): string {
  const start = readme.indexOf(from);
  const end = readme.indexOf(to);
  if (start < 0 || end < start) throw new Error(`the README has no ${from} … ${to}`);
  return readme.slice(0, start) + phrases() + readme.slice(end + to.length);
}

const path = new URL('../../README.md', import.meta.url);
if (process.argv[1] === import.meta.filename) writeFileSync(path, withPhrases(readFileSync(path, 'utf8')));

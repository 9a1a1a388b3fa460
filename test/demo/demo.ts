import { readFileSync } from 'node:fs';
import { gradeLead } from '../../bot/insight/grade.ts';
import { searchKey } from '../../bot/insight/pinyin.ts';
import { companyKey } from '../../bot/insight/same.ts';
import { readPlaybook } from '../../bot/playbook/load.ts';
import { worth } from '../../bot/playbook/worth.ts';
import type { GradedLead } from '../../prisma/demo/answers.ts';

export const starter = readPlaybook(readFileSync(new URL('../../bot/playbook/starter.yaml', import.meta.url), 'utf8'));

/** What the bot hands to the loader. */
export const answers = {
  companyKey,
  searchKey,
  grade: ({ budget, currency, ...lead }: GradedLead) =>
    gradeLead({ ...lead, budget: budget === null ? null : worth(starter, budget, currency) }, starter.grades),
};

/** A Monday afternoon, a night, a Sunday, and the end of China's October holidays. */
export const moments = [
  '2026-11-23T07:10:00Z',
  '2026-11-24T17:05:00Z',
  '2026-06-14T03:30:00Z',
  '2026-10-08T06:00:00Z',
].map((at) => new Date(at));

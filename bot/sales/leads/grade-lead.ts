import { type Graded, gradeLead } from '../../insight/grade.ts';
import type { Playbook } from '../../playbook/schema.ts';
import { worth } from '../../playbook/worth.ts';

interface Known {
  industry: string | null;
  headcount: number | null;
  pain: string | null;
  /** As the database keeps it. */
  budget: unknown;
  currency: string;
  channel: string | null;
  phone: string | null;
  email: string | null;
  wechat: string | null;
}

/** The grade the playbook gives for what is known of a lead. */
export function grade(playbook: Playbook, lead: Known): Graded {
  const { industry, headcount, pain, channel } = lead;
  return gradeLead(
    {
      industry,
      headcount,
      pain,
      budget: lead.budget === null ? null : worth(playbook, Number(lead.budget), lead.currency),
      channel,
      reachable: Boolean(lead.phone || lead.email || lead.wechat),
    },
    playbook.grades,
  );
}

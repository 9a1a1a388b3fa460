export type Grade = 'A' | 'B' | 'C' | 'D';
type Axis = 'industry' | 'size' | 'pain' | 'budget' | 'intent';

/** What grading looks at. Keys are the playbook's; the budget is in the team's currency. */
export interface GradedLead {
  industry?: string | null;
  headcount?: number | null;
  pain?: string | null;
  budget?: number | null;
  channel?: string | null;
  /** What the last contact came to. */
  outcome?: string | null;
  note?: string | null;
  /** A phone number or an address is known. */
  reachable?: boolean;
}

/** What a rubric must tell: the playbook's fits. */
export interface RubricLike {
  rules: {
    key: string;
    axis: Axis;
    when: {
      industries?: string[] | undefined;
      headcountFrom?: number | undefined;
      budgetFrom?: number | undefined;
      painGiven?: boolean | undefined;
      words?: string[] | undefined;
      channels?: string[] | undefined;
      reachable?: boolean | undefined;
      outcomes?: string[] | undefined;
    };
    points: number;
  }[];
  thresholds: { A: number; B: number; C: number };
}

/** A grade, its points, and the keys of the rules that gave them, most points first. */
export interface Graded {
  grade: Grade;
  points: number;
  reasons: { key: string; points: number }[];
}

/** Grades a lead: of each axis (industry, size, pain, budget, intent) the first rule that holds gives its points. */
export function gradeLead(lead: GradedLead, rubric: RubricLike): Graded {
  const given = new Map<Axis, { key: string; points: number }>();
  for (const { key, axis, when, points } of rubric.rules) {
    if (!given.has(axis) && holds(when, lead)) given.set(axis, { key, points });
  }
  const reasons = [...given.values()].sort((a, b) => b.points - a.points);
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  const { A, B, C } = rubric.thresholds;
  return { grade: points >= A ? 'A' : points >= B ? 'B' : points >= C ? 'C' : 'D', points, reasons };
}

function holds(when: RubricLike['rules'][number]['when'], lead: GradedLead): boolean {
  const said = `${lead.pain ?? ''} ${lead.note ?? ''}`.toLowerCase();
  const among = (list: string[] | undefined, one: string | null | undefined) =>
    !list || (one != null && list.includes(one));
  const from = (least: number | undefined, is: number | null | undefined) =>
    least === undefined || (is != null && is >= least);
  return (
    Object.values(when).some((condition) => condition !== undefined) &&
    among(when.industries, lead.industry) &&
    among(when.channels, lead.channel) &&
    among(when.outcomes, lead.outcome) &&
    from(when.headcountFrom, lead.headcount) &&
    from(when.budgetFrom, lead.budget) &&
    (!when.painGiven || Boolean(lead.pain?.trim())) &&
    (when.reachable === undefined || when.reachable === lead.reachable) &&
    (!when.words || when.words.some((word) => said.includes(word.toLowerCase())))
  );
}

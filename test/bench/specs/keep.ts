import { type Case, type Entity, type Kind, readCases } from './cases.ts';
import { dateRules, type Rule } from './rules-dates.ts';
import { contactRules, moneyRules, numberRules, percentRules } from './rules-values.ts';

export const rules: Record<Kind, Rule[]> = {
  dates: dateRules,
  numbers: numberRules,
  percents: percentRules,
  money: moneyRules,
  contacts: contactRules,
};

/** A case that occurs in sales talk: what is asked of it, and how many more things stand in it that are not. */
export interface Kept {
  spec: Case;
  asked: Entity[];
  besides: number;
}

/** The rule that leaves an entity out, if any. */
export const ruleFor = (entity: Entity, spec: Case): Rule | undefined =>
  rules[spec.kind].find((rule) => rule.entity?.(entity, spec));

/** The cases kept, and those left out with the rule that does. */
export function sift(): { kept: Kept[]; left: { spec: Case; rule: Rule }[] } {
  const kept: Kept[] = [];
  const left: { spec: Case; rule: Rule }[] = [];
  for (const spec of readCases()) {
    const reasons = spec.entities.map((entity) => ruleFor(entity, spec));
    const asked = spec.entities.filter((_, index) => !reasons[index]);
    const rule = spec.entities.length > 0 ? reasons[0] : rules[spec.kind].find((rule) => rule.nothing?.(spec));
    if (asked.length > 0 || (spec.entities.length === 0 && !rule))
      kept.push({ spec, asked, besides: spec.entities.length - asked.length });
    else if (rule) left.push({ spec, rule });
  }
  return { kept, left };
}

import type { Context } from '../context.ts';

/** What somebody else did, or says that a customer said. */
const others =
  /(?:说|讲|告诉我)(?:他|她)们?(?:自己)?(?:刚|今|昨|前天|上周|已|去|见|拜访|打)|^(?:我们?的?|有个)?(?:同事|领导|老板|主管|经理)(?:跟我|和我|给我)?(?:说|讲|告诉)|\b(?:said|says|told me|mentioned) (?:that )?(?:he|she|they)(?:'d| had| has)? ?(?:just |already )?(?:met|visited|called|saw|spoke|talked|emailed|went|had)\b|^(?:my |a |our |the )?(?:colleague|co-?worker|boss|manager|team-?mate)\b.{0,20}\b(?:said|says|told|thinks?|reckons)\b/i;
/** What we did not do. */
const never =
  /^(?:nope?[\s,]{1,2})?(?:never|didn'?t|did not|haven'?t|have not|hadn'?t)\s(?:\w+ly\s|even\s)?(?:call|visit|meet|met|e-?mail|talk|speak|spoke|contact|text|phone|touch)(?!\w* back)|\b(?:we|i|nobody|no one)\s(?:never|didn'?t|did not|haven'?t|have not|hadn'?t)\s(?:\w+ly\s|even\s)?(?:call|visit|meet|met|saw|seen?|e-?mail|talk|speak|spoke|contact|text|phone)/i;
/** What is asked or guessed of a customer, when no word says that one was in touch. */
const guessed =
  /会不会|是不是|有没有|要不要|该不该|可能|说不定|估计|怕是|万一|应该会|\b(?:might|may(?!\s\d)|could|would|probably|perhaps|maybe|likely to)\b/i;

/** Whether a text tells of a touch that was not ours, or did not take place; `met`: a word says that one was in touch. */
export function notOurs(text: string, context: Context, met: boolean): boolean {
  if (others.test(text) || never.test(text)) return true;
  if (!met && guessed.test(text)) return true;
  const first = context.names?.find(text)[0];
  return (
    first?.start === 0 &&
    first.kind === 'person' &&
    /^\s?(?:跟我|和我)?(?:说|讲|告诉|said|says|told|thinks|heard)/i.test(text.slice(first.end))
  );
}

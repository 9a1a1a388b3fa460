import type { Rule } from './context.ts';
import { cleanRef } from './refs.ts';
import { longestCommand, readObjection, whole } from './shared.ts';
import { findObjection } from './story/outcomes.ts';
import { findWords } from './words.ts';

const asks =
  /^(?:what\s(?:do|should|can|could|would)\s(?:i|we|you)\s(?:say|answer|reply|tell them|do)|how\s(?:do|should|can|to|would)\s?(?:i|we|you)?\s?(?:respond|reply|answer|handle|deal with|counter|overcome|address|tackle|react)|talk(?:ing)?\s(?:points?|tracks?)|help me (?:answer|handle|with)|(?:handle|answer|counter|overcome|respond to)(?=\s)|what to say|(?:(?:any|got any|got|have any|need|need some|give me|some)\s)?(?:an?\s)?(?:good\s)?(?:tips?|advice|ideas?|scripts?|lines?|pointers?|comebacks?)|(?:what'?s|is there)\sa\sgood\s(?:answer|reply|response|comeback|line)|how would you (?:handle|answer|respond))\s*(?:to|with|for|on|about|if|when|against)?\s*/i;
const answers =
  /^(.{1,160}?)[\s,;.:-]*(?:what\s(?:do|should|can|could)\s(?:i|we)\s(?:say|answer|reply|tell them|do)|how\s(?:do|should|can|to)\s?(?:i|we)?\s?(?:respond|reply|answer|handle|deal with|counter|overcome)(?:\s(?:that|this|it))?|what to say|any talking points?|talking points|talk track)\??$/i;
const anybody =
  /^(?:(?:when|if|the|an?|my|our|customers?|clients?|they|he|she|someone|somebody|people|buyers?|prospects?|it|its|it's|is|are|was|that|who|find|finds|found|says?|said|saying|think|thinks|complains?|claims?|objects?|tells? me|us|we|we're|you're|about|of|objection|raises?|too|a|to|with|deal|for|,)(?:\s|$|,)){0,10}$/i;

/** What to answer an objection: what do I say when they find it too expensive. */
export const englishTalk: Rule = (text, context) => {
  if (text.length > longestCommand) return null;
  const first = asks.exec(text);
  const said = (first ? text.slice(first[0].length) : (answers.exec(text)?.[1] ?? '')).replace(/[?.!\s]+$/, '');
  if (said === '') return null;
  const known = findObjection(said, context) ?? findWords(context.objections, said)[0];
  if (!known) {
    const raw = readObjection(
      said.replace(
        /^(?:when|if)?\s?(?:they|the customer|a customer|he|she|customers?)\s(?:say|says|said|find|think|thinks)\s(?:that\s|it'?s\s)?/i,
        '',
      ),
      context,
    );
    return raw && raw.length <= 60 ? whole(text, { name: 'talk.find', input: { objection: raw } }, 0.7) : null;
  }
  const named = /(?:\bto|\bfor|\bwith|\bat|\bfrom)\s(?:the\s)?([\p{L}\d#][\p{L}\d .&'-]{0,40}?)(?:\sdeal)?$/iu.exec(
    said.slice(known.end),
  )?.[1];
  const before = said.slice(0, known.start).replace(/\s+$/, '');
  const subject =
    /^(?:when\s|if\s|to\s)?(.{1,40}?)\s(?:keeps?\s|kept\s|always\s|just\s|now\s|still\s)?(?:find|finds|found|says?|said|saying|pushing back|telling us|thinks?|complains?|claims?|objects?|is|are|when they|when he|when she|if they)\b.*$/i.exec(
      before,
    )?.[1];
  const ref = cleanRef(named ?? (subject && !anybody.test(subject) ? subject : ''));
  return whole(text, {
    name: 'talk.find',
    input: { objection: known.value, ...(ref && !anybody.test(ref) ? { deal: ref } : {}) },
  });
};

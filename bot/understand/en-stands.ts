import type { Context } from './context.ts';
import { resolve } from './refs.ts';
import { refLike } from './story/names.ts';

const last =
  '(?:talk(?:ed)? (?:to|with)|speak (?:to|with)|spoke (?:to|with)|see|saw|seen|meet(?: with)?|met(?: with)?|call(?:ed)?|visit(?:ed)?|e-?mail(?:ed)?|text(?:ed)?|touch(?:ed)? base with|check(?:ed)? in (?:with|on)|follow(?:ed)? up with|contact(?:ed)?|hear(?:d)?(?: back)? from|reach(?:ed)? out to)';
const whom = "(#?[a-z\\d][\\w&'. -]{1,40}?)";
const tail =
  '(?:\\s(?:about|re|regarding|on|since|yet|lately|these days|right now|now|today|again|anyway|at the moment)(?:\\s.{0,40})?)?[?\\s]{0,3}$';
/** How a record stands, in the words people ask it with: what's new with Acme, when did I last see Acme, any word from Acme. */
const stands = [
  `^how(?:'?s|\\sis|\\sare)\\s(?:we|things|it|everything)\\s?(?:doing|looking|going|coming along|standing)?\\s(?:with|on|at|over at)\\s${whom}`,
  `^(?:so\\s)?what(?:'?s|\\sis)\\s(?:the\\s)?(?:latest|new|news|story|word|deal|going on|happening|up|cooking|left)\\s(?:with|on|at|over at|from)\\s${whom}`,
  `^(?:is there\\s|got\\s)?any(?:thing)?\\s(?:news|updates?|word|movement|progress|new|happening|going on|back)\\s(?:with|on|at|from|over at)\\s${whom}`,
  `^where(?:'?d|\\sdid|\\sare|\\sdo)\\s(?:we|i|things)\\s(?:leave|stand|end up|at)?\\s?(?:it|things|off)?\\s?(?:with|on)\\s${whom}`,
  `^(?:when\\s(?:did|was)\\s(?:i|we|it)\\s(?:that\\s(?:i|we)\\s)?last|(?:when was )?the last time (?:i|we)|when (?:did|have) (?:i|we) last)\\s${last}\\s${whom}`,
  `^when\\swas\\s(?:my|our|the)\\slast\\s(?:call|visit|meeting|touch|chat|contact|email|demo)\\s(?:with|to|at)\\s${whom}`,
  `^(?:did|have|had)\\s(?:i|we)\\s(?:ever|even|already)?\\s?(?:hear|heard|get|got)(?:\\s(?:anything|something|a reply|an answer))?(?:\\sback)?\\sfrom\\s${whom}`,
  `^(?:did|has|have)\\s${whom}\\s(?:ever\\s)?(?:get|got|gotten|call|called|write|written|come|respond|responded|reply|replied)(?:\\sback)?(?:\\sto\\s(?:me|us))?`,
  `^what(?:'?s|\\sis)\\s${whom}'s\\s(?:status|state|situation|deal)`,
  `^(?:what do (?:we|i) (?:know about|have on)|tell me about|fill me in on|catch me up on|brief me on|refresh me on)\\s${whom}`,
].map((begin) => new RegExp(`${begin}${tail}`, 'i'));

/** The record whose state is asked for: one we know, one with a number, or what looks like a name. */
export function stood(text: string, context: Context): string | null {
  for (const pattern of stands) {
    const said = pattern.exec(text)?.[1];
    const ref = said && resolve(said, context, ['deal']);
    if (!ref) continue;
    const known = context.names?.find(ref).some(({ start, kind }) => start === 0 && kind !== 'person');
    if (known || ref.startsWith('#') || (/^[A-Z]/.test(ref) && refLike(ref))) return ref;
  }
  return null;
}

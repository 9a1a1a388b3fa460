import type { Context, KnownName, Rule } from './context.ts';
import { whole } from './shared.ts';

const asked = [
  /^(?:我们?|看看?|帮我看看?|给我看看?|查查?|\s){0,3}(?:跟|和|与)?\ue001(?:那边)?的?(?:上次|最近|之前|以前|上一次|最近一次|最后一次)(?:都|是|我们|跟他们|的|一次|\s){0,4}(?:聊|谈|说|沟通|联系|跟进|拜访|见|打电话)(?:记录|情况|过|到|了|的|些|面|\s){0,3}(?:哪儿?了?|什么了?|啥了?|哪一步了?|是?什么时候了?|是?哪天)?[呢啊]?[?]?$/u,
  /^(?:when|what) (?:did|have|was it) (?:i|we) (?:last )?(?:talk(?:ed)?|speak|spoken|spoke|met|meet|call(?:ed)?|touch(?:ed)?|contact(?:ed)?|email(?:ed)?|discuss(?:ed)?|visit(?:ed)?|see|seen)(?: about| to| with){0,2}(?: last| about)?(?: (?:with|to))? \ue001(?: last| last time)?[?]?$/i,
  /^(?:so |and )?what(?:'?s| is) (?:going on|happening) (?:with|at) \ue001(?: now| these days| lately)?[?]?$/i,
  /^(?:what(?:'?s| is| was)|show me|show|pull up)? ?(?:the |our |my )?(?:last|latest|most recent) (?:touch|contact|call|talk|conversation|meeting|visit|e-?mail|activity|notes?)(?: was)? (?:with|on|at|for|from|to) \ue001[?]?$/i,
];

/** The one customer or lead a text names. */
function oneNamed(text: string, { names }: Context): KnownName | null {
  const known = (names?.find(text) ?? []).filter(({ kind }) => kind === 'customer' || kind === 'lead');
  return known.length === 1 ? (known[0] ?? null) : null;
}

/** 初禾上次聊到哪了, when did I last talk to Foxglove: the customer's timeline says so. */
export const lastTalk: Rule = (text, context) => {
  const one = text.length <= 80 ? oneNamed(text, context) : null;
  if (!one) return null;
  const veiled = `${text.slice(0, one.start)}\ue001${text.slice(one.end)}`;
  if (!asked.some((pattern) => pattern.test(veiled))) return null;
  const ref = text.slice(one.start, one.end);
  return one.kind === 'lead'
    ? whole(text, { name: 'lead.show', input: { lead: ref } }, 0.9)
    : whole(text, { name: 'customer.show', input: { customer: ref } }, 0.9);
};

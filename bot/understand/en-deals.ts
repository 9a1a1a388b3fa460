import type { Context, Found, Rule } from './context.ts';
import { readWhen } from './dates.ts';
import { about, open, openLines, update } from './deal.ts';
import { move } from './moves.ts';
import { dealLabels } from './pairs.ts';
import { longestCommand } from './shared.ts';
import { endStage, takeStage } from './stage.ts';
import { contrast } from './story/deciders.ts';
import { nameOf } from './story/names.ts';
import { findObjection, findOutcome } from './story/outcomes.ts';
import { findWords } from './words.ts';

const please =
  "^(?:(?:please|pls|can you|could you|would you|will you|let's|lets|ok|okay|just|i|we|i've|we've|have|now|go ahead and|need to)[\\s,]+){0,4}";
const pushing = new RegExp(
  `${please}(?:stick|move|moved|advance|advanced|push|pushed|progress|progressed|bump|bumped|shift|shifted|promote|promoted|put|take|took|drag|dragged|update|updated|set|drop|dropped|slide|slid|kick|kicked|roll|rolled|bring|brought|pull|pulled|park|parked|return|returned)\\s(.{1,60}?)\\s(?:stage\\s)?(?:forward\\s|ahead\\s|over\\s|on\\s|back\\s|up\\s|down\\s)?(?:(?:a|one)\\s(?:stage|step)\\s)?(?:in\\s?to|to|at|in)\\s(?:the\\s)?(?:stage\\s)?`,
  'i',
);
const gone =
  /^(.{1,60}?)\s(?:(?:is|are)\s(?:now\s)?(?:in|at)|(?:has\s)?(?:moved|advanced|progressed|gone|went|goes|moves|slides?|slid|drops?|dropped|falls?|fell|jumps?|jumped|comes?|came|heads?|headed|graduated?|graduates|both|all|are)\s(?:back\s|on\s|up\s|over\s|down\s)?(?:in\s?to|to)|to|->|→)\s(?:the\s)?/i;

/** Quarry Brothers in quotation stage: where a deal that we know stands now. */
const standing =
  /^(?:status\s?[-:]\s?)?(.{2,40}?)\s(?:now\s|already\s)?(?:in|at)\s(?:the\s)?([a-z][a-z -]{2,24}?)(?:\snow|\salready)?$/i;

/** We are at a stage with somebody: started pricing with Kestrel, in negotiation with Kestrel. */
const begun =
  /^(?:we(?:'re|'ve)?\s|i(?:'m|'ve)?\s)?(?:are\s|have\s|am\s)?(?:now\s|just\s|finally\s){0,10}(?:started|begun|began|kicked off|entered|entering|starting|in|into|at|doing)\s(?:the\s)?([a-z][a-z -]{2,24}?)\s(?:with|for|at)\s(.{2,40}?)(?:\snow)?$/i;

function moved(text: string, head: RegExpExecArray, strict: boolean, context: Context): Found | null {
  const tail = text.slice(head[0].length);
  const stage = takeStage(tail, context);
  if (!stage || (strict && !stage.known)) return null;
  if (!stage.known && (readWhen(tail, context) || /^[$€£¥]?\d/.test(tail))) return null;
  const span = { from: 0, to: head[0].length + stage.length };
  return move(head[1] as string, stage.stage, stage.rest, false, span, context, stage.known ? 0.95 : 0.5);
}

const toStage: Rule = (text, context) => {
  if (text.length > longestCommand) return null;
  const label = findWords(dealLabels(context), text)[0];
  // push to proposal: the deal is the one spoken of.
  const bare =
    /^(?:(?:please|pls|ok|now|then|so)\s){0,10}(?:move|push|bump|advance|progress|shift)(?:d|ed)?\s(?:it\s|them\s|that\s)?(?:on\s|up\s|forward\s)?(?:in)?to\s(?:the\s)?/i.exec(
      text,
    );
  const stageOf = bare && takeStage(text.slice(bare[0].length), context);
  if (bare && stageOf?.known)
    return move('', stageOf.stage, stageOf.rest, false, { from: 0, to: bare[0].length + stageOf.length }, context);
  const first = pushing.exec(text);
  if (first && !(label && label.start < first[0].length)) {
    const found = moved(
      text,
      first,
      /^.{0,24}?(?:updated?|set|take|took|put|drop(?:ped)?|slide|slid|kick(?:ed)?|roll(?:ed)?|bring|brought|pull(?:ed)?|park(?:ed)?|return(?:ed)?)\s/i.test(
        first[0].slice(0, first[0].indexOf(first[1] as string)),
      ),
      context,
    );
    if (found) return found;
  }
  const stands = standing.exec(text);
  const at = stands && isKnown(stands[1] as string, context) ? takeStage(stands[2] as string, context) : null;
  if (stands && at?.known && at.rest.trim() === '')
    return move(stands[1] as string, at.stage, '', false, { from: 0, to: text.length }, context, 0.8);
  const started = begun.exec(text);
  const into = started && takeStage(started[1] as string, context);
  if (started && into?.known && into.rest.trim() === '')
    return move(started[2] as string, into.stage, '', false, { from: 0, to: text.length }, context, 0.85);
  const second = gone.exec(text);
  return second && !(label && label.start < second[0].length) ? moved(text, second, true, context) : null;
};

/** Private losses and wins: my keys, a bet. */
const nobody = /^(?:my|an?|his|her|their|some|another|your)\s/i;
/** Not over yet, or not here. */
const unsureSaid =
  /\b(?:almost|nearly|hoping|hope|want|wants|trying|about|will|would|might|may|should|could|if|when|movie|dream|last job)\b/i;
const endings = [
  /^(?:deal\s)?(?:(closed[\s-]won|won)|(closed[\s-]lost|lost)):\s?([^,;:]{2,40}?)(?=$|[\s]*[,;])/i,
  /^(?:please\s)?(?:mark|set|close)\s(.{1,60}?)\s(?:as\s|deal as\s)?(?:closed[\s-])?(?:(won)|(lost))(?=$|[\s:,;.!-])/i,
  /^(?:great news|good news|bad news|yay|sadly|unfortunately|great|ok)?[\s,!:]*(?:we(?:'ve)?\s|i\s|just\s|have\s|finally\s){0,10}(?:(won|closed(?=\s.{1,40}\swon))|(lost))\s(?:the\s)?(.{1,60}?)(?:\s(?:deal|opportunity))?(?=$|[\s]*[:,;.!-]|\s(?:because|due|over|on\s(?:price|cost|features)|to\s|reason|with|at|for|for good|as\s|won$|—))/i,
  /^(.{1,60}?)\s(?:deal\s)?(?:is\s|was\s|has been\s|got\s|went\s|just\s|finally\s|has\s|have\s|officially\s){0,10}(?:(won|closed[\s-]won|(?:counter)?signed(?!\s(?:off|up|with|by|for|nda|ndas|rate|quote|copy|copies|sow|msa|papers?|po|form|order|contract|agreement|version|offer|document|docs?)\b|\s(?:the|a|an|our|their|that|this(?!\s(?:morning|afternoon|week|month|quarter|year|evening|am|pm|mon|tue|wed|thu|fri))|on to|onto)\b)|(?:counter)?signed(?:\s(?:the|our|a|an))?(?:\s(?!nda\b)[\w-]{1,15}){0,2}\s(?:contract|deal|order form|order|paperwork|papers|agreement|dotted line)(?!\s(?:to|by)\b|\sfor\s(?![$€£]?\d))|signed on the dotted line|inked(?: the (?:deal|contract))?|closed(?=\s(?:at|for)\s[$€£¥]?\d)|came through|is a win|is ours|(?:is|are) a customer now)|(lost|closed[\s-]lost|dead(?: deal)?|fell through|fell apart|is gone|passed on us|turned us down|(?:bailed|walked away|backed out|pulled out)(?: on us| of the deal)?(?!\s(?:on|of|from)\s)|went another way|went (?:with|w\/?|to)(?=\s[A-Z])|chose(?=\s)|picked(?!\sup)(?=\s)))(?=$|[\s:,;.!-])/i,
];

const smallRival =
  /^\s(?:with\s|w\/?\s)?(?!(?:the|an?|our|my|us|it|this|that|them|their|his|her|me|option|plan|no|on|to|for|in|one|all|up|out|over|back|through|ahead|well|great|fine|good)\b)[a-z][\w&.-]{2,20}(?=$|\s*[,;.!]|\s(?:on|for|because|over|instead|due)\b)/;
const isKnown = (said: string, context: Context) =>
  context.names?.find(said).some(({ start, end, kind }) => start === 0 && end === said.length && kind !== 'person');

/** Given up or turned down, whoever says so: kill the Opal deal, Acme's a no, outbid at Nimbus. */
const givenUp = [
  /^(.{2,40}?)\s(?:said no|says no|passed|declined|turned us down)(?=[,;.\s]{1,3}(?:and |they |he |she )?(?:went|going|gone|chose|picked|signed|decided)\b)/i,
  /^(?:please\s|let's\s|we should\s)?(?:kill|scrap|bin|write off)\s(?:the\s)?(.{2,40}?)\s(?:deal|opp|opportunity)(?=$|[\s:,;.!-])/i,
  /^(?:we\s)?(?:got|were|was)\s(?:outbid|undercut|beaten|passed over)\s(?:at|on|for|by)\s(.{2,40}?)(?=$|[:,;.!]|\sby\s|\son\s|\s-\s)/i,
  /^(.{2,40}?)(?:'s|\sis)\s(?:a|an)\s(?:(?:hard|definite|firm|flat)\s)?(?:no|loss|no-go|goner)(?!\s?-?\s?(?:show|brainer|answer|call|\w))/i,
];

/** What stands before a paper that is signed, or is to be: send us the signed …. */
const paperOnly =
  /\b(?:the|an?|our|their|for|with|gets?|getting|got|sending|sends?|needs?|wants?|waiting|chasing?|back)$/i;

/** We hold what they signed: got the Kestrel signature this morning. */
const gotSigned =
  /^(?:we\s|i\s)?(?:just\s|finally\s)?(?:got|received|have)\s(?:the\s|a\s)?(?:signed (?:contract|deal|paperwork|agreement|order form)\s(?:from|back from)\s(.{2,40}?)|(?:signature|sign-off)\sfrom\s(.{2,40}?)|(.{2,40}?)(?:'s)?\s(?:signature|signed contract|signed paperwork|contract signed))(?=$|\s(?:this|today|yesterday|on|for|at|back)\b|\s*[,;.!])|^(.{2,40}?)\s(?:just\s|finally\s|has\s)?(?:sent|returned|emailed|mailed)\s(?:us\s|me\s)?(?:back\s|over\s)?(?:the\s|a\s)?(?:(?:counter)?signed (?:contract|deal|paperwork|agreement|order form))(?:\sback|\sover)?(?=$|\s(?:this|today|yesterday|on|for|at)\b|\s*[,;.!])/i;

/** closed lost, close it out as lost: how it ended, told of the one spoken of. */
const endedSo =
  /^(?:(?:so|please|pls|just|let's|we can|you can|i'?d|i'll|then|ok)\s){0,3}(?:(?:mark|log|close|put|record|count|treat|set|call|chalk)\s(?:it|this|that|them|this one|that one|the deal)\s(?:(?:out|off|down|up)\s)?(?:(?:as|to)\s)?(?:an?\s)?(?:closed?[\s-])?(?:(won|win)|(lost|loss))|(?:closed?[\s-])?(?:(won)|(lost(?: it| them| this one| that one| the deal)?)))$/i;

const finish: Rule = (text, context) => {
  if (text.length > longestCommand) return null;
  const so = endedSo.exec(text);
  const won = so && (so[1] ?? so[3]) !== undefined;
  if (so) return move('', endStage(won === true, context), '', !won, { from: 0, to: text.length }, context);
  const signed = gotSigned.exec(text);
  if (signed) {
    const name = signed.slice(1).find((one) => one !== undefined) as string;
    const span = { from: 0, to: signed[0].length };
    return move(name, endStage(true, context), text.slice(signed[0].length).trim(), false, span, context, 0.85);
  }
  for (const pattern of givenUp) {
    const match = pattern.exec(text);
    const said = match?.[1];
    if (!match || !said || nobody.test(said) || unsureSaid.test(text)) continue;
    const rest = text
      .slice(match[0].length)
      .replace(/^[\s:,;.!-]{0,5}(?:(?:so )?(?:it|that|we)'?(?:s|re) (?:gone|dead|over|out|done|lost)(?![a-z]))?/i, '');
    return move(said, endStage(false, context), rest, true, { from: 0, to: match[0].length }, context, 0.85);
  }
  for (const [index, pattern] of endings.entries()) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [won, lost, said = ''] =
      index === 0 || index === 2 ? [match[1], match[2], match[3]] : [match[2], match[3], match[1]];
    if (
      /[,;.]\s.{0,30}\b(?:(?:mark|log|close|put|record|count|treat|set|call)\s(?:it|this|that|them)(?:\s(?:out|off|down|as)){0,2}|closed?)$/i.test(
        said ?? '',
      )
    )
      continue;
    // Falcon Ridge went dark, closed lost: two clauses, and the first says why. A signed NDA is a paper.
    const why = findOutcome(said) ?? findObjection(said, context);
    if (paperOnly.test(said)) continue;
    if (why && (lost !== undefined || /[,;]/.test(said))) {
      const name = nameOf(said.slice(0, why.start).replace(/[\s,;:-]+$/, ''), context);
      if (lost === undefined || !name || /[,;]/.test(name)) continue;
      const because = `${said.slice(why.start, why.end)}${text.slice(match[0].length)}`;
      return move(name, endStage(false, context), because, true, { from: 0, to: match[0].length }, context);
    }
    if (/^(?:we|i|you|have|just)$/i.test(said ?? '') || nobody.test(said ?? '') || unsureSaid.test(said ?? ''))
      continue;
    const rival = /(?:went (?:with|w\/?|to)|chose|picked)$/i.exec(match[0])?.[0] ?? '';
    const chosen = text.slice(match[0].length);
    const named = /^\s(?:with\s|w\/?\s)?(?:[A-Z]|some(?:one|body)|another|a competitor|the other)/.test(chosen);
    // beacon marine went with garmin: where nothing is written large a rival is guessed at, of a deal we know.
    const guessed = !named && !/[A-Z]/.test(text) && smallRival.test(chosen) && isKnown(said, context);
    if (rival && !named && !guessed) continue;
    const rest = `${rival && 'went with'}${text.slice(match[0].length)}`
      .replace(/^[\s:,;.!-]+/, '')
      .replace(/^won$/i, '');
    return move(
      said as string,
      endStage(won !== undefined, context),
      rest,
      lost !== undefined,
      { from: 0, to: match[0].length },
      context,
      rival && guessed ? 0.5 : 0.95,
    );
  }
  return null;
};

const opening = new RegExp(
  `${please}(?:open|create|start|add|log|make)\\s(?:up\\s)?(?:an?\\s|the\\s)?(?:new\\s)?(?:deal|opportunity|oppty|opp)\\s(?:for|with|at|on|from)\\s(?![$€£¥]?\\d)((?:lead\\s|customer\\s)?(?:the\\s)?\\S.{0,60}?)(?=$|[,;:]|\\s(?:-?[$¥€£]?\\d|worth|closing|close|closes|by|for|of|at|expected|called|named|titled|amount|about|around|budget|end|eoq|eom|due|in|next)(?![a-z]))`,
  'i',
);
const opened: Rule = (text, context) => {
  if (text.length > longestCommand) return null;
  const [first, ...lines] = text.split('\n');
  if (
    lines.length > 0 &&
    /^(?:(?:open|create|start|add|make)\s(?:an?\s)?)?(?:new\s)?(?:deal|opportunity)\s?:?$/i.test(first as string)
  )
    return openLines(lines, { from: 0, to: (first as string).length }, context);
  if (
    /^(?:please\s)?(?:i\s(?:need|want|have|would like)\sto\s|i'd like to\s|let'?s\s)?(?:(?:open|create|start|add|make|log)\s(?:an?\s)?)?(?:new\s)?(?:deal|opportunity|oppty)[.!]?$/i.test(
      text,
    ) &&
    /\s/.test(text)
  )
    return { name: 'deal.form', input: {}, confidence: 0.95, leftover: '', from: 0, to: text.length };
  const converted =
    /^(?:please\s|pls\s)?(?:convert|turn|make|change)\s(?:the\s)?(?:lead\s)?(#?[^\s,;:]{1,40}(?:\s[^\s,;:]{1,20}){0,2}?)\s(?:from\s(?:an?\s)?lead\s)?(?:in)?to\s(?:an?\s|the\s)?(?:new\s)?(?:deal|opportunity|oppty|opp)(?:[\s,;:]+(.{0,200}))?$/i.exec(
      text,
    );
  if (converted)
    return open(
      `lead ${(converted[1] as string).replace(/^#?(?=\d)/, '#')}`,
      converted[2] ?? '',
      { from: 0, to: text.length },
      context,
    );
  const match =
    opening.exec(text) ??
    /^(?:new|add|create|open|start)\s(?:an?\s)?(?:deal|opportunity|oppty|opp)[\s:,-]+(?:for|with)?\s?([^\d,;:$¥€£][^,;:$¥€£]{0,60}?)(?=$|[,;:]|\s(?:[$¥€£]?\d|worth|closing|close|by|amount|budget|eo[mqy]))/i.exec(
      text,
    );
  if (!match) return null;
  const rest = text.slice(match[0].length).replace(/^[\s,;:]+/, '');
  return open(match[1] as string, rest, { from: 0, to: match[0].length }, context);
};

const changed: Rule = (text, context) => {
  if (text.length > longestCommand) return null;
  const labels = findWords(dealLabels(context), text);
  const label = labels[0];
  if (!label) return null;
  const head = text
    .slice(0, label.start)
    .replace(
      /^(?:(?:please|pls|can you|could you|would you|will you)\s){0,10}(?:set|change|update|make|put|raise|increase|lower|push|move)?\s?(?:the\s)?/i,
      '',
    )
    .replace(
      /^(?:(?:their|our|his|her|its|the|sales|new|current|total|final|latest|client|customer|estimated|expected)(?:\s|$)){1,10}/i,
      '',
    )
    .replace(/[\s,:-]+$/, '');
  // "close date of Northwind Dec 20", "next step for Northwind: send the quote"
  const behind =
    /^\s(?:(?:of|for|on|with|w\/?|at)\s)(?:the\s)?(.{1,60}?)(?=\s(?:to|is|was|now|as|at|from|came|come|went|goes|grew|dropped|fell|rose|jumped|shrank|slipped|moved|pushed|pulled|up|down|will|would|has|looks|should)\s|\s?[:=]|\s-\s|,|\s[-$¥€£]?\d|\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|next|tomorrow|tmrw|today|end|eo[mqy])|\s(?:mon|tue|wed|thu|fri)\w*\s)/i.exec(
      text.slice(label.end),
    );
  const span = { from: 0, to: text.length };
  const other = label.value === 'decision_maker' ? contrast(text.slice(label.start)) : null;
  if (other?.[2]) {
    const at =
      /\s(?:at|for|of)\s(?:the\s)?(.{2,40}?)\s(?:is|isn't|wasn't)\b/i.exec(other[0])?.[1] ?? head.replace(/'s?$/, '');
    const input = { facts: { decision_maker: other[2] } };
    const found = { name: 'deal.update' as const, input, confidence: 0.85, leftover: '', from: 0, to: text.length };
    return about(found, 'deal', at, context);
  }
  if (head === '' && behind)
    return update(
      behind[1] as string,
      text.slice(label.start, label.end) + text.slice(label.end + behind[0].length),
      span,
      context,
    );
  // "priya is the decision maker at foxglove": the person stands in front, the deal behind.
  if (
    label.value === 'decision_maker' &&
    /^\s(?:at|for|on|of|over at)\s/.test(text.slice(label.end)) &&
    /\s(?:is|will be|becomes)(?:\s(?:now|the|our|their|real|final)){0,3}$/i.test(head)
  )
    return null;
  const colon = head === '' && /^\s([^\s,;:-][^,;:]{1,40}?)(?:\s?:|\s-)\s/.exec(text.slice(label.end));
  if (colon)
    return update(
      colon[1] as string,
      `${text.slice(label.start, label.end)} ${text.slice(label.end + colon[0].length)}`,
      span,
      context,
    );
  if (/[;\n!?]/.test(head) || head.length > 60) return null;
  return update(head.replace(/\s(?:is|has an?|with)$/i, ''), text.slice(label.start), span, context);
};

/** What English sentences do to deals, and what they tell of them. Stage words come from the playbook. */
export const englishDeals: Rule[] = [opened, changedFirst, toStage, finish, changed];

/** "next step for Northwind: move to quote" is a next step: a label in front wins over the verbs behind it. */
function changedFirst(text: string, context: Context): Found | null {
  const label = findWords(dealLabels(context), text)[0];
  return label && label.start === 0 ? changed(text, context) : null;
}

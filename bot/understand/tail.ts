import type { Context } from './context.ts';
import { findWhens, toMoment } from './dates.ts';
import { dayOf } from './days.ts';
import { mask } from './normalize.ts';
import { findWords } from './words.ts';

type Outcome = 'reached' | 'silent' | 'positive' | 'negative';

const silent =
  /没回(?:复|应|信|微信|消息|短信|电话|邮件)?|没接(?:电话|通)?|没有(?:回复|回应|接)|未接(?:通|听)?|未回复?|不接(?:电话)?|没人接(?:听|电话)?|无人接听|没响应|没联系上|没找到人|没见到(?:人|面)?|没见着(?:人)?|联系不上|打不通|没打通|已读不回|不在(?:公司|办公室)?(?=$|[\s,;.!])|扑了?个?空|\bno (?:reply|answer|response|show|luck)\b|\b(?:didn'?t|did not|hasn'?t|never|not) (?:pick up|answer|reply|respond|show up|call back)(?:ed)?\b|\b(?:left (?:a )?)?voice ?mail\b|\bleft (?:a )?message\b|\bunanswered\b|\b(?:no one|nobody) (?:answered|there)\b|\bghosted(?: me| us)?\b|\bnot there\b/i;
const negative =
  /没(?:有)?(?:兴趣|意向|需求)|不感兴趣|不需要|拒绝了?|不考虑|不想(?:要|买|做|合作)|不太?(?:行|满意)|\bnot (?:interested|keen|happy)\b|\bno (?:interest|need)\b|\brejected\b|\brefused\b|\bdeclined\b|\bwent badly\b|\bnegative\b/i;
const positive =
  /很?有意向|意向(?:很)?(?:强|大|明确)|(?:很)?感兴趣|(?:很)?有兴趣|(?:很)?满意|认可|愿意|很积极|[聊谈]得(?:很|挺|还)?(?:不错|好|愉快)|反馈(?:很)?好|\b(?:very |quite |really )?interested\b|\bpositive\b|\bwent (?:really |very )?well\b|\b(?:very )?keen\b|\blikes? (?:it|us)\b|\bloves? it\b|\bexcited\b|\bhappy with\b/i;
const reached = /聊了(?:聊)?|谈了|沟通了|见到了?|接了(?:电话)?|\breached\b|\bspoke\b|\btalked\b|\bpicked up\b/i;

/** Words by which a person's part of a sentence ends: what came of it begins there. */
export const outcomeAt = (text: string): number => {
  const places = [silent, negative, positive].map((pattern) => pattern.exec(text)?.index ?? -1).filter((at) => at >= 0);
  return places.length > 0 ? Math.min(...places) : -1;
};

export interface Tail {
  outcome?: Outcome;
  objection?: string;
  next?: { what: string; at: string };
  note?: string;
}

const edges = /^[\s,;.!:'"-]+|[\s,;.!:'"-]+$/g;
const lead =
  /^(?:再|要|会|给他们?|给对方|我们?|约了?|约好|安排|进行|做|to|for|a|an|the|we|i|will|and|then|is|are|booked|scheduled|set up|agreed(?: on)?)(?=\s|[\p{Script=Han}])\s?/iu;
const tell =
  /(?:^|[\s,;])(?:says?|said|saying|but|and|then|so|说|觉得|认为|嫌|表示|客户|对方|他|她|他们|they|he|she|it'?s|is|was)(?=$|[\s,;])/gi;

/** What is said after whom one met: how it went, what they objected, what comes next, and everything else as a note. */
export function readTail(text: string, context: Context): Tail {
  const tail: Tail = {};
  const outcomes: [Outcome, RegExp][] = [
    ['silent', silent],
    ['negative', negative],
    ['positive', positive],
    ['reached', reached],
  ];
  const hit = outcomes.map(([outcome, pattern]) => ({ outcome, match: pattern.exec(text) })).find(({ match }) => match);
  if (hit?.match) tail.outcome = hit.outcome;
  // 没回 is what came of it and not what they objected, though a playbook may list both.
  const objection = findWords(context.objections, text).find(
    ({ start, end }) =>
      hit?.outcome !== 'silent' ||
      end <= (hit.match?.index ?? 0) ||
      start >= (hit.match?.index ?? 0) + (hit.match?.[0].length ?? 0),
  );
  if (objection) tail.objection = objection.value;
  const known = [
    ...(objection ? [objection] : []),
    ...(hit?.match ? [{ start: hit.match.index, end: hit.match.index + hit.match[0].length }] : []),
  ];
  const open = mask(text, known);
  const today = dayOf(context.now, context.zone);
  let left = open;
  let planned = -1;
  for (const when of findWhens(open, context)) {
    if (when.value.day < today || (when.value.day === today && !when.value.clock && !when.value.by)) continue;
    const from =
      Math.max(
        open.lastIndexOf(',', when.start),
        open.lastIndexOf(';', when.start),
        open.lastIndexOf('\n', when.start),
        open.lastIndexOf('\ue000', when.start),
      ) + 1;
    const stop = /[,;\n\ue000]|\.(?=\s|$)/.exec(open.slice(when.end));
    const to = when.end + (stop?.index ?? open.length - when.end);
    const after = open.slice(when.end, to).replace(edges, '').replace(lead, '').replace(edges, '');
    const before = open.slice(from, when.start).replace(edges, '');
    const word =
      after !== ''
        ? after
        : (before.split(/(?<=\p{Script=Han})\s+/u).at(-1) ?? '')
            .replace(tell, ' ')
            .replace(edges, '')
            .replace(lead, '');
    if (word === '') continue;
    tail.next = { what: word.slice(0, 200), at: toMoment(when.value, context.zone) };
    planned = when.start;
    left = mask(open, [{ start: after === '' ? open.lastIndexOf(word, when.start) : when.start, end: to }]);
    break;
  }
  const note = rest(text, left, planned);
  if (note !== '') tail.note = note.slice(0, 2000);
  return tail;
}

const clause = /[^,;\n]+/g;
const filler =
  /[\s\ue000了的呢吧啊说嫌]|他让我?|让我们?|^(?:says?|said|saying|but|and|then|so|并|且|也|觉得|认为|表示|客户|对方|他们?|她|they|he|she|it'?s|is|was|it)$/gi;

/** The clauses that say more than what was understood, each whole: a note of half a clause would read as nonsense. */
function rest(text: string, left: string, planned: number): string {
  const notes: string[] = [];
  for (const { 0: said, index } of left.matchAll(clause)) {
    const open = said.replaceAll('\ue000', ' ').trim().replace(edges, '');
    if (open.split(/\s+/).every((word) => word.replace(filler, '') === '')) continue;
    const consumed = planned >= index && planned < index + said.length;
    notes.push(consumed ? open : text.slice(index, index + said.length).replace(edges, ''));
  }
  return notes.join(', ');
}

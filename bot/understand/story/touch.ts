import type { Context, Draft, Found, Reading } from '../context.ts';
import { findWhens } from '../dates.ts';
import { dayOf } from '../days.ts';
import { gone, mask } from '../normalize.ts';
import { cleanRef, isPronoun, isUnnamed, resolve } from '../refs.ts';
import { longestCommand } from '../shared.ts';
import { personAt, readWho, somebody } from '../who.ts';
import { core, refLike } from './names.ts';
import { notOurs } from './not-ours.ts';
import { findObjection, findOutcome } from './outcomes.ts';
import { already, lastWeekday, moment, notDone } from './past.ts';
import { channelOf, findWays } from './ways.ts';

const han = /\p{Script=Han}/u;
const kinds = ['customer', 'deal', 'lead'] as const;
/** Whom one met outside work: my wife, a movie. */
const nobody =
  /^(?:my|an?|his|her|their|some|another|your|the (?:doctor|dentist|bank|gym|game|movie))(?:\s|$)|^(?:电影|医生|朋友|老婆|老公|儿子|女儿|孩子|爸|妈|同学|美女|帅哥|世面|球赛|比赛|超市|医院|健身房|公园|饭店|银行|厕所|公司|办公室|家|外面|北京|上海|广州|深圳|杭州|出差)$/i;
/** People and things of one's own life: no customer, unless one is named as well. */
const domestic =
  /(?:老婆|老公|媳妇|爱人|儿子|女儿|闺女|孩子|宝宝|爸妈?|老爸|老妈|妈妈|爷爷|奶奶|外婆|丈母娘|岳父|岳母|女朋友|男朋友|女友|男友|房东|邻居|室友|同学|表[哥弟姐妹]|亲戚|相亲|房子|房租|买房|车位|食堂|外卖|餐厅|餐馆|火锅|奶茶|健身|球队|球赛|手游|游戏|皮肤|地铁|堵车)|\bmy (?:wife|husband|kids?|son|daughter|mom|mum|dad|mother|father|brother|sister|girlfriend|boyfriend|roommate|landlord|neighbou?rs?|doctor|dentist|dog|cat|car|house|flat|apartment|rent|gym|phone|laptop|flight|team(?=\s(?:won|lost)))\b|\b(?:restaurant|landlord|netflix|traffic|weather|the gym|football|soccer|kids)\b/i;
const mates =
  /(?:跟|和|与|同|陪|带着?)\s?([\p{Script=Han}]{2,4}|[a-z]+(?:\s[a-z]+)?)\s?一起(?:去|过去)?|\b(?:along with|together with)\s([A-Z]\w+(?:\s[A-Z]\w+)?)/iu;
/** Mark at Ironbridge: a name that is a word, too. */
const personBefore = /(?:^|\s)[A-Z][a-z]+\s(?:at|from|of|@)\s$/;
/** A stretch of words without the small ones at its ends; what is a name, or beside one, stays whole. */
function trimmed(chunk: string, context: Context): string {
  const known = (context.names?.find(chunk) ?? []).filter(({ kind }) => kind !== 'person');
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return core(chunk);
  const front = chunk.slice(0, first.start);
  const behind = core(`x ${chunk.slice(last.end)}`).replace(/^x\s?/, '');
  return `${core(front) === '' && !personBefore.test(front) ? '' : front}${chunk.slice(first.start, last.end)}${behind === '' ? '' : chunk.slice(last.end)}`.trim();
}

/** A stretch of time, and no day. */
const isStretch = (text: string, start: number, end: number, objection: number) =>
  end <= objection && objection - end <= 4 && stretch.test(text.slice(start, end));
const stretch = /^(?:到|这|今|明|本|下|上)?(?:年底|年末|月底|季度|年|个?月|周|半年|年后|年前|春节前?后?|年内)$/;

/** Where the words end that make it a touch; what follows is what was told. */
function headEnd(text: string, way: number | undefined, who: string | null): number {
  if (way !== undefined) return way;
  const at = who ? text.indexOf(who) : -1;
  return at < 0 ? 1 : at + (who as string).length;
}

const putsOff = /^(?:先)?(?:把|将)[^,;]{1,16}(?:推|延|挪|顺|改到)/;

export interface Extra {
  /** The rest of the sentence tells what came of it, so that 今天拜访远景 has taken place. */
  past?: boolean;
}

/** Not picked up is a call, whether it says so or not. */
const phoned =
  /pick(?:ed|ing)? up|answer(?:ed)? (?:the phone|my call)|没(?:人)?接|(?<!对)接了|接起|接的(?=$|[\s,])|不接|未接|打不通|没打通|打通|接通|关机|占线|忙音/i;

/**
 * A touch that took place, told anywhere in a clause by a word for getting in touch, or by a name and what came of it:
 * who it was with, how, when, what came of it. Null when the clause tells of none.
 */
export function readTouch(text: string, context: Context, { past = false }: Extra = {}): Found | null {
  if (text.length > longestCommand) return null;
  const objection = findObjection(text, context);
  const outcome = findOutcome(text);
  const known = context.names?.find(text) ?? [];
  const veil = known.map(({ start, end }) => ({ start, end }));
  const open = mask(text, [...(objection ? [objection] : []), ...veil]);
  if (domestic.test(open) && !known.some(({ kind }) => kind === 'customer' || kind === 'lead')) return null;
  const today = dayOf(context.now, context.zone);
  const tells = already.test(text) || findWays(open).some(({ done }) => done);
  // 年底没钱了: what they lack, and until when, is told now.
  const dated = findWhens(open, context);
  const idle = dated.filter(({ start, end }) => objection && isStretch(open, start, end, objection.start));
  const whens = dated
    .filter((when) => !idle.includes(when))
    .map((when) => (tells || past ? lastWeekday(open, when, today, tells) : when));
  // Want to think it over until next quarter: the day is a part of what they say.
  const later = objection?.value === 'timing' && findWays(open).length === 0;
  if (!later && whens.some(({ value }) => value.day > today)) return null;
  const all = findWays(mask(open, whens));
  // 没见到人 is what came of it: 见到 says no more than how it was tried.
  const missed = outcome?.value === 'silent' || outcome?.value === 'negative' ? outcome : null;
  const ways = all.filter(({ start, end }) => !missed || start >= missed.end || end <= missed.start);
  const told = all.some(({ done }) => done) || already.test(text) || whens.some(({ value }) => value.day < today);
  if (all.length === 0 && !outcome && !objection) return null;
  if (notOurs(open, context, all.length > 0) || notOurs(text, context, true)) return null;
  if (all.length > 0 && !told && !outcome && !objection && !past) return null;
  if (notDone.test(open) && !outcome) return null;
  // 把蓝海的跟进往后推一周 tells what to do, and not what was.
  if (putsOff.test(text) && !all.some(({ done }) => done)) return null;
  if (all.length === 0 && !known.some(({ start }) => start <= 2) && !/^[\p{Script=Han}\p{Lu}]/u.test(text)) return null;

  const mate = mates.exec(text);
  // Tom Bishop is not our Tom Lee.
  const colleagues = known.filter(
    ({ kind, how, end }) => kind === 'person' && (how === 'whole' || !/^\s[A-Z][a-z]/.test(text.slice(end))),
  );
  const used = [
    ...all,
    ...whens,
    ...idle,
    ...(outcome ? [outcome] : []),
    ...(objection ? [objection] : []),
    ...(mate ? [{ start: mate.index, end: mate.index + mate[0].length }] : []),
    ...colleagues,
  ];
  const spans = used.filter(
    ({ start, end }) => !known.some((one) => one.kind !== 'person' && one.start < end && start < one.end),
  );
  const chunks = mask(text, spans)
    .split(new RegExp(`[${gone},;:!?]+|\\s-+\\s|\\n`, 'u'))
    .flatMap((chunk) =>
      han.test(chunk) ? chunk.split(/(?<!(?:\s(?:and|with|from|of|at)|&|和|跟|与))\s+(?=\p{Script=Han})/u) : [chunk],
    )
    .map((chunk) => trimmed(chunk, context))
    .filter((chunk) => chunk !== '');
  const named = chunks.find((chunk) => context.names?.find(chunk).some(({ kind }) => kind !== 'person'));
  const said =
    named ??
    chunks.find(
      (chunk) => isPronoun(cleanRef(chunk)) || chunk.split(/\s(?:and|&|over at|at|from|of|@)\s/).every(refLike),
    ) ??
    '';
  if (chunks.some((chunk) => nobody.test(chunk) && chunk !== named && !isUnnamed(chunk) && !isPronoun(chunk)))
    return null;
  if (all.length === 0 && (said === '' || (!named && !/^[\p{Script=Han}\p{Lu}]/u.test(said)))) return null;
  const { who, contacts, others } =
    said === '' ? { who: resolve('', context, kinds), contacts: [], others: [] } : readWho(said, context);
  if (who !== null && nobody.test(who)) return null;
  const more = chunks.filter((chunk) => chunk !== said);
  for (const chunk of more) {
    const person = somebody(chunk, context);
    if (person && !contacts.includes(person)) contacts.push(person);
  }
  const left = more.filter(
    (chunk) => somebody(chunk, context) === null && chunk.length > 1 && !/^(?:log|record|note|add|enter)$/i.test(chunk),
  );
  const at = moment(whens, context);
  const input: Record<string, unknown> = {
    channel: all.length === 0 && outcome && phoned.test(text) ? 'call' : channelOf(ways.length > 0 ? ways : all),
    ...came(outcome, objection, /voice ?mail|left (?:a )?message|tried/i.test(text)),
  };
  if (contacts.length > 0) input.contacts = contacts.slice(0, 10);
  if (at) input.at = at;
  if (left.length > 0) input.note = left.join(', ').slice(0, 2000);
  // Words that may have named somebody: whom the talk is about is then a guess, to be confirmed.
  const alone = (chunk: string) => personAt(chunk, context) !== null;
  const guessed = said === '' && chunks.some((chunk) => chunk.length > 1 && !alone(chunk));
  const confidence = guessed ? 0.5 : all.length === 0 ? (named ? 0.7 : 0.5) : told || past ? 0.9 : 0.8;
  const found = {
    name: 'activity.log' as const,
    confidence,
    leftover: '',
    from: 0,
    to: headEnd(text, ways[0]?.end, who),
  };
  if (who === null || who === '') return { ...found, input, missing: ['who'] };
  const rest: Draft[] = others.map((one) => ({
    name: 'activity.log',
    input: { who: one, ...input, contacts: undefined },
  }));
  return { ...found, input: { who, ...input }, ...(rest.length > 0 ? { more: rest.map(tidy) } : {}) };
}

const tidy = (draft: Draft): Draft => ({
  ...draft,
  input: Object.fromEntries(Object.entries(draft.input).filter(([, value]) => value !== undefined)),
});

/** Outcome and objection of a touch: what they object to is told instead of a no. */
export function came(
  outcome: Reading<string> | null,
  objection: Reading<string> | null,
  silent = false,
): Record<string, string> {
  const overlap = outcome && objection && outcome.start < objection.end && objection.start < outcome.end;
  const both = outcome && objection && (outcome.value === 'reached' || outcome.value === 'negative');
  const result =
    outcome && !(overlap && outcome.value !== 'silent') && !both ? outcome.value : silent ? 'silent' : undefined;
  const against = objection && !(overlap && outcome?.value === 'silent') ? objection.value : undefined;
  return { ...(result ? { outcome: result } : {}), ...(against ? { objection: against } : {}) };
}

import type { Intent } from '../intents.ts';
import { isBygone, isColleaguesWord, isForLater, isTheirOwn } from './bygone.ts';
import type { Context, KnownName, Understanding } from './context.ts';
import { gone, mask } from './normalize.ts';
import { findTitled } from './people.ts';
import { ahead } from './plan/ahead.ts';
import { inTenThousands } from './small-sums.ts';
import { findWays } from './story/ways.ts';

/** As sure as a reading may be of which something speaks against. */
const doubtful = 0.5;

const moves = new Set(['deal.move', 'deal.give', 'deal.open', 'lead.recycle', 'lead.merge']);
const aboutDeals = /^deal\.(?:move|update|give|open)$/;
/** What stands beside a name that is left out, or is one of two to choose from. */
const apart =
  /除了|除.{1,10}[外]|以外|之外|或者?(?!许)|\b(?:except|but not|everyone but|all but|other than|either|or)\b/i;
const believed =
  /想着|寻思|琢磨|打算|准备(?=把|将|推|让)|计划|以为|应该(?=是|能|会|可以|要)|估计|可能(?!性)|大概(?=是|能|会|要)|多半|八成(?=是|要|会)|了[吧嘛][.!~]*$|竞争对手的|\b(?:probably|likely|presumably|word is|rumou?r|plan(?:s|ning)? to|going to|intend|think(?=\s\S+\s(?:is|was|has|will))|guess)\b/i;
const heard =
  /听说|据说|听.{1,3}说|传言|好像|似乎|(?:他们|人家|有人|别人)(?:说|讲)|\b(?:they (?:said|say)|heard|apparently|supposedly)\b/i;
const hedged =
  /说不定|也许|没准|不一定|不确定|看情况|\b(?:maybe|perhaps|possibly)(?!\s+(?:[$¥€£]?\d|around|about|half))|\b(?:i guess|i suppose|who knows|not sure|no idea)\b/i;

/** Words that stand for what was not said. */
const vague =
  /^(?:(?:那|这|哪|上|下)[一]?(?:个|样|件|步|些|阶段)?|那个事|这个事|(?:什么|啥|东西|事情?|那啥){1,10}|(?:the |that |this |other |next |same |one|one |thing|stuff|something|whatever|it|that|this){1,10}s?)(?:阶段|一下)?$/i;

/** Every word of an input, wherever it stands in it. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(wordsOf);
}

const recordOf = ({ input }: Intent) => {
  const { who, deal, customer, lead } = input as Record<string, string | undefined>;
  return who ?? deal ?? customer ?? lead;
};

const idsOf = (name: KnownName) => name.ids ?? [];

/** Whether a known name is that of a record (`strict`), or at least stands in what is written. */
function isUsed(name: KnownName, said: string, intents: Intent[], strict: boolean): boolean {
  return intents.some((intent) => {
    const { note: _, what: __, nextStep: ___, ...named } = intent.input as Record<string, unknown>;
    return wordsOf(strict ? named : intent.input).some(
      (word) =>
        word.includes(said) ||
        (word.length > 1 && said.startsWith(word)) ||
        idsOf(name).some((id) => word === `#${id}`),
    );
  });
}

/** Whether a sentence names a record that the reading knows nothing of: then what it does may be meant of that one. */
function passesOver(text: string, intents: Intent[], context: Context): boolean {
  const numbers = [...text.matchAll(/(?<![\w&])#(\d{1,9})\b/g)].map((match) => match[0]);
  const all = intents.flatMap(({ input }) => wordsOf(input));
  if (numbers.some((one) => !all.some((word) => word.includes(one)))) return true;
  const strict = intents.some(({ name }) => aboutDeals.test(name));
  const known = (context.names?.find(text) ?? []).filter(({ kind }) => kind === 'customer' || kind === 'lead');
  const used = known.filter((one) => isUsed(one, text.slice(one.start, one.end), intents, strict));
  const ids = new Set(used.flatMap(idsOf));
  return known.some((one) => !used.includes(one) && !idsOf(one).some((id) => ids.has(id)));
}

/** Whether a deal is changed by what was only heard: the word for it stands before the name, in the same clause. */
function isHeard(text: string, intents: Intent[]): boolean {
  const clauses = text.split(/[,;.!\n]/);
  return intents.some((intent) => {
    if (!aboutDeals.test(intent.name)) return false;
    const record = recordOf(intent);
    return clauses.some((clause) => {
      const at = record ? clause.indexOf(record) : -1;
      const match = heard.exec(clause);
      return match !== null && (at < 0 ? intent.name === 'deal.move' : match.index < at);
    });
  });
}

/** Whether a talk is noted with whom one just spoke of, though the sentence names a colleague. */
function isColleague(text: string, intents: Intent[], context: Context): boolean {
  const about = new Set(Object.values(context.about ?? {}));
  const talks = intents.some((intent) => intent.name === 'activity.log' && about.has(recordOf(intent) ?? ''));
  return talks && (context.names?.find(text) ?? []).some(({ kind }) => kind === 'person');
}

/** 王磊拜访蓝海: a colleague went there, and not the one who tells. */
function isTheirs(text: string, intents: Intent[], context: Context): boolean {
  if (!intents.some(({ name }) => name === 'activity.log')) return false;
  const people = (context.names?.find(text) ?? []).filter(({ kind }) => kind === 'person');
  return people.some(({ start, end }) => {
    const way = findWays(text).find((one) => one.start >= end);
    return (
      way !== undefined &&
      !/(?:跟|和|与|陪|同|带|\b(?:with|w\/|and|me|&))\s?$/i.test(text.slice(0, start)) &&
      /^(?:刚才?|今天|昨天|上午|下午|已经|也|去|just|already|\s){0,4}$/i.test(text.slice(end, way.start))
    );
  });
}

const guessed =
  /未必|不见得|撑死|顶多|才怪|按理|照理|理论上|[丢输签赢]了就[丢输签赢]了|要[签赢].{0,6}也得|系统(?:里|上)?(?:显示|写着?|说|是)|看板上|\b(?:in theory|theoretically|on paper|someone|somebody|(?:system|crm|dashboard|board|report) (?:shows?|says?|has|lists))\b|猜|赌(?=.{1,12}(?:会|能|要|有))|\b(?:expects?|betting|bets?|forecast)\b/i;

/** 年底前把枫桥拿下: a deal that is moved by a day to come has not moved yet. */
function isToCome(text: string, intents: Intent[], context: Context): boolean {
  const [only] = intents;
  if (intents.length !== 1 || only?.name !== 'deal.move') return false;
  if (Object.values(only.input.facts ?? {}).some((fact) => typeof fact === 'string' && /^\d{4}-/.test(fact)))
    return false;
  return !/[了到]/.test(text) && ahead(text, context) !== null;
}

const paper =
  /报价|合同|方案|资料|文件|尾款|定金|发票|电话|号码|需求|样品|名片|邮件|消息|图纸|\b(?:quote|contract|proposal|invoice|paper|papers|deck|e-?mail|file|sample|number|notes?)\b/i;
/** Words that stand for somebody who was not said. */
const nobody =
  /^(?:(?:老样子|照旧|照常|照样|同上|一样|上次|还是)\s?){1,4}$|^(?:那?个?谁|那谁|嗯+|呃+|某[人个]|有?个?人|大家|所有人?|全部|都|everything|everyone|everybody|all(?: of (?:them|it))?|both|anyone|somebody|someone|something|(?:the |that |this )?(?:guy|one|other one|person|client|customer|prospect|lead|deal|thing)|yesterday|today|tomorrow)$/i;
/** 都赢了: of all of them, when one is spoken of. */
const ofAll =
  /^(?:他们|大家|那几[个家]|几[个家])?(?:都|全都?|全部)(?!没)|\b(?:all|both|everything|every one) of (?:them|it)\b/i;

/** A sum in what is to be done was hardly meant as a part of it. */
const sum = /\d(?:[.\d]*)\s?(?:万|亿|w\b|k\b)/i;

/** 蓝海楼下, the cafe next to Acme: where something is, and not who. */
const nearby = /^(?:公司|大楼)?的?(?:楼下|楼上|对面|隔壁|旁边|附近|门口|大厦|大楼|路口|食堂|停车场|那条街|那站|地铁站)/;
const beside =
  /\b(?:next to|near|across from|opposite|outside|behind|around the corner from|down the street from)\s(?:the\s)?$/i;

/** Whether the one record a sentence names is only a place in it. */
function isPlace(text: string, context: Context): boolean {
  const known = (context.names?.find(text) ?? []).filter(({ kind }) => kind === 'customer' || kind === 'lead');
  return (
    known.length > 0 &&
    known.every(({ start, end }) => nearby.test(text.slice(end)) || beside.test(text.slice(0, start)))
  );
}

/** Words of a change without what is changed, and names and numbers alone: nothing one could do. */
const nothingToDo =
  /^(?:改|改到|改成|改为|推|推到|推迟|挪|挪到|调|调到|换|换成|push|move|change|update|shift|set|make it|it)?(?:\s|\d|[百千万亿]|[kwm]\b){0,10}$/i;

/** 把恒通的报价转给张伟, 把恒通给王磊看看: what goes over is a paper or a look, and not the deal. */
function isPaper(text: string, deal: string): boolean {
  const rest = text.replace(deal, '');
  return paper.test(rest) || /给.{1,8}?(?:看|说|讲|问|瞧|过目|发|打)/.test(rest);
}

/** Whether the record, the stage or what is to be done is a word for something that was not said: 那个谁, the thing, 王总 50. */
export function isVague(text: string, read: Understanding, context: Context): boolean {
  if (read.intents.some(({ intent }) => aboutDeals.test(intent.name)) && isPlace(text, context)) return true;
  return read.intents.some(({ intent }) => {
    if (intent.name === 'deal.give' && isPaper(text, intent.input.deal)) return true;
    const { what, stage, who, deal, customer, lead, company, name } = intent.input as Record<string, unknown>;
    if (typeof stage === 'string' && vague.test(stage.trim())) return true;
    if ([who, deal, customer, lead, company, name].some((one) => typeof one === 'string' && nobody.test(one.trim())))
      return true;
    if (intent.name !== 'task.add' || typeof what !== 'string') return false;
    const names = [...(context.names?.find(what) ?? []), ...findTitled(what)];
    return vague.test(what.trim()) || nothingToDo.test(mask(what, names).replaceAll(gone, ' ').trim());
  });
}

const harmless = /^(?:unknown|help|cancel|confirm)$|\.(?:show|list|today|find|form)$/;
/** Whether a reading would change something. */
export const changes = ({ intents }: Understanding) => intents.some(({ intent }) => !harmless.test(intent.name));

/** A reading with something in the sentence against it is only proposed: nobody is surprised by what it did. */
export function doubted(text: string, said: Understanding, context: Context): Understanding {
  const sums = inTenThousands(
    text,
    said.intents.map(({ intent }) => intent),
    context,
  );
  const read = sums ? { ...said, intents: sums.map((intent) => ({ intent, confidence: doubtful })) } : said;
  const intents = read.intents.map(({ intent }) => intent);
  const writes = intents.filter(({ name }) => !harmless.test(name));
  if (writes.length === 0 || text.includes(gone)) return read;
  const moved = writes.some(({ name }) => moves.has(name));
  const doubt =
    passesOver(text, writes, context) ||
    (moved && (believed.test(text) || apart.test(text) || (writes.length === 1 && ofAll.test(text)))) ||
    hedged.test(text) ||
    (writes.some(({ name }) => aboutDeals.test(name)) &&
      (guessed.test(text) ||
        isBygone(text) ||
        isColleaguesWord(text, context) ||
        isForLater(text) ||
        isTheirOwn(text))) ||
    (writes.some(({ name }) => name === 'activity.log') && /\bwas at [$¥€£]?\d/i.test(text)) ||
    isToCome(text, writes, context) ||
    isPlace(text, context) ||
    writes.some(({ name, input }) => name === 'task.add' && sum.test(String((input as { what?: string }).what))) ||
    isHeard(text, writes) ||
    isTheirs(text, writes, context) ||
    isColleague(text, writes, context);
  if (!doubt) return read;
  return { ...read, intents: read.intents.map((one) => ({ ...one, confidence: Math.min(one.confidence, doubtful) })) };
}

import type { Context, Found, Rule } from './context.ts';
import { findWhens, readWhen } from './dates.ts';
import { dayOf } from './days.ts';
import { about, open, openLines, update } from './deal.ts';
import { reasonTold } from './losses.ts';
import { findMoney } from './money.ts';
import { move } from './moves.ts';
import { gone, mask } from './normalize.ts';
import { dealLabels } from './pairs.ts';
import { findTitled } from './people.ts';
import { findPercents } from './percents.ts';
import { cleanRef } from './refs.ts';
import { longestCommand } from './shared.ts';
import { endStage, knownStage, takeStage } from './stage.ts';
import { findWords } from './words.ts';

const please = '^(?:(?:请|麻烦你?|帮我|帮忙|那就?|现在)\\s?){0,3}';
const sure = '推进|推动|推|移动|移|挪|拖';
const pushed = new RegExp(
  `${please}(?:把|将)?\\s?([^,;\\n]{0,60}?)\\s?(?:现在|已经|可以|直接|先|要|继续|往前|往后|向前)?\\s?(?:再)?(?:${sure}|升级|升|进展|推到|进入|进|转|改|变更|切换|调整|调|变)\\s?(?:到|至|成|为|入|进到|去|了)\\s?`,
);
const front = new RegExp(`${please}(?:${sure}|转移)(?:一下)?\\s?(\\S[^,;\\n]{0,59}?)\\s?(?:到|至|进)\\s?`);
const into = /^([^,;\n]{1,60}?)\s?(?:进入了?|进到了?|到了?|→|->|=>)\s?/;
const surely = new RegExp(sure);
const enters =
  /^(?:把|将)?([^,;\n]{0,60}?)\s?(?:现在|已经|可以|直接|先|要|该|能|就)?\s?(?:进入?|在走|(?:往[下前])?走到?|往[下前](?:推|进|走)?到?|挪回到?|挪进|转入|推回到?|退到|往|现在在|目前在|到了?|退回到?|打回到?|打回去?到?|回到|退到|改回到?|挪到|move到|push到|move\s?to|到)\s?/i;

function moved(text: string, head: RegExpExecArray, strict: boolean, context: Context): Found | null {
  const tail = text.slice(head[0].length);
  const stage = takeStage(tail, context);
  if (!stage || (strict && !stage.known)) return null;
  // 签约推到下个月15号 moves a day, no deal.
  if (
    !stage.known &&
    (findWhens(stage.stage, context)[0]?.start === 0 ||
      /^[\d一二两三四五六七八九十]|^(?:年|春节|节|月|季|周|明|后|下)[前后底初末天年个周月]?/.test(stage.stage))
  )
    return null;
  const span = { from: 0, to: head[0].length + stage.length };
  return move(head[1] as string, stage.stage, stage.rest, false, span, context, stage.known ? 0.95 : 0.5);
}

const toStage: Rule = (text, context) => {
  if (text.length > longestCommand) return null;
  const label = findWords(dealLabels(context), text)[0];
  const first = pushed.exec(text);
  // 金额改成68万 and 下一步 推进到… speak of a field, not of a stage.
  if (first && !(label && label.start < first[0].length)) {
    const found = moved(text, first, !surely.test(first[0].slice((first[1] as string).length)), context);
    if (found) return found;
  }
  const second = front.exec(text);
  if (second && !(label && label.start < second[0].length)) return moved(text, second, false, context);
  const third = into.exec(text);
  const found = third && !label ? moved(text, third, true, context) : null;
  if (found) return found;
  // The stage's own word may be a field's as well (进报价): then nothing but the stage may stand there.
  for (const fourth of text.matchAll(new RegExp(enters.source.replace('^', '(?<=^)'), 'gi'))) {
    const entered = moved(text, fourth as RegExpExecArray, true, context);
    if (entered && !(label && label.start < fourth[0].length)) return entered;
  }
  return null;
};

const ended =
  /^(?:恭喜|好消息|坏消息|太好了|可惜|唉)?[\s,!]*(?:我们|咱们?)?\s?(?:把|将)?([^,;\n!]{0,60}?)(?:这单|[这那]个(?:单子|案子|项目)|那单|的单子|单子|案子|标为|标记为|标记成|标成|算)?\s?(?:已经|最终|最后|终于|还是|也)?\s?(?:(赢单了?|赢了|赢下来?了?|拿下来?了?|成交了|成单了?|中标了?|签下来?了|签单了|签约了|签掉了|签成了|签完了?|签好了?|签妥了?|谈成了|(?<![换变改升调搞弄做转造形构组达])成了|签单(?=$|[\s!,])|搞定(?:了|(?=$|[\s,]))|成交(?!日|时|额|金|价|前|后|周期|机|几|概|率|可)|赢单|won了?|win了?(?!\s?rate)|sign了|签(?:合同)?了(?!吗|没|之|以后|后|再|就|的话|才))|(输单了?|输了|丢单了?|丢了|黄了|黄掉了|没拿下|没戏了?|飞了|输掉了?|没签成|没成|没保住|没拿到|没争取到|没中标|流标了?|不做了|没了|吹了|流单了?|算废了|废了|挂了|死了|丢给了?(?=同行|别家|对手)|凉了|泡汤了|lost了?))(?:\s|[,:;!.吧哈啊]|因为|由于|原因|理由|是因为|$|(?=\p{Script=Han}))/u;
const endFirst =
  /^(?:恭喜|好消息|太好了|终于|总算|可算)?[\s,!]*(?:(?:(赢了|赢单|拿下了?|成交了|签下来?了|签单了)|(输了|输单|丢了|丢单))[\s:!,]{0,3}){1,10}([^\s,;:!]{1,40})(?:[\s,;:]+|$)/;
/** Not over yet: 预计成交, 差点丢了. */
const notYet = /(?:预计|争取|计划|有望|能|可以|会|要|想|快|准备|差点就?|险些|没|不|未|希望|目标是?|打算|应该)\s?$/;

const finish: Rule = (text, context) => {
  if (text.length > longestCommand || !/\p{Script=Han}/u.test(text)) return null;
  const plain = text
    .replace(/[啦咯喽啰囉]/g, '了')
    .replace(/\p{Extended_Pictographic}/gu, (mark) => ' '.repeat(mark.length));
  const front = endFirst.exec(plain);
  const match = front ?? ended.exec(plain);
  if (!match) return null;
  const [won, said] = front ? [front[1], front[3]] : [match[2], match[1]];
  // A paper signed before the contract is no end of it.
  if (won && /签/.test(won) && /保密|协议|意向书?|备忘录|nda|框架|报价单?|审批|流程/i.test(said ?? '')) return null;
  // 账期谈成了月结60天 tells a term, no end of the deal.
  if (won && /^谈/.test(won) && findWords(dealLabels(context), said ?? '').some(({ end }) => end === said?.length))
    return null;
  const cut = (said ?? '').search(/被|输给|(?<=\S{2})(?:选|定|用|签|跟)了(?!合同|我们|咱|字|约|单|$)/);
  const lost = won === undefined;
  const days = findWhens(said ?? '', context);
  const today = dayOf(context.now, context.zone);
  // 预计年底成交, 12月25号成交: a day to come.
  if (
    /^(?:成交|签)/.test(won ?? '') &&
    days.some(({ end, value }) => end === said?.trimEnd().length && value.day > today)
  )
    return null;
  if (
    notYet.test(
      mask(said ?? '', days)
        .replaceAll(gone, '')
        .trim(),
    ) &&
    !front
  )
    return null;
  const named = (cut > 0 ? (said as string).slice(0, cut) : (said as string))
    .replace(/^那?(?:就)?(?=[这那])|(?<=[这那]单)就$|(?<=\S{2})了$/g, '')
    .replace(/(?<=\S{2})(?:关(?:了|掉)|算了)吧?(?=客户|他们|人家|对方|[\s,]|$).*$/, '')
    .replace(/(?<=\S{2})的?合同(?=$|[\s今昨前刚上已]|\d)/, '');
  const rest = `${cut > 0 ? `${(said as string).slice(cut)} ` : ''}${text.slice(match[0].length)}`;
  const span = { from: 0, to: match[0].trimEnd().length };
  const found = move(named, endStage(!lost, context), rest, lost, span, context, cleanRef(named) === '' ? 0.85 : 0.95);
  return lost ? because(found, said ?? '', context) : found;
};

/** 宏达关了吧客户一直不回消息算输单: the reason stands between the name and the end. */
function because(found: Found, said: string, context: Context): Found {
  const facts = found.input.facts as Record<string, unknown> | undefined;
  const reason = facts?.loss_reason === undefined ? reasonTold(said, context) : null;
  return reason ? { ...found, input: { ...found.input, facts: { ...facts, loss_reason: reason } } } : found;
}

/** 按输单处理, 记丢单吧: a word for how it ended with nobody named, told of the one spoken of. */
const endedSo =
  /^(?:(?:那?就|先|直接|麻烦|帮我|请|可以)\s?){0,3}(?:记|标记?|算|按|作|当|归|转|做|改|关)(?:成|为|作|到|个|入|一下|掉)?\s?(?:(输单|丢单|lost)|(赢单|成交|won))(?:处理|来算|算|掉|阶段|了|吧|啊){0,3}$/i;
const endSo: Rule = (text, context) => {
  const match = endedSo.exec(text);
  const won = match?.[2] !== undefined;
  return match ? move('', endStage(won, context), '', !won, { from: 0, to: text.length }, context, 0.85) : null;
};

const refused =
  /^(?:我们|咱们?)?\s?(?:被|让)([^,;\n]{2,30}?)(?:拒之门外|拒绝|婉拒|拒|淘汰|刷掉|刷下来|刷|否决|否掉|否|踢出局|pass掉?)了?(?=$|[\s,;])(.{0,120})$|^([^,;\n]{2,30}?)把(?:我们|咱们?)(?:拒绝|婉拒|拒|淘汰|刷掉|刷下来|刷|否决|否掉|否|踢出局|pass掉?)了(?=$|[\s,;])(.{0,120})$/;

/** 我们被恒达刷掉了, 恒达把我们否了: a loss told by who refused us. */
const refusedUs: Rule = (text, context) => {
  const match = refused.exec(text);
  if (!match) return null;
  const rest = (match[2] ?? match[4] ?? '').replace(/[\s,;]*(?:记|标|算)(?:成|为|个)?(?:输单|丢单|输)[了吧]?$/, '');
  const span = { from: 0, to: text.length };
  return move((match[1] ?? match[3]) as string, endStage(false, context), rest, true, span, context, 0.85);
};

/** 恒通被金蝶抢了: a loss told by who won. */
const robbed: Rule = (text, context) => {
  const match =
    /^([^,;\n]{1,40}?)(?:的单子?)?\s?((?:被|让)(?:隔壁的?|对面的?)?[^\s,;]{1,20}?(?:给)?(?:抢|拿|撬|截)(?:走|下|胡|单)?了?|(?:输|丢|(?<![a-z])(?:lose|lost)\s?)给了?\s?[^\s,;]{1,20})(.{0,120})$/i.exec(
      text,
    );
  return match
    ? move(
        match[1] as string,
        endStage(false, context),
        `${match[2]}${match[3]}`,
        true,
        { from: 0, to: text.length },
        context,
        0.85,
      )
    : null;
};

const chosen =
  /^([^,;\n]{1,40}?)(?:的单子?|这单|那单)?(?:他们|人家|那边|客户)?\s?(?:最后|最终|结果|到底)(?:他们|人家|客户)?还?是?((?:选|定|用|签|跟)了(?!我们?|咱|[A-Da-d甲乙丙]?(?:方案|套餐|版))[^\s,;]{2,20})(.{0,120})$/;

/** 恒通最后选了隔壁的金蝶: a loss, unless it is of our own goods that they chose. */
const choseOther: Rule = (text, context) => {
  const [, deal = '', chose = '', rest = ''] = chosen.exec(text) ?? [];
  const rival = /本地|隔壁|对面|同行|竞品|对手|别家|友商/.test(chose);
  if (chose === '' || (!rival && /版|款|型|方案|套餐|产品|系统|供应商$/.test(chose))) return null;
  const span = { from: 0, to: text.length };
  return move(deal, endStage(false, context), `${chose}${rest}`, true, span, context, rival ? 0.85 : 0.5);
};

/** 恒达又有个新项目 冷库改造 45万 立个商机: the deed comes last. */
const openedLast =
  /^([^,;\n\s]{2,20}?)(?:那边|这边)?(?:又|也|还)?(?:有了?|来了?|出了?|冒出)(?:一?个|一?条)?新?(?:的)?(?:项目|需求|机会|单子|活)[\s,:;]+(.{2,80}?)[\s,;]+(?:帮我|给我|请)?(?:新?(?:开|建|立|创建|新建|加))(?:一?个|一?条)?(?:新)?(?:商机|单子)(?:吧|了)?$/su;

const opening = [
  /^(?:(?:请|帮我|麻烦你?)\s?){0,2}(?:给|为|帮|替|跟|和)\s?([^,;\n]{1,60}?)\s?(?:新?(?:开|建|立|创建|新建|加|录|新增))了?(?:一?个|一?条|一?单)?\s?(?:新)?(?:的)?(?:商机|单子|机会|单|deal|opp(?:ortunity)?)(?=$|[\s,:;\d]|\p{Script=Han})[\s,:;]*(.{0,200})$/su,
  /^(?:请|帮我)?(?:新?(?:开|建|创建|新建|加|新增)?(?:一?个)?新?商机)(?!列表|清单|有|呢|表单|阶段)[\s,:;]+(?:给|为)?\s?(#?\S{1,60})(?:[\s,;]+(.{0,200}))?$/su,
  /^((?:线索|客户)?\s?#?[^,;\n]{1,60}?)\s?(?:(?:转|convert\s?)(?:成|为|到|化为|化成)?|新?开了?个?|新?建了?个?|新建|立个?|新增|加了?个?|有个?)(?:一?个|一?条)?\s?(?:新)?(?:商机|单子|一单)(?:了)?(?:[\s,;:]+(.{0,200}))?$/su,
  /^(\S{2,30}?)\s(?=\S{2,20}\s新单\s)(.{0,200})$/su,
  /^(\S{2,30}?)\s?新商机(?:[\s,;:]+(.{0,200}))?$/su,
];

const opened: Rule = (text, context) => {
  if (text.length > longestCommand) return null;
  const [first, ...lines] = text.split('\n');
  if (
    lines.length > 0 &&
    /^(?:请|帮我)?(?:新?(?:开|建|创建|新建|新增|加)(?:一?个)?(?:新)?|新)商机:?$/.test(first as string)
  )
    return openLines(lines, { from: 0, to: (first as string).length }, context);
  if (
    /^(?:我?(?:想要?|要|需要))?(?:请|帮我)?(?:新?(?:开|建|录入?|创建|新建|新增|加)(?:一?个|一?条)?(?:新)?|新)(?:的)?商机$/.test(
      text,
    )
  )
    return { name: 'deal.form', input: {}, confidence: 0.95, leftover: '', from: 0, to: text.length };
  const last = openedLast.exec(text);
  if (last) return open(last[1] as string, last[2] as string, { from: 0, to: text.length }, context);
  for (const pattern of opening) {
    const match = pattern.exec(text);
    if (!match) continue;
    if (
      /^#\d+$/.test(match[1] as string) &&
      !/新|开|建|加|立|转/.test(text.slice(0, text.indexOf('#') + 12).replace(/商机/g, ''))
    )
      continue;
    const tail = match[2] ?? '';
    const head = text.length - tail.length;
    return open(match[1] as string, tail, { from: 0, to: head }, context);
  }
  return null;
};

/** Whose word it is, where the customer tells of their own budget. */
const told =
  /^(?:客户|对方|他们?|她们?|人家|那边|甲方|\p{Script=Han}{1,3}(?:总|工|经理|主任|老师|姐|哥|总监|科长|处长))(?:那边)?(?:也|又|刚才?|今天|现在)?(?:跟我|和我)?(?:说|讲|表示|透露|反馈|确认|提到)[\s,:]*(?:他们|公司|那边)?的?/u;

/** 恒通王总说 is 王总 of 恒通; 王总说 names no company. */
function companyOf(word: string): string {
  const at = [2, 3, 4].find((start) => start < word.length && findTitled(word.slice(start))[0]?.start === 0);
  return word.slice(0, at ?? 0);
}

const changed: Rule = (text, context) => {
  if (text.length > longestCommand || !/\p{Script=Han}/u.test(text)) return null;
  const label = findWords(dealLabels(context), text)[0];
  if (!label) return null;
  const said = text
    .slice(0, label.start)
    .replace(/^(?:请|帮我|麻烦)?(?:更新一?下?|修改|更改|改一下|设置|把|将|给){1,10}\s?/, '')
    .replace(told, (word) => companyOf(word))
    .replace(/(?:这单|那单)?(?:的|,|:|\s|更新|修改|改){1,10}$/, '');
  // 泰和吴经理 电话… 职务… 另外泰和预算…: more is told before than whose budget it is.
  const pieces = said.split(/[\s,]+/).filter((piece) => piece !== '');
  if (/[;\n!?]/.test(said) || said.length > 60 || pieces.length > 3) return null;
  return update(said || teller(text, context), text.slice(label.start), { from: 0, to: text.length }, context);
};

/** 王总说预算砍到60万, with nothing else to go by: the deal is that of 王总. */
function teller(text: string, context: Context): string {
  if (context.about?.deal || context.about?.customer || context.about?.lead) return '';
  const one = findTitled(text)[0];
  return one?.start === 0 ? one.value : '';
}

/** What Chinese sentences do to deals, and what they tell of them. Stage words come from the playbook. */
export const chineseDeals: Rule[] = [
  opened,
  toStage,
  expected,
  endSo,
  finish,
  refusedUs,
  robbed,
  choseOther,
  bareStage,
  ready,
  changed,
];

/** 恒通预计12月20号成交: the day stands between what is expected and the word for it. */
function expected(text: string, context: Context): Found | null {
  const match =
    /^(?:把|将)?([^,;\n]{0,40}?)\s?(?:预计|争取|计划|大概|应该)(?:能|会|在|可以)?\s?([^,;\n]{2,24}?)(?:能|可以|就能)?(?:前后|左右)?(?:成交|签约|签单|签下来|下单|定下来|关单|签)[了吧]?$/.exec(
      text,
    );
  const front = match?.[1] ?? '';
  // More is said of the deal than the day.
  if (findMoney(front, context.currency).length > 0 || findPercents(front).length > 0) return null;
  const day = match && readWhen(match[2] as string, context)?.day;
  return match && day
    ? about(
        { name: 'deal.update', input: { closeOn: day }, confidence: 0.9, leftover: '', from: 0, to: text.length },
        'deal',
        match[1] as string,
        context,
      )
    : null;
}

/** 恒通 报价阶段: a name and a known stage, with nothing else. */
function bareStage(text: string, context: Context): Found | null {
  const match = /^(\S{2,40})\s(\S{2,20})(?:阶段|环节)了?$/.exec(text);
  const stage = match && knownStage(match[2] as string, context);
  return match && stage ? move(match[1] as string, stage, '', false, { from: 0, to: text.length }, context, 0.7) : null;
}

/** 恒通可以报价了: what may be done now is where it goes, to be confirmed. */
function ready(text: string, context: Context): Found | null {
  const match =
    /^(\S{2,30}?)(?:那边|那单|这单)?(?:现在|已经)?(?:可以|能|该)(?:开始|进入?|走|做|去|给)?(\S{2,8}?)了[吧啊]?$/.exec(
      text,
    );
  const stage = match && knownStage(match[2] as string, context);
  return match && stage ? move(match[1] as string, stage, '', false, { from: 0, to: text.length }, context, 0.5) : null;
}

import { findWays } from '../story/ways.ts';
import { namesIn, type Said, tells, wordsOf } from './said.ts';

const clausesOf = (text: string) => text.split(/[,;.!?\n]/);

const undone =
  /(?<!应)该(?!公司|单|客户|项目)|(?<![主需重只])要(?=给|去|打|跟|找|约|见)|误|错|同事|朋友|老婆|老公|还没|没来得及|差点|显示|\b(?:miss(?:ed)?|butt|wrong|accidentally|almost|nearly|skip(?:ped)?|forgot|reschedul\w+|cancell?ed|my (?:colleague|co-?worker|friend|wife|husband|boss))\b/i;
/** 刚要给他打电话, 误拨了, missed my call with: what stands before the deed says that it was none, or not the teller's. */
export const isUndone = (said: Said) =>
  tells(said, 'activity.log') &&
  clausesOf(said.text).some((clause) => {
    const way = findWays(clause)[0];
    return (
      way !== undefined &&
      undone.test(clause.slice(0, way.start + (/^(?:打|误)/.test(clause.slice(way.start)) ? 2 : 0)))
    );
  });

/** 天元拜访了嘉和, Opal met with Oracle: what two others did is no talk of ours. */
export const isBetweenOthers = ({ text, writes, context }: Said): boolean =>
  writes.some(({ name }) => name === 'activity.log') &&
  clausesOf(text).some((clause) => {
    const [first, ...others] = namesIn(clause, context).filter(({ kind }) => kind !== 'person');
    const way = first && findWays(clause).find(({ start }) => start >= first.end);
    // In front stands who did it; 给枫桥, 在枫桥 is whom it was done with.
    if (!way || first.start > 0 || ourselves.test(clause)) return false;
    const between = clause.slice(first.end, way.start);
    if (between.length > 4 || /[:-]/.test(between)) return false;
    const [known] = others.filter(({ start, kind }) => start >= way.end && kind === first.kind);
    if (known && !known.ids?.some((id) => first.ids?.includes(id)))
      return /^(?:跟|和|与|给|的|\s|with|to|at|over to|from){0,3}$/i.test(clause.slice(way.end, known.start));
    return /with\s*$/i.test(clause.slice(way.start, way.end)) && /^\s?[A-Z][a-z]+/.test(clause.slice(way.end));
  });
const ourselves = /我|咱|\b(?:i|we|me|us|my|our)\b/i;

const seen =
  /\b(?:saw|seen|spotted|noticed) (?:an?|the|some|their) [\w' ]{0,24}\b(?:ad|ads|truck|van|billboard|logo|sign|post|booth|store|building|banner|commercial)\b|\bon (?:linkedin|facebook|tv|the news|instagram)\b|看[到见].{0,10}(?:广告|的车|招牌|新闻|海报|门店)/i;
/** Saw a truck of theirs on the road: nobody was met. */
export const isOnlySeen = (said: Said) =>
  said.writes.some(
    ({ name, input }) => name === 'activity.log' && (input as { channel: string }).channel === 'visit',
  ) && seen.test(said.text);

const ofTheirs =
  /(?:应该|可能)$|^.{0,4}再说$|^(?:再?说$|出国|出差|休假|放假|休息|开业|开张|上市|搬家|停产|停工|停电|体检|结婚|生日|司庆|年会|周年庆|退休|离职|入职|开学|发工资|接孩子|接娃|(?:on )?(?:vacation|holiday|leave)|birthday|wedding|earnings|ipo|(?:is |goes )?(?:closed|live)|contract with|(?:holiday )?party)/i;
const calledOff =
  /鸽了|放鸽子|黄了|泡汤|告吹|取消|改期|推掉|没约上|\b(?:cancel(?:l?ed)?|called off|fell through|declined|nobody told|no one told|postponed indefinitely)\b/i;
/** 王总下周出国, 说好周五演示结果又鸽了: a day of theirs, or one that came to nothing. */
export const isNoTask = ({ text, writes }: Said) =>
  writes.some(
    (intent) =>
      intent.name === 'task.add' &&
      (ofTheirs.test(intent.input.what) || /\?/.test(intent.input.what) || calledOff.test(intent.input.what)),
  ) ||
  (writes.length === 1 && writes[0]?.name === 'task.add' && calledOff.test(text));

const meetings =
  /演示|会议|拜访|饭局|电话|(?:周|星期|礼拜)[一二三四五六日天]|今天|明天|\b(?:demo|meeting|call|visit|lunch)\b/i;
/** 周五的演示黄了: an appointment that is off is no deal that is lost. */
export const isAppointment = ({ writes, context }: Said) =>
  writes.some(
    (intent) =>
      intent.name === 'deal.move' &&
      meetings.test(intent.input.deal) &&
      namesIn(intent.input.deal, context).length === 0,
  );

const elsewise =
  /以前|(?<!比)原来|曾经|招(?=\d|聘|了|人)|要招|裁|老家|分公司|办事处|出差|旅游|\b(?:was|used to|hired|hiring|laid off|lays off|sold|this week|today|on a trip|visiting|born in|stores?|units|tickets)\b/i;
/** 嘉和裁了300人, Raj is in Austin this week: true, yet not what is kept of them. */
export const isOfAnother = ({ text, writes }: Said) =>
  writes.some(({ name }) => name === 'profile.update') &&
  clausesOf(text).some((clause) => elsewise.test(clause) && /\d|在|[A-Z]/.test(clause)) &&
  writes.some(
    (intent) => intent.name === 'profile.update' && !intent.input.phone && !intent.input.email && !intent.input.wechat,
  );

const everyday =
  /骚扰|推销|诈骗|外卖|快递|房东|中介|保洁|保姆|租房|物业|司机师傅|我(?:妈|爸|老婆|老公)|是谁|谁的|\b(?:spam|scam|plumber|landlord|babysitter|courier|doordash|dentist|call me|who is (?:this|it)|from it)\b/i;
const nameless = /^(?:或者?|和|跟|at|or|and|call me|me|this|that)$/i;
/** A number of somebody who is no customer: 骚扰电话, the plumber. */
export const isEveryday = ({ text, writes }: Said) =>
  writes.some(
    ({ name, input }) =>
      (name === 'lead.create' || name === 'profile.update') &&
      (everyday.test(text) || wordsOf(input).some((word) => nameless.test(word.trim()))),
  );

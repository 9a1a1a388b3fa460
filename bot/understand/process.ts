import type { Context, Found, Rule } from './context.ts';
import { smallNumber } from './dates-zh-said.ts';
import { pipelineCalled } from './gates.ts';
import { readRole, whole } from './shared.ts';
import { knownStage } from './stage.ts';

type Input = Record<string, unknown>;
type Reading = (match: RegExpExecArray, context: Context) => Input | null;

const number = '(\\d{1,3}|[一二两三四五六七八九十半]{1,3}|two|three|four|five|six|ten)';
const named = '"?([^"]{1,40}?)"?';
const english: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, six: 6, ten: 10 };

function daysOf(count: string | undefined, unit: string | undefined): number | undefined {
  if (!count) return undefined;
  const many = english[count.toLowerCase()] ?? smallNumber(count);
  return Math.max(1, Math.round(many * (/周|星期|week/i.test(unit ?? '') ? 7 : /月|month/i.test(unit ?? '') ? 30 : 1)));
}

const known = (said: string | undefined, context: Context) => knownStage(said ?? '', context);
/** A stage as it was said, when it is called so or the sentence calls it a stage. */
const stageOf = (said: string | undefined, context: Context) => known(said, context) ?? said?.trim();
const given = (input: Input): Input =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));

const rules: [RegExp, Reading][] = [
  [
    new RegExp(
      `^在\\s?${named}(?:阶段)?(?:的)?(?:后面|之后|后边|后)\\s?(?:再)?(?:加|新增|增加|添加|插)(?:上|入)?(?:一?个|一道)?新?的?阶段[\\s:,]*(?:叫做?|名为)?\\s?${named}(?:[\\s,]+(?:限期?|期限|最多|停留)?\\s?${number}\\s?(天|周|个?星期|个?月)(?:内)?)?$`,
      'u',
    ),
    ([, after, name, count, unit], context) =>
      given({ do: 'add', after: stageOf(after, context), name, days: daysOf(count, unit) }),
  ],
  [
    new RegExp(
      `^add\\s(?:an?\\s)?(?:new\\s)?stage\\s(?:called\\s|named\\s)?${named}\\s(?:right\\s)?after\\s(?:the\\s)?${named}(?:\\sstage)?(?:,?\\s(?:with\\s|for\\s)?${number}\\s(days?|weeks?|months?))?$`,
      'i',
    ),
    ([, name, after, count, unit], context) =>
      given({ do: 'add', after: stageOf(after, context), name, days: daysOf(count, unit) }),
  ],
  [
    new RegExp(`^把\\s?(?:阶段)?\\s?${named}(?:阶段)?\\s?(?:改名|更名|重命名)(?:为|成|叫)?\\s?${named}$`, 'u'),
    ([, stage, name], context) => ({ do: 'rename', stage: stageOf(stage, context), name }),
  ],
  [
    new RegExp(`^rename\\s(?:the\\s)?(stage\\s)?${named}(\\sstage)?\\s(?:to|as|into)\\s${named}$`, 'i'),
    ([, head, stage, tail, name], context) =>
      head || tail || known(stage, context) ? { do: 'rename', stage: stageOf(stage, context), name } : null,
  ],
  [
    new RegExp(
      `^(?:把)?\\s?(?:删掉|删除|删|去掉|移除|撤掉)\\s?${named}\\s?这?个?阶段(?:[\\s,]*(?:里面?的?|它的)?(?:商机|单子)?(?:都|全)?(?:转|移|挪|放|归)?(?:到|去|进)\\s?${named}(?:阶段)?)?$`,
      'u',
    ),
    ([, stage, to], context) => given({ do: 'remove', stage: stageOf(stage, context), to: to && stageOf(to, context) }),
  ],
  [
    new RegExp(`^把\\s?${named}\\s?这?个?阶段\\s?(?:删掉|删除|删了?|去掉|移除|撤掉)(?:吧)?$`, 'u'),
    ([, stage], context) => ({ do: 'remove', stage: stageOf(stage, context) }),
  ],
  [
    new RegExp(
      `^(?:remove|delete|drop)\\s(?:the\\s)?(stage\\s)?${named}(\\sstage)?(?:,?\\s(?:and\\s)?(?:move|put|send)\\s(?:its\\s|the\\s|their\\s)?(?:deals\\s)?(?:in)?to\\s(?:the\\s)?${named}(?:\\sstage)?)?$`,
      'i',
    ),
    ([, head, stage, tail, to], context) =>
      head || tail || known(stage, context)
        ? given({ do: 'remove', stage: stageOf(stage, context), to: to && stageOf(to, context) })
        : null,
  ],
  [
    /^(?:离开)?\s?"?([^"\s]{1,20}?)"?(?:阶段)?(?:之前|以前|前)?(?:阶段)?\s?(?:要|必须|需要)(?:先)?(?:问|回答|答)\s?(?:清楚)?[\s:,]*(.{4,150})$/u,
    ([all, stage, question], context) =>
      known(stage, context) && /阶段|离开/.test(all ?? '')
        ? { do: 'require', stage: known(stage, context), question }
        : null,
  ],
  [
    /^(?:离开)?\s?"?([^"\s]{1,20}?)"?(?:阶段)?(?:之前|以前|前)?\s?(?:要求|必须|需要|要)(?:先)?(?:要?填写?|填好|有|知道|明确)\s?(.{1,30})$/u,
    ([all, stage, field], context) =>
      known(stage, context) && /阶段|离开/.test(all ?? '')
        ? { do: 'require', stage: known(stage, context), field }
        : null,
  ],
  [
    /^require\s(?:the\s|an?\s)?(.{1,30}?)\s(?:before\sleaving|to\sleave|in|at)\s(?:the\s)?(.{1,30}?)(?:\sstage)?$/i,
    ([, field, stage], context) => ({ do: 'require', stage: stageOf(stage, context), field }),
  ],
  [
    /^ask\s(?:this\s)?before\sleaving\s(?:the\s)?(.{1,30}?)(?:\sstage)?\s?:\s?(.{4,150})$/i,
    ([, stage, question], context) => ({ do: 'require', stage: stageOf(stage, context), question }),
  ],
  [
    /^"?([^"\s]{1,20}?)"?阶段(?:不再要求|不再要|不用|不需要|不必)(?:再)?(?:填写?|问|回答)?\s?(.{1,30})$/u,
    ([, stage, field], context) =>
      known(stage, context) ? { do: 'release', stage: known(stage, context), field } : null,
  ],
  [
    /^(?:stop\srequiring|don'?t\srequire|no\slonger\srequire)\s(?:the\s|an?\s)?(.{1,30}?)\s(?:before\sleaving|to\sleave|in|at|for)\s(?:the\s)?(.{1,30}?)(?:\sstage)?$/i,
    ([, field, stage], context) => ({ do: 'release', stage: stageOf(stage, context), field }),
  ],
  [
    new RegExp(
      `^${named}阶段(?:的)?(?:限期|期限|时限|停留天数|天数)\\s?(?:改成|改为|设为|设成|定为|是)?\\s?${number}\\s?(天|周|个?月)$`,
      'u',
    ),
    ([, stage, count, unit], context) =>
      known(stage, context) ? given({ do: 'days', stage: known(stage, context), days: daysOf(count, unit) }) : null,
  ],
  [
    new RegExp(`^(?:give|set|allow)\\s(?:the\\s)?${named}(?:\\sstage)?\\s(?:to\\s)?${number}\\s(days?|weeks?)$`, 'i'),
    ([, stage, count, unit], context) =>
      known(stage, context) ? given({ do: 'days', stage: known(stage, context), days: daysOf(count, unit) }) : null,
  ],
  [
    /^"?([^"\s]{1,20}?)"?阶段(?:由|归)(销售|主管|管理员)(?:来)?(?:负责|管)$/u,
    ([, stage, role], context) =>
      known(stage, context) ? { do: 'owner', stage: known(stage, context), role: readRole(role ?? '') } : null,
  ],
  [
    /^(?:the\s)?(.{1,30}?)(?:\sstage)?\sis\sowned\sby\s(?:the\s|an?\s)?(rep|manager|admin)s?$/i,
    ([, stage, role], context) =>
      known(stage, context) ? { do: 'owner', stage: known(stage, context), role: role?.toLowerCase() } : null,
  ],
  [
    /^(销售|主管|管理员)(不能|不可以|不准|不许|可以|能)(?:直接)?跳过\s?(.{1,20}?)(?:阶段)?$/u,
    ([, role, may, stage], context) =>
      known(stage, context)
        ? {
            do: 'skip',
            stage: known(stage, context),
            role: readRole(role ?? ''),
            rule: /不/.test(may ?? '') ? 'never' : 'free',
          }
        : null,
  ],
  [
    /^(rep|manager|admin)s?\s(may\snot|can'?t|cannot|must\snot|may|can)\sskip\s(?:the\s)?(.{1,30}?)(?:\sstage)?$/i,
    ([, role, may, stage], context) =>
      known(stage, context)
        ? {
            do: 'skip',
            stage: known(stage, context),
            role: role?.toLowerCase(),
            rule: /n.t\b|not/i.test(may ?? '') ? 'never' : 'free',
          }
        : null,
  ],
  [
    /^从?\s?(.{1,20}?)(?:阶段)?退回(?:时)?(?:(要|必须|需要)(?:说明?|写|填)?(?:原因|理由)|(不允许|不能|不可以))$/u,
    ([, stage, reason], context) =>
      known(stage, context) ? { do: 'back', stage: known(stage, context), rule: reason ? 'reason' : 'never' } : null,
  ],
  [
    /^going\sback\sfrom\s(?:the\s)?(.{1,30}?)(?:\sstage)?\s(?:(takes|needs|requires)\sa\sreason|is\snot\sallowed)$/i,
    ([, stage, reason], context) =>
      known(stage, context) ? { do: 'back', stage: known(stage, context), rule: reason ? 'reason' : 'never' } : null,
  ],
  [
    new RegExp(`^(?:新增|新建|加|添加|增加)(?:一?[个条])?新?的?流程[\\s:,]*(?:叫做?)?\\s?${named}$`, 'u'),
    ([, name]) => ({ do: 'pipeline', name }),
  ],
  [
    new RegExp(`^add\\s(?:an?\\s)?(?:new\\s)?pipeline\\s(?:called\\s|named\\s)?${named}$`, 'i'),
    ([, name]) => ({ do: 'pipeline', name }),
  ],
];

const inZh = /^(.{1,12}?流程)(?:里面?|中|的|下)?[\s,:]*(?=\S)/u;
const inEn = /,?\s(?:in|of)\sthe\s(.{1,30}?)\spipeline$/i;

/** 在报价后面加一个阶段 试用,14天; rename …; require budget before leaving Quote: a change of the team's process. */
export const processChange: Rule = (text, context) => {
  if (text.length > 220) return null;
  const plain = text.replace(/^(?:请|麻烦|帮我|please\s)\s?/i, '').replace(/[吧。]$/, '');
  const where = inZh.exec(plain) ?? inEn.exec(plain);
  const pipeline = where && pipelineCalled(where[1] ?? '', context);
  const said = pipeline ? plain.replace(where[0], '') : plain;
  for (const [pattern, read] of rules) {
    const match = pattern.exec(said);
    const input = match && read(match, context);
    if (!input) continue;
    const found: Found = whole(text, {
      name: 'process.change',
      input: { ...input, ...(pipeline ? { pipeline } : {}) },
    });
    return found;
  }
  return null;
};

const shownZh =
  /^(?:看看?|查看|显示|打开)(?:一下)?(?:我们的?|销售|当前|现在的?){0,3}(?:流程|阶段)(?:设置|定义)?$|^(?:我们的?|销售|当前|现在的?){0,3}流程(?:是什么|有哪些(?:阶段)?|有几个阶段|设置|是怎样的)[?]?$|^(?:有哪些|哪些)阶段[?]?$/u;
const shownEn =
  /^(?:show|see|what(?:'s|\sis|\sare))\s(?:me\s)?(?:the|our)\s(?:sales\s)?(?:process|stages|pipelines)[?]?$/i;

/** 看流程, show the process. */
export const processShown: Rule = (text) =>
  text.length < 40 && (shownZh.test(text) || shownEn.test(text))
    ? whole(text, { name: 'process.show', input: {} })
    : null;

import type { Context, Draft, Found, Reading, Rule } from './context.ts';
import { resolve } from './refs.ts';
import { whole } from './shared.ts';
import { knownStage } from './stage.ts';
import { findWords, lookUp } from './words.ts';

const please = '^(?:(?:请|麻烦|帮我|please)\\s?)?';
const because = '[\\s,;]*(?:原因|理由)?(?:是因为|因为|由于|原因是?|理由是?|是)?\\s?[:,]?\\s?';
const exceptionZh = new RegExp(
  `${please}(?:把|将)?\\s?(.{0,40}?)\\s?(?:直接|破例|强制|硬|特批)(?:先)?(?:推进|推|转|移|进|走|跳)(?:到|至|入)?\\s?(.{1,20}?)(?:阶段)?(?:(?=[\\s,;]|因为|由于|原因|理由)${because}(.{1,200}))?$`,
  'u',
);
const exceptionEn =
  /^(?:please\s)?(?:move|push|advance|take|put)\s(.{1,60}?)\s(?:straight\s)?(?:to|into)\s(?:the\s)?(.{1,30}?)(?:\sstage)?,?\s(?:anyway|regardless|all the same|as an exception)(?:[\s,:;-]+(?:because|since|as|the reason is|reason:?|:)?\s?(.{1,200}))?$/i;
const backZh = new RegExp(
  `${please}(?:把|将)?\\s?(.{0,40}?)\\s?(?:先)?(?:退回到?|打回到?|回退到?|退到|回到)\\s?(.{1,20}?)(?:阶段)?[\\s,;]*(?:因为|由于|原因是?|理由是?)\\s?[:,]?\\s?(.{1,200})$`,
  'u',
);
const backEn =
  /^(?:please\s)?(?:move|push|take|put|send)\s(.{1,60}?)\sback\s(?:to|into)\s(?:the\s)?(.{1,30}?)(?:\sstage)?[\s,]+(?:because|since|as|reason:?)\s(.{1,200})$/i;

/** A move with its reason; the reason is no command, so that nothing in it speaks against the move. */
function moved(text: string, [, name, said, reason]: RegExpExecArray, context: Context, anyway: boolean): Found | null {
  const stage = knownStage(said ?? '', context);
  if (!stage) return null;
  const why = reason?.trim();
  const deal = resolve(name ?? '', context, ['deal', 'customer']);
  const input = { ...(deal ? { deal } : {}), stage, ...(why ? { reason: why } : {}), ...(anyway ? { anyway } : {}) };
  const to = why ? text.lastIndexOf(why) : text.length;
  const found: Found = { name: 'deal.move', input, confidence: 0.95, leftover: '', from: 0, to };
  return deal ? found : { ...found, missing: ['deal'] };
}

/** 把恒通直接推进到报价,原因是客户急; move Northwind to Quote anyway because … */
export const exception: Rule = (text, context) => {
  const zh = exceptionZh.exec(text);
  // 直接推进到报价 alone is how one speaks; with a reason, or called an exception, it is one.
  if (zh && (zh[3] || /破例|强制|特批/.test(text))) return moved(text, zh, context, true);
  const en = exceptionEn.exec(text);
  return en && moved(text, en, context, true);
};

/** 恒通退回到方案沟通,因为客户改需求: back, and why. */
export const goesBack: Rule = (text, context) => {
  const match = backZh.exec(text) ?? backEn.exec(text);
  return match && moved(text, match, context, false);
};

const word = /流程|pipeline|process/i;
const bare = (said: string) =>
  said
    .trim()
    .replace(/^(?:the|our)\s+|["']|(?:的)?流程$|\s+(?:pipeline|process)$/gi, '')
    .trim();

/** The key of the pipeline that some words call by its name, with or without the word for pipeline. */
export function pipelineCalled(said: string, { pipelines = [] }: Context): string | null {
  return lookUp(pipelines, said.trim()) ?? lookUp(pipelines, bare(said)) ?? lookUp(pipelines, `${bare(said)}流程`);
}

/** Where a text names a pipeline as such (走渠道流程, channel pipeline). Null when it does not. */
export function pipelineIn(text: string, context: Context): Reading<string> | null {
  const { pipelines = [] } = context;
  const names = pipelines.map(({ key, words }) => ({ key, words: [...words, ...words.map(bare)].filter(Boolean) }));
  for (const { start, end, value } of findWords(names, text)) {
    const tail = /^\s?(?:的)?(?:流程|pipeline|process)/i.exec(text.slice(end))?.[0] ?? '';
    if (tail === '' && !word.test(text.slice(start, end))) continue;
    const head = /(?:走|用|按|(?:in|on|through|via)\s(?:the\s)?|the\s)\s?$/i.exec(text.slice(0, start))?.[0] ?? '';
    return { start: start - head.length, end: end + tail.length, value };
  }
  return null;
}

const switchZh =
  /^(?:请|帮我)?(?:把|将)?\s?(.{0,40}?)\s?(?:换到|切换到|切到|转到|移到|改到|改成|换成|改走|改用|转入|挪到)\s?(.{1,20}?流程)[吧了]?$/u;
const switchEn =
  /^(?:please\s)?(?:move|switch|put|change|transfer)\s(.{1,60}?)\s(?:over\s)?(?:to|into|onto|on)\s(?:the\s)?(?:(.{1,30}?)\s(?:pipeline|process)|pipeline\s(.{1,30}))$/i;

/** 恒通换到渠道流程; move Northwind to the channel pipeline. */
export const otherPipeline: Rule = (text, context) => {
  const match = switchZh.exec(text) ?? switchEn.exec(text);
  if (!match) return null;
  const said = (match[2] ?? match[3] ?? '').trim();
  const deal = resolve(match[1] ?? '', context, ['deal', 'customer']);
  const input = { ...(deal ? { deal } : {}), pipeline: pipelineCalled(said, context) ?? said };
  const draft: Draft = { name: 'deal.pipeline', input };
  const found = whole(text, draft, 0.95);
  return deal ? found : { ...found, missing: ['deal'] };
};

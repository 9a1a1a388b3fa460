import type { Rule } from './context.ts';
import { cleanRef, isPronoun } from './refs.ts';
import { readObjection, whole } from './shared.ts';
import { refLike } from './story/names.ts';
import { findObjection } from './story/outcomes.ts';
import { findWords } from './words.ts';

/** Who an objection came from is the deal only when it is named: 客户 and 他 are nobody in particular. */
const anybody =
  /^(?:客户|对方|他们?|她们?|人家|老板|有人|有客户|如果|要是|当|当客户|如果客户|碰到|遇到|遇到客户|对于?|客人|顾客|总|还是|又|一直|老|被|跟?客户){0,10}$/;

/** What to answer an objection: 客户说太贵了怎么回, 恒通嫌贵怎么说. */
export const chineseTalk: Rule = (text, context) => {
  const asked =
    /^(.{1,120}?)[\s,]*(?:我?(?:该|应该|要)?(?:怎么|咋|如何|怎样)(?:去|样)?(?:接话|接招|接|圆|怼|回复|回应|回答|回|说|办|应对|应付|处理|handle|respond|reply|answer|counter|答|破|聊|搞|解释|谈)(?:他们?|客户|才好|比较好|呢)?|(?:有(?:什么|没有|啥)?|的|求|来点|给点|要|给个)?(?:话术|说法|台词|招儿?|支招|scripts?|talk ?tracks?|talking points?|对策|应对(?:办法|方法)?|说辞)(?:可以用|能用|可用|可以说)?(?:吗|没有?)?|(?:怎么|咋)(?:破|整))[\s?呢啊.!]*$/.exec(
      text,
    ) ??
    /^(?:怎么|如何|咋)(?:回复|回应|回答|回|应对|处理|解决|说服)[\s:]*(.{1,80}?)(?:的客户|的异议|异议|呢|吗)?[?\s]*$/.exec(
      text,
    ) ??
    /^(?:话术|谈话要点|话题)[\s:]+(.{1,80})$/.exec(text);
  if (!asked) return null;
  const said = (asked[1] as string).replace(/^(?:给点|来点|有没有|求)/, '');
  const known = findObjection(said, context) ?? findWords(context.objections, said)[0];
  if (!known) {
    const raw = readObjection(
      said.replace(/^.{0,12}?(?:说|嫌|觉得)(?=.)/, '').replace(/(?:异议|的时候)$/, ''),
      context,
    );
    return raw && raw.length <= 40 && !/^(?:我|你|这个?|那个?|今天|怎么)$/.test(raw)
      ? whole(text, { name: 'talk.find', input: { objection: raw } }, 0.7)
      : null;
  }
  const before = said
    .slice(0, known.start)
    .replace(/^(?:给点|来点|有没有|求|关于|针对)/, '')
    .replace(
      /(?:总是|老是?|又|一直|已经|现在|都|还|就|说|嫌|觉得|认为|抱怨|表示|反馈|喊|要|想|在|问|怕|担心|有|我们?|产品|东西){1,10}$/,
      '',
    )
    .replace(/[\s,]+$/, '')
    .trim();
  const ref = cleanRef(before);
  const pointed = isPronoun(ref) && /^(?:他|它|她|这|那|该|上)/.test(ref) ? context.about?.deal : undefined;
  const deal = pointed ?? (anybody.test(ref) || !refLike(ref) ? undefined : ref);
  return whole(text, { name: 'talk.find', input: { objection: known.value, ...(deal ? { deal } : {}) } });
};

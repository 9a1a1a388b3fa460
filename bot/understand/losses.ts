import type { Context } from './context.ts';
import { type Fact, optionOf } from './pairs.ts';
import { findObjection, findOutcome } from './story/outcomes.ts';
import { rivalName } from './story/rivals.ts';

/** A rival without a name. */
const nobodyNamed =
  /^(?:cut|砍|冻结|否|拒|谁|哪|更?便宜|更|另外?一?家|别的|一家|同行$|本地$|竞品|竞争对手|对手|友商|别家|其他家?|别人|人家|其他供应商|本地供应商|an?(?:\s|$)|the(?:\s|$)|some |another |other |someone|somebody|competitor|their |our |us$|in-?house|internal|another way|current |existing |themselves|him|her|them)/i;

const rivals =
  /(?:(?:被|让)(?:隔壁的?|对面的?)?|(?:^|输|丢|lose|lost)\s?给(?![我他她你])了?|给了|选择?了?|定了|用了|跟了|签了|转投了?|投奔了?|找了)\s?([^\s,;]{2,20}?)(?:给?抢|给?截|拿下|中标|签|撬|了|[这那](?:一?单|个?单子)|$|[\s,;])|(?:^|\b(?:lost|lose|go|going|gone|went)\s)to\s+([\p{L}\d][\p{L}\d .-]{0,30})(?=$|[,;(])|\b(?:went|going|gone|signed|chose|choosing|picked|picking|sticking|preferred|moved over|decided|opted|awarded|switched|switching|settled)\s(?:it\s)?(?:with|w\/?|for|to|on)?\s?(?!(?:dark|quiet|silent|cold|nowhere|down|up|off|out)\b)([A-Z][\w&.-]*(?:\s[A-Z][\w&.-]*)?)/iu;

/** What closes a tale of a loss once more: 记丢单吧, 按输单处理, 记一下. */
export const againLost =
  /[\s,;.!]{0,5}(?:(?:那?就|先|直接|麻烦|帮我|请)\s?){0,3}(?:(?:记|标记?|算|按|作|当|归|转|做|改)(?:成|为|作|到|个|入|一下)?\s?(?:输单|丢单|输|丢|lost)(?:处理|来算|算|掉|了|吧|啊){0,3}|记(?:一下|录一?下|上)[吧了]?|(?:so\s|please\s)?(?:mark|log|close|put|record|count|treat|set)\s(?:it|this|that|them)\s(?:(?:out|off|down)\s)?(?:as\s)?(?:closed[\s-])?lost|closed[\s-]lost|)[\s,;.!]{0,5}$/i;

/** The option that an objection is as the reason of a loss: budget is `no_budget` there. */
export const optionFor = (objection: string, context: Context): string | undefined =>
  [objection, `no_${objection}`].find((key) =>
    context.fields.find((field) => field.key === 'loss_reason')?.options?.some((one) => one.key === key),
  );

/** The option that an objection or a silence told in words comes to. */
export function reasonTold(said: string, context: Context): string | undefined {
  const why = findObjection(said, context)?.value ?? (findOutcome(said)?.value === 'silent' ? 'silent' : undefined);
  return why && optionFor(why, context);
}

/** Why a deal was lost, out of the words after it: the option of the playbook's field, or the words. */
export function lossFacts(text: string, context: Context): Record<string, Fact> {
  const field = context.fields.find(({ key }) => key === 'loss_reason');
  const said = text
    .replace(againLost, '')
    .replace(
      /^[\s,:;-]*(?:(?:因为|原因是?|理由是?|由于|是因为|because(?: of)?|due to|reason|on|over)(?=\s|:|\p{Script=Han}|$))?[\s:]*/iu,
      '',
    )
    .replace(/^(?:they |it |the customer |客户|对方)(?=.)/i, '')
    .trim();
  if (said === '') return {};
  const option = optionOf(field, said);
  const objection =
    option === said ? optionOf({ key: '', words: [], type: 'choice', options: context.objections }, said) : option;
  const rival = rivals.exec(said);
  const competitor: Record<string, Fact> = {};
  const who = rivalName(rival?.[1] ?? rival?.[2] ?? rival?.[3] ?? '')
    .replace(/(?:了|\s(?:smh|lol|over|instead|and|but|because|for|on|in|at|as|this|after|so|who)(?:\s.*)?)$/i, '')
    .replace(/(?<=\S{2})(?:我们|咱们?|他们|人家|客户)$/, '')
    .trim();
  if (
    rival &&
    !nobodyNamed.test(who) &&
    /^[\p{L}\d]/u.test(who) &&
    context.fields.some(({ key }) => key === 'competitor')
  )
    competitor.competitor = who;
  const told = option === said ? reasonTold(said, context) : undefined;
  if (told && !rival) return { loss_reason: told };
  // A reason that is no option stays as it was said, so that the answer can show the choices.
  return {
    loss_reason:
      field?.type === 'choice' && option === said && field.options?.some(({ key }) => key === objection)
        ? objection
        : rival && option === said
          ? (field?.options?.find(({ key }) => key === 'competitor')?.key ?? said)
          : option,
    ...competitor,
  };
}

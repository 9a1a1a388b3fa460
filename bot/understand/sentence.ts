import { agenda } from './agenda.ts';
import { askSystem } from './ask-system.ts';
import { away } from './away.ts';
import { closing } from './closing.ts';
import type { Context, Found } from './context.ts';
import { uncourteous } from './courtesy.ts';
import { openedDeal } from './deal-opened.ts';
import { english } from './en.ts';
import { forecast } from './forecast.ts';
import { counted, likelihood } from './forecast-deal.ts';
import { exception, goesBack, otherPipeline } from './gates.ts';
import { glance } from './glance.ts';
import { isKnown } from './known-lead.ts';
import { lastTalk } from './last-talk.ts';
import { processChange, processShown } from './process.ts';
import { promises } from './promises.ts';
import { rescheduled } from './reschedule.ts';
import { handoverCard, rest } from './rest.ts';
import { risks } from './risks.ts';
import { shifted } from './shifted.ts';
import { stages } from './stages.ts';
import { stated } from './stated.ts';
import { stock } from './stock.ts';
import { able } from './story/able.ts';
import { hands } from './story/hands.ts';
import { loose } from './story/loose.ts';
import { rejects } from './story/reject.ts';
import { addTalkTrack } from './talk-tracks.ts';
import { chinese } from './zh.ts';

/** Requests told by their words alone: most change nothing. */
const asking = [
  addTalkTrack,
  processChange,
  processShown,
  exception,
  goesBack,
  otherPipeline,
  risks,
  promises,
  forecast,
  counted,
  likelihood,
  agenda,
  stock,
  stages,
  lastTalk,
  away,
  handoverCard,
  rest,
  ...closing,
  glance,
  askSystem,
];
const opening = [rejects, rescheduled, openedDeal, shifted, stated, able];
const looks = /\.(?:show|list)$|^plan\./;
const han = /\p{Script=Han}/u;

/** The first rule that reads the sentence, its courtesies aside; the grammar of its script goes first. Null when none does. */
export function sentence(text: string, context: Context): Found | null {
  // A closing mark says nothing to the grammar but a question mark does.
  const bare = text.replace(/(?<![\s.!~])[\s.!~]+$/, '');
  const { text: plain, from } = uncourteous(bare);
  const found = firstRule(plain, context);
  if (found && (found.from !== 0 || found.to !== 0)) return { ...found, from: found.from + from, to: found.to + from };
  return found ?? (plain === bare ? null : firstRule(bare, context)) ?? firstAsks(plain, context);
}

/** 今天有啥安排 还有哪些拖着没办, what's up with Acme, when did I last call them: the first question is answered. */
function firstAsks(text: string, context: Context): Found | null {
  const [first, second] = text.length <= 120 ? text.split(/[,;?!]\s?|(?<=\p{Script=Han})\s(?=\p{Script=Han})/u) : [];
  const found = first && second && first.length >= 4 ? firstRule(first, context) : null;
  return found && looks.test(found.name) && found.confidence >= 0.85 && found.leftover === '' ? found : null;
}

function firstRule(text: string, context: Context): Found | null {
  const order = han.test(text)
    ? [asking, opening, hands, chinese, english, loose]
    : [asking, opening, hands, english, chinese, loose];
  for (const grammar of order) {
    for (const rule of grammar) {
      const found = rule(text, context);
      if (found && !isKnown(found, text, context)) return found;
    }
  }
  return null;
}

/** A sentence that may only look something up. Null when it would change a record. */
export function activityless(text: string, context: Context): Found | null {
  const found = sentence(text, context);
  return found && /^(?:talk|help|plan|digest)/.test(found.name) ? found : null;
}

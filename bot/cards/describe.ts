import type { Input, Intent, Money } from '../intents.ts';
import { colon, dotted } from './field-lines.ts';
import { describeProcess } from './process.ts';
import type { Reader } from './reader.ts';
import { dayText, spanText } from './spans.ts';
import { label, show } from './values.ts';

/** What records are called that an intent names by number: `#12` → 恒通精密. */
export type Names = ReadonlyMap<string, string>;

/** What an intent would write, in a few words; what only shows something is called so. `known` names records by number. */
export function describe(reader: Reader, intent: Intent, known: Names = new Map()): string {
  const { t } = reader;
  const words = t.describe;
  const name = (ref: string | undefined) => (ref === undefined ? '' : (known.get(ref) ?? ref));
  switch (intent.name) {
    case 'lead.create': {
      const { company, name: person, anyway: _, ...said } = intent.input;
      return words.leadCreate(dotted(company, person, values(reader, said)));
    }
    case 'lead.recycle': {
      const { leads, silentDays } = intent.input;
      return words.leadRecycle(leads ? t.list(leads.map(name)) : words.silent(silentDays ?? 30));
    }
    case 'lead.claim':
      return words.leadClaim(name(intent.input.lead));
    case 'lead.reject':
      return dotted(words.leadReject(name(intent.input.lead)), intent.input.reason);
    case 'lead.merge':
      return words.leadMerge(name(intent.input.keep), name(intent.input.drop));
    case 'phones.export': {
      const { of, whose } = intent.input;
      return dotted(words.phones, of && t.phones.of[of], whose && t.phones[whose]);
    }
    case 'profile.update': {
      const { who, contact, ...said } = intent.input;
      return words.profile(dotted(name(who), contact), values(reader, said));
    }
    case 'deal.open': {
      const { lead, customer, title, ...said } = intent.input;
      const who = dotted(name(customer), name(lead));
      const called = who && title && `${label(reader, 'title')} ${title}`;
      return words.dealOpen(who || (title ?? ''), dotted(called, values(reader, said)));
    }
    case 'deal.move':
      return dotted(
        words.dealMove(name(intent.input.deal), reader.stage(intent.input.stage)),
        values(reader, intent.input.facts ?? {}),
        intent.input.anyway && t.process.exception,
        intent.input.reason && `${label(reader, 'reason')}${colon(reader)}${intent.input.reason}`,
      );
    case 'process.change':
      return describeProcess(reader, intent.input);
    case 'deal.pipeline':
      return words.dealPipeline(name(intent.input.deal), show(reader, 'pipeline', intent.input.pipeline));
    case 'deal.update': {
      const { deal, facts, ...said } = intent.input;
      return words.dealUpdate(name(deal), values(reader, { ...said, ...facts }));
    }
    case 'deal.give':
      return words.dealGive(name(intent.input.deal), name(intent.input.to));
    case 'deal.pause': {
      const { deal, until } = intent.input;
      return words.dealPause(name(deal), until ? dayText(reader, until) : '');
    }
    case 'risk.act':
      return t.alerts.actRisk(name(intent.input.deal), t.alerts.acts[intent.input.act]);
    case 'risk.snooze': {
      const { deal, until } = intent.input;
      return t.alerts.snoozeRisk(name(deal), until ? dayText(reader, until) : '');
    }
    case 'promise.broken':
      return t.alerts.breaks(name(intent.input.touch));
    case 'deal.forecast': {
      const { deal, as, from, to } = intent.input;
      return dotted(t.forecast.counts(name(deal), t.forecast.categories[as]), from && to && spanText(reader, from, to));
    }
    case 'touch.change': {
      const { touch, channel, contact, value } = intent.input;
      const brings = value === undefined ? undefined : reader.playbook.valueTouches?.[value - 1];
      return words.touchChange(
        name(touch),
        dotted(channel && t.channels[channel], contact && name(contact), brings && reader.text(brings)),
      );
    }
    case 'leave.add': {
      const { person, from, to, cover, note } = intent.input;
      const stands = cover && `${t.leave.cover}${colon(reader)}${name(cover)}`;
      return words.leaveAdd(dotted(name(person), spanText(reader, from, to), stands, note));
    }
    case 'leave.cancel':
      return words.leaveCancel(name(intent.input.person));
    case 'quote.make': {
      const { deal, ...said } = intent.input;
      return words.quoteMake(name(deal), values(reader, said));
    }
    case 'quote.accept':
      return words.quoteAccept(name(intent.input.deal));
    case 'approval.decide': {
      const { approval, verdict, discount, reason } = intent.input;
      const of = approval === undefined ? words.request : name(approval);
      const what =
        verdict === 'counter' ? words.counter(of, show(reader, 'discount', discount ?? 0)) : words[verdict](of);
      return dotted(what, reason);
    }
    case 'approval.answer': {
      const { approval, verdict } = intent.input;
      return words[verdict](approval === undefined ? words.request : name(approval));
    }
    case 'deal.review': {
      const { deal, ...said } = intent.input;
      return words.review(name(deal), values(reader, said));
    }
    case 'activity.log':
      return activity(reader, intent.input, name);
    case 'task.add': {
      const { who, what, at, kind, side } = intent.input;
      const called = dotted(side === 'them' && t.several.theirs, kind === 'meeting' && t.several.meeting);
      return `${called || t.several.task}${colon(reader)}${dotted(what, name(who), reader.appointment(new Date(at)))}`;
    }
    case 'task.move': {
      const { who, what, on, day, time } = intent.input;
      const until = [day && dayText(reader, day), time].filter(Boolean).join(' ');
      return words.taskMove(dotted(name(who), what, on && dayText(reader, on)), until);
    }
    case 'talk.used':
      return words.talkUsed(intent.input.track, name(intent.input.deal));
    case 'talk.add':
      return words.talkAdd(objectionName(reader, intent.input.objection), intent.input.words);
    case 'talk.decide':
      return words.talkDecide(intent.input.yes, name(intent.input.track));
    case 'touch.done':
      return words.touchDone(name(intent.input.touch));
    case 'touch.snooze': {
      const { touch, until } = intent.input;
      return words.touchSnooze(name(touch), until ? reader.appointment(new Date(until)) : '');
    }
    case 'people.invite': {
      const { name: person, role, team, language } = intent.input;
      return words.invite(person, dotted(role && t.roles[role], team, language && t.languages[language]));
    }
    case 'people.change': {
      const { person, ...said } = intent.input;
      return words.person(name(person), values(reader, said));
    }
    case 'people.map':
      return dotted(words.map(name(intent.input.person), t.platforms[intent.input.platform] ?? ''), intent.input.id);
    case 'language':
      return t.languages[intent.input.language] ?? '';
    case 'several':
      return t.list((intent.input.parts as Intent[]).map((part) => describe(reader, part, known)));
    case 'amend':
      return `${words.amend}${colon(reader)}${t.list((intent.input.parts as Intent[]).map((part) => describe(reader, part, known)))}`;
    case 'undo':
      return dotted(words.undo, intent.input.only && label(reader, intent.input.only));
    default:
      return words.other;
  }
}

function objectionName(reader: Reader, key: string): string {
  const known = reader.playbook.objections.find((one) => one.key === key);
  return known ? reader.text(known.name) : key;
}

function activity(reader: Reader, input: Input<'activity.log'>, name: (ref: string) => string): string {
  const { t } = reader;
  const { who, contacts, channel, outcome, objection, note, at } = input;
  const said = objection && objectionName(reader, objection);
  return t.describe.activity(
    t.channels[channel] ?? channel,
    dotted(
      name(who),
      contacts && t.list(contacts),
      at && reader.moment(new Date(at)),
      outcome && t.outcomes[outcome],
      said && `${t.activity.objection}${colon(reader)}${said}`,
      note,
    ),
  );
}

/** Labels and values, as the cards of changes show them. */
export function values(reader: Reader, said: Record<string, unknown>): string {
  const told = Object.entries(said).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const called = label(reader, key === 'title' ? 'position' : key);
    if (typeof value === 'object' && value !== null && 'amount' in value)
      return [`${called} ${money(reader, value as Money)}`];
    return [`${called} ${show(reader, key, value as string)}`];
  });
  return reader.t.list(told);
}

/** Which currency an unnamed amount has, its record decides: until then it has none. */
function money(reader: Reader, { amount, currency }: Money): string {
  return currency ? reader.money(amount, currency) : new Intl.NumberFormat(reader.language).format(amount);
}

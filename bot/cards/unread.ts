import type { Card } from '../chat/card.ts';
import type { Words } from '../i18n/index.ts';
import type { Intent } from '../intents.ts';
import { buttons, card, type Reader } from './reader.ts';

/** A way to go on that a card offers. */
interface Offer {
  label: string;
  intent: Intent;
}

/** Reasons after which nothing needs to be tried another way: the person said not to, or only if, or asked. */
const settled = new Set(['negated', 'conditional', 'question', 'hearsay', 'quoted']);

/** A sentence nobody could read, or one that says not to act: nothing was changed, and how it may go on. */
export function unknownCard(
  reader: Reader,
  said: string,
  refused: string | undefined,
  near: string[],
  offers: Offer[],
  keeps?: string,
): Card {
  const { t } = reader;
  const short = said.length > 60 ? `${said.slice(0, 60)}…` : said;
  const why = refused ? (t.help.notDone[refused] ?? t.help.notDone.other ?? '') : t.help.unknownText(short);
  const tries = refused && settled.has(refused) ? [] : near;
  const title = keeps && offers.length > 0 ? t.unread.keep : (t.unread.titles[refused ?? ''] ?? t.help.unknown);
  return card(
    title,
    [
      { kind: 'text', text: keeps && offers.length > 0 ? t.unread.keepWhy(short, keeps) : why },
      offers.length > 0 && { kind: 'text', text: keeps ? t.unread.keepHow : t.unread.ask },
      numbered(reader, offers),
      tries.length > 0 && { kind: 'text', text: t.unread.orSay },
      { kind: 'list', items: tries.map((text) => ({ text })) },
    ],
    { summary: `${title}: ${why}` },
  );
}

/** Choices whose number picks them: what they keep is too long to be said again. */
export function numbered(reader: Reader, offers: Offer[]) {
  return buttons(
    ...offers.map((one, index) => ({
      ...reader.button(`${index + 1}. ${one.label}`, one.intent),
      say: String(index + 1),
    })),
  );
}

/** A hello is answered with one, and with what one could do. */
export function smallTalkCard(reader: Reader, kind: keyof Words['unread']['smallTalk'], waits = false): Card {
  const { t } = reader;
  const [title, text] = t.unread.smallTalk[kind];
  const ways =
    kind === 'hello' || kind === 'who'
      ? buttons(
          reader.button(t.unread.plan, { name: 'plan.today', input: {} }),
          reader.button(t.unread.help, { name: 'help', input: {} }),
        )
      : null;
  // "Nothing waits" would not be true.
  return card(title, [!(waits && kind === 'fine') && { kind: 'text', text }, ways]);
}

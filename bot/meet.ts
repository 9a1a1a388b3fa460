import type { App } from './app.ts';
import { refusalCard } from './cards/notices.ts';
import { joined } from './cards/people.ts';
import { readerOf } from './cards/reader.ts';
import type { Finished } from './commands/command.ts';
import type { InboxRow } from './delivery/inbox.ts';
import { vocabulary } from './read.ts';
import { Refusal } from './sales/refusal.ts';
import { join } from './sales/team/join.ts';
import { understand } from './understand/index.ts';

/** Somebody we do not know: a one-time code lets them in; to anything else there is a polite answer and nothing else. */
export async function meet(app: App, row: InboxRow, now: Date): Promise<Finished> {
  const text = row.said.kind === 'text' ? row.said.text : '';
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : /[a-z]{3}/i.test(text) ? 'en' : app.language;
  const zone = 'Asia/Shanghai';
  const reader = readerOf({ language, zone }, now, app.playbook);
  const intent =
    row.said.kind === 'intent'
      ? row.said.intent
      : understand(text.slice(0, 200), { ...vocabulary(app.playbook), now, zone, language }).intents[0]?.intent;
  try {
    if (row.sender === '' || intent?.name !== 'join') throw new Refusal('not-a-colleague', {});
    const who = { platform: row.platform, userId: row.sender, name: row.senderName };
    const { person, plan } = await join(
      { db: app.db, ids: app.ids, now, playbook: app.playbook },
      who,
      intent.input.code,
    );
    const known = readerOf(person, now, app.playbook);
    return {
      card: joined(known, person),
      plan,
      intent: 'join',
      commandId: await app.ids.next(),
      language: known.language,
      personId: person.id,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { card: refusalCard(reader, error, []), intent: 'unknown', language };
  }
}

import type { App } from './app.ts';
import type { Said } from './chat/platform.ts';
import type { Ask } from './commands/command.ts';
import { vocabulary } from './read.ts';
import { tale } from './understand/guards.ts';
import { normalize } from './understand/normalize.ts';
import { asOne, type Meant } from './understood.ts';

/**
 * What the optional model makes of a sentence that the grammar could not settle, to be confirmed by the person. Null when
 * there is no model, when it is none of its business (what was negated, asked, quoted, dreamt, small talk) and when it has nothing
 * fit to say. Never throws.
 */
export async function proposed(app: App, ask: Ask, said: Said, meant: Meant): Promise<Meant | null> {
  if (!app.model || said.kind !== 'text' || meant.intent.name !== 'unknown') return null;
  const text = normalize(said.text);
  if (tale.test(text)) return null;
  const names = app.names?.view(ask.by).find(text) ?? [];
  const aboutWork =
    meant.refused === 'unclear' || names.length > 0 || (Object.keys(ask.about).length > 0 && text.length >= 8);
  if (!aboutWork || (meant.refused !== undefined && meant.refused !== 'unclear')) return null;
  const proposal = await app.model.propose(text, {
    ...vocabulary(app.playbook),
    now: ask.now,
    zone: ask.by.zone,
    language: ask.reader.language,
    about: ask.about,
    names,
    personId: ask.by.id,
  });
  if (!proposal) return null;
  const intents = proposal.intents.map((intent) => ({ intent, confidence: 0 }));
  const one = asOne({ intents, leftover: '' }, said.text);
  return one.intent.name === 'unknown' ? null : one;
}

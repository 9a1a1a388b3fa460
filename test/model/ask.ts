import { createModel, type ModelOptions, type ProposeContext } from '../../bot/model/index.ts';
import { en as enTeam, zh as zhTeam } from '../understand/context.ts';

export const zh: ProposeContext = { ...zhTeam, names: [], personId: 1 };
export const en: ProposeContext = { ...enTeam, names: [], personId: 1 };

/** The context with names the team's records know, wherever they stand in the text. */
export const knowing = (context: ProposeContext, text: string, ...names: string[]): ProposeContext => ({
  ...context,
  names: names.map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length, name })),
});

/** A model at an address, with everything it logged. */
export function openModel(baseUrl: string, more: Partial<ModelOptions> = {}) {
  const logged: { level: string; details: Record<string, unknown>; message: string }[] = [];
  const at = (level: string) => (details: object, message: string) =>
    void logged.push({ level, details: details as Record<string, unknown>, message });
  const log = { debug: at('debug'), info: at('info'), warn: at('warn') };
  const standard = { model: 'stand-in', timeoutMs: 2000, perPersonPerHour: 1000, perDay: 1000, log };
  const model = createModel({ baseUrl, ...standard, ...more });
  return { model, logged, outcomes: () => logged.map(({ details }) => details.outcome) };
}

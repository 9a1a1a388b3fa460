import type { App } from './app.ts';
import { commit } from './sales/commit.ts';
import { Conflict } from './sales/refusal.ts';
import { firstAdmin } from './sales/team/first-admin.ts';

/** So many instances may start at once. */
const mostTries = 10;

/**
 * The code by which the first admin joins, written down; null when an admin is there. Of instances that start at once each
 * takes back the code of the one before: who comes too late decides again.
 */
export async function firstCode(
  app: App,
  platforms: string[],
  { zone, language }: { zone: string; language: 'zh' | 'en' },
): Promise<string | null> {
  for (let tries = 1; ; tries += 1) {
    const at = app.clock.now();
    const invited = await firstAdmin({ ...app, now: at }, platforms, zone, language);
    if (!invited) return null;
    const { code, plan } = invited;
    try {
      await commit(app.pool, app.queue, app.ids, { intent: 'start', personId: null, via: 'start', at, plan, says: [] });
      return code;
    } catch (error) {
      if (!(error instanceof Conflict) || tries === mostTries) throw error;
    }
  }
}

import type { LocalMessage, LocalOptions } from '../adapters/local/index.ts';
import type { App } from './app.ts';
import type { Card } from './chat/card.ts';
import type { Said } from './chat/platform.ts';
import { gradeLead } from './insight/grade.ts';
import { searchKey } from './insight/pinyin.ts';
import { companyKey } from './insight/same.ts';
import { worth } from './playbook/worth.ts';

/** What the local page reads of the bot: people, what was said, pictures, the demo clock and the demo team. */
export function localOptions(app: App, port: number, afterClock: () => Promise<void>): LocalOptions {
  return {
    port,
    log: app.log,
    now: app.clock.now,
    people: () => people(app),
    history: (personId, afterId) => history(app, personId, afterId),
    async picture(id) {
      const row = await app.db.picture.findUnique({ where: { id } });
      return row && new Uint8Array(row.png);
    },
    clock: {
      offsetMs: app.clock.offsetMs,
      async set(instant) {
        await app.clock.set(instant);
        await afterClock();
      },
    },
    demo: {
      async state() {
        const demo = await app.db.setting.findUnique({ where: { key: 'demo' } });
        if (demo) return 'demo';
        return (await app.db.person.count({ where: { identities: { some: {} } } })) > 0 ? 'own' : 'empty';
      },
      async load() {
        const { playbook } = app;
        const { loadDemo } = await import('../prisma/demo/load.ts');
        await loadDemo(app.db, {
          now: app.clock.now(),
          companyKey,
          searchKey,
          grade: ({ budget, currency, ...lead }) =>
            gradeLead({ ...lead, budget: budget === null ? null : worth(playbook, budget, currency) }, playbook.grades),
        });
        await app.names?.refresh();
      },
    },
  };
}

async function people(app: App) {
  const rows = await app.db.identity.findMany({
    where: { platform: 'local', removedAt: null, person: { active: true, removedAt: null } },
    include: { person: { include: { team: true } } },
    orderBy: { personId: 'asc' },
  });
  return rows.map(({ userId, person }) => ({
    id: userId,
    name: person.name,
    role: person.role as 'rep' | 'manager' | 'admin',
    language: person.language as 'zh' | 'en',
    zone: person.zone,
    ...(person.team ? { team: person.team.name } : {}),
  }));
}

interface Row {
  id: number;
  at: Date;
  deliveryId: string | null;
  said: Said | null;
  card: Card | null;
  pressed: string | null;
  replaces: string | null;
  waiting: boolean;
}

/** The last 200 things said, or all since one of them; both ways, in the order they were stored. */
async function history(app: App, personId: string, afterId?: string): Promise<LocalMessage[]> {
  const { rows } = await app.pool.query<Row>(
    `SELECT * FROM (
      SELECT "id", "at", "deliveryId", "said", NULL::jsonb AS card, "replyVia"->>'pressed' AS pressed, NULL AS replaces, "state" = 'waiting' AS waiting
        FROM "Inbox" WHERE "platform" = 'local' AND "conversation" = $1 AND "id" > $2
      UNION ALL SELECT "id", "at", NULL, NULL, "card", NULL, "replaces", false
        FROM "Message" WHERE "platform" = 'local' AND "conversation" = $1 AND "id" > $2) said
    ORDER BY "id" DESC LIMIT 200`,
    [`@${personId}`, Number(afterId ?? 0)],
  );
  return rows.reverse().map((row) => ({
    id: String(row.id),
    at: row.at,
    from: row.said ? 'me' : 'bot',
    state: row.waiting ? 'waiting' : 'done',
    ...(row.said?.kind === 'text' ? { text: row.said.text } : {}),
    ...(row.deliveryId ? { deliveryId: row.deliveryId } : {}),
    ...(row.card ? { card: row.card } : {}),
    ...(row.pressed ? { pressed: row.pressed } : {}),
    ...(row.replaces ? { replaces: row.replaces } : {}),
  }));
}

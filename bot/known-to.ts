import pg from 'pg';
import { readPlaybook } from './playbook/load.ts';
import type { Playbook } from './playbook/schema.ts';
import { loadNames } from './sales/names.ts';
import { createNames, type NamesView } from './understand/names.ts';

/** What the database of an installation lets understanding know: all its names, and the team's playbook when it has its own. */
export async function knownTo(url: string): Promise<{ names: NamesView; playbook: Playbook | null }> {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 5000 });
  try {
    const book = createNames();
    await loadNames(pool, book);
    const { rows } = await pool.query<{ text: string }>(
      'SELECT "text" FROM "Playbook" WHERE "removedAt" IS NULL ORDER BY "id" DESC LIMIT 1',
    );
    const names = book.view({ personId: 0, teamMates: null });
    return { names, playbook: rows[0] ? readPlaybook(rows[0].text) : null };
  } finally {
    await pool.end();
  }
}

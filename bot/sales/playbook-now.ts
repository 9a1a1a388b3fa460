import type { PrismaClient } from '../../prisma/generated/client.ts';
import { readPlaybook } from '../playbook/load.ts';
import type { Playbook } from '../playbook/schema.ts';

interface Holder {
  db: PrismaClient;
  playbook: Playbook & { version: number };
}

/** Takes up the team's process as it stands: another instance may have changed it. Costs one look at the newest version. */
export async function refreshPlaybook(app: Holder): Promise<void> {
  const { _max } = await app.db.playbook.aggregate({ where: { removedAt: null }, _max: { version: true } });
  const version = _max.version ?? app.playbook.version;
  if (version === app.playbook.version) return;
  const { text } = await app.db.playbook.findUniqueOrThrow({ where: { version } });
  app.playbook = { ...readPlaybook(text), version };
}

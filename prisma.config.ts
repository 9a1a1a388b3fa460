import { resolve } from 'node:path';
import { defineConfig } from 'prisma/config';

// Evaluated before the CLI looks for its engine: with this no command downloads anything (see prisma/schema-engine.mjs).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= resolve(import.meta.dirname, 'prisma/schema-engine.mjs');
process.env.CHECKPOINT_DISABLE ??= '1';

const url = process.env.DATABASE_URL;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url ? { datasource: { url } } : {}),
});

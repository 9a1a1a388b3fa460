import type { TestProject } from 'vitest/node';
import { startScratchServer } from '../../prisma/scratch-server.ts';
import { dropLeftovers, prepareTemplate } from './database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string;
    databaseTemplate: string;
  }
}

/** One PostgreSQL for the whole run (DATABASE_URL's when given, which needs CREATEDB), with one migrated template. */
export default async ({ provide }: TestProject) => {
  const given = process.env.DATABASE_URL;
  const server = given ? { connectionString: given, stop: async () => {} } : await startScratchServer();
  provide('databaseServer', server.connectionString);
  provide('databaseTemplate', await prepareTemplate(server.connectionString));
  return async () => {
    await dropLeftovers(server.connectionString);
    await server.stop();
  };
};

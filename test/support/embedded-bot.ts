import { startEmbedded } from '../../prisma/embedded.ts';

// A bot in a process of its own, so that a test can kill -9 it. Says its connection string; leaves when told to.
const server = await startEmbedded({ dir: process.argv[2] ?? '', log: console });
process.send?.(server.connectionString);
process.once('message', async () => {
  await server.stop();
  process.disconnect();
});

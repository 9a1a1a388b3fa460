import { createServer, type Server } from 'node:http';
import type { Route } from './chat/platform.ts';

export interface Health {
  /** The process works: the database answers. */
  healthy(): Promise<boolean>;
  /** Messages are taken: every platform is connected and nobody has asked to stop. */
  ready(): Promise<{ ready: boolean; waiting: string[] }>;
}

/** The bot's one HTTP server: `/healthz`, `/readyz`, and the paths of platforms. */
export async function startHttp(
  { host, port }: { host: string; port: number },
  health: Health,
  routes: Route[],
): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = request.url?.split('?')[0];
    const reply = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    try {
      if (path === '/healthz') {
        const healthy = await health.healthy();
        return void reply(healthy ? 200 : 503, { healthy });
      }
      if (path === '/readyz') {
        const state = await health.ready();
        return void reply(state.ready ? 200 : 503, state);
      }
      const route = routes.find((one) => one.path === path && one.method === request.method);
      if (route) return void (await route.handle(request, response));
      reply(404, { error: 'There is nothing here. Health: /healthz, /readyz.' });
    } catch {
      if (!response.headersSent) reply(500, { error: 'This did not work; try again.' });
    }
  });
  server.requestTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      reject(
        new Error(
          taken
            ? `Port ${port} is taken, perhaps by another Genjin. Stop it or set PORT to another.`
            : `Can't listen on ${host}:${port}.`,
          { cause },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
  return server;
}

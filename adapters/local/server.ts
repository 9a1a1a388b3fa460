import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { foreign } from './guard.ts';
import { limits } from './limits.ts';
import { headers, readPages } from './pages.ts';
import { addClock } from './routes/clock.ts';
import { addState } from './routes/state.ts';
import { addTalk } from './routes/talk.ts';
import { refuse, type Shared } from './shared.ts';

/** The HTTP side of the page: guards first, then its files and the routes. */
export async function createServer(shared: Shared) {
  const app = fastify({ logger: false, bodyLimit: limits.body, forceCloseConnections: true });
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    reply.headers(headers);
    const why = foreign(request.headers, request.method !== 'GET' && request.method !== 'HEAD');
    if (why) return refuse(reply, 403, why);
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply, 404, 'nothing'));
  app.setErrorHandler((cause: Error & { statusCode?: number }, request, reply) => {
    const status = cause.statusCode ?? 500;
    if (status === 413) return refuse(reply, 413, 'too-long');
    if (status < 500) return refuse(reply, status, 'not-understood');
    shared.options.log.error({ err: cause, path: request.routeOptions.url }, 'local page: a request failed');
    return refuse(reply, 500, 'fault');
  });
  for (const [path, page] of await readPages()) {
    app.get(path, (_request, reply) => reply.type(page.type).send(page.body));
  }
  addState(app, shared);
  addTalk(app, shared);
  addClock(app, shared);
  return app;
}

export type Server = Awaited<ReturnType<typeof createServer>>;

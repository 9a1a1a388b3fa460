import type { FastifyInstance } from 'fastify';
import { limits } from '../limits.ts';
import { faces, offers } from '../people.ts';
import { refuse, type Shared } from '../shared.ts';
import { words } from '../words.ts';

/** What the page needs to draw itself, the pictures, and the loading of the demo team. */
export function addState(app: FastifyInstance, { options, live }: Shared) {
  app.get('/api/state', async () => ({
    people: await faces(options),
    now: options.now().toISOString(),
    offsetMs: options.clock.offsetMs(),
    demo: await options.demo.state(),
    language: options.language ?? null,
    words: { zh: words.zh.page, en: words.en.page },
    offers: offers(options),
    limits: { text: limits.text },
  }));

  app.get<{ Params: { id: string } }>('/api/pictures/:id', async (request, reply) => {
    const id = /^\d{1,15}$/.test(request.params.id) ? Number(request.params.id) : null;
    const bytes = id === null ? null : await options.picture(id);
    if (!bytes) return refuse(reply, 404, 'nothing');
    return reply
      .type('image/png')
      .header('cache-control', 'private, max-age=86400, immutable')
      .send(Buffer.from(bytes));
  });

  app.post('/api/demo', async (_request, reply) => {
    if ((await options.demo.state()) !== 'empty') return refuse(reply, 409, 'demo-not-here');
    await options.demo.load();
    live.publish({ name: 'people', data: {} });
    return { loaded: true };
  });
}

import type { FastifyInstance } from 'fastify';
import { deliveryOf, personId, readIncoming } from '../incoming.ts';
import { limits } from '../limits.ts';
import type { LiveEvent } from '../live.ts';
import { face, faces } from '../people.ts';
import { refuse, type Shared } from '../shared.ts';
import { asItStands, later, overlapped } from '../view.ts';

type One = { Params: { id: string }; Querystring: { before?: string } };

/** What was said, saying something, and everything new as it comes. */
export function addTalk(app: FastifyInstance, { options, live, view, receive }: Shared) {
  app.get<One>('/api/people/:id/messages', async (request, reply) => {
    const { before } = request.query;
    if (!personId.safeParse(request.params.id).success || !token(before)) return refuse(reply, 400, 'not-understood');
    const person = await face(options, request.params.id);
    const all = await options.history(person.id);
    const standing = asItStands(all).filter((message) => before === undefined || later(before, message.id));
    const shown = standing.slice(-limits.page);
    return {
      messages: await Promise.all(shown.map((message) => view(message, person))),
      earlier: standing.length > shown.length,
      last: all.reduce((last, { id }) => (later(id, last) ? id : last), '0'),
    };
  });

  app.post<One>('/api/people/:id/messages', async (request, reply) => {
    if (!personId.safeParse(request.params.id).success) return refuse(reply, 400, 'not-understood');
    const hear = receive();
    if (!hear) return refuse(reply, 503, 'closing');
    const person = await face(options, request.params.id);
    const at = options.now();
    const read = readIncoming(request.body, { id: person.id, ...(person.name && { name: person.name }) }, at);
    if ('error' in read) return refuse(reply, read.error === 'too-long' ? 413 : 400, read.error);
    const { incoming } = read;
    const received = await hear(incoming).catch((cause: unknown) => {
      options.log.error({ err: cause }, 'local page: a message could not be stored');
      return null;
    });
    if (!received) return refuse(reply, 503, 'not-stored');
    const id = String(received.id);
    const delivery = deliveryOf(incoming.deliveryId);
    const text = incoming.said.kind === 'text' ? { text: incoming.said.text } : {};
    const pressed = typeof incoming.replyVia?.pressed === 'string' ? { pressed: incoming.replyVia.pressed } : {};
    const said = { id, at: at.toISOString(), from: 'me', state: 'waiting', delivery, ...text, ...pressed };
    if (received.fresh) live.publish({ id, name: 'message', data: { person: person.id, message: said } });
    return { id, fresh: received.fresh, at: said.at };
  });

  app.get<{ Querystring: { after?: string } }>('/api/live', async (request, reply) => {
    const header = request.headers['last-event-id'];
    const after = (typeof header === 'string' && header) || request.query.after;
    if (!token(after)) return refuse(reply, 400, 'not-understood');
    if (live.full()) return refuse(reply, 503, 'busy');
    reply.hijack();
    const kept = reply.getHeaders() as Record<string, string>;
    reply.raw.writeHead(200, {
      ...kept,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    reply.raw.flushHeaders();
    await live
      .open(reply.raw, async () => (after === undefined ? [] : await missed(after)))
      .catch((cause: unknown) => {
        options.log.error({ err: cause }, 'local page: what was missed could not be read');
      });
  });

  /** Everybody's messages since, in one order: the page counts the others' as unread. */
  async function missed(after: string): Promise<LiveEvent[]> {
    const since = overlapped(after);
    const each = async (person: Awaited<ReturnType<typeof face>>) => {
      const messages = await options.history(person.id, since);
      return Promise.all(
        messages.map(async (message) => {
          const again = !later(message.id, after);
          return { person: person.id, message: await view(message, person), ...(again && { again }) };
        }),
      );
    };
    const all = (await Promise.all((await faces(options)).map(each))).flat();
    all.sort((one, other) => (later(one.message.id, other.message.id) ? 1 : -1));
    return all.map((data) => ({ id: data.message.id, name: 'message', data }));
  }
}

/** Ids come back from the page as they were given: digits, or not at all. */
const token = (id: string | undefined) => id === undefined || /^\d{1,18}$/.test(id);

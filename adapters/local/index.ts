import type { AddressInfo } from 'node:net';
import { NotSent, type Outgoing, type Receive, type Sent } from '../../bot/chat/platform.ts';
import { personId } from './incoming.ts';
import { limits } from './limits.ts';
import { createLive } from './live.ts';
import type { LocalOptions, LocalPlatform } from './options.ts';
import { face } from './people.ts';
import { createServer, type Server } from './server.ts';
import { createViewer } from './view.ts';

export type { LocalMessage, LocalOptions, LocalPerson, LocalPlatform } from './options.ts';

/** The page on this machine: a chat that needs no account. Listens on 127.0.0.1 only. */
export function createLocal(options: LocalOptions): LocalPlatform {
  const live = createLive();
  const view = createViewer(options.picture);
  let receive: Receive | null = null;
  let server: Server | null = null;
  let address = '';

  return {
    name: 'local',
    get address() {
      return address;
    },
    async start(hear) {
      const made = await createServer({ options, live, view, receive: () => receive });
      address = await listen(made, options.port);
      server = made;
      receive = hear;
    },
    async stop() {
      receive = null;
    },
    async close() {
      receive = null;
      live.end();
      await server?.close();
      server = null;
    },
    ready: () => receive !== null && server !== null,

    /** The message is in the database, which is where the page reads; sending only brings it to the pages that are open. */
    async send(outgoing: Outgoing): Promise<Sent> {
      const id = outgoing.conversation.slice(1);
      if (!outgoing.conversation.startsWith('@') || !personId.safeParse(id).success) {
        throw new NotSent('no-such-conversation', { final: true });
      }
      const { card, language, replaces } = outgoing;
      const person = await face(options, id);
      const message = {
        id: String(outgoing.id),
        at: options.now(),
        from: 'bot' as const,
        state: 'done' as const,
        card,
        ...(replaces !== undefined && { replaces }),
      };
      live.publish({
        id: message.id,
        name: 'message',
        data: { person: id, message: await view(message, { language, zone: person.zone }) },
      });
      return { platformId: replaces ?? message.id };
    },
    /** The page knows a message again by its id, so sending it once more can never be seen. */
    async find() {
      return null;
    },
  };
}

async function listen(server: Server, first: number): Promise<string> {
  const last = first === 0 ? 0 : Math.min(first + limits.ports, 65_535);
  for (let port = first; ; port++) {
    try {
      await server.listen({ port, host: '127.0.0.1' });
      return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    } catch (cause) {
      const taken = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (taken && port < last) continue;
      const ports = first === last ? `port ${first}` : `any of the ports ${first}–${last}`;
      throw new Error(
        taken
          ? `The local page found ${ports} taken. Free one, or choose another (LOCAL_PORT) and start again.`
          : `The local page could not listen on 127.0.0.1:${port}.`,
        { cause },
      );
    }
  }
}

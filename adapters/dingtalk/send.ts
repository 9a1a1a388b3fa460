import { createHash } from 'node:crypto';
import { type Log, MaybeSent, NotSent, type Outgoing, type Sent } from '../../bot/chat/platform.ts';
import { type Api, SessionGone } from './api.ts';
import { limits } from './limits.ts';
import { restMessage, sessionMessage } from './render.ts';

interface SenderOptions {
  api: Api;
  oapiUrl: string;
  now: () => Date;
  log: Log;
}

/**
 * Sends one card: as a reply while the session address of what it answers lives, otherwise as a robot message. Plain
 * DingTalk messages can neither be changed nor looked up, so `replaces` sends a new one.
 */
export function createSender({ api, oapiUrl, now, log }: SenderOptions): (outgoing: Outgoing) => Promise<Sent> {
  const uploads = new Map<string, string>();

  return async (outgoing) => {
    const media = await uploadPictures(outgoing);
    const address = replyAddress(outgoing, oapiUrl, now());
    if (address) {
      try {
        await api.reply(address, sessionMessage(outgoing.card, outgoing.language, media));
        return { platformId: `session:${outgoing.id}` };
      } catch (error) {
        if (!(error instanceof SessionGone)) throw error;
        log.debug({ id: outgoing.id }, 'the session address has expired; sending as a robot message instead');
      }
    }
    const message = restMessage(outgoing.card, outgoing.language, media);
    const { conversation } = outgoing;
    if (!conversation.startsWith('@')) return { platformId: await api.sendToGroup(conversation, message) };
    const person = conversation.slice(1);
    // Somebody outside the organisation has no staff id: only the session address reaches them.
    if (person === '' || person.startsWith('$:')) throw new NotSent('outsider', { final: true });
    return { platformId: await api.sendToPerson(person, message) };
  };

  async function uploadPictures({ card, pictures }: Outgoing): Promise<Map<number, string>> {
    const media = new Map<number, string>();
    for (const block of card.blocks) {
      const png = block.kind === 'picture' ? pictures.get(block.picture) : undefined;
      if (block.kind !== 'picture' || !png || png.byteLength > limits.picture) continue;
      const id = await upload(png);
      if (id) media.set(block.picture, id);
    }
    return media;
  }

  async function upload(png: Uint8Array): Promise<string | null> {
    const key = createHash('sha256').update(png).digest('hex');
    const known = uploads.get(key);
    if (known) return known;
    try {
      const id = await api.upload(png);
      const oldest = uploads.size >= limits.uploads ? uploads.keys().next().value : undefined;
      if (oldest !== undefined) uploads.delete(oldest);
      uploads.set(key, id);
      return id;
    } catch (cause) {
      if (cause instanceof NotSent && !cause.final) throw cause;
      // An upload nobody knows the end of has sent no message: the whole send may be tried again.
      if (cause instanceof MaybeSent) throw new NotSent('upload', { retryAfter: 5, cause });
      log.warn({ code: (cause as Error).message }, 'DingTalk takes no picture; its description is sent instead');
      return null;
    }
  }
}

/** The session address this may go to: of the same conversation, on DingTalk's own host, with enough time left. */
function replyAddress({ replyVia, conversation }: Outgoing, oapiUrl: string, now: Date): string | null {
  const { sessionWebhook, expires, conversation: heardIn } = replyVia ?? {};
  if (typeof sessionWebhook !== 'string' || typeof expires !== 'number' || heardIn !== conversation) return null;
  if (expires - now.getTime() <= limits.sessionSpare || !URL.canParse(sessionWebhook)) return null;
  const { origin, protocol, hostname } = new URL(sessionWebhook);
  const dingtalks = protocol === 'https:' && hostname.endsWith('.dingtalk.com');
  return dingtalks || origin === new URL(oapiUrl).origin ? sessionWebhook : null;
}

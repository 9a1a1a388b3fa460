import type { Log, Outgoing, Sent } from '../../bot/chat/platform.ts';
import type { Api } from './api.ts';
import { Directory } from './directory.ts';
import { sendFault, slackCode } from './errors.ts';
import type { ReplyVia } from './incoming.ts';
import { Pictures } from './pictures.ts';
import { renderModal } from './render.ts';
import { Responder } from './respond.ts';
import { eventType, type Where, write } from './write.ts';

export interface SenderOptions {
  api: Api;
  log: Log;
  now: () => Date;
  /** Milliseconds a request may take. */
  timeout: number;
}

/** A trigger lives three seconds; the call takes some of it. */
const triggerMs = 2_500;
/** Where the bot may not speak though the person may. */
const outside = new Set(['not_in_channel', 'channel_not_found']);
/** The message to take the place of is not there any more, or not ours to change. */
const gone = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'channel_not_found',
  'is_inactive',
]);

/** Sends cards: a modal where one may open, else a message, else an answer that only the asker sees. */
export class Sender {
  readonly #options: SenderOptions;
  readonly #directory: Directory;
  readonly #pictures: Pictures;
  readonly #usedTriggers = new Set<string>();
  readonly #responder: Responder;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#directory = new Directory(options.api);
    this.#responder = new Responder(options);
    this.#pictures = new Pictures(options.api, options.log, options.timeout);
  }

  /** Sends one card; throws NotSent or MaybeSent. */
  async send(outgoing: Outgoing): Promise<Sent> {
    try {
      return (await this.#openModal(outgoing)) ?? (await this.#say(outgoing));
    } catch (error) {
      throw sendFault(error);
    }
  }

  /** Whether the message is there, by the id in its metadata. https://docs.slack.dev/reference/methods/conversations.history */
  async find(outgoing: Outgoing): Promise<Sent | null> {
    try {
      const channel = await this.#directory.channel(outgoing.conversation);
      const found = await this.#findIn(channel, outgoing.id);
      const { user, private: aside } = via(outgoing);
      if (found || !aside || !user || outgoing.conversation.startsWith('@')) return found;
      return await this.#findIn(await this.#directory.channel(`@${user}`), outgoing.id);
    } catch (error) {
      throw sendFault(error);
    }
  }

  async #findIn(channel: string, id: number): Promise<Sent | null> {
    try {
      const history = await this.#options.api('conversations.history', {
        channel,
        include_all_metadata: true,
        limit: 200,
      });
      const messages = (history.messages ?? []) as {
        ts: string;
        metadata?: { event_type?: string; event_payload?: { id?: unknown } };
      }[];
      const found = messages.find(
        ({ metadata }) => metadata?.event_type === eventType && metadata.event_payload?.id === id,
      );
      return found ? { platformId: `${channel}:${found.ts}` } : null;
    } catch (error) {
      // Not a place the bot can read is not a place the bot can have written to.
      if (outside.has(slackCode(error) ?? '')) return null;
      throw error;
    }
  }

  /** Null when there is no form or it cannot open now; then a message says the card. https://docs.slack.dev/reference/methods/views.open */
  async #openModal(outgoing: Outgoing): Promise<Sent | null> {
    const { trigger, at } = via(outgoing);
    const { api, log, now } = this.#options;
    if (!trigger || !at || this.#usedTriggers.has(trigger)) return null;
    if (now().getTime() - Date.parse(at) >= triggerMs) return null;
    const view = renderModal(outgoing.card, { language: outgoing.language, files: new Map() });
    if (!view) return null;
    remember(this.#usedTriggers, trigger);
    try {
      const opened = (await api('views.open', { trigger_id: trigger, view })) as { view?: { id?: string } };
      return { platformId: `view:${opened.view?.id ?? trigger}` };
    } catch (error) {
      log.warn(
        { id: outgoing.id, code: slackCode(error), error },
        'slack did not open the form; a button stands in for it',
      );
      return null;
    }
  }

  async #say(outgoing: Outgoing): Promise<Sent> {
    const { conversation, replaces } = outgoing;
    const { responseUrl, at, user, private: aside, hidden, channel: from } = via(outgoing);
    const answerable = aside && responseUrl && this.#responder.works(responseUrl, at) ? responseUrl : undefined;
    const channel = await this.#directory.channel(conversation);
    // Asked in direct talk with somebody else: the answer belongs there, and only this person may see it.
    const elsewhere = conversation.startsWith('@') && from !== undefined && from !== channel;
    if ((hidden || elsewhere) && answerable && (await this.#responder.respond(answerable, outgoing))) {
      return hiddenMessage(outgoing);
    }
    const earlier = replaces?.match(/^([CDG][A-Z0-9]+):(\d+\.\d+)$/);
    if (earlier) {
      const [, place = '', ts = ''] = earlier;
      const sent = await this.#write({ channel: place, ts }, outgoing).catch((error: unknown) => {
        if (gone.has(slackCode(error) ?? '')) return null;
        throw error;
      });
      if (sent) return sent;
    }
    try {
      return await this.#write({ channel }, outgoing);
    } catch (error) {
      if (!aside || !user || conversation.startsWith('@') || !outside.has(slackCode(error) ?? '')) throw error;
      if (answerable && (await this.#responder.respond(answerable, outgoing))) return hiddenMessage(outgoing);
      return await this.#write({ channel: await this.#directory.channel(`@${user}`) }, outgoing);
    }
  }

  #write(where: Where, outgoing: Outgoing): Promise<Sent> {
    return write(where, outgoing, { api: this.#options.api, log: this.#options.log, pictures: this.#pictures });
  }
}

function via(outgoing: Outgoing): ReplyVia {
  return (outgoing.replyVia ?? {}) as ReplyVia;
}

/** Such a message has no id that could be found or changed again. */
function hiddenMessage(outgoing: Outgoing): Sent {
  return { platformId: `hidden:${outgoing.id}` };
}

function remember(set: Set<string>, value: string): void {
  set.add(value);
  for (const old of set) {
    if (set.size <= 500) break;
    set.delete(old);
  }
}

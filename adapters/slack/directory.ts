import type { Conversation } from '../../bot/chat/platform.ts';
import type { Api } from './api.ts';

/** Which channel a conversation is to Slack: direct talk with `@U…` is a channel `D…`, opened once and remembered. */
export class Directory {
  readonly #api: Api;
  readonly #direct = new Map<string, string>();

  constructor(api: Api) {
    this.#api = api;
  }

  async channel(conversation: Conversation): Promise<string> {
    if (!conversation.startsWith('@')) return conversation;
    const user = conversation.slice(1);
    const known = this.#direct.get(user);
    if (known) return known;
    // https://docs.slack.dev/reference/methods/conversations.open
    const opened = (await this.#api('conversations.open', { users: user })) as { channel?: { id?: string } };
    const channel = opened.channel?.id ?? user;
    this.#direct.set(user, channel);
    return channel;
  }
}

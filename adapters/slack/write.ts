import { webApi } from '@slack/bolt';
import type { Log, Outgoing, Sent } from '../../bot/chat/platform.ts';
import type { Api } from './api.ts';
import { blocksRefused, slackCode } from './errors.ts';
import type { Pictures } from './pictures.ts';
import { render, renderWords } from './render.ts';

/** Marks our messages in their metadata, so that one can be found again by our id. */
export const eventType = 'genjin_message';

/** How long to wait for Slack to have looked at a picture before it may stand in a message. */
const lookedAt = [300, 700, 1_500, 3_000];

export interface Where {
  channel: string;
  /** The message to change; without it a new one is posted. */
  ts?: string;
}

/** Posts or changes a message: as it should be, without its pictures, or in words alone, whichever Slack takes first. */
export async function write(
  where: Where,
  outgoing: Outgoing,
  { api, pictures, log }: { api: Api; pictures: Pictures; log: Log },
): Promise<Sent> {
  const how = { language: outgoing.language, files: await pictures.files(outgoing.id, shownPictures(outgoing)) };
  const call = async (message: { text: string; blocks: unknown[] }): Promise<Sent> => {
    const answer = await api(where.ts ? 'chat.update' : 'chat.postMessage', {
      ...where,
      ...message,
      // Nothing in a card is to mention, link or unfurl.
      parse: 'none',
      link_names: false,
      ...(where.ts ? {} : { unfurl_links: false, unfurl_media: false }),
      metadata: { event_type: eventType, event_payload: { id: outgoing.id } },
    });
    return { platformId: `${answer.channel}:${answer.ts}` };
  };
  const shapes = [
    ...(how.files.size > 0 ? [() => patiently(() => call(render(outgoing.card, how)))] : []),
    () => call(render(outgoing.card, { ...how, files: new Map() })),
  ];
  for (const shape of shapes) {
    try {
      return await shape();
    } catch (error) {
      if (!blocksRefused.has(slackCode(error) ?? '')) throw error;
      log.error({ id: outgoing.id, error }, 'slack refused the blocks of a card; it goes plainer');
    }
  }
  return await call({ text: renderWords(outgoing.card, how), blocks: [] });
}

function shownPictures({ card, pictures }: Outgoing): Map<number, Uint8Array> {
  const shown = new Map<number, Uint8Array>();
  for (const block of card.blocks) {
    const png = block.kind === 'picture' ? pictures.get(block.picture) : undefined;
    if (block.kind === 'picture' && png) shown.set(block.picture, png);
  }
  return shown;
}

/** Slack looks at a file it was given; until then no message may show it (python-slack-sdk issue 1797). */
async function patiently(call: () => Promise<Sent>): Promise<Sent> {
  for (const wait of lookedAt) {
    try {
      return await call();
    } catch (error) {
      const unlooked = error instanceof webApi.WebAPIPlatformError && /slack[ _]file/.test(JSON.stringify(error.data));
      if (!unlooked) throw error;
      await new Promise((done) => setTimeout(done, wait));
    }
  }
  return await call();
}

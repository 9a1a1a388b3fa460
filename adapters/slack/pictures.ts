import type { Log } from '../../bot/chat/platform.ts';
import type { Api } from './api.ts';
import { slackCode } from './errors.ts';

/**
 * Uploads PNGs for image blocks and remembers them by key, so that a card sent again is not uploaded again. A picture that
 * cannot be uploaded is left out with a warning: the card goes without it.
 * https://docs.slack.dev/messaging/working-with-files#uploading_files
 */
export class Pictures {
  readonly #api: Api;
  readonly #log: Log;
  readonly #timeout: number;
  readonly #files = new Map<string, string>();

  constructor(api: Api, log: Log, timeout: number) {
    this.#api = api;
    this.#log = log;
    this.#timeout = timeout;
  }

  /** Slack's file id of each picture of the message `id`, by its number. */
  async files(id: number, pictures: Map<number, Uint8Array>): Promise<Map<number, string>> {
    const files = new Map<number, string>();
    for (const [number, png] of pictures) {
      const key = `${id}:${number}`;
      const file = this.#files.get(key) ?? (await this.#upload(number, png));
      if (!file) continue;
      files.set(number, file);
      this.#files.set(key, file);
    }
    for (const old of this.#files.keys()) {
      if (this.#files.size <= 200) break;
      this.#files.delete(old);
    }
    return files;
  }

  async #upload(number: number, png: Uint8Array): Promise<string | undefined> {
    const filename = `${number}.png`;
    try {
      const place = await this.#api('files.getUploadURLExternal', { filename, length: png.byteLength });
      const sent = await fetch(String(place.upload_url), {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: new Uint8Array(png),
        signal: AbortSignal.timeout(this.#timeout),
      });
      if (!sent.ok) throw new Error(`upload answered ${sent.status}`);
      const id = String(place.file_id);
      await this.#api('files.completeUploadExternal', { files: [{ id, title: filename }] });
      return id;
    } catch (error) {
      this.#log.warn({ error, code: slackCode(error) }, 'slack did not take a picture; the card goes without it');
      return undefined;
    }
  }
}

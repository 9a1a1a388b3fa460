/** One server-sent event as it stands on the wire. */
export interface ServerSent {
  id?: string;
  event: string;
  data: string;
}

/** Reads a stream of server-sent events until it ends; comments are skipped. */
export async function* serverSent(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event: ServerSent = { event: 'message', data: '' };
      for (const line of block.split('\n')) {
        const [, field, value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
        if (field === 'id') event.id = value;
        if (field === 'event') event.event = value;
        if (field === 'data') event.data += value;
      }
      if (event.data) yield event;
    }
  }
}

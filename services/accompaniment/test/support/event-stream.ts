import { randomUUID } from 'node:crypto';
import { signRequest, type Viewer } from '@ancrage/signature';
import type { RunningSubgraph } from '@ancrage/testing/subgraph';

export interface EventStream {
  /** The next result of the subscription; undefined when the server has completed it. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what a test finds out.
  next(): Promise<any>;
  close(): void;
}

/** Subscribes as the gateway does: server-sent events, signed. */
export async function openEventStream(
  { url, secret }: RunningSubgraph,
  query: string,
  as: { territoryId?: string; viewer?: Viewer } = {},
): Promise<EventStream> {
  const body = JSON.stringify({ query });
  const abort = new AbortController();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    body,
    signal: abort.signal,
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...signRequest(secret, { method: 'POST', path: '/graphql', body, requestId: randomUUID(), ...as }),
    },
  });
  const results = parse(response.body!.pipeThrough(new TextDecoderStream()));
  return { next: async () => (await results.next()).value, close: () => abort.abort() };
}

async function* parse(chunks: ReadableStream<string>) {
  let text = '';
  for await (const chunk of chunks) {
    text += chunk;
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const [event, data] = ['event', 'data'].map(
        (name) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(message)?.[1],
      );
      if (event === 'complete') return;
      if (event === 'next' && data) yield JSON.parse(data);
    }
  }
}

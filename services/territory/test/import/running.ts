import { randomUUID } from 'node:crypto';
import { signStream, type Viewer } from '@ancrage/signature';
import type { TestDatabase } from '@ancrage/testing/database';
import { type RunningSubgraph, startSubgraph } from '@ancrage/testing/subgraph';
import { expect } from 'vitest';
import { createApp } from '../../dist/app.js';
import type { TerritoryEnvironment } from '../../dist/env.js';

export const RUN = `id status dryRun progress found vintage fileName errorsUrl mine cancelling
  counts { read imported unchanged rejected outside removed } changes { family added changed removed }
  rejectedRows { line code reason } problem { code message dataset { name } } dataset { name }`;

type Own = Pick<TerritoryEnvironment, 'linkSecret' | 'mail'> & { importDirectory: string };

export interface Sent {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers whose shape they know
  body: any;
}

/** A service that runs imports, asked by one member of one territory. */
export class ImportDesk {
  private constructor(
    readonly subgraph: Pick<RunningSubgraph, 'url' | 'secret' | 'client' | 'stop'>,
    readonly territoryId: string,
    readonly viewer: Viewer | null,
  ) {}

  static async open(
    database: TestDatabase,
    territoryId: string,
    viewer: Viewer,
    importDirectory: string,
  ): Promise<ImportDesk> {
    const subgraph = await startSubgraph<Own>(createApp, database, {
      linkSecret: 'a secret for links that nobody follows',
      mail: null,
      importDirectory,
    });
    return new ImportDesk(subgraph, territoryId, viewer);
  }

  /** The same service, asked by somebody else. */
  as(viewer: Viewer | null, territoryId = this.territoryId): ImportDesk {
    return new ImportDesk(this.subgraph, territoryId, viewer);
  }

  /** The same person, asking a service of another process. */
  elsewhere(url: string, secret: string): ImportDesk {
    return new ImportDesk({ ...this.subgraph, url, secret }, this.territoryId, this.viewer);
  }

  ask(query: string, variables?: Record<string, unknown>, locale: 'fr' | 'en' = 'fr') {
    const { territoryId, viewer } = this;
    return this.subgraph.client({ territoryId, viewer, locale })(query, variables);
  }

  /** Sends a form as a browser does. */
  async send(fields: Record<string, string>, file?: { name: string; content: string }): Promise<Sent> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    if (file) form.set('file', new Blob([file.content]), file.name);
    const encoded = new Response(form);
    const body = Buffer.from(await encoded.arrayBuffer());
    return this.exchange('POST', '/files/imports', body, encoded.headers.get('content-type') ?? '');
  }

  get(path: string): Promise<Sent> {
    return this.exchange('GET', path);
  }

  /** Waits until a run is in one of these states. */
  async until(id: string, ...status: string[]) {
    const read = async () =>
      (await this.ask(`query($id: ID!) { importRun(id: $id) { ${RUN} } }`, { id })).data?.['importRun'];
    await expect.poll(async () => (await read())?.status, { timeout: 20_000 }).toBeOneOf(status);
    return read();
  }

  async exchange(
    method: string,
    path: string,
    body?: Buffer<ArrayBuffer>,
    contentType?: string,
  ): Promise<Sent> {
    const { territoryId, viewer } = this;
    const headers = signStream(this.subgraph.secret, {
      ...{ method, path, requestId: randomUUID(), territoryId, viewer },
      ...(body && { contentType, contentLength: String(body.length) }),
    });
    const response = await fetch(this.subgraph.url + path, {
      method,
      headers: { ...headers, ...(contentType && { 'content-type': contentType }) },
      ...(body && { body }),
    });
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
  }
}

import { type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface SiteAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  json<T>(): T;
}

interface SiteRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/**
 * A person's client of one host of the site: keeps its cookies, follows nothing by itself. Resolvers of servers
 * seldom know `*.localhost`, so it connects to loopback and says the host in the header, as browsers do.
 */
export class SiteClient {
  readonly #cookies = new Map<string, string>();

  constructor(
    private readonly port: number,
    readonly hostname = 'localhost',
  ) {}

  get origin(): string {
    return `http://${this.hostname}:${this.port}`;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<SiteAnswer> {
    return this.send(path, { headers });
  }

  postJson(path: string, body: unknown, headers: Record<string, string> = {}): Promise<SiteAnswer> {
    return this.send(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  async send(path: string, { method = 'GET', headers = {}, body }: SiteRequest = {}): Promise<SiteAnswer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const outgoing = request({
      host: '127.0.0.1',
      port: this.port,
      path,
      method,
      agent: false,
      headers: {
        host: `${this.hostname}:${this.port}`,
        ...(method === 'GET'
          ? {}
          : { origin: this.origin, 'content-length': String(Buffer.byteLength(body ?? '')) }),
        ...(cookie && { cookie }),
        ...headers,
      },
    });
    const answer = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
      outgoing.once('response', resolve).once('error', reject).end(body);
    });
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    const received = await text(answer);
    return {
      status: answer.statusCode ?? 0,
      headers: answer.headers,
      body: received,
      json: <T>() => JSON.parse(received) as T,
    };
  }
}

import type { Identity } from './identity.js';

/** A person's browser on one public host, its requests forwarded by the site in front. Redirects are not followed. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    readonly host = 'localhost:3000',
    private readonly headers: Record<string, string> = {},
  ) {}

  get origin(): string {
    return `${this.host.includes('localhost') ? 'http' : 'https'}://${this.host}`;
  }

  get cookieNames(): string[] {
    return [...this.#cookies.keys()];
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(path, { headers });
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Response> {
    return this.#send(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', origin: this.origin, ...headers },
    });
  }

  /** Asks for a link by mail. */
  askForLink(email: string, body: Record<string, unknown> = {}): Promise<Response> {
    return this.post('/auth/sign-in/magic-link', {
      email,
      callbackURL: '/espace',
      errorCallbackURL: '/connexion',
      ...body,
    });
  }

  /** Opens a mail's link and presses its page's button. */
  async follow(link: string): Promise<Response> {
    const { pathname, search } = new URL(link);
    const page = await (await this.get(`${pathname}${search}`)).text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const fields = [...page.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]);
    return this.get(`${action}?${new URLSearchParams(fields as [string, string][])}`);
  }

  /** The whole journey: ask, read the mail, open the link, confirm. */
  async signIn(identity: Identity, email: string): Promise<Response> {
    await this.askForLink(email);
    const [mail] = await identity.mails(email);
    return this.follow(linkOf(mail));
  }

  async token(): Promise<string> {
    const answer = await this.get('/auth/token');
    return ((await answer.json()) as { token: string }).token;
  }

  async #send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${this.url}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { 'x-forwarded-host': this.host, ...(cookie && { cookie }), ...this.headers, ...init.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return answer;
  }
}

/** The link a mail carries. */
export function linkOf(mail: { text: string | null } | undefined): string {
  return /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
}

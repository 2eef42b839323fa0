/** What stands in a link of a letter behind its path: the token that opens it. Waits for a letter that has one. */
export type TokenFrom = (email: string, path: string) => Promise<string>;

const ATTEMPTS = 400;
const PAUSE_MS = 50;

/** Reads the letters of the platform's mail sink whose links lead to this host: other territories write there too. */
export function lettersOf(mailUrl: string, hostname: string): TokenFrom {
  const read = async <Data>(path: string) => (await (await fetch(`${mailUrl}${path}`)).json()) as Data;
  return async (email, path) => {
    const link = new RegExp(`//${hostname}(?::\\d+)?${path}([\\w-]+)`);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      for (const { id } of await read<{ id: string }[]>(`/messages?to=${encodeURIComponent(email)}`)) {
        const token = link.exec((await read<{ text: string }>(`/messages/${id}`)).text)?.[1];
        if (token) return token;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    throw new Error(`no letter to ${email} leads to ${path}`);
  };
}

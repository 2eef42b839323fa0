/** What a link of the promotion carries, under either name; it goes from address to address and into the form, never into a cookie. */
const NAMES = ['o', 'origine'];

/** The code as it came, when it can be one. Whether there is such a link is for the service to know. */
export function originCode(search: URLSearchParams): string | null {
  const code = NAMES.map((name) => search.get(name))
    .find(Boolean)
    ?.toLowerCase();
  return code && /^[a-z0-9-]{2,40}$/.test(code) ? code : null;
}

/** What carries it on to the next page. */
export const originSearch = (search: URLSearchParams): string => {
  const code = originCode(search);
  return code ? `?o=${code}` : '';
};

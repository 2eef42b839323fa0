/** A host people open the site under: an exact name, or `*.` for one label in front of it. */
export interface PublicHost {
  protocol: 'http' | 'https';
  /** `host[:port]`, lower case, perhaps starting with `*.`. */
  pattern: string;
}

const PATTERN = /^(https?:\/\/)?((?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?)$/;
const LOOPBACK = /^(?:\*\.)?(?:[a-z0-9-]+\.)*localhost(?::\d+)?$|^127\.\d+\.\d+\.\d+(?::\d+)?$/;
const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/**
 * Reads one entry of PUBLIC_HOSTS; null when it is not one. The scheme comes from here and never from a request:
 * https, unless the entry says http:// or names this machine (localhost).
 */
export function parsePublicHost(entry: string): PublicHost | null {
  const match = PATTERN.exec(entry.trim().toLowerCase());
  if (!match) return null;
  const [, scheme, pattern = ''] = match;
  if (scheme) return { protocol: scheme === 'http://' ? 'http' : 'https', pattern };
  return { protocol: LOOPBACK.test(pattern) ? 'http' : 'https', pattern };
}

/** The public host a request's host belongs to, if any. */
export function findPublicHost(hosts: readonly PublicHost[], host: string): PublicHost | undefined {
  return hosts.find(({ pattern }) => matches(pattern, host));
}

function matches(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return host === pattern;
  const parent = pattern.slice(1);
  return host.endsWith(parent) && LABEL.test(host.slice(0, -parent.length));
}

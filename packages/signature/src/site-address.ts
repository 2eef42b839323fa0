/** The shape of the setting SITE_ADDRESS: one host, part of which depends on the territory. */
export const SITE_ADDRESS = /^https?:\/\/[^\s/]*\{(host|slug)\}[^\s/]*$/;

/** What {@link SITE_ADDRESS} asks for, in words. */
export const SITE_ADDRESS_PROBLEM = 'must be an address with {host} or {slug} in it';

export interface Sited {
  slug: string;
  /** Host names that serve it, without ports. */
  hosts: readonly string[];
}

/**
 * The address of a territory's site, without a slash at its end. `{host}` stands for the first of its host names by
 * alphabet, or for `<slug>.localhost`, at which a local run serves those that have none.
 */
export function siteOf(pattern: string, { slug, hosts }: Sited): string {
  const host = [...hosts].sort()[0] ?? `${slug}.localhost`;
  return pattern.replace('{host}', host).replace('{slug}', slug).replace(/\/$/, '');
}

import { isIP } from 'node:net';
import { registerEnumType } from 'type-graphql';

/** What lies under a territory's maps. */
export enum Basemap {
  PLAN_IGN = 'PLAN_IGN',
  QUIET = 'QUIET',
  CUSTOM = 'CUSTOM',
}
registerEnumType(Basemap, {
  name: 'Basemap',
  description: 'What lies under the maps of a territory.',
  valuesConfig: {
    PLAN_IGN: { description: 'Plan IGN, from the servers of the French mapping agency, where they answer.' },
    QUIET: { description: 'Nothing from elsewhere: the communes on plain paper.' },
    CUSTOM: { description: 'The MapLibre style at `basemapStyle`.' },
  },
});

export const MAXIMUM_STYLE_ADDRESS = 500;
/** Names that only mean something inside some network (RFC 6761, RFC 6762, RFC 8375 and custom). */
const INNER_NAMES =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa|test|invalid|onion)$/;

export type StyleAddressProblem = 'MISSING' | 'NOT_AN_ADDRESS' | 'NOT_HTTPS' | 'NOT_PUBLIC';

/**
 * Why an address cannot be that of a map style, or null when it can. The platform itself never fetches it: visitors'
 * browsers do, and the policy of the pages with a map lets them ask that one origin and no other. So what matters is
 * that it names an origin of the public web.
 */
export function styleAddressProblem(address: string | null | undefined): StyleAddressProblem | null {
  if (!address?.trim()) return 'MISSING';
  if (address.length > MAXIMUM_STYLE_ADDRESS || !URL.canParse(address)) return 'NOT_AN_ADDRESS';
  const { protocol, hostname, username, password } = new URL(address);
  if (protocol !== 'https:') return 'NOT_HTTPS';
  if (username || password) return 'NOT_AN_ADDRESS';
  const host = hostname.replace(/\.$/, '').toLowerCase();
  const named = host.includes('.') && isIP(host) === 0 && !host.startsWith('[');
  return named && !INNER_NAMES.test(host) ? null : 'NOT_PUBLIC';
}

/** The problem in the reader's language, with what to do. */
export function sayStyleAddressProblem(problem: StyleAddressProblem, locale: string): string {
  return SAID[problem][locale === 'en' ? 'en' : 'fr'];
}

const SAID: Record<StyleAddressProblem, { fr: string; en: string }> = {
  MISSING: {
    fr: 'Donnez l’adresse du style, ou choisissez un autre fond.',
    en: 'Give the address of the style, or choose another basemap.',
  },
  NOT_AN_ADDRESS: {
    fr: 'Ce n’est pas une adresse complète, comme https://cartes.exemple.fr/style.json.',
    en: 'This is not a whole address, such as https://maps.example.org/style.json.',
  },
  NOT_HTTPS: {
    fr: 'L’adresse doit commencer par https:// : un site sécurisé ne peut rien charger d’autre.',
    en: 'The address must start with https://: a secure site cannot load anything else.',
  },
  NOT_PUBLIC: {
    fr: 'Le style doit être à une adresse publique, par son nom : les visiteurs iront l’y chercher.',
    en: 'The style must be at a public address, by name: visitors will fetch it there.',
  },
};

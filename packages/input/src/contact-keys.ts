import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

const EMAIL = /^[^\s@<>"',;:\\()[\]]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,180}[a-z0-9])?\.[a-z]{2,24}$/i;

/** The address as it is written to, or null for what is none. */
export function emailAddress(text: string): string | null {
  const address = text.normalize('NFKC').trim();
  return address.length <= 254 && EMAIL.test(address) && !address.includes('..') ? address : null;
}

/** The address as it is compared: two people do not share one that differs in case alone. */
export const emailKey = (address: string): string => address.normalize('NFKC').trim().toLowerCase();

/** A number as it is kept and compared (E.164, +33561…), or null for what is none. Without a prefix it is a French one. */
export function phoneNumber(text: string): string | null {
  if (text.length > 40) return null;
  const number = parsePhoneNumberFromString(text, 'FR');
  return number?.isPossible() && !number.ext ? number.number : null;
}

/** An address that a browser follows safely, or null: https, a host with a dot, and nobody's name in it. */
export function websiteAddress(text: string): string | null {
  const written = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (text.length > 300 || !URL.canParse(written)) return null;
  const { protocol, username, password, hostname, href } = new URL(written);
  const fair = protocol === 'https:' && !username && !password && /\.[a-z]{2,}$/.test(hostname);
  return fair && href.length <= 300 ? href : null;
}

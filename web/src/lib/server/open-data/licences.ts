/** What a licence is called, by the words a source carries, and where its text is. */
const texts: Record<string, string> = {
  'Licence Ouverte 2.0': 'https://spdx.org/licenses/etalab-2.0',
  'ODbL 1.0': 'https://opendatacommons.org/licenses/odbl/1-0/',
};

/** The licence under which the territory gives what it gathered itself: verifications, premises. */
export const ownLicence = 'Licence Ouverte 2.0';

/** Where the text of a licence is; null for one that is not a licence of open data. */
export const licenceAddress = (licence: string): string | null => texts[licence] ?? null;

/** Whether a licence asks that what is derived stays under it. */
export const sharesAlike = (licence: string): boolean => licence.startsWith('ODbL');

/** The one licence that covers rows under several: the one that asks the most. Null when none is open. */
export function coveringLicence(licences: string[]): string | null {
  const open = licences.filter((licence) => licenceAddress(licence));
  return open.find(sharesAlike) ?? open[0] ?? null;
}

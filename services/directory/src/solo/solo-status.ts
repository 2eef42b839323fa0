/** Where a solo stands between having been noticed and being published. */
export enum SoloStatus {
  IDENTIFIED = 'IDENTIFIED',
  CONTACTED = 'CONTACTED',
  CONSENTED = 'CONSENTED',
  PUBLISHED = 'PUBLISHED',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
}

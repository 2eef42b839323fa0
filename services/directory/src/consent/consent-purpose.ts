/** What a person agreed to: to each of these on its own, and to each may be said no later. */
export enum ConsentPurpose {
  /** The public directory of the territory. */
  WEB = 'WEB',
  /** Being presented as an arrival: news, feed, press sheet. */
  PRESS = 'PRESS',
  /** Being named to the region, not merely counted. */
  REGION = 'REGION',
}

/** How a consent was given. */
export enum ConsentChannel {
  WEB = 'WEB',
  EMAIL = 'EMAIL',
  PAPER = 'PAPER',
  PHONE = 'PHONE',
}

/** Where documents kept with households are sent to and had back from. */
export const FILES_PATH = '/files/accompaniment/prospects/:prospect/files';

/** The path of one of them on the site. */
export const fileAddress = (prospectId: string, fileId: string): string =>
  `${FILES_PATH.replace(':prospect', prospectId)}/${fileId}`;

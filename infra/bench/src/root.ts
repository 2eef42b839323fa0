import { fileURLToPath } from 'node:url';

/** Folder of the repository, whatever the working directory. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** Forms and links are all that these pages need. */
export const csr = false;

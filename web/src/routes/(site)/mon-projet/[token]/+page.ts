/** Forms and folds do without a script: on a phone with a poor signal the page is there at once. */
export const csr = false;

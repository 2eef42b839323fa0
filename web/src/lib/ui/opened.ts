/**
 * The attribute of a `<details>` that stands open for a reason. Without one nothing is said: what a reader opened before
 * the page's script arrived stays open.
 */
export const opened = (reason: boolean): { open?: true } => (reason ? { open: true } : {});

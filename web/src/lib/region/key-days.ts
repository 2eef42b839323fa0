/** How long a key of a region's tools may hold; identity refuses others. */
export const keyDays = [30, 90, 365] as const;

/** One thing to do today: how many, where, and what is said when there is nothing. */
export type Line = { count: number; label: string; none: string; href: string };

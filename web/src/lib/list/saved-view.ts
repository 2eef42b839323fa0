/** How one member likes to see a list: its address, under a name. */
export type SavedView = { id: string; name: string; search: string };

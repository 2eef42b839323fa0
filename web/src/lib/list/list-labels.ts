/** A filter as its form shows it. */
export type FilterField = {
  name: string;
  label: string;
  /** What is read while nothing is chosen, e.g. « Toutes les familles ». */
  any: string;
  options: { value: string; label: string }[];
  many?: boolean;
};

/** A column of a table; `sort` is the order its header leads to. */
export type Column = { key: string; label: string; sort?: string; numeric?: boolean };

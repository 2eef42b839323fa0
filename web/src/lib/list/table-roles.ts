/**
 * The roles of a table's parts, written out: on a phone rows are displayed as cards, and some browsers then forget
 * that they are a table's.
 */
export const as = {
  table: 'table',
  grid: 'grid',
  rowgroup: 'rowgroup',
  row: 'row',
  columnheader: 'columnheader',
  rowheader: 'rowheader',
  cell: 'cell',
  gridcell: 'gridcell',
} as const;

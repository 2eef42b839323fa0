/** Why a row was not imported; `code` is for programs, `reason` for people. */
export interface Rejection {
  code:
    | 'MALFORMED'
    | 'COMMUNE'
    | 'TYPE'
    | 'POSITION'
    | 'VALUE'
    | 'NOT_PUBLISHED'
    | 'NOT_IN_OPERATION'
    | 'DUPLICATE';
  reason: string;
}

export const reject = (code: Rejection['code'], reason: string): Rejection => ({ code, reason });

export const isRejection = (value: object): value is Rejection => 'reason' in value;

/** SQL that leaves in `import_refused` the rows of `import_row` whose `columns` an earlier one has too, and takes them out. */
export const refuseRepeated = (columns: string, among = 'true'): string[] => [
  `create temp table import_refused on commit drop as
     select line, 'DUPLICATE' as code, 'an earlier row is the same' as reason from (
       select line, row_number() over (partition by ${columns} order by line) as nth from import_row where ${among}
     ) numbered where nth > 1`,
  'delete from import_row i using import_refused r where r.line = i.line',
];

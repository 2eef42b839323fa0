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

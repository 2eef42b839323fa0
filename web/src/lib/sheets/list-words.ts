import { m } from '#lib/paraglide/messages.js';

/** How far a list of people is on its way in. */
export type ListState = 'MAPPED' | 'IMPORTED' | 'GIVEN_UP';

export const stateWords: Record<ListState, () => string> = {
  MAPPED: m.list_state_mapped,
  IMPORTED: m.list_state_imported,
  GIVEN_UP: m.list_state_given_up,
};

/** Why a file was not taken, by the code of its refusal. */
export function fileProblem(code: string, mostRows: string): string {
  switch (code) {
    case 'FILE_SIZE':
    case 'SIZE':
    case '413':
      return m.lists_too_large();
    case 'KIND':
      return m.lists_problem_kind();
    case 'EMPTY':
      return m.lists_problem_empty();
    case 'ROWS':
    case 'COLUMNS':
      return m.lists_problem_rows({ rows: mostRows });
    case 'BROKEN':
      return m.lists_problem_broken();
    case 'FORM':
      return m.lists_problem_form();
    default:
      return m.lists_failed();
  }
}

import { m } from '#lib/paraglide/messages.js';

const words: Record<string, () => string> = {
  FILE_SIZE: m.prospect_file_size_problem,
  FORM: m.prospect_file_none,
  EMPTY: m.prospect_file_empty,
  KIND: m.prospect_file_kind,
  DISGUISED: m.prospect_file_disguised,
  BROKEN: m.prospect_file_broken,
  ACTIVE: m.prospect_file_active,
  LOCKED: m.prospect_file_locked,
  MANY: m.prospect_file_many,
};

/** Why a document was not taken, by the code of its refusal. */
export const fileProblem = (code: string): string => (words[code] ?? m.prospect_file_failed)();

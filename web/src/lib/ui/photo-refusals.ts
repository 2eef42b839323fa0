import { m } from '#lib/paraglide/messages.js';

const words: Partial<Record<string, () => string>> = {
  EMPTY: m.premises_photo_empty,
  NOT_A_PHOTO: m.premises_photo_not_one,
  HEIC: m.premises_photo_heic,
  TOO_MANY_PIXELS: m.premises_photo_pixels,
  DAMAGED: m.premises_photo_damaged,
  TOO_MANY: m.premises_photo_too_many,
  ALTERNATIVE: m.premises_photo_alternative_problem,
  CREDIT: () => m.premises_problem_length({ maximum: 120 }),
  FILE_SIZE: m.premises_photo_too_large,
  '413': m.premises_photo_too_large,
};

/** Why a photograph was not taken, by the code of its refusal. */
export const refusalWords = (code: string): string => (words[code] ?? m.premises_photo_failed)();

import type { PhotoProblem } from '@ancrage/pictures/prepare';
import { PHOTO_WORDS } from '@ancrage/pictures/words';
import type { FieldProblem } from '@ancrage/subgraph/field-problem';

export const MAXIMUM_PHOTOS = 12;
const ALTERNATIVE_LENGTH = 300;
const CREDIT_LENGTH = 120;

/** Why a photograph, or what is said of it, is not taken; what clients tell a refusal by. */
export type PhotoRefusal = PhotoProblem | 'TOO_MANY' | 'ALTERNATIVE' | 'CREDIT';

const WORDS: Record<PhotoRefusal, { fr: string; en: string }> = {
  ...PHOTO_WORDS,
  TOO_MANY: {
    fr: `${MAXIMUM_PHOTOS} photos au plus : retirez-en une d’abord.`,
    en: `At most ${MAXIMUM_PHOTOS} photographs: remove one first.`,
  },
  ALTERNATIVE: {
    fr: `Décrivez ce que montre la photo, en ${ALTERNATIVE_LENGTH} caractères au plus.`,
    en: `Say what the photograph shows, in at most ${ALTERNATIVE_LENGTH} characters.`,
  },
  CREDIT: { fr: `${CREDIT_LENGTH} caractères au plus.`, en: `At most ${CREDIT_LENGTH} characters.` },
};

const FIELDS: Partial<Record<PhotoRefusal, string>> = { ALTERNATIVE: 'alternative', CREDIT: 'credit' };

/** A problem with a photograph in the reader's words; `photo` is the file itself. */
export const photoProblem = (problem: PhotoRefusal, locale: string): FieldProblem => ({
  field: FIELDS[problem] ?? 'photo',
  message: locale === 'en' ? WORDS[problem].en : WORDS[problem].fr,
});

export interface PhotoWords {
  alternative: string;
  credit: string | undefined;
}

/** Words of one line, as they are kept. */
export function cleanedWords(alternative: string, credit: string | null | undefined): PhotoWords {
  const clean = (text: string) => text.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ').trim();
  return { alternative: clean(alternative), credit: clean(credit ?? '') || undefined };
}

/** What is wrong with cleaned words. */
export function wordsRefusals({ alternative, credit = '' }: PhotoWords): PhotoRefusal[] {
  const refusals: PhotoRefusal[] = [];
  if (alternative.length < 1 || alternative.length > ALTERNATIVE_LENGTH) refusals.push('ALTERNATIVE');
  if (credit.length > CREDIT_LENGTH) refusals.push('CREDIT');
  return refusals;
}

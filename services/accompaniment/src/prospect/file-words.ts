import type { FileProblem } from './file-kind.js';

/** Why a document is not kept, as people read it. */
export const FILE_WORDS: Record<FileProblem | 'FORM' | 'MANY', { fr: string; en: string }> = {
  FORM: { fr: 'Choisissez un document.', en: 'Choose a document.' },
  EMPTY: { fr: 'Ce document est vide.', en: 'This document is empty.' },
  KIND: {
    fr: 'Un PDF, une image (JPEG, PNG, WebP) ou un texte : ce document n’est rien de cela.',
    en: 'A PDF, a picture (JPEG, PNG, WebP) or a text: this document is none of them.',
  },
  DISGUISED: {
    fr: 'Ce document n’est pas ce que son nom annonce : il n’est pas gardé.',
    en: 'This document is not what its name says: it is not kept.',
  },
  BROKEN: {
    fr: 'Ce document est abîmé ou incomplet : enregistrez-le de nouveau.',
    en: 'This document is broken or cut off: save it again.',
  },
  ACTIVE: {
    fr: 'Ce PDF contient un script ou un autre fichier : imprimez-le en PDF, puis envoyez la copie.',
    en: 'This PDF holds a script or another file: print it to PDF, then send the copy.',
  },
  LOCKED: {
    fr: 'Ce PDF est protégé, on ne peut pas y regarder : envoyez une copie sans mot de passe.',
    en: 'This PDF is protected and cannot be looked into: send a copy without a password.',
  },
  MANY: { fr: 'Au plus 40 documents par foyer.', en: 'At most 40 documents a household.' },
};

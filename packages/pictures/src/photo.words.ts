import type { PhotoProblem } from './photo.prepare.js';

/** Why a file is not taken for a photograph, in words for who sent it. */
export const PHOTO_WORDS: Record<PhotoProblem, { fr: string; en: string }> = {
  EMPTY: { fr: 'Choisissez une photo.', en: 'Choose a photograph.' },
  NOT_A_PHOTO: {
    fr: 'Ce fichier n’est pas une photo : envoyez un JPEG, un PNG, un WebP ou un AVIF.',
    en: 'This file is not a photograph: send a JPEG, PNG, WebP or AVIF.',
  },
  HEIC: {
    fr: 'Le format HEIC de certains téléphones ne se lit pas partout : enregistrez la photo en JPEG, puis envoyez-la.',
    en: 'The HEIC format of some telephones cannot be read everywhere: save the photograph as JPEG, then send it.',
  },
  TOO_MANY_PIXELS: {
    fr: 'Cette image dépasse 64 millions de pixels : réduisez-la.',
    en: 'This picture has more than 64 million pixels: make it smaller.',
  },
  DAMAGED: {
    fr: 'Cette photo est abîmée ou incomplète : envoyez-la de nouveau.',
    en: 'This photograph is damaged or incomplete: send it again.',
  },
};

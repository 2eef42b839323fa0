import type { Sentence } from './sentence.js';

/** Why archives, workbooks, Parquet and GeoJSON files are refused. */
export const CONTAINER_REFUSALS: readonly Sentence[] = [
  {
    code: 'FILE_CUT',
    said: 'feature {}: this is no JSON ({})',
    fr: 'Le contour {0} de ce fichier n’est pas lisible.',
    en: 'Feature {0} of this file cannot be read.',
  },
  {
    code: 'FILE_SIZE',
    said: 'file: a feature is longer than {} MiB',
    fr: 'Un contour de ce fichier dépasse {0} Mio.',
    en: 'A feature of this file is longer than {0} MiB.',
  },
  {
    code: 'FILE_CUT',
    said: 'file: it ends in the middle of its features, it was cut',
    fr: 'Le fichier s’arrête au milieu des contours : il a été coupé, téléchargez-le à nouveau.',
    en: 'The file ends in the middle of its features: it was cut, download it again.',
  },
  {
    code: 'FILE_EMPTY',
    said: 'file: it is GeoJSON without a feature',
    fr: 'Ce GeoJSON ne contient rien.',
    en: 'This GeoJSON holds nothing.',
  },
  {
    code: 'FILE_KIND',
    said: 'file: it is an archive within an archive',
    fr: 'Ce fichier est une archive dans une archive : décompressez-la.',
    en: 'This file is an archive within an archive: unpack it.',
  },
  {
    code: 'FILE_BOMB',
    said: 'file: it unpacks to more than {} GiB',
    fr: 'Une fois décompressé, ce fichier dépasse {0} Gio.',
    en: 'Unpacked, this file is larger than {0} GiB.',
  },
  {
    code: 'FILE_BOMB',
    said: 'file: it unpacks to more than {} times its size, as bombs do and data does not',
    fr: 'Cette archive enfle plus de {0} fois en se décompressant, ce que des données ne font pas.',
    en: 'This archive grows more than {0} times when unpacked, which data does not.',
  },
  {
    code: 'OTHER_COLUMNS',
    said: 'file: none of the {} files of this archive fits; of the largest: {}',
    fr: 'Aucun des {0} fichiers de cette archive n’est celui qui est attendu.',
    en: 'None of the {0} files of this archive is the one that is expected.',
  },
  {
    code: 'FILE_SIZE',
    said: 'file: the texts of this workbook are larger than {} MiB',
    fr: 'Les textes de ce classeur dépassent {0} Mio.',
    en: 'The texts of this workbook are larger than {0} MiB.',
  },
  {
    code: 'FILE_KIND',
    said: 'file: this JSON has no features',
    fr: 'Ce JSON n’a pas de contours.',
    en: 'This JSON has no features.',
  },
  {
    code: 'FILE_BROKEN',
    said: 'file: this Parquet file cannot be read ({})',
    fr: 'Ce fichier Parquet n’est pas lisible : téléchargez-le à nouveau.',
    en: 'This Parquet file cannot be read: download it again.',
  },
  {
    code: 'FILE_CUT',
    said: 'file: this Parquet file has no end, it was cut',
    fr: 'Ce fichier Parquet a été coupé : téléchargez-le à nouveau.',
    en: 'This Parquet file was cut: download it again.',
  },
  {
    code: 'FILE_SIZE',
    said: 'file: this archive holds {} files',
    fr: 'Cette archive contient {0} fichiers : envoyez celui qu’il faut.',
    en: 'This archive holds {0} files: send the right one.',
  },
  {
    code: 'FILE_BROKEN',
    said: 'file: this archive is broken or was cut ({})',
    fr: 'Cette archive est abîmée ou a été coupée : téléchargez-la à nouveau.',
    en: 'This archive is broken or was cut: download it again.',
  },
  {
    code: 'FILE_EMPTY',
    said: 'file: this archive is empty',
    fr: 'Cette archive est vide.',
    en: 'This archive is empty.',
  },
  {
    code: 'FILE_LOCKED',
    said: 'file: this archive is locked by a password',
    fr: 'Cette archive est protégée par un mot de passe.',
    en: 'This archive is locked by a password.',
  },
  {
    code: 'FILE_BROKEN',
    said: 'file: this gzip archive is broken or was cut ({})',
    fr: 'Cette archive gzip est abîmée ou a été coupée : téléchargez-la à nouveau.',
    en: 'This gzip archive is broken or was cut: download it again.',
  },
  {
    code: 'FILE_BROKEN',
    said: 'file: this spreadsheet is broken ({})',
    fr: 'Ce tableur est abîmé : téléchargez-le à nouveau.',
    en: 'This spreadsheet is broken: download it again.',
  },
  {
    code: 'FILE_EMPTY',
    said: 'file: this workbook has no sheet',
    fr: 'Ce classeur n’a pas de feuille.',
    en: 'This workbook has no sheet.',
  },
];

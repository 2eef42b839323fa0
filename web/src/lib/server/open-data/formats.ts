/** The formats of files, with what the European vocabularies and IANA call them. */
export const formats = {
  csv: { media: 'text/csv', charset: '; charset=utf-8', fileType: 'CSV' },
  geojson: { media: 'application/geo+json', charset: '', fileType: 'GEOJSON' },
  json: { media: 'application/json', charset: '', fileType: 'JSON' },
} as const;

export type Format = keyof typeof formats;

/** No line ends before a French sign of two parts, nor inside quotation marks. */
export const frenchSpaces = (text: string): string =>
  text
    .replace(/[ \u00a0\u202f]?([;!?])(?=\s|$|»)/g, '\u202f$1')
    .replace(/[ \u00a0\u202f]([:»])/g, '\u00a0$1')
    .replace(/«[ \u00a0\u202f]?/g, '«\u00a0');

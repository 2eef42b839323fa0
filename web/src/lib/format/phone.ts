const FRENCH = /^(?:\+33|0)([1-9])(\d{8})$/;

/** A telephone number as it is read aloud in France: by pairs, with its leading 0; any other stays as it was given. */
export function phoneWords(number: string): string {
  const [, first, rest = ''] = FRENCH.exec(number) ?? [];
  return first ? `0${first}${rest.replace(/../g, '\u{a0}$&')}` : number;
}

/** A sentence that importers say, and what a person reads in its place. */
export interface Sentence {
  /** For programs and screens to act upon. */
  code: string;
  /** As the code writes it, `{}` standing for what varies. */
  said: string;
  /** `{0}`, `{1}` … stand for what varied, in order. */
  fr: string;
  en: string;
}

export type Locale = 'fr' | 'en';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds the sentence that was said, with what varied in it; null for one that nobody foresaw. */
export function catalogue(
  sentences: readonly Sentence[],
): (said: string) => { sentence: Sentence; values: string[] } | null {
  const known = sentences.map((sentence) => ({
    sentence,
    pattern: new RegExp(`^${sentence.said.split('{}').map(escaped).join('([^]*?)')}$`),
  }));
  return (said) => {
    for (const { sentence, pattern } of known) {
      const match = pattern.exec(said);
      if (match) return { sentence, values: match.slice(1) };
    }
    return null;
  };
}

/** Puts the values where the text awaits them. */
export const fill = (text: string, values: readonly string[]): string =>
  text.replace(/\{(\d)\}/g, (_whole, index: string) => values[Number(index)] ?? '');

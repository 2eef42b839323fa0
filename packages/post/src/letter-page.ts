import { Engine } from 'mrml';
import { type LetterPage, letterMjml } from './letter.mjml.js';

export type { LetterColours, LetterPage } from './letter.mjml.js';

let engine: Engine | undefined;

/** The page of a letter (HTML), for those who read e-mails with pictures and colours. Throws for none that is a letter. */
export function letterPage(letter: LetterPage): string {
  engine ??= new Engine();
  const result = engine.toHtml(letterMjml(letter));
  if (result.type === 'error') throw new Error(`A letter's page could not be made: ${result.message}`);
  return result.content;
}

import type { KeptValues, Problems } from './kept-form.ts';

/** What the forms of a page answered: all of them, of which each looks for its own. */
export type KeptAnswer =
  | { part: string; done: string }
  | { part: string; problems: Problems; outdated: boolean; sent: KeptValues };

/** What one form got back: nothing when it was another one that was sent. */
export type OwnAnswer = { problems: Problems; outdated: boolean; sent: KeptValues | null; done: boolean };

export function answerOf(form: unknown, part: string): OwnAnswer {
  const answer = form as KeptAnswer | null;
  if (!answer || !('part' in answer) || answer.part !== part) {
    return { problems: {}, outdated: false, sent: null, done: false };
  }
  return 'done' in answer
    ? { problems: {}, outdated: false, sent: null, done: true }
    : { problems: answer.problems, outdated: answer.outdated, sent: answer.sent, done: false };
}

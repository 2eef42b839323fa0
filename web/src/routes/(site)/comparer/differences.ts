/** What a commune answers on a line: the words shown, and how good it is where that has a meaning. */
export type Measured = {
  text: string;
  detail?: string;
  /** The higher the better; null where nothing is known, or where no answer is better than another. */
  score: number | null;
};

/** What sets communes apart on a line. */
export type Verdict = { same: boolean; best: boolean[] };

/**
 * Whether all answer the same, and who does best. Nobody is best alone: where others are not known, there is nothing to
 * compare with; and where all do as well, nobody stands out.
 */
export function judge(answers: Measured[]): Verdict {
  const words = new Set(answers.map(({ text, detail }) => `${text}\n${detail ?? ''}`));
  const scores = answers.flatMap(({ score }) => score ?? []);
  const highest = Math.max(...scores);
  const stands = scores.length > 1 && scores.some((score) => score < highest);
  return {
    same: answers.length > 1 && words.size === 1,
    best: answers.map(({ score }) => stands && score === highest),
  };
}

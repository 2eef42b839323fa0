/** A refusal of the API as a form shows it: what is wrong stands at its field. */
export const problemsBy = (problems: readonly { field: string; message: string }[]): Record<string, string> =>
  Object.fromEntries(problems.map(({ field, message }) => [field, message]));

/** What is wrong: of the whole, and of each step by its key (empty for one without) and field. */
export type ProtocolProblems = {
  general: string[];
  steps: Record<string, Partial<Record<string, string>>>;
};

/** Problems by step: the API counts steps from 0, in the order in which they were sent. */
export function problemsOf(
  problems: readonly { field: string; message: string }[],
  keys: readonly (string | null)[],
): ProtocolProblems {
  const found: ProtocolProblems = { general: [], steps: {} };
  for (const { field, message } of problems) {
    const [, rank, name] = /^steps\.(\d+)\.(\w+)$/.exec(field) ?? [];
    if (rank === undefined || name === undefined) {
      found.general.push(message);
      continue;
    }
    const key = keys[Number(rank)] ?? '';
    found.steps[key] = { [name]: message, ...found.steps[key] };
  }
  return found;
}

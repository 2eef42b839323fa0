/** What every mutation that can refuse answers. */
export interface Outcome {
  __typename: string;
  message?: string;
  problems?: { field: string; message: string }[];
}

/** Ends the replay with the platform's own words. */
export function refused({ __typename, message, problems = [] }: Outcome): never {
  const words = problems.map(({ field, message: said }) => `${field} : ${said}`).join(' ');
  throw new Error(words || message || __typename);
}

/** What became of an attempt to hand an e-mail over. */
export type Refusal = {
  /**
   * `SERVER`: nobody could have sent it just now. `LETTER`: this one was put off or not wanted, another might pass.
   * `RECIPIENT`: there is no such mailbox, and trying again changes nothing.
   */
  about: 'SERVER' | 'LETTER' | 'RECIPIENT';
  problem: string;
};

const PROBLEM_LENGTH = 300;

/** Reads the error of an SMTP client: `code` says where the conversation ended, `responseCode` what the server said. */
export function readRefusal(error: unknown): Refusal {
  const { code, command, responseCode, message } = error as {
    code?: string;
    command?: string;
    responseCode?: number;
    message?: string;
  };
  const problem = (message ?? '').slice(0, PROBLEM_LENGTH) || 'unknown';
  // A server that ends the conversation (421), or that does not take what we send at all, says nothing of this letter.
  const ofTheLetter =
    (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== 421 && command !== 'MAIL FROM';
  if (!ofTheLetter) return { about: 'SERVER', problem };
  const nobody = code === 'EENVELOPE' && (responseCode === undefined || responseCode >= 500);
  return { about: nobody ? 'RECIPIENT' : 'LETTER', problem };
}

const MINUTE = 60;
const LONGEST = 6 * 60 * MINUTE;
/** A server that is back is found within this time, for it says nothing of how long a letter must wait. */
const LONGEST_FOR_SERVER = 10 * MINUTE;

/** Seconds until the next attempt, after so many in vain: a minute, then three times longer each, up to six hours. */
export function retryDelay({ about }: Refusal, attempts: number): number {
  const longest = about === 'SERVER' ? LONGEST_FOR_SERVER : LONGEST;
  return Math.min(longest, MINUTE * 3 ** (attempts - 1));
}

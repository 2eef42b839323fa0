import { type ParseArgsConfig, parseArgs } from 'node:util';
import { z } from 'zod';

/** A command line that cannot be carried out; the message says what to write. */
export class UsageError extends Error {
  override name = 'UsageError';
}

const SHAPES = {
  email: z.email('must be an e-mail address').transform((email) => email.toLowerCase()),
  territory: z.uuid("must be the territory's uuid"),
  region: z.string().regex(/^\d{2}$/, 'must be the two-digit INSEE code of a region, e.g. 76'),
  text: z.string().trim().min(1, 'must not be empty').max(120, 'must be 120 characters at most'),
  days: z.coerce
    .number('must be a number of days')
    .int('must be a whole number of days')
    .positive('must be positive'),
  scope: z.string().regex(/^[a-z]+(:[a-z-]+)?$/, 'must be written like read or read:figures'),
};

/** Reads options; an unknown one, or one without its value, is an error that names it. */
export function readOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Checks one option's value. */
export function check<Kind extends keyof typeof SHAPES>(
  option: string,
  kind: Kind,
  value: string,
): z.infer<(typeof SHAPES)[Kind]> {
  const result = SHAPES[kind].safeParse(value);
  if (!result.success)
    throw new UsageError(`--${option} ${result.error.issues[0]?.message} (it is "${value}")`);
  return result.data as z.infer<(typeof SHAPES)[Kind]>;
}

/** The value of an option that must be there. */
export function need(option: string, value: string | undefined): string {
  if (value === undefined) throw new UsageError(`--${option} is missing`);
  return value;
}

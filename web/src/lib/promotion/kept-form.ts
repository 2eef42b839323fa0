import { m } from '#lib/paraglide/messages.js';
import { centsOf } from './money.ts';
import { parisMoment } from './paris-moment.ts';

/** One field of a form of the promotion, as KeptForm shows it. */
export type KeptField = {
  name: string;
  label: string;
  kind: 'line' | 'long' | 'day' | 'moment' | 'money' | 'choice' | 'tick';
  hint?: string;
  /** What a choice offers; the first one is taken when nothing was. */
  options?: { value: string; label: string }[];
  required?: boolean;
  /** Over the whole width. */
  whole?: boolean;
  longest?: number;
  /** Shown with what it holds, and sent as it is: it was given once. */
  fixed?: boolean;
};

/** Everything a form holds, as text, so that a refused save gives back exactly what was typed. */
export type KeptValues = Record<string, string>;
/** One problem per field, by the name of its input. */
export type Problems = Partial<Record<string, string>>;

/** Longer than any field may be: what is refused is still given back, without letting anybody fill the memory. */
const longest = 20_000;

/** What was typed, field by field. */
export const typedIn = (form: FormData): KeptValues =>
  Object.fromEntries(
    [...form.entries()].map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(/\r\n/g, '\n').trim().slice(0, longest) : '',
    ]),
  );

/** Reads what was typed as the API takes it, and notes what it could not take. */
export class Typed {
  readonly problems: Problems = {};

  constructor(readonly values: KeptValues) {}

  text = (name: string, most = 1000): string => (this.values[name] ?? '').slice(0, most);
  optional = (name: string, most = 1000): string | null => this.text(name, most) || null;
  ticked = (name: string): boolean => this.values[name] === 'on';

  /** A day as a date field gives it; nothing, or what is no day, is for the API to refuse. */
  day(name: string): string | null {
    const text = this.text(name, 10);
    return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
  }

  /** A day and a time by the clocks of Paris. */
  moment = (name: string): string | null => parisMoment(this.text(name, 16));

  /** Cents; null where nothing was typed. */
  cents(name: string): number | null {
    const cents = centsOf(this.text(name, 40));
    if (cents === undefined) {
      this.problems[name] = m.promotion_problem_amount();
    }
    return cents ?? null;
  }

  /** One of those that are offered, or nothing. */
  one<Value extends string>(name: string, known: readonly Value[]): Value | null {
    return known.find((value) => value === this.values[name]) ?? null;
  }

  /** An id as a choice sends it. */
  id(name: string): string | null {
    const text = this.text(name, 36);
    return /^[0-9a-f-]{36}$/.test(text) ? text : null;
  }
}

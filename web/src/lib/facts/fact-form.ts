import { m } from '#lib/paraglide/messages.js';

/** What came of a form about one fact: done, or what is wrong with it and everything that was typed. */
export type FactFormResult = {
  form: FactForm;
  /** The fact, as `factKey` writes it; empty for several. */
  key: string;
  values: Record<string, string>;
  problems: Record<string, string>;
  done?: boolean;
};
export type FactForm = 'verify' | 'decide' | 'withdraw' | 'accept' | 'refuse' | 'propose';

export const limits = { count: 1000, reason: 1000, note: 1000, verifiedBy: 120 };

/** A count as somebody types it; undefined when it is none. */
export function readCount(text: string): number | undefined {
  const digits = text.replace(/[\s\u202F\u00A0]/g, '');
  const count = /^\d{1,4}$/.test(digits) ? Number(digits) : Number.NaN;
  return count <= limits.count ? count : undefined;
}

export const textsOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.replace(/\r\n/g, '\n').trim()]] : [],
    ),
  );

/** What is wrong with a count and a text that must be there, by the name of its input. */
export function problemsOf(
  values: Record<string, string>,
  asked: { count?: string; text?: string; maximum?: number },
): Record<string, string> {
  const problems: Record<string, string> = {};
  if (asked.count && readCount(values[asked.count] ?? '') === undefined) {
    problems[asked.count] = m.fact_count_problem({ maximum: limits.count });
  }
  const length = asked.text ? (values[asked.text] ?? '').length : 1;
  if (asked.text && (length === 0 || length > (asked.maximum ?? limits.reason))) {
    problems[asked.text] =
      length === 0 ? m.fact_text_missing() : m.fact_text_long({ maximum: asked.maximum ?? limits.reason });
  }
  return problems;
}

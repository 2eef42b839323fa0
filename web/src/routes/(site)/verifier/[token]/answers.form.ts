import type { FactAnswerInput, VerificationInvitationQuery } from '#lib/graphql/generated/graphql.ts';

export type Invitation = NonNullable<VerificationInvitationQuery['verificationInvitation']>;
export type AskedFact = Invitation['facts'][number];

/** What is chosen for one fact: "none" is a correction that needs no number. */
export const choices = ['exact', 'none', 'wrong', 'unsure'] as const;
export type Choice = (typeof choices)[number];

/** One fact's part of the form, as it was typed. */
export type Typed = { choice: Choice | ''; count: string; names: string; note: string };
export type Values = { answeredBy: string; answers: Record<string, Typed> };

const LONGEST = 4000;
const text = (form: FormData, name: string) => String(form.get(name) ?? '').slice(0, LONGEST);

/** Reads the form; types that were not asked about are left out. */
export function readForm(form: FormData, codes: readonly string[]): Values {
  const answers = codes.map((code): [string, Typed] => {
    const choice = choices.find((known) => known === form.get(`choice-${code}`)) ?? '';
    return [
      code,
      {
        choice,
        count: text(form, `count-${code}`).trim(),
        names: text(form, `names-${code}`),
        note: text(form, `note-${code}`).trim(),
      },
    ];
  });
  return { answeredBy: text(form, 'answeredBy').trim(), answers: Object.fromEntries(answers) };
}

/** The form as the commune left it, or as it finds it the first time. */
export function valuesOf({ facts, answers, answeredBy }: Invitation, usualName: string): Values {
  const given = new Map(answers.map((answer) => [answer.type.code, answer]));
  const typed = facts.map(({ type }): [string, Typed] => {
    const answer = given.get(type.code);
    if (!answer) return [type.code, { choice: '', count: '', names: '', note: '' }];
    const { count, names, note } = answer;
    const choice = answer.answer === 'CONFIRMED' ? 'exact' : count === 0 ? 'none' : 'wrong';
    return [type.code, { choice, count: String(count ?? ''), names: names.join('\n'), note }];
  });
  return { answeredBy: answeredBy ?? usualName, answers: Object.fromEntries(typed) };
}

/** What is sent: the lines that were answered, with the number that was read for those that only confirm. */
export function answersOf({ answers }: Values, facts: readonly AskedFact[]): FactAnswerInput[] {
  return facts.flatMap(({ type, count }): FactAnswerInput[] => {
    const typed = answers[type.code];
    const note = typed?.note ?? '';
    switch (typed?.choice) {
      case 'exact':
        return [{ type: type.code, answer: 'CONFIRMED', count, note }];
      case 'none':
        return [{ type: type.code, answer: 'CORRECTED', count: 0, note }];
      case 'wrong':
        return [
          {
            type: type.code,
            answer: 'CORRECTED',
            count: numberOf(typed.count),
            names: namesOf(typed.names),
            note,
          },
        ];
      case 'unsure':
        return [{ type: type.code, answer: 'DONT_KNOW' }];
      default:
        return [];
    }
  });
}

/** A whole number, or null for anything else: the service says what is wrong with it. */
const numberOf = (typed: string) => (/^\d{1,6}$/.test(typed) ? Number(typed) : null);

const namesOf = (typed: string) =>
  typed
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean)
    .slice(0, 20);

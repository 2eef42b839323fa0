import type { CommunesComparedQuery } from '#lib/graphql/generated/graphql.ts';
import type { Provenance } from '#lib/provenance/provenance.ts';
import { judge, type Measured, type Verdict } from './differences.ts';

export type ComparedCommune = CommunesComparedQuery['communes']['nodes'][number];

/** An answer as it is shown: with a link where there is somewhere to go, and where it comes from. */
export type Answer = Measured & {
  link?: { text: string; href: string };
  /** What is to be known before believing it. */
  warning?: string;
  sources?: Provenance[];
  verification?: { verifiedBy: string; expiresAt: string; expired: boolean };
};

export type Line = { label: string; answers: Answer[]; best: string; verdict: Verdict };
export type Group = { key: string; title: string; lines: Line[] };

/** A line: what each commune answers, and in what words the best of them is told. */
export function line(
  label: string,
  communes: ComparedCommune[],
  answer: (commune: ComparedCommune) => Answer,
  best = '',
): Line {
  const answers = communes.map(answer);
  return { label, answers, best, verdict: judge(answers) };
}

import type { ProtocolStepFieldsFragment, ProtocolVersionFragment } from '#lib/graphql/generated/graphql.ts';
import { phases } from '#lib/protocol/protocol-words.ts';

export type Step = ProtocolStepFieldsFragment;
type Version = Pick<ProtocolVersionFragment, 'name' | 'introduction' | 'steps'>;

/** Steps in the order of their phases; within one, as they are. */
export const byPhase = <S extends Pick<Step, 'phase'>>(steps: readonly S[]): S[] =>
  phases.flatMap((phase) => steps.filter((step) => step.phase === phase));

/** A step one place up or down among those of its phase; at an end it stays. */
export function move(steps: readonly Step[], key: string, by: -1 | 1): Step[] {
  const ordered = byPhase(steps);
  const from = ordered.findIndex((step) => step.key === key);
  const other = ordered[from + by];
  const moved = ordered[from];
  if (!moved || other?.phase !== moved.phase) {
    return ordered;
  }
  [ordered[from], ordered[from + by]] = [other, moved];
  return ordered;
}

/** Without a step: those that waited for it wait for what it waited for. */
export function without(steps: readonly Step[], key: string): Step[] {
  const gone = steps.find((step) => step.key === key);
  const before = gone?.after.filter((awaited) => awaited !== key) ?? [];
  return steps
    .filter((step) => step.key !== key)
    .map((step) => {
      if (!step.after.includes(key)) {
        return step;
      }
      const after = step.after
        .flatMap((awaited) => (awaited === key ? before : [awaited]))
        .filter((awaited) => awaited !== step.key);
      // A delay has to be counted from something that is there.
      const anchor = after.length === 0 && step.anchor === 'STEPS' ? 'START' : step.anchor;
      return { ...step, after: [...new Set(after)], anchor };
    });
}

/** A version as the API takes it, its steps in the order of their phases. */
export const inputOf = ({ name, introduction, steps }: Version) => ({
  name,
  introduction: introduction ?? null,
  steps: byPhase(steps).map(({ documents, condition, ...step }) => ({
    ...step,
    documents: documents.map(({ key, title, from }) => ({ key, title, from })),
    condition: { ...condition },
  })),
});

export type ProtocolInput = ReturnType<typeof inputOf>;

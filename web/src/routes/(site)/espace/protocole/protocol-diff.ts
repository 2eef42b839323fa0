import type { ProtocolVersionFragment } from '#lib/graphql/generated/graphql.ts';
import { m } from '#lib/paraglide/messages.js';
import { conditionWords, delayWords, ownerLabel, phaseLabel } from '#lib/protocol/protocol-words.ts';
import { byPhase, type Step } from './edit-protocol.ts';

type Version = Pick<ProtocolVersionFragment, 'name' | 'introduction' | 'steps'>;
/** A thing that reads otherwise than before. */
export type Change = { label: string; was: string; is: string };
export type ProtocolDiff = {
  words: Change[];
  added: Step[];
  removed: Step[];
  changed: { step: Step; changes: Change[] }[];
  moved: Step[];
};

/** What a version says otherwise than another, step by step. */
export function diffOf(before: Version, after: Version): ProtocolDiff {
  const [old, now] = [byPhase(before.steps), byPhase(after.steps)];
  const [oldByKey, nowByKey] = [byKey(old), byKey(now)];
  const kept = now.filter(({ key }) => oldByKey.has(key));
  const changed = kept
    .map((step) => ({ step, changes: changesOf(oldByKey.get(step.key)!, step, oldByKey, nowByKey) }))
    .filter(({ changes }) => changes.length > 0);
  return {
    words: differing([
      [m.protocol_name(), before.name, after.name],
      [m.protocol_introduction(), before.introduction ?? '', after.introduction ?? ''],
    ]),
    added: now.filter(({ key }) => !oldByKey.has(key)),
    removed: old.filter(({ key }) => !nowByKey.has(key)),
    changed,
    moved: movedOf(
      old.filter(({ key }) => nowByKey.has(key)),
      kept,
    ),
  };
}

export const isSame = ({ words, added, removed, changed, moved }: ProtocolDiff): boolean =>
  [words, added, removed, changed, moved].every((part) => part.length === 0);

const byKey = (steps: readonly Step[]) => new Map(steps.map((step) => [step.key, step]));

/** Steps of a phase that no longer come after the same one. Those of another phase are changed, not moved. */
function movedOf(old: readonly Step[], now: readonly Step[]): Step[] {
  const stay = new Set(
    now.filter((step) => old.find(({ key }) => key === step.key)?.phase === step.phase).map(({ key }) => key),
  );
  const [was, is] = [old, now].map((steps) => steps.filter(({ key }) => stay.has(key)));
  return is!.filter((step, rank) => was![rank]?.key !== step.key);
}

function changesOf(
  was: Step,
  is: Step,
  oldSteps: ReadonlyMap<string, Step>,
  newSteps: ReadonlyMap<string, Step>,
): Change[] {
  const papers = ({ documents }: Step, from: 'HOUSEHOLD' | 'TERRITORY') =>
    documents.filter((paper) => paper.from === from).map(({ title }) => title);
  const titles = ({ after }: Step, steps: ReadonlyMap<string, Step>) =>
    after.map((key) => steps.get(key)?.title ?? key).sort();
  const list = (words: readonly string[]) => words.join(', ');
  const owner = (step: Step) => step.actorName ?? ownerLabel(step.owner);
  return differing([
    [m.protocol_step_title(), was.title, is.title],
    [m.protocol_step_phase(), phaseLabel(was.phase), phaseLabel(is.phase)],
    [m.protocol_step_owner(), owner(was), owner(is)],
    [m.protocol_step_delay(), delayWords(was), delayWords(is)],
    [m.protocol_step_after(), list(titles(was, oldSteps)), list(titles(is, newSteps))],
    [m.protocol_step_for(), list(conditionWords(was.condition)), list(conditionWords(is.condition))],
    [m.protocol_step_words(), was.publicWords, is.publicWords],
    [m.protocol_step_description(), was.description, is.description],
    [m.protocol_papers_household(), list(papers(was, 'HOUSEHOLD')), list(papers(is, 'HOUSEHOLD'))],
    [m.protocol_papers_territory(), list(papers(was, 'TERRITORY')), list(papers(is, 'TERRITORY'))],
  ]);
}

const differing = (fields: [string, string, string][]): Change[] =>
  fields.filter(([, was, is]) => was !== is).map(([label, was, is]) => ({ label, was, is }));

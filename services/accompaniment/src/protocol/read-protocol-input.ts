import { cleanLine, cleanText } from '@ancrage/input/clean-text';
import { slugOf } from '@ancrage/subgraph/slug';
import type { ProtocolConditionInput, ProtocolStepInput } from './protocol.input.js';
import type { ProtocolStep, StepCondition } from './protocol-step.js';

const LONGEST_KEY = 60;

/** Steps as a version keeps them: words cleaned, keys given to what is new, and nothing that says nothing. */
export function readSteps(inputs: readonly ProtocolStepInput[]): ProtocolStep[] {
  const keys = new Set(inputs.flatMap(({ key }) => key ?? []));
  return inputs.map((input) => {
    const title = cleanLine(input.title);
    const { owner, actorId, phase, anchor, delay } = input;
    return {
      key: input.key ?? freeKey(title, keys, 'etape'),
      title,
      description: cleanText(input.description),
      publicWords: cleanText(input.publicWords),
      phase,
      owner,
      ...(owner === 'NETWORK_ACTOR' &&
        actorId && { actorId, actorName: cleanLine(input.actorName ?? '').slice(0, 200) }),
      anchor,
      after: [...new Set(input.after)],
      delay,
      documents: readDocuments(input),
      condition: readCondition(input.condition),
    };
  });
}

function readDocuments({ documents }: ProtocolStepInput): ProtocolStep['documents'] {
  const keys = new Set(documents.flatMap(({ key }) => key ?? []));
  return documents.map(({ key, title, from }) => {
    const cleaned = cleanLine(title);
    return { key: key ?? freeKey(cleaned, keys, 'document'), title: cleaned, from };
  });
}

function readCondition({ childUpTo, childFrom, horizons, ...needs }: ProtocolConditionInput): StepCondition {
  return {
    ...(childUpTo != null && { childUpTo }),
    ...(childFrom != null && { childFrom }),
    ...(needs.needsPremises && { needsPremises: true }),
    ...(needs.needsHousing && { needsHousing: true }),
    ...(horizons && horizons.length > 0 && { horizons: [...new Set(horizons)] }),
  };
}

/** A key that is not taken yet, made of a title; taken from now on. */
function freeKey(title: string, taken: Set<string>, otherwise: string): string {
  const base =
    slugOf(title)
      .slice(0, LONGEST_KEY - 4)
      .replace(/-$/, '') || otherwise;
  let key = base;
  for (let number = 2; taken.has(key); number += 1) key = `${base}-${number}`;
  taken.add(key);
  return key;
}

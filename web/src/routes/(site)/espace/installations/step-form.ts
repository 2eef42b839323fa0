/** What a form about a step was told. */
export type StepTold = {
  step: string | null;
  note: string;
  /** The document that was asked for, when that is what was refused. */
  asked: string | null;
  problem: string | null;
  done: boolean;
};

/** What the answer of a step's action tells; nothing when it tells of something else. */
export function stepForm(form: unknown): StepTold {
  const said = (form ?? {}) as {
    step?: string;
    stepDone?: string;
    note?: string;
    asked?: string | null;
    stepProblem?: string;
  };
  return {
    step: said.stepDone ?? said.step ?? null,
    note: said.note ?? '',
    asked: said.asked ?? null,
    problem: said.stepProblem ?? null,
    done: said.stepDone !== undefined,
  };
}

import { fail, type RequestEvent } from '@sveltejs/kit';
import {
  AbandonInstallationDocument,
  AddOwnStepDocument,
  AddProspectNoteDocument,
  AnswerFollowUpDocument,
  AskStepDocumentDocument,
  AssignStepDocument,
  ChangeInstallationDocument,
  CorrectInstallationDocument,
  DeclareEffectiveDocument,
  type InstallationChangeFragment,
  InstallationChoicesDocument,
  TakeProtocolStepsDocument,
  WithdrawDeclarationDocument,
} from '#lib/graphql/generated/graphql.ts';
import { typedIn } from '#lib/prospects/household-fields.ts';
import { forbidden } from '#lib/server/failures.ts';
import { carriersOf, memberGateway, memberOf } from '#lib/server/member.ts';
import { problemsBy } from '#lib/ui/problems.ts';
import {
  abandonInput,
  carrierInput,
  effectiveInput,
  followUpInput,
  planInput,
} from '../installation-forms.ts';
import { stepOf, stepTold } from '../step-actions.server.ts';

type Event = RequestEvent<{ id: string }>;
/** What a form of the case is about; what it was told is said beside it. */
export type Part = 'plan' | 'declare' | 'correct' | 'withdraw' | 'abandon' | 'step' | 'protocol' | string;

async function agentOf(event: Event) {
  const { decides, person } = await memberOf(event);
  if (!decides) {
    return forbidden();
  }
  const form = await event.request.formData();
  const text = (name: string) => typedIn(form, name);
  return {
    text,
    person,
    typed: Object.fromEntries([...form.keys()].map((name) => [name, text(name)])) as Record<string, string>,
    gateway: await memberGateway(event),
    id: event.params.id,
    version: Math.trunc(Number(text('version'))) || 0,
  };
}

/** What came of a change: done, overtaken by somebody else, or the problems beside what was typed. */
function told(outcome: InstallationChangeFragment, part: Part, typed: Record<string, string>) {
  switch (outcome.__typename) {
    case 'InstallationSaved':
      return { done: part };
    case 'InstallationOutdated':
      return fail(409, { part, typed, problems: {}, outdated: true });
    case 'InstallationRefused':
      return fail(422, { part, typed, problems: problemsBy(outcome.problems), outdated: false });
  }
}

/** The names of whom a step or a case can be given to. */
async function namesOf(event: Event, { gateway }: { gateway: Awaited<ReturnType<typeof memberGateway>> }) {
  const [carriers, { networkActors }] = await Promise.all([
    carriersOf(event),
    gateway.ask(InstallationChoicesDocument, {}),
  ]);
  const names = new Map([...carriers, ...(networkActors ?? [])].map(({ id, name }) => [id, name]));
  return (id: string) => names.get(id) ?? null;
}

export const caseActions = {
  change: async (event: Event) => {
    const asked = await agentOf(event);
    const { gateway, id, version, text, typed } = asked;
    const input = planInput(text, await namesOf(event, asked));
    const answer = await gateway.change(ChangeInstallationDocument, { id, version, input });
    return told(answer.changeInstallation, 'plan', typed);
  },
  declare: async (event: Event) => {
    const { gateway, id, version, text, typed } = await agentOf(event);
    const answer = await gateway.change(DeclareEffectiveDocument, {
      ...{ id, version, input: effectiveInput(text) },
    });
    return told(answer.declareEffective, 'declare', typed);
  },
  correct: async (event: Event) => {
    const { gateway, id, version, text, typed } = await agentOf(event);
    const answer = await gateway.change(CorrectInstallationDocument, {
      ...{ id, version, note: text('why'), input: effectiveInput(text) },
    });
    return told(answer.correctInstallation, 'correct', typed);
  },
  withdraw: async (event: Event) => {
    const { gateway, id, version, text, typed } = await agentOf(event);
    const answer = await gateway.change(WithdrawDeclarationDocument, { id, version, note: text('why') });
    return told(answer.withdrawDeclaration, 'withdraw', typed);
  },
  abandon: async (event: Event) => {
    const { gateway, id, version, text, typed } = await agentOf(event);
    const answer = await gateway.change(AbandonInstallationDocument, {
      ...{ id, version, input: abandonInput(text) },
    });
    return told(answer.abandonInstallation, 'abandon', typed);
  },
  takeSteps: async (event: Event) => {
    const { gateway, id, version, typed } = await agentOf(event);
    const answer = await gateway.change(TakeProtocolStepsDocument, { id, version });
    return told(answer.takeProtocolSteps, 'protocol', typed);
  },
  addStep: async (event: Event) => {
    const asked = await agentOf(event);
    const { gateway, id, version, text, typed } = asked;
    const answer = await gateway.change(AddOwnStepDocument, {
      id,
      version,
      input: {
        ...carrierInput(text, await namesOf(event, asked)),
        title: text('title'),
        publicWords: text('publicWords') || null,
        phase: text('phase'),
      },
    });
    return told(answer.addOwnStep, 'step', typed);
  },
  assign: async (event: Event) => {
    const asked = await stepOf(event);
    const { gateway, step, text } = asked;
    const input = carrierInput(text, await namesOf(event, asked));
    const { assignStep } = await gateway.change(AssignStepDocument, { ...step, input });
    return stepTold(assignStep, step.id);
  },
  askDocument: async (event: Event) => {
    const { gateway, step, text } = await stepOf(event);
    const title = text('document');
    const { askStepDocument } = await gateway.change(AskStepDocumentDocument, { ...step, title });
    return stepTold(askStepDocument, step.id, '', title);
  },
  note: async (event: Event) => {
    const { gateway, id, text, typed } = await agentOf(event);
    const { addProspectNote } = await gateway.change(AddProspectNoteDocument, {
      id: text('household'),
      note: text('note'),
      installationId: id,
      forAdministrators: text('readers') === 'ADMINISTRATORS',
    });
    return addProspectNote.__typename === 'ProspectSaved'
      ? { done: 'note' }
      : fail(422, {
          ...{ part: 'note', typed, problems: problemsBy(addProspectNote.problems), outdated: false },
        });
  },
  answer: async (event: Event) => {
    const { gateway, text, typed } = await agentOf(event);
    const followUp = text('followUp');
    const { answerFollowUp } = await gateway.change(AnswerFollowUpDocument, {
      id: followUp,
      input: followUpInput(text),
    });
    return answerFollowUp.__typename === 'FollowUpSaved'
      ? { done: followUp }
      : fail(422, {
          ...{ part: followUp, typed, problems: problemsBy(answerFollowUp.problems), outdated: false },
        });
  },
};

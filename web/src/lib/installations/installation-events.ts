import { m } from '#lib/paraglide/messages.js';

/** A line of a household's timeline. */
type Event = { kind: string; details: readonly { name: string; value: string }[] };

const words: Record<string, () => string> = {
  INSTALLATION_PLANNED: m.installation_event_planned,
  INSTALLATION_CHANGED: m.installation_event_changed,
  INSTALLATION_EFFECTIVE: m.installation_event_effective,
  INSTALLATION_ABANDONED: m.installation_event_abandoned,
  STEP_SETTLED: m.installation_event_step_settled,
  STEP_REOPENED: m.installation_event_step_reopened,
  STEP_REASSIGNED: m.installation_event_step_given,
  FOLLOWED_UP: m.installation_event_followed_up,
};

const detailOf = ({ details }: Event, name: string): string | undefined =>
  details.find((detail) => detail.name === name)?.value;

/** What happened to a settling, in a few words; nothing for what is not of one. */
export function installationEventWord(event: Event): string | null {
  if (detailOf(event, 'withdrawn')) {
    return m.installation_event_withdrawn();
  }
  if (detailOf(event, 'outcome') === 'SKIPPED') {
    return m.installation_event_step_skipped();
  }
  if (detailOf(event, 'because') === 'LEFT') {
    return m.installation_event_owner_left();
  }
  if (detailOf(event, 'added')) {
    return m.installation_event_step_added();
  }
  return words[event.kind]?.() ?? null;
}

/** What a field of the API is called on the form where it is changed. */
const fields: Record<string, () => string> = {
  horizon: m.installation_horizon,
  expectedOn: m.installation_expected_on,
  effectiveOn: m.installation_effective_on,
  communeCode: m.installation_commune,
  evidence: m.installation_evidence,
  declaredBy: m.installation_declared_by,
  evidenceNote: m.installation_evidence_note,
  evidenceFileId: m.installation_evidence_file,
  jobs: m.installation_jobs,
  adults: m.installation_adults,
  childrenBirthYears: m.installation_children,
  leadName: m.installation_lead,
};

/** Which step went to whom, or which fields were what before. */
export function installationEventDetail(event: Event): string {
  const [step, to] = [detailOf(event, 'step'), detailOf(event, 'to')];
  if (step) {
    return to ? m.installation_event_to({ step, to }) : step;
  }
  return event.details
    .flatMap(({ name, value }) => {
      const label = fields[name]?.();
      return label && event.kind === 'INSTALLATION_CHANGED' ? `${label} : ${value}` : [];
    })
    .join(' ; ');
}

/** Whether a line is of one case. */
export const isOfInstallation = (event: Event, id: string): boolean => detailOf(event, 'installation') === id;

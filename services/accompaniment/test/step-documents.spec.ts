import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HouseholdLinks } from '../dist/household/household-links.js';
import { AccompanimentWorld, LINK_SECRET } from './support/accompaniment-world.js';
import { documentPost } from './support/document-post.js';
import { fields } from './support/installation-desk.js';
import { type Step, welcomeDesk } from './support/welcome-desk.js';

let world: AccompanimentWorld;
beforeAll(async () => {
  world = await AccompanimentWorld.create();
});
afterAll(() => world.close());

const links = new HouseholdLinks(LINK_SECRET);
const PLAN = { horizon: 'SHORT_TERM', leadId: 'anna', leadName: 'Anna' };
const PAPER = Buffer.from('Bail signé.');
const OWN = `query ($token: String!) { ownProject(token: $token) { documents { name stepId documentKey fromHousehold }
  installation { steps { id title version documents { key title fromHousehold } } } } }`;

/** A case whose household has a step that asks for its lease, and both ways to bring it. */
async function caseWithPapers() {
  const desk = await welcomeDesk(world);
  const { id, prospectId } = await desk.planned(PLAN, { email: `${randomUUID()}@foyers.example` });
  const token = links.tokenOf('PROJECT', prospectId);
  const { send } = documentPost(world, desk.territoryId);
  const form = (step: Step, document: string, more: Record<string, string> = {}) => ({
    step: step.id,
    document,
    ...more,
  });
  return {
    ...desk,
    id,
    prospectId,
    steps: () => desk.steps(id),
    own: async () => (await desk.anybody(OWN, { token })).data?.['ownProject'],
    brings: (step: Step, document: string, name = 'bail.txt', bytes = PAPER) =>
      send(`/files/accompaniment/project/${token}/files`, name, bytes, {
        viewer: null,
        fields: form(step, document),
      }),
    attaches: (step: Step, document: string, more: Record<string, string> = {}) =>
      send(`/files/accompaniment/prospects/${prospectId}/files`, 'note.txt', PAPER, {
        fields: form(step, document, more),
      }),
    settlesOwn: async (step: Step) =>
      (
        await desk.anybody(
          `mutation ($token: String!, $stepId: ID!, $version: Int!) { settleOwnStep(token: $token, stepId: $stepId,
            version: $version) { __typename ... on OwnProjectRefused { problems { field message } } } }`,
          { token, stepId: step.id, version: step.version },
        )
      ).data?.['settleOwnStep'],
    files: async () =>
      (
        await desk.agent(
          `query ($id: ID!) { prospectRecord(id: $id) { files { name stepId documentKey shared fromHousehold }
             events { kind details { name value } } } }`,
          { id: prospectId },
        )
      ).data?.['prospectRecord'],
    letters: async (kind: string) =>
      (
        await world.superuser.query('select 1 from letter where prospect_id = $1 and key like $2', [
          prospectId,
          `project-${kind}:%`,
        ])
      ).rowCount,
  };
}

describe('a document that a step asks for', () => {
  it('is brought by the household beside the step, lies there for the agents, and lets it be done', async () => {
    const { steps, brings, settlesOwn, files, id } = await caseWithPapers();
    const { moving } = await steps();
    expect(fields(await settlesOwn(moving!))).toEqual([moving!.id]);
    expect(await brings(moving!, 'lease', 'bail.pdf')).toMatchObject({ status: 422, problem: 'DISGUISED' });
    expect((await brings(moving!, 'lease')).status).toBe(201);
    const { files: kept, events } = await files();
    expect(kept).toEqual([
      { name: 'bail.txt', stepId: moving!.id, documentKey: 'lease', shared: true, fromHousehold: true },
    ]);
    expect(events[0]).toMatchObject({
      kind: 'FILE_ADDED',
      details: expect.arrayContaining([
        { name: 'step', value: 'moving' },
        { name: 'installation', value: id },
      ]),
    });
    expect((await settlesOwn(moving!)).__typename).toBe('OwnProjectChanged');
  });

  it('is of no step when none of the household asks for it', async () => {
    const [one, other] = [await caseWithPapers(), await caseWithPapers()];
    const [mine, theirs] = [(await one.steps())['moving']!, (await other.steps())['moving']!];
    expect((await one.brings(theirs, 'lease')).status).toBe(201);
    expect((await one.brings(mine, 'passport')).status).toBe(201);
    const { files } = await one.files();
    expect(files.map(({ stepId }: { stepId: string | null }) => stepId)).toEqual([null, null]);
    expect((await other.files()).files).toEqual([]);
  });

  it('is attached by an agent: what was the household’s to bring it reads too, and counts as brought', async () => {
    const { steps, attaches, own, settlesOwn } = await caseWithPapers();
    const { moving } = await steps();
    expect((await attaches(moving!, 'lease')).status).toBe(201);
    expect((await own()).documents).toEqual([
      { name: 'note.txt', stepId: moving!.id, documentKey: 'lease', fromHousehold: false },
    ]);
    expect((await settlesOwn(moving!)).__typename).toBe('OwnProjectChanged');
  });

  it('goes with the household', async () => {
    const { steps, brings, prospectId, agent, files } = await caseWithPapers();
    await brings((await steps())['moving']!, 'lease');
    expect((await files()).files).toHaveLength(1);
    await agent('mutation ($input: EraseHouseholdInput!) { eraseHousehold(input: $input) { __typename } }', {
      input: { prospectId, confirmation: 'Anne Riu' },
    });
    const { rows } = await world.superuser.query('select 1 from prospect_file where prospect_id = $1', [
      prospectId,
    ]);
    expect(rows).toEqual([]);
  });
});

describe('a document that an agent asks for', () => {
  it('shows on the household’s page without what the team calls the step; one letter a day', async () => {
    const { steps, ask, own, brings, letters } = await caseWithPapers();
    const { first } = await steps();
    expect((await own()).installation.steps.map(({ title }: Step) => title)).toEqual(['moving']);
    const asked = await ask(first!, '  Avis d’imposition ');
    const [paper] = asked.step.documents;
    expect(paper).toMatchObject({ title: 'Avis d’imposition', from: 'HOUSEHOLD' });
    const shown = (await own()).installation.steps.find(({ id }: Step) => id === first!.id);
    expect(shown).toMatchObject({ title: '', documents: [{ key: paper.key, fromHousehold: true }] });
    expect(await letters('paper')).toBe(1);
    await ask(asked.step, 'Une photo');
    expect(await letters('paper')).toBe(1);
    expect((await brings(first!, paper.key)).status).toBe(201);
    expect((await own()).documents).toMatchObject([{ stepId: first!.id, documentKey: paper.key }]);
  });

  it('is refused without a name, on a step that is done, by who was overtaken, after ten', async () => {
    const { steps, ask, settle, member } = await caseWithPapers();
    const { first, second } = await steps();
    expect(fields(await ask(first!, ' '))).toEqual(['title']);
    await expect(ask(first!, 'Bail', member('CONTRIBUTOR', 'mairie'))).rejects.toThrow('FORBIDDEN');
    let { step } = await ask(first!, 'Papier 0');
    expect((await ask(first!, 'Trop tard')).__typename).toBe('StepOutdated');
    for (let index = 1; index < 10; index++) ({ step } = await ask(step, `Papier ${index}`));
    expect(fields(await ask(step, 'Un de trop'))).toEqual(['title']);
    const done = await settle(second!);
    expect(fields(await ask(done.step, 'Bail'))).toEqual(['status']);
  });
});

describe('a note on a case', () => {
  it('is read by those whom its author chose, in the trail of the case', async () => {
    const { id, prospectId, member, as } = await caseWithPapers();
    const author = member('AGENT', 'anna');
    const note = (words: string, forAdministrators: boolean) =>
      author(
        `mutation ($id: ID!, $note: String!, $case: ID, $kept: Boolean) { addProspectNote(id: $id, note: $note,
           installationId: $case, forAdministrators: $kept) { __typename } }`,
        { id: prospectId, note: words, case: id, kept: forAdministrators },
      );
    await note('Pour tous', false);
    await note('Dettes', true);
    const read = async (client: typeof author) => {
      const { data } = await client(
        'query ($id: ID!) { prospectRecord(id: $id) { events { kind note details { name value } } } }',
        { id: prospectId },
      );
      const events: { kind: string; note: string; details: object[] }[] = data?.['prospectRecord'].events;
      return events.filter(({ kind }) => kind === 'NOTED');
    };
    expect((await read(member('AGENT', 'bob'))).map((event) => event.note)).toEqual(['Pour tous']);
    for (const client of [author, as('ADMINISTRATOR')])
      expect((await read(client)).map((event) => event.note)).toEqual(['Dettes', 'Pour tous']);
    expect((await read(author))[0]?.details).toContainEqual({ name: 'installation', value: id });
  });
});

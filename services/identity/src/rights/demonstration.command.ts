import { check, need, readOptions, UsageError } from '../command/arguments.js';
import type { Command } from '../command/command.js';
import type { Right } from './rights.service.js';

/** Nobody receives mail there: the domain is reserved for tests (RFC 2606). */
const DOMAIN = 'demo.ancrage.test';

/** One account per kind of person, on one territory and one region. */
function cast(
  territoryId: string,
  region: string,
): { mailbox: string; name: string; right: Right; role: string }[] {
  const member = (role: 'VIEWER' | 'CONTRIBUTOR' | 'AGENT' | 'ADMINISTRATOR') => ({
    role,
    right: { kind: 'membership', territoryId, role } as const,
  });
  return [
    { mailbox: 'lecteur', name: 'Lecture (démonstration)', ...member('VIEWER') },
    { mailbox: 'contributeur', name: 'Contribution (démonstration)', ...member('CONTRIBUTOR') },
    { mailbox: 'agent', name: 'Agent (démonstration)', ...member('AGENT') },
    { mailbox: 'administration', name: 'Administration (démonstration)', ...member('ADMINISTRATOR') },
    {
      mailbox: 'observation',
      name: 'Observation régionale (démonstration)',
      role: 'REGIONAL_OBSERVER',
      right: { kind: 'region', code: region },
    },
    {
      mailbox: 'operateur',
      name: 'Opérateur (démonstration)',
      role: 'OPERATOR',
      right: { kind: 'operator' },
    },
  ];
}

/** Makes the accounts that a local run is tried with; running it again changes nothing. */
export const demonstration: Command = {
  usage: 'demonstration --territory <uuid> [--region <code>]   (LOCAL_RUN=true only)',
  async run(args, { localRun, open, print }) {
    if (!localRun)
      throw new UsageError('demonstration accounts are made in a local run alone: set LOCAL_RUN=true');
    const given = readOptions(args, { territory: { type: 'string' }, region: { type: 'string' } });
    const territoryId = check('territory', 'territory', need('territory', given.territory));
    const region = check('region', 'region', given.region ?? '76');
    const { rights } = await open();
    const accounts = [];
    for (const { mailbox, name, right, role } of cast(territoryId, region)) {
      const email = `${mailbox}@${DOMAIN}`;
      await rights.grant(email, right, name);
      accounts.push({ email, name, role });
    }
    print(JSON.stringify(accounts));
  },
};

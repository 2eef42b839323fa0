import { randomUUID } from 'node:crypto';
import { signRequest } from '@ancrage/signature';
import {
  PERSONAL_DATA_PATH,
  type PersonalDataAnswer,
  type PersonalDataAsk,
  type PersonSought,
} from '@ancrage/signature/personal-data';

interface Asked {
  url: string;
  secret: string;
  territoryId: string;
}

const NOBODY: PersonSought = {
  emailKey: null,
  phoneKey: null,
  prospectId: null,
  soloId: null,
  accountId: null,
};

/** Asks a service about a person as the gateway does; gives the status, and the answer where there is one. */
export async function askPersonalData(
  { url, secret, territoryId }: Asked,
  kind: PersonalDataAsk['kind'],
  person: Partial<PersonSought>,
  by: PersonalDataAsk['by'] = 'ADMINISTRATOR',
): Promise<{ status: number; answer: PersonalDataAnswer }> {
  const ask: PersonalDataAsk = { kind, by, person: { ...NOBODY, ...person } };
  const body = JSON.stringify(ask);
  const response = await fetch(url + PERSONAL_DATA_PATH, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      ...signRequest(secret, {
        ...{ method: 'POST', path: PERSONAL_DATA_PATH, body },
        ...{ requestId: randomUUID(), territoryId },
      }),
    },
  });
  return { status: response.status, answer: (await response.json()) as PersonalDataAnswer };
}

/** What the same request is answered without a signature. */
export async function askUnsigned(url: string): Promise<number> {
  const body = JSON.stringify({ kind: 'ERASE', by: 'ADMINISTRATOR', person: { emailKey: 'a@b.example' } });
  return (await fetch(url + PERSONAL_DATA_PATH, { method: 'POST', body })).status;
}

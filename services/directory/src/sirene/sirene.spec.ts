import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SireneUnavailable } from './establishment.js';
import { SireneFile } from './sirene-file.js';
import { SireneOnline } from './sirene-online.js';

const HEAD =
  'siren,nic,siret,statutDiffusionEtablissement,dateCreationEtablissement,codeCommuneEtablissement,etatAdministratifEtablissement,enseigne1Etablissement,denominationUsuelleEtablissement,activitePrincipaleEtablissement';
const line = (number: number) => {
  const siret = String(30_000_000_000_000 + number * 7);
  return `${siret.slice(0, 9)},${siret.slice(9)},${siret},O,2020-01-01,09122,A,,"Atelier ${number}, dit ""le petit""",62.01Z`;
};

let folder: string;
let server: Server;
let url: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sirene-'));
  server = createServer((request, response) => {
    const answers: Record<string, unknown> = {
      '/siret/73282932000074': {
        etablissement: {
          statutDiffusionEtablissement: 'O',
          adresseEtablissement: { codeCommuneEtablissement: '09122' },
          uniteLegale: { nomUniteLegale: 'RIU', prenomUsuelUniteLegale: 'ANNE' },
          periodesEtablissement: [
            { dateFin: null, etatAdministratifEtablissement: 'A', activitePrincipaleEtablissement: '23.41Z' },
            {
              dateFin: '2019-12-31',
              etatAdministratifEtablissement: 'F',
              activitePrincipaleEtablissement: '62.01Z',
            },
          ],
        },
      },
      '/search?q=73282932000074&per_page=1': {
        results: [
          {
            nom_complet: 'ANNE RIU',
            statut_diffusion: 'P',
            matching_etablissements: [
              {
                siret: '73282932000074',
                nom_commercial: 'ATELIER RIU',
                activite_principale: '23.41Z',
                commune: '09122',
                etat_administratif: 'A',
              },
            ],
          },
        ],
      },
      '/search?q=35600000000042&per_page=1': { results: [] },
    };
    if (request.url?.includes('00000000000001')) return;
    const answer = answers[request.url ?? ''];
    if (request.url?.startsWith('/siret') && request.headers['x-insee-api-key-integration'] !== 'key')
      return void response.writeHead(401).end();
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

async function stock(lines: string[]): Promise<SireneFile> {
  const path = join(folder, `${lines.length}.csv`);
  await writeFile(path, `${lines.join('\n')}\n`);
  return new SireneFile(path);
}

describe('the file of establishments', () => {
  it('gives any row of a long file, and none that is not there', async () => {
    const count = 9000;
    const file = await stock([HEAD, ...Array.from({ length: count }, (_, index) => line(index))]);
    for (const index of [0, 1, 4499, 4500, 7123, count - 1]) {
      const siret = String(30_000_000_000_000 + index * 7);
      expect(await file.find(siret)).toEqual({
        siret,
        name: `Atelier ${index}, dit "le petit"`,
        nafCode: '62.01Z',
        communeCode: '09122',
        closed: false,
        partial: false,
      });
    }
    expect(await file.find('30000000000001')).toBeNull();
    expect(await file.find('10000000000000')).toBeNull();
    expect(await file.find('99999999999999')).toBeNull();
  });

  it('never tells the name of one of partial diffusion', async () => {
    const file = await stock([
      HEAD,
      '732829320,00074,73282932000074,P,2020-01-01,09122,A,ATELIER RIU,ATELIER RIU,23.41Z',
    ]);
    expect(await file.find('73282932000074')).toEqual({
      siret: '73282932000074',
      name: null,
      nafCode: '23.41Z',
      communeCode: '09122',
      closed: false,
      partial: true,
    });
  });

  it('says that it is not there, or is something else', async () => {
    await expect(new SireneFile(join(folder, 'none.csv')).find('1')).rejects.toThrow(SireneUnavailable);
    await expect((await stock(['nom,prenom', 'a,b', 'c,d'])).find('1')).rejects.toThrow(SireneUnavailable);
  });
});

describe('the services on the network', () => {
  it('give INSEE’s present period, with a key', async () => {
    expect(await new SireneOnline(url, 'key').find('73282932000074')).toEqual({
      siret: '73282932000074',
      name: 'ANNE RIU',
      nafCode: '23.41Z',
      communeCode: '09122',
      closed: false,
      partial: false,
    });
    await expect(new SireneOnline(url, 'another').find('73282932000074')).rejects.toThrow('401');
  });

  it('give what the public search may show, without one', async () => {
    const online = new SireneOnline(url, null);
    expect(await online.find('73282932000074')).toMatchObject({
      name: null,
      partial: true,
      nafCode: '23.41Z',
    });
    expect(await online.find('35600000000042')).toBeNull();
  });

  it('say so when nobody answers', async () => {
    await expect(new SireneOnline(url, null, 50).find('00000000000001')).rejects.toThrow(SireneUnavailable);
    await expect(new SireneOnline('http://127.0.0.1:1', null).find('1')).rejects.toThrow(SireneUnavailable);
  });
});

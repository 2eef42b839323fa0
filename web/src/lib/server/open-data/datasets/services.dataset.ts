import {
  FactCopiesDocument,
  type FactCopiesQuery,
  type PresenceStatus,
} from '#lib/graphql/generated/graphql.ts';
import { codePages, column, type Dataset, pointAt, type Reading, type Row, text } from '../dataset.ts';
import { familyWords } from '../families.ts';
import { ownLicence } from '../licences.ts';
import { provenanceCells, provenanceColumns } from '../provenance.columns.ts';

type Fact = FactCopiesQuery['communes']['nodes'][number]['facts'][number];

const statuses: Record<PresenceStatus, string> = {
  PRESENT: 'présent',
  ABSENT: 'absent',
  UNVERIFIED: 'à vérifier',
  UNKNOWN: 'non connu',
};
const bases: Record<Fact['basis'], string | null> = {
  NONE: null,
  SOURCE: 'source',
  VERIFICATION: 'vérification',
  DECISION: 'décision',
};

const columns = [
  text('code_insee', 'Code INSEE de la commune', 'INSEE code of the commune'),
  text('commune', 'Commune', 'Commune'),
  text('type_code', 'Code du type (TYPEQU de la BPE, ou W…)', 'Code of the type (BPE TYPEQU, or W…)'),
  text('type', 'Type de service', 'Type of service'),
  text('famille', 'Famille de services', 'Family of services'),
  text(
    'statut',
    'présent, absent, à vérifier ou non connu',
    'présent (there), absent, à vérifier (to be verified) or non connu (not known)',
  ),
  column('integer', 'nombre', 'Combien ; vide : non connu', 'How many; empty: not known'),
  text(
    'fondement',
    'Ce qui fonde la réponse : source, vérification ou décision',
    'What the answer rests on: source, vérification or décision',
  ),
  column(
    'boolean',
    'conflit',
    'Vrai quand des sources se contredisent et que rien n’est décidé',
    'True when sources disagree and nothing is decided',
  ),
  text('selon_les_sources', 'Ce que dit chaque source', 'What each source says'),
  text('verifie_par', 'Qui a vérifié', 'Who verified'),
  column('dateTime', 'verifie_le', 'Vérifié le', 'Verified at'),
  column('dateTime', 'expire_le', 'La vérification vaut jusqu’au', 'The verification holds until'),
  ...provenanceColumns,
];

/** A row a commune and type of service, known or not. */
export const services: Dataset = {
  name: 'services',
  columns,
  subjects: ['STATEMENTS'],
  own: true,
  rows,
  count,
};

/** Some fifty facts a commune, each with its statements. */
const communesAtOnce = 20;

async function* rows({ gateway, selection }: Reading): AsyncGenerator<Row> {
  for (const codes of codePages(selection, communesAtOnce)) {
    const { communes } = await gateway.ask(FactCopiesDocument, { codes });
    const byCode = new Map(communes.nodes.map((commune) => [commune.code, commune]));
    for (const code of codes) {
      const commune = byCode.get(code);
      for (const fact of commune?.facts ?? []) {
        const cells = { code_insee: code, commune: commune?.name ?? null, ...cellsOf(fact) };
        yield { cells, geometry: pointAt(commune?.centre ?? null) };
      }
    }
  }
}

async function count(reading: Reading): Promise<number> {
  let total = 0;
  for await (const _ of rows(reading)) {
    total += 1;
  }
  return total;
}

function cellsOf({ type, status, count: many, basis, conflict, statements, verification }: Fact) {
  const believed = statements.find((statement) => statement.count === many) ?? statements[0];
  return {
    type_code: type.code,
    type: type.label,
    famille: familyWords[type.family],
    statut: statuses[status],
    nombre: many,
    fondement: bases[basis],
    conflit: conflict,
    selon_les_sources:
      statements.map(({ count: said, source }) => `${source.producer} : ${said}`).join(' | ') || null,
    verifie_par: verification?.verifiedBy ?? null,
    verifie_le: verification?.verifiedAt ?? null,
    expire_le: verification?.expiresAt ?? null,
    ...(basis === 'VERIFICATION'
      ? { source: verification?.verifiedBy ?? null, licence: ownLicence, demonstration: false }
      : provenanceCells(believed?.source)),
  };
}

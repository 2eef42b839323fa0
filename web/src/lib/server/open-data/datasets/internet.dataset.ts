import {
  BroadbandCopiesDocument,
  type BroadbandCopiesQuery,
  type Technology,
} from '#lib/graphql/generated/graphql.ts';
import {
  codePages,
  column,
  countCommunes,
  type Dataset,
  pointAt,
  type Reading,
  type Row,
  text,
} from '../dataset.ts';
import { provenanceCells, provenanceColumns } from '../provenance.columns.ts';

type Coverage = BroadbandCopiesQuery['communes']['nodes'][number]['broadband'];

const share = (name: string, fr: string, en: string) =>
  column('decimal', name, `Part des locaux, de 0 à 1 : ${fr}`, `Share of premises, 0 to 1: ${en}`);

const columns = [
  text('code_insee', 'Code INSEE de la commune', 'INSEE code of the commune'),
  text('commune', 'Commune', 'Commune'),
  text('trimestre', 'Trimestre, par exemple 2026-T1', 'Quarter, e.g. 2026-T1'),
  share('part_8_mbits', '8 Mbit/s et plus en filaire', 'wired, 8 Mbit/s or more'),
  share('part_30_mbits', '30 Mbit/s et plus en filaire', 'wired, 30 Mbit/s or more'),
  share('part_100_mbits', '100 Mbit/s et plus en filaire', 'wired, 100 Mbit/s or more'),
  share('part_1000_mbits', '1 Gbit/s et plus en filaire', 'wired, 1 Gbit/s or more'),
  share('part_fibre', 'fibre optique', 'fibre'),
  share('part_cable', 'câble', 'cable'),
  share('part_cuivre', 'cuivre (ADSL, VDSL)', 'copper (ADSL, VDSL)'),
  share('part_4g_fixe', '4G fixe', 'fixed 4G'),
  share(
    'part_satellite',
    'satellite, qui ne compte pas comme haut débit',
    'satellite, which does not count as broadband',
  ),
  ...provenanceColumns,
];

/** A row a commune: the latest quarter that is known of it, empty fields when none is. */
export const internet: Dataset = {
  name: 'internet',
  columns,
  subjects: ['BROADBAND'],
  own: false,
  rows,
  count: countCommunes,
};

async function* rows({ gateway, selection }: Reading): AsyncGenerator<Row> {
  for (const codes of codePages(selection)) {
    const { communes } = await gateway.ask(BroadbandCopiesDocument, { codes });
    const byCode = new Map(communes.nodes.map((commune) => [commune.code, commune]));
    for (const code of codes) {
      const commune = byCode.get(code);
      if (commune) {
        const cells = { code_insee: code, commune: commune.name, ...cellsOf(commune.broadband) };
        yield { cells, geometry: pointAt(commune.centre) };
      }
    }
  }
}

function cellsOf(coverage: Coverage) {
  const of = (technology: Technology) =>
    coverage?.technologies.find((entry) => entry.technology === technology)?.share ?? null;
  return {
    trimestre: coverage?.quarter ?? null,
    part_8_mbits: coverage?.wiredEligibility.atLeast8 ?? null,
    part_30_mbits: coverage?.wiredEligibility.atLeast30 ?? null,
    part_100_mbits: coverage?.wiredEligibility.atLeast100 ?? null,
    part_1000_mbits: coverage?.wiredEligibility.atLeast1000 ?? null,
    part_fibre: of('FIBRE'),
    part_cable: of('CABLE'),
    part_cuivre: of('COPPER'),
    part_4g_fixe: of('FIXED_4G'),
    part_satellite: of('SATELLITE'),
    ...provenanceCells(coverage?.source),
  };
}

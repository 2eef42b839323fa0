import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The 95 columns of INSEE's BPE 2025, facility by facility. */
const COLUMNS =
  `AN APET NOMRS CNOMRS NUMVOIE INDREP TYPVOIE LIBVOIE CADR CODPOS DEPCOM DEP REG LIBCOM DOM SDOM TYPEQU SIRET STATUT_DIFFUSION
CANTINE INTERNAT RPI EP CL_PGE SECT SECTEUR ACCES_AIRE_PRATIQUE ACCES_LIBRE ACCES_SANITAIRE ACCES_VESTIAIRE CAPACITE_D_ACCUEIL
PRES_DOUCHE PRES_SANITAIRE SAISONNIER COUVERT ECLAIRE CATEGORIE MULTIPLEXE STRUCTURE_EXERCICE SPECIALITE ACCUEIL ITINERANCE
MODE_GESTION SSTYPHEB TYPE TYPERESTO IMPLANTATION_STATION GPL CAPACITE INDIC_CAPA NBEQUIDENT INDIC_NBEQUIDENT NBSALLES INDIC_NBSALLES
NBLIEUX INDIC_NBLIEUX NB_PDC INDIC_NB_PDC NB_PDC_PA INDIC_NB_PDC_PA NB_PDC_ACCELEREE INDIC_NB_PDC_ACCELEREE NB_PDC_LENTE
INDIC_NB_PDC_LENTE NB_PDC_RAPIDE INDIC_NB_PDC_RAPIDE NB_PDC_ULTRARAPIDE INDIC_NB_PDC_ULTRARAPIDE NB_JOURS_OUVERT INDIC_NB_JOURS_OUVERT
LAMBERT_X LAMBERT_Y LONGITUDE LATITUDE QUALITE_XY EPSG QUALITE_GEOLOC TR_DIST_PRECISION DCIRIS QUALI_IRIS IRISEE QP2024 QUALI_QP2024
QP2015 QUALI_QP2015 QVA QUALI_QVA ZUS QUALI_ZUS EPCI UU2020 BV2022 AAV2020 DENS3 DENS7`.split(/\s+/);

const TYPES = [
  'A129',
  'A504',
  'B207',
  'C108',
  'C201',
  'D265',
  'D281',
  'D307',
  'D502',
  'E101',
  'F103',
  'F307',
];
const ROWS_IN_A_PIECE = 1000;

const bare = (column: string) =>
  /^(CAPACITE|NBEQUIDENT|NBSALLES|NBLIEUX|NB_|LAMBERT_|LONGITUDE|LATITUDE)/.test(column) &&
  column !== 'CAPACITE_D_ACCUEIL';

/** Writes made-up facilities of these communes in the official layout, and gives the size of the file in bytes. */
export async function writeFacilities(
  path: string,
  communes: readonly { code: string }[],
  rows: number,
): Promise<number> {
  function* pieces() {
    let size = 0;
    yield `${COLUMNS.map((column) => `"${column}"`).join(';')}\n`;
    for (let from = 0; from < rows; from += ROWS_IN_A_PIECE) {
      let piece = '';
      for (let row = from; row < Math.min(rows, from + ROWS_IN_A_PIECE); row++)
        piece += `${lineOf(row, communes[row % communes.length]?.code ?? '')}\n`;
      size += piece.length;
      yield piece;
    }
    written = size;
  }
  let written = 0;
  await pipeline(Readable.from(pieces()), createWriteStream(path));
  return written;
}

function lineOf(row: number, commune: string): string {
  const type = TYPES[row % TYPES.length] as string;
  const values: Record<string, string> = {
    AN: '2025',
    NOMRS: `ETABLISSEMENT NUMERO ${row}`,
    NUMVOIE: String(row % 200),
    TYPVOIE: 'RUE',
    LIBVOIE: 'DE LA REPUBLIQUE',
    CODPOS: `${commune.slice(0, 2)}000`,
    DEPCOM: commune,
    DEP: commune.slice(0, 2),
    REG: '76',
    LIBCOM: 'UNE COMMUNE D OCCITANIE',
    DOM: type.slice(0, 1),
    SDOM: type.slice(0, 2),
    TYPEQU: type,
    SIRET: String(row).padStart(14, '0'),
    STATUT_DIFFUSION: 'O',
    LAMBERT_X: String(500_000 + (row % 300_000)),
    LAMBERT_Y: String(6_200_000 + (row % 200_000)),
    LONGITUDE: (1 + (row % 20_000) / 10_000).toFixed(5),
    LATITUDE: (43 + (row % 15_000) / 10_000).toFixed(5),
    EPSG: '2154',
    EPCI: '200067791',
  };
  return COLUMNS.map((column) => {
    const value = values[column] ?? (bare(column) ? '' : column.startsWith('INDIC_') ? '0' : '_Z');
    return bare(column) ? value : `"${value}"`;
  }).join(';');
}

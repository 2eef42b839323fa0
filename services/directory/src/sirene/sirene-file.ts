import { type FileHandle, open } from 'node:fs/promises';
import Papa from 'papaparse';
import {
  type Establishment,
  establishmentOf,
  type SireneSource,
  SireneUnavailable,
} from './establishment.js';

const BLOCK = 1 << 16;

interface Layout {
  columns: Map<string, number>;
  separator: string;
  /** Where the first row starts. */
  start: number;
  size: number;
}

/**
 * INSEE's stock of establishments on this computer (StockEtablissement as CSV, columns found by their names). Its rows
 * stand in the order of their SIRET, so one of forty million is found in some twenty reads and nothing is held.
 */
export class SireneFile implements SireneSource {
  constructor(private readonly path: string) {}

  async find(siret: string): Promise<Establishment | null> {
    const file = await open(this.path).catch(() => {
      throw new SireneUnavailable('the file of establishments cannot be read');
    });
    try {
      const layout = await readLayout(file);
      const row = await search(file, layout, siret);
      return row && toEstablishment(row, layout, siret);
    } finally {
      await file.close();
    }
  }
}

async function readLayout(file: FileHandle): Promise<Layout> {
  const { size } = await file.stat();
  const line = await readLine(file, 0, size);
  const text = line.replace(/^\ufeff/, '').replace(/\r$/, '');
  const separator = text.includes(';') && !text.includes(',') ? ';' : ',';
  const columns = new Map(cellsOf(text, separator).map((name, index) => [name.trim(), index]));
  if (!columns.has('siret') || !columns.has('statutDiffusionEtablissement'))
    throw new SireneUnavailable('the file is no stock of establishments');
  return { columns, separator, start: Buffer.byteLength(line) + 1, size };
}

/** Halves the file until the row is in one block, then reads that. */
async function search(file: FileHandle, { columns, separator, start, size }: Layout, siret: string) {
  const at = columns.get('siret') as number;
  let low = start;
  let high = size;
  while (high - low > BLOCK) {
    const middle = Math.floor((low + high) / 2);
    const begin = middle + Buffer.byteLength(await readLine(file, middle, size)) + 1;
    const cells = cellsOf(await readLine(file, begin, size), separator);
    if (begin >= high) high = middle;
    else if ((cells[at] ?? '') <= siret) low = begin;
    else high = middle;
  }
  for (let from = low; from < size && from <= high; ) {
    const line = await readLine(file, from, size);
    if (line.includes(siret)) {
      const cells = cellsOf(line, separator);
      if (cells[at] === siret) return cells;
    }
    from += Buffer.byteLength(line) + 1;
  }
  return null;
}

/** The text from a place to the end of its line. */
async function readLine(file: FileHandle, from: number, size: number): Promise<string> {
  const block = Buffer.alloc(4096);
  const pieces: Buffer[] = [];
  for (let at = from; at < size; at += block.length) {
    const { bytesRead } = await file.read(block, 0, block.length, at);
    const end = block.subarray(0, bytesRead).indexOf(0x0a);
    pieces.push(Buffer.from(block.subarray(0, end < 0 ? bytesRead : end)));
    if (end >= 0 || bytesRead === 0) break;
    if (pieces.length > 64) throw new SireneUnavailable('a line of the file has no end');
  }
  return Buffer.concat(pieces).toString('utf8');
}

const cellsOf = (line: string, delimiter: string): string[] =>
  Papa.parse<string[]>(line.replace(/\r$/, ''), { delimiter }).data[0] ?? [];

function toEstablishment(row: string[], { columns }: Layout, siret: string): Establishment {
  const cell = (name: string) => row[columns.get(name) ?? -1];
  return establishmentOf({
    siret,
    diffusion: cell('statutDiffusionEtablissement'),
    state: cell('etatAdministratifEtablissement'),
    names: [
      cell('denominationUsuelleEtablissement'),
      cell('enseigne1Etablissement'),
      // Of the legal unit: in extracts that have it beside.
      cell('denominationUniteLegale'),
      [cell('prenomUsuelUniteLegale'), cell('nomUniteLegale')].filter(Boolean).join(' '),
    ],
    nafCode: cell('activitePrincipaleEtablissement'),
    communeCode: cell('codeCommuneEtablissement'),
  });
}

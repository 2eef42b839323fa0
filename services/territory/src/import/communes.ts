import type pg from 'pg';
import { readFormerCommunes } from '../reference/official-data.js';
import { type Rejection, reject } from './rejection.js';

/** How a file's commune code relates to the territory: today's code, or outside of it, or no answer. */
export type Placed = { code: string } | 'outside' | Rejection;
export type PlaceCommune = (code: string) => Placed;

const CODE = /^(\d{2}|2[AB])\d{3}$/;

/**
 * Makes the function that places a commune code. Codes of communes that merged are carried to today's; one that is no
 * commune at all is rejected where it might have been the territory's, and outside elsewhere.
 */
export async function communePlacer(client: pg.ClientBase, territoryId: string): Promise<PlaceCommune> {
  const own = await client.query<{ code: string }>(
    'select commune_code as code from territory_commune where territory_id = $1',
    [territoryId],
  );
  const known = await client.query<{ code: string }>('select code from commune_reference');
  const inside = new Set(own.rows.map(({ code }) => code));
  const today = new Set(known.rows.map(({ code }) => code));
  const departments = new Set([...inside].map(departmentOf));
  const former = readFormerCommunes();
  const answers = new Map<string, Placed>();

  function place(written: string): Placed {
    // Spreadsheets, and one official export, drop the zero that Ariège's codes start with.
    const code = /^\d{4}$/.test(written) ? `0${written}` : written;
    if (inside.has(code)) return { code };
    if (today.has(code)) return 'outside';
    if (!CODE.test(code)) return reject('COMMUNE', `"${written.slice(0, 40)}" is no INSEE commune code`);
    const current = former.get(code);
    if (current !== undefined) return inside.has(current) ? { code: current } : 'outside';
    return departments.has(departmentOf(code))
      ? reject('COMMUNE', `no commune of COG 2026 has, or had, the code ${code}`)
      : 'outside';
  }
  return (written) => {
    let answer = answers.get(written);
    if (answer === undefined) {
      answer = place(written);
      // Bounded, whatever a file holds in place of codes.
      if (answers.size < 100_000) answers.set(written, answer);
    }
    return answer;
  };
}

const departmentOf = (code: string) => code.slice(0, code.startsWith('97') ? 3 : 2);

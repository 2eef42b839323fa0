import type pg from 'pg';
import { readFormerCommunes } from '../reference/official-data.js';
import { isRejection, type Rejection, reject } from './rejection.js';

/** How a file's commune code relates to the territory: today's code, or outside of it, or no answer. */
export type Placed = { code: string } | 'outside' | Rejection;

export interface CommunePlacer {
  place(code: string): Placed;
  /** Departments of the codes that were placed so far, those outside the territory included. */
  departments: ReadonlySet<string>;
}

const CODE = /^(\d{2}|2[AB])\d{3}$/;

/**
 * Makes the function that places a commune code. Codes of communes that merged are carried to today's; one that is no
 * commune at all is rejected where it might have been the territory's, and outside elsewhere.
 */
export async function communePlacer(client: pg.ClientBase, territoryId: string): Promise<CommunePlacer> {
  const communes = await client.query<{ code: string }>(
    'select commune_code as code from territory_commune where territory_id = $1',
    [territoryId],
  );
  const moved = await client.query<{ code: string; current: string }>(
    'select code, current_code as current from former_commune',
  );
  const known = await client.query<{ code: string }>('select code from commune_reference');
  const inside = new Set(communes.rows.map(({ code }) => code));
  const today = new Set(known.rows.map(({ code }) => code));
  const own = new Set([...inside].map(departmentOf));
  const departments = new Set<string>();
  const former = readFormerCommunes();
  for (const { code, current } of moved.rows) former.set(code, current);
  const answers = new Map<string, Placed>();

  function place(written: string): Placed {
    const code = padded(written);
    if (inside.has(code)) return { code };
    if (today.has(code)) return 'outside';
    if (!CODE.test(code)) return reject('COMMUNE', `"${written.slice(0, 40)}" is no INSEE commune code`);
    const current = former.get(code);
    if (current !== undefined) return inside.has(current) ? { code: current } : 'outside';
    return own.has(departmentOf(code))
      ? reject('COMMUNE', `no commune of COG 2026 has, or had, the code ${code}`)
      : 'outside';
  }
  return {
    place(written) {
      let answer = answers.get(written);
      if (answer === undefined) {
        answer = place(written);
        if (answer === 'outside' || !isRejection(answer)) departments.add(departmentOf(padded(written)));
        // Bounded, whatever a file holds in place of codes.
        if (answers.size < 100_000) answers.set(written, answer);
      }
      return answer;
    },
    departments,
  };
}

/** Spreadsheets, and one official export, drop the zero that Ariège's codes start with. */
const padded = (code: string) => (/^\d{4}$/.test(code) ? `0${code}` : code);

/** The department of a commune, by its code. */
export const departmentOf = (code: string) => code.slice(0, code.startsWith('97') ? 3 : 2);

import type pg from 'pg';
import { placeOf } from './rendered-tiles.js';

/** More than France has of them in any one region; reading stops there with an error rather than taking all memory. */
export const MAXIMUM_FACILITIES = 2_000_000;
const ROWS_AT_ONCE = 5000;

/** What a service is drawn as; shared by all facilities of one type. */
export interface PointType {
  type: string;
  family: string;
}

/** The facilities of a territory in columns: a million of them are 150 MB, where objects would be many times that. */
export interface FacilityPoints {
  count: number;
  /** Places in the Web Mercator square of the world. */
  x: Float64Array;
  y: Float64Array;
  /** Index into `types`. */
  typeOf: Uint16Array;
  types: PointType[];
  id: string[];
  name: string[];
  commune: string[];
  source: string[];
  /** Whether nobody said where it is in its commune, and it stands at the commune's centre. */
  placedAtCentre: Uint8Array;
}

interface PointRow {
  id: string;
  name: string;
  type: string;
  commune: string;
  source: string;
  longitude: number;
  latitude: number;
  centred: boolean;
}

// A type that the commune no longer counts was closed by someone who looked: its rows are history.
const FACILITIES = `
  declare facilities no scroll cursor for
  select f.id, f.name, f.type_code as type, f.commune_code as commune, f.source_id as source,
    case when f.latitude is null then c.longitude else f.longitude end as longitude,
    case when f.longitude is null then c.latitude else f.latitude end as latitude,
    f.longitude is null or f.latitude is null as centred
  from facility f
  join territory_commune tc on tc.territory_id = f.territory_id and tc.commune_code = f.commune_code
  join commune_reference c on c.code = f.commune_code
  where f.territory_id = nullif(current_setting('app.territory_id'), '')::uuid and tc.facility_counts ? f.type_code
    and coalesce(f.latitude, c.latitude) is not null and coalesce(f.longitude, c.longitude) is not null`;

/**
 * Reads the facilities that maps show, some thousands at a time, in the transaction that `client` is in.
 * @param families by code of type; facilities of other types are left out, for there is no sign to draw for them
 */
export async function readFacilityPoints(
  client: pg.ClientBase,
  families: ReadonlyMap<string, string>,
): Promise<FacilityPoints> {
  const columns = new Columns(families);
  await client.query(FACILITIES);
  for (;;) {
    const { rows } = await client.query<PointRow>(`fetch ${ROWS_AT_ONCE} from facilities`);
    for (const row of rows) columns.add(row);
    if (columns.count > MAXIMUM_FACILITIES)
      throw new Error(`more than ${MAXIMUM_FACILITIES} facilities: their tiles are not rendered`);
    if (rows.length < ROWS_AT_ONCE) return columns;
  }
}

class Columns implements FacilityPoints {
  count = 0;
  x = new Float64Array(ROWS_AT_ONCE);
  y = new Float64Array(ROWS_AT_ONCE);
  typeOf = new Uint16Array(ROWS_AT_ONCE);
  placedAtCentre = new Uint8Array(ROWS_AT_ONCE);
  readonly types: PointType[] = [];
  readonly id: string[] = [];
  readonly name: string[] = [];
  readonly commune: string[] = [];
  readonly source: string[] = [];
  private readonly typeIndexes = new Map<string, number>();
  /** Codes and sources are few: each text is held once. */
  private readonly texts = new Map<string, string>();

  constructor(private readonly families: ReadonlyMap<string, string>) {}

  add(row: PointRow): void {
    const type = this.indexOfType(row.type);
    if (type === null) return;
    if (this.count === this.x.length) this.grow();
    const [x, y] = placeOf(row.longitude, row.latitude);
    this.x[this.count] = x;
    this.y[this.count] = y;
    this.typeOf[this.count] = type;
    this.placedAtCentre[this.count] = row.centred ? 1 : 0;
    this.id.push(row.id);
    this.name.push(row.name);
    this.commune.push(this.once(row.commune));
    this.source.push(this.once(row.source));
    this.count++;
  }

  private indexOfType(code: string): number | null {
    const known = this.typeIndexes.get(code);
    if (known !== undefined) return known;
    const family = this.families.get(code);
    if (!family) return null;
    this.typeIndexes.set(code, this.types.length);
    return this.types.push({ type: code, family }) - 1;
  }

  private once(text: string): string {
    const held = this.texts.get(text);
    if (held !== undefined) return held;
    this.texts.set(text, text);
    return text;
  }

  private grow(): void {
    const length = this.x.length * 2;
    const larger = <Column extends Float64Array | Uint16Array | Uint8Array>(into: Column, from: Column) => {
      into.set(from);
      return into;
    };
    this.x = larger(new Float64Array(length), this.x);
    this.y = larger(new Float64Array(length), this.y);
    this.typeOf = larger(new Uint16Array(length), this.typeOf);
    this.placedAtCentre = larger(new Uint8Array(length), this.placedAtCentre);
  }
}

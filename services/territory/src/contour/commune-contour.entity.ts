import { ArrayType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { MultiPolygon, Polygon } from 'geojson';

/** Outline of a commune: the official one, or a cell around its centre point when none could be had. */
@Entity()
export class CommuneContour {
  @PrimaryKey({ type: 'text' })
  communeCode!: string;

  @Property({ type: 'jsonb', comment: 'GeoJSON geometry (RFC 7946), WGS 84' })
  geometry!: Polygon | MultiPolygon;

  @Property({ type: ArrayType, columnType: 'double precision[]', comment: 'west, south, east, north' })
  bounds!: number[];

  @Property({ type: 'boolean' })
  approximate!: boolean;

  @Property({ type: 'text' })
  sourceId!: string;
}

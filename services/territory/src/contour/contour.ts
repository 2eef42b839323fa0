import type { MultiPolygon, Polygon } from 'geojson';
import { GraphQLScalarType } from 'graphql';
import { Field, ObjectType } from 'type-graphql';

export const GeoJsonGeometry = new GraphQLScalarType<Polygon | MultiPolygon, Polygon | MultiPolygon>({
  name: 'GeoJsonGeometry',
  description:
    'A GeoJSON Polygon or MultiPolygon (RFC 7946): WGS 84, six decimals, outer rings counterclockwise. Answers only.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc7946',
  serialize: (geometry) => geometry as Polygon | MultiPolygon,
});

@ObjectType({ description: 'Outline of a commune.', simpleResolvers: true })
export class Contour {
  @Field(() => GeoJsonGeometry)
  geometry!: Polygon | MultiPolygon;

  @Field(() => Boolean, {
    description: 'True for a cell around its centre point, drawn for want of the official outline.',
  })
  approximate!: boolean;

  sourceId!: string;
}

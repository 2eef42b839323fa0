import { Max, Min } from 'class-validator';
import { ArgsType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { BadInputError } from './errors.js';

/** Arguments of a forward Relay connection. */
@ArgsType()
export class ConnectionArguments {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
  @Min(1, { message: 'De 1 à 100.' })
  @Max(100, { message: 'De 1 à 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the last node already had.' })
  after?: string;
}

@ObjectType({ description: 'Where a page ends (Relay cursor specification).', simpleResolvers: true })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Give it as `after` to get the next page.' })
  endCursor!: string | null;
}

/** An opaque cursor over the sort values of a row. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The sort values in a cursor; a cursor nobody gave out is refused. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length && values.every(isScalar)) return values;
  } catch {
    // Falls through to the refusal: an unreadable cursor and a strange one are the same mistake.
  }
  throw new BadInputError("Ce curseur n'est pas valable.", 'after');
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be an id of the database at all. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** The id in a cursor that holds nothing else; a cursor nobody gave out is refused. */
export function decodeId(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (typeof id === 'string' && isUuid(id)) return id;
  throw new BadInputError("Ce curseur n'est pas valable.", 'after');
}

const isScalar = (value: unknown) => value === null || typeof value === 'string' || typeof value === 'number';

/** A page from one row more than asked: the extra row only tells that there is a next page. */
export function toPage<Row>(rows: readonly Row[], first: number, cursorOf: (row: Row) => string) {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: last ? cursorOf(last) : null } };
}

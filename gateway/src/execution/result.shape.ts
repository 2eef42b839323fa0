import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { Data } from './types.js';

/** Values of the client's variables that `@skip` and `@include` look at. */
export type Switches = Record<string, unknown>;

/** In the place of a null where the schema allows none: the null moves up to the nearest place that may be null. */
const VIOLATION = Symbol('null where there can be none');

type FieldsType = GraphQLObjectType | GraphQLInterfaceType;
type Completer = (value: unknown) => unknown;
type FieldShape = { key: string; complete: Completer | null };

/** Most fields by far are scalars, which are what they are. */
const asItIs: Completer = (value) => value ?? null;
const asItIsOrViolation: Completer = (value) => value ?? VIOLATION;

/**
 * The form of an operation's answer: the fields that the client asked for, in its order, by its names. The data
 * gathered from the subgraphs has more (keys, type names), and may lack what a failed subgraph owed.
 */
export class ResultShape {
  private readonly root: Completer;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Map<string, FragmentDefinitionNode>,
    private readonly switches: Switches,
    rootType: GraphQLObjectType,
    selections: SelectionSetNode,
  ) {
    this.root = this.objects(rootType, [selections]);
  }

  /** The data of the answer; null when a missing part may not be null anywhere above it. */
  fill(data: Data): Data | null {
    return this.root(data) as Data | null;
  }

  private completer(type: GraphQLOutputType, fields: FieldNode[]): Completer {
    if (isNonNullType(type)) {
      const complete = this.completer(type.ofType, fields);
      return complete === asItIs ? asItIsOrViolation : (value) => complete(value) ?? VIOLATION;
    }
    if (isListType(type)) {
      const complete = this.completer(type.ofType, fields);
      return (value) => completeList(value, complete);
    }
    if (isEnumType(type)) {
      const values = new Set<unknown>(type.getValues().map(({ name }) => name));
      return (value) => (values.has(value) ? value : null);
    }
    const selections = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (isObjectType(type) || isAbstractType(type)) return this.objects(type, selections);
    return asItIs;
  }

  /** Objects of a type, or of the types that it stands for, each shaped at first sight. */
  private objects(type: GraphQLOutputType, selections: SelectionSetNode[]): Completer {
    if (isObjectType(type)) {
      let shape: FieldShape[] | undefined;
      return (value) => {
        if (typeof value !== 'object' || value === null) return null;
        shape ??= this.fieldsOf(type, selections);
        return completeObject(value as Data, shape, type.name);
      };
    }
    const shapes = new Map<unknown, FieldShape[]>();
    return (value) => {
      if (typeof value !== 'object' || value === null) return null;
      const name = (value as Data).__typename;
      let shape = shapes.get(name);
      if (!shape) {
        const actual = this.actualType(type, name);
        if (!actual) return null;
        shape = this.fieldsOf(actual, selections);
        shapes.set(name, shape);
      }
      return completeObject(value as Data, shape, name);
    };
  }

  /** The type of an object among those that an abstract type stands for. */
  private actualType(type: GraphQLOutputType, name: string | undefined): FieldsType | undefined {
    // The planner asks for type names only where the fields depend on them: the interface's own do not.
    if (name === undefined) return isInterfaceType(type) ? type : undefined;
    const actual = this.schema.getType(name);
    return isAbstractType(type) && isObjectType(actual) && this.schema.isSubType(type, actual)
      ? actual
      : undefined;
  }

  private fieldsOf(type: FieldsType, selections: SelectionSetNode[]): FieldShape[] {
    const byKey = new Map<string, FieldNode[]>();
    for (const set of selections) this.collect(type, set, byKey);
    return [...byKey].map(([key, fields]) => {
      const name = (fields[0] as FieldNode).name.value;
      if (name === TypeNameMetaFieldDef.name) return { key, complete: null };
      const field = type.getFields()[name];
      if (!field) throw new Error(`${type.name} has no field ${name}`);
      return { key, complete: this.completer(field.type, fields) };
    });
  }

  /** Fields by response key, as the GraphQL specification collects them (6.3.2). */
  private collect(type: FieldsType, set: SelectionSetNode, byKey: Map<string, FieldNode[]>): void {
    for (const selection of set.selections) {
      if (!this.isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const known = byKey.get(key);
        if (known) known.push(selection);
        else byKey.set(key, [selection]);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (fragment && (condition === undefined || this.applies(condition, type))) {
        this.collect(type, fragment.selectionSet, byKey);
      }
    }
  }

  private applies(condition: string, type: FieldsType): boolean {
    const named = this.schema.getType(condition);
    return named === type || (isAbstractType(named) && this.schema.isSubType(named, type));
  }

  private isIncluded({ directives }: SelectionNode): boolean {
    return !directives?.some(({ name, arguments: given }) => {
      if (name.value !== 'skip' && name.value !== 'include') return false;
      const condition = given?.[0]?.value;
      const value =
        condition?.kind === Kind.VARIABLE
          ? this.switches[condition.name.value]
          : condition?.kind === Kind.BOOLEAN && condition.value;
      return name.value === 'skip' ? value === true : value !== true;
    });
  }
}

/** What was gathered for this answer alone is completed where it lies, if it has the fields asked for and no other. */
function completeObject(data: Data, shape: FieldShape[], typeName: string | undefined): Data | null {
  const object: Data = fits(data, shape) ? data : {};
  for (const { key, complete } of shape) {
    const value = complete === null ? typeName : complete(data[key]);
    if (value === VIOLATION) return null;
    object[key] = value;
  }
  return object;
}

/** Whether an object has these fields in this order. */
function fits(data: Data, shape: FieldShape[]): boolean {
  let position = 0;
  for (const key in data) {
    if (shape[position]?.key !== key) return false;
    position += 1;
  }
  return position === shape.length;
}

function completeList(value: unknown, complete: Completer): unknown[] | null {
  if (!Array.isArray(value)) return null;
  for (let index = 0; index < value.length; index++) {
    const item = complete(value[index]);
    if (item === VIOLATION) return null;
    value[index] = item;
  }
  return value;
}

import { copy, merge } from './merge.js';
import type { EntitiesStep, EntityGroup, PathSegment } from './plan.steps.js';
import { represent } from './requirement.js';
import { applyRewrite } from './rewrite.js';
import { type Data, isData } from './types.js';

type Path = (string | number)[];
/** Entities that wait for what their representation will bring, by its position among those sent. */
type Waiting = { group: EntityGroup; entities: Data[]; positions: number[] };

/**
 * The entities that one request asks about: finds them in the data, tells the subgraph about each different one once,
 * and gives each place its part of the answer.
 */
export class EntityBatch {
  private readonly representations = new Map<string, Map<string, number>>();
  private readonly waiting: Waiting[];

  constructor(
    step: EntitiesStep,
    private readonly data: Data,
  ) {
    for (const { variable } of step.groups) this.representations.set(variable, new Map());
    this.waiting = step.groups.map((group) => this.collect(group));
  }

  /** Nothing to ask: the entities are not there, or nothing is known to recognise them by. */
  get empty(): boolean {
    for (const sent of this.representations.values()) if (sent.size > 0) return false;
    return true;
  }

  /** The representations as the members of the JSON object of variables. */
  variables(): string {
    const members: string[] = [];
    for (const [name, sent] of this.representations)
      members.push(`"${name}":[${[...sent.keys()].join(',')}]`);
    return members.join(',');
  }

  /** Adds the subgraph's answer to the entities. */
  receive(answer: Data): void {
    for (const { group, entities, positions } of this.waiting) {
      const found = answer[group.answer];
      if (!Array.isArray(found)) continue;
      for (const rewrite of group.after) applyRewrite(found, rewrite);
      const given = new Set<number>();
      for (let index = 0; index < entities.length; index++) {
        const position = positions[index] as number;
        const addition: unknown = found[position];
        if (!isData(addition)) continue;
        merge(entities[index] as Data, given.has(position) ? copy(addition) : addition);
        given.add(position);
      }
    }
  }

  /**
   * Where an error of the answer belongs in the client's answer: everywhere the entity is. An error about no entity
   * in particular belongs to the place where the entities are looked for.
   */
  pathsOf(errorPath: readonly (string | number)[] | undefined): Path[] {
    const [answer, position, ...rest] = errorPath ?? [];
    const waiting = this.waiting.find(({ group }) => group.answer === answer) ?? this.waiting[0];
    if (!waiting) return [];
    const { group, entities, positions } = waiting;
    if (typeof position !== 'number') return group.paths.map(fieldsOf).slice(0, 1);
    const touched = new Set(entities.filter((_, index) => positions[index] === position));
    const paths: Path[] = [];
    for (const path of group.paths) {
      locate(this.data, path, 0, [], (entity, at) => {
        if (touched.has(entity)) paths.push([...at, ...rest]);
      });
    }
    return paths;
  }

  private collect(group: EntityGroup): Waiting {
    const sent = this.representations.get(group.variable) as Map<string, number>;
    const entities: Data[] = [];
    const positions: number[] = [];
    const add = (entity: Data) => {
      const representation = represent(entity, group.requirements);
      if (!representation) return;
      for (const rewrite of group.before) applyRewrite(representation, rewrite);
      const json = JSON.stringify(representation);
      let position = sent.get(json);
      if (position === undefined) {
        position = sent.size;
        sent.set(json, position);
      }
      entities.push(entity);
      positions.push(position);
    };
    for (const path of group.paths) locate(this.data, path, 0, undefined, add);
    return { group, entities, positions };
  }
}

/** Calls back with each object at a path. The places are only told when `at` is given: they cost, and errors are rare. */
function locate(
  value: unknown,
  path: PathSegment[],
  from: number,
  at: Path | undefined,
  found: (entity: Data, at: Path) => void,
): void {
  if (Array.isArray(value)) {
    const next = path[from] && 'items' in path[from] ? from + 1 : from;
    for (let index = 0; index < value.length; index++) {
      locate(value[index], path, next, at && [...at, index], found);
    }
    return;
  }
  if (!isData(value)) return;
  const segment = path[from];
  if (segment === undefined) found(value, at ?? []);
  else if ('field' in segment)
    locate(value[segment.field], path, from + 1, at && [...at, segment.field], found);
  else if ('types' in segment && isOfTypes(value, segment.types)) {
    locate(value, path, from + 1, at, found);
  }
}

/** An object without a type name is of the only type it can be, such as the root. */
function isOfTypes({ __typename: name }: Data, types: Set<string>): boolean {
  return name === undefined || types.has(name);
}

function fieldsOf(path: PathSegment[]): Path {
  return path.flatMap((segment) => ('field' in segment ? [segment.field] : []));
}

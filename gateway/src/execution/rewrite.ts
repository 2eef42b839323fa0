import type { FetchRewrite } from '@graphql-hive/router-query-planner';
import { type Data, isData } from './types.js';

/**
 * A change that the planner asks for in data before or after a fetch: it renames fields where two types give the same
 * name to different things, and sets type names where an interface stands for its types.
 */
export type Rewrite = {
  /** Fields to follow, through lists; a set of types lets only objects of those pass. */
  path: (string | Set<string>)[];
  change: (parent: Data, key: string) => void;
};

export function compileRewrite(rewrite: FetchRewrite): Rewrite {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return { path: path.map(segment), change: (parent, key) => rename(parent, key, renameKeyTo) };
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return { path: path.map(segment), change: (parent, key) => set(parent, key, setValueTo) };
}

/** Makes a change wherever its path leads, from an object or a list of them. */
export function applyRewrite(data: unknown, { path, change }: Rewrite, from = 0): void {
  if (Array.isArray(data)) {
    for (const item of data) applyRewrite(item, { path, change }, from);
    return;
  }
  if (!isData(data)) return;
  const step = path[from];
  if (step === undefined) return;
  if (typeof step !== 'string') {
    if (step.has(data.__typename as string)) applyRewrite(data, { path, change }, from + 1);
  } else if (from === path.length - 1) change(data, step);
  else applyRewrite(data[step], { path, change }, from + 1);
}

function segment(part: { TypenameEquals: string[] } | { Key: string }): string | Set<string> {
  return 'Key' in part ? part.Key : new Set(part.TypenameEquals);
}

function rename(parent: Data, key: string, to: string): void {
  if (!(key in parent)) return;
  parent[to] = parent[key];
  delete parent[key];
}

function set(parent: Data, key: string, value: unknown): void {
  parent[key] = value;
}

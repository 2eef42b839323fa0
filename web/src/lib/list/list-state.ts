/** One thing a list can be narrowed by. */
export type FilterShape = {
  /** Its name in the address. */
  name: string;
  /** What it may be: the values themselves, or how they are written. */
  values: readonly string[] | RegExp;
  /** Several at once; one alone otherwise. */
  many?: boolean;
};

/** What a list can be asked. The first sort is the usual one; one that starts with « - » runs backwards. */
export type ListShape = { filters: readonly FilterShape[]; sorts: readonly string[] };

/** Everything a view of a list depends on; an address holds it whole. */
export type ListState = {
  q: string;
  filters: Record<string, string[]>;
  sort: string;
  /** Cursor after which the page shown starts; null for the first. */
  after: string | null;
};

export const searchLength = 80;
const cursorLength = 400;
const manyAtMost = 60;

/** Reads an address; what the list does not know is left out, never an error. */
export function parseList(shape: ListShape, search: URLSearchParams): ListState {
  const filters: ListState['filters'] = {};
  for (const filter of shape.filters) {
    const asked = search.getAll(filter.name).flatMap((value) => value.split(','));
    const known = [...new Set(asked.filter((value) => accepts(filter, value)))];
    filters[filter.name] = known.slice(0, filter.many ? manyAtMost : 1);
  }
  const sort = search.get('tri') ?? '';
  const after = search.get('apres') ?? '';
  return {
    q: (search.get('q') ?? '').trim().slice(0, searchLength),
    filters,
    sort: shape.sorts.includes(sort) ? sort : usualSort(shape),
    after: after && after.length <= cursorLength ? after : null,
  };
}

/** The shortest address that reads back as this state; empty for the plain list. */
export function serialiseList(shape: ListShape, state: ListState): string {
  const parts: string[] = [];
  const put = (name: string, value: string) => parts.push(`${name}=${encodeURIComponent(value)}`);
  if (state.q) {
    put('q', state.q);
  }
  for (const { name } of shape.filters) {
    const values = state.filters[name] ?? [];
    if (values.length > 0) {
      parts.push(`${name}=${values.map(encodeURIComponent).join(',')}`);
    }
  }
  if (state.sort !== usualSort(shape)) {
    put('tri', state.sort);
  }
  if (state.after) {
    put('apres', state.after);
  }
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** The state after a change; whatever changes, one reads from the first page again. */
export const changed = (state: ListState, patch: Partial<ListState>): ListState => ({
  ...state,
  after: null,
  ...patch,
});

/** The state with one value of a filter taken away. */
export const without = (state: ListState, name: string, value: string): ListState =>
  changed(state, {
    filters: {
      ...state.filters,
      [name]: (state.filters[name] ?? []).filter((candidate) => candidate !== value),
    },
  });

/** The sort that a column's header leads to: its own, or backwards when it is sorted so already. */
export const turned = (shape: ListShape, state: ListState, sort: string): string =>
  state.sort === sort && shape.sorts.includes(`-${sort}`) ? `-${sort}` : sort;

/** What `aria-sort` says of a column. */
export function sortDirection(state: ListState, sort: string): 'ascending' | 'descending' | 'none' {
  if (state.sort === sort) {
    return 'ascending';
  }
  return state.sort === `-${sort}` ? 'descending' : 'none';
}

/** Whether anything narrows the list. */
export const isNarrowed = (state: ListState): boolean =>
  state.q !== '' || Object.values(state.filters).some((values) => values.length > 0);

/** The first value of a filter that takes one. */
export const filterValue = (state: ListState, name: string): string | null =>
  state.filters[name]?.[0] ?? null;

const usualSort = ({ sorts }: ListShape): string => sorts[0] ?? '';

const accepts = ({ values }: FilterShape, value: string): boolean =>
  values instanceof RegExp ? values.test(value) : values.includes(value);

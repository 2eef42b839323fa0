/** Where a fact comes from, as the API says it. */
export type Provenance = {
  id: string;
  producer: string;
  dataset: string;
  vintage: string;
  url: string | null;
  licence: string;
  demonstration: boolean;
  retrievedAt: string | null;
};

/** Each source once, in the order it was met. */
export function distinctSources(sources: (Provenance | null | undefined)[]): Provenance[] {
  return [
    ...new Map(sources.filter((source) => source != null).map((source) => [source.id, source])).values(),
  ];
}

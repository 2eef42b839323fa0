/** The days that vintages cover: quarters (« 2026-T1 ») to the day, else the years they name. Null when they name none. */
export function periodOf(vintages: string[]): { start: string; end: string } | null {
  const spans = vintages.flatMap((vintage) => {
    const [, year, quarter] = /(?<!\d)((?:19|20)\d\d)(?:-?[TQ]([1-4]))?(?!\d)/.exec(vintage) ?? [];
    if (!year) {
      return [];
    }
    const first = quarter ? (Number(quarter) - 1) * 3 + 1 : 1;
    const last = quarter ? first + 2 : 12;
    const lastDay = new Date(Date.UTC(Number(year), last, 0)).getUTCDate();
    return [{ start: `${year}-${pad(first)}-01`, end: `${year}-${pad(last)}-${lastDay}` }];
  });
  const starts = spans.map(({ start }) => start).sort();
  const ends = spans.map(({ end }) => end).sort();
  const [start, end] = [starts[0], ends.at(-1)];
  return start && end ? { start, end } : null;
}

const pad = (month: number) => String(month).padStart(2, '0');

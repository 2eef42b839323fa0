import type { Attachment } from 'svelte/attachments';
import { moved } from './grid-keys.ts';

/**
 * Makes the links of a table's body one stop of the Tab key, walked by the keys of a grid. Without JavaScript they stay
 * ordinary links. `rows` are what the body shows: once they change, its first link is the stop again.
 */
export function rovingFocus(rows: unknown[]): Attachment<HTMLTableSectionElement> {
  return (body) => {
    if (rows.length === 0) {
      return;
    }
    const stop = (link: HTMLAnchorElement | null | undefined) => {
      for (const former of body.querySelectorAll('a[tabindex="0"]')) {
        former.setAttribute('tabindex', '-1');
      }
      link?.setAttribute('tabindex', '0');
    };
    for (const link of body.querySelectorAll('a')) {
      link.setAttribute('tabindex', '-1');
    }
    stop(body.querySelector('a'));

    const onKey = (event: KeyboardEvent) => {
      const link = linkAt(event);
      const row = link?.closest('tr');
      if (!link || !row || event.altKey || event.metaKey) {
        return;
      }
      const from = { row: row.sectionRowIndex, column: linksOf(row).indexOf(link) };
      const size = { rows: body.rows.length, columns: linksOf(row).length };
      const to = moved(event.key, event.ctrlKey, from, size);
      if (to) {
        event.preventDefault();
        linksOf(body.rows[to.row])[to.column]?.focus();
      }
    };
    const onFocus = (event: FocusEvent) => stop(linkAt(event));
    body.addEventListener('keydown', onKey);
    body.addEventListener('focusin', onFocus);
    return () => {
      body.removeEventListener('keydown', onKey);
      body.removeEventListener('focusin', onFocus);
    };
  };
}

const linkAt = ({ target }: Event): HTMLAnchorElement | null => (target as Element).closest('a');
const linksOf = (row: Element | undefined): HTMLAnchorElement[] => [...(row?.querySelectorAll('a') ?? [])];

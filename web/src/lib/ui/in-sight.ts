import type { Attachment } from 'svelte/attachments';

/** Brings the place one is at into sight, where the line of places is longer than the screen. */
export const inSight =
  (current: boolean): Attachment =>
  (node) => {
    if (!current) return;
    const line = node.closest('nav');
    line?.scrollTo({ left: (node as HTMLElement).offsetLeft - line.clientWidth / 3 });
  };

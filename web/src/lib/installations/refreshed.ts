import type { enhance } from '$app/forms';
import { invalidateAll } from '$app/navigation';

/**
 * Sends a form and keeps what was typed. What is refused because somebody else was first shows beside the case as it stands
 * now: the next attempt is based on that.
 */
export const refreshed: NonNullable<Parameters<typeof enhance>[1]> =
  () =>
  async ({ update, result }) => {
    await update({ reset: result.type === 'success' });
    if (result.type === 'failure') {
      await invalidateAll();
    }
  };

import { getLocale } from '#lib/paraglide/runtime.js';
import { invalidateAll } from '$app/navigation';
import { refusalWords } from './photo-refusals.ts';

const maximumBytes = 15_000_000;

/**
 * How a form sends a photograph without leaving the page: to the path, by the files' channel; the page is read again
 * afterwards. `refused` is why one was not taken that was sent as a plain form, `done` what is said of one that was.
 */
export function photoSending(path: () => string, refused: () => string | null, done: () => string) {
  let sending = $state(false);
  let problem = $derived(refused());
  let said = $state('');

  async function send(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault();
    const form = event.currentTarget;
    const body = new FormData(form);
    const photo = body.get('photo');
    problem = null;
    said = '';
    if (photo instanceof File && photo.size > maximumBytes) {
      problem = refusalWords('FILE_SIZE');
      return;
    }
    sending = true;
    try {
      const headers = { accept: 'application/json', 'accept-language': getLocale() };
      const answer = await fetch(path(), { method: 'POST', body, headers });
      if (answer.ok) {
        form.reset();
        await invalidateAll();
        said = done();
      } else {
        const { errors } = (await answer.json().catch(() => ({}))) as {
          errors?: { extensions?: { problem?: string } }[];
        };
        problem = refusalWords(errors?.[0]?.extensions?.problem ?? String(answer.status));
      }
    } catch {
      problem = refusalWords('');
    } finally {
      sending = false;
    }
  }

  return {
    send,
    get sending() {
      return sending;
    },
    get problem() {
      return problem;
    },
    get said() {
      return said;
    },
  };
}

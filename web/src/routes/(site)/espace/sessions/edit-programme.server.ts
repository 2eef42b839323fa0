import type { RequestEvent } from '@sveltejs/kit';
import { memberOf } from '#lib/server/member.ts';
import { blankStep, readSession, type SessionValues } from './session-form.ts';

const dayOfLast = ({ programme }: SessionValues) => programme.at(-1)?.day ?? '1';

/** Gives a form back with a step more, or one less: what its buttons do where no script does it. */
export async function editProgramme(event: RequestEvent): Promise<{ values: SessionValues }> {
  await memberOf(event);
  const form = await event.request.formData();
  const values = readSession(form);
  const remove = form.get('remove');
  if (remove === null) {
    values.programme.push({ ...blankStep(), day: dayOfLast(values) });
    return { values };
  }
  // The button counts rows as they were shown, those left empty included.
  const shown = form.getAll('programme.day').map((_, row) => row);
  const filled = shown.filter((row) =>
    ['time', 'title', 'place', 'host'].some((name) =>
      String(form.getAll(`programme.${name}`)[row] ?? '').trim(),
    ),
  );
  values.programme = values.programme.filter((_, index) => filled[index] !== Number(remove));
  return { values };
}

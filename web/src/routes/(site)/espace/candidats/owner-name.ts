import { m } from '#lib/paraglide/messages.js';

/** Who follows a household: you, a colleague by name, somebody who has left; nothing while nobody does. */
export function ownerName(
  { ownerId, mine }: { ownerId?: string | null; mine: boolean },
  colleagues: readonly { id: string; name: string }[],
): string | null {
  if (!ownerId) {
    return null;
  }
  return mine
    ? m.prospect_owner_you()
    : (colleagues.find(({ id }) => id === ownerId)?.name ?? m.prospect_owner_left());
}

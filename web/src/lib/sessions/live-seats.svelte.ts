import type { Attachment } from 'svelte/attachments';
import { page } from '$app/state';

export type Seats = { id: string; seatsLeft: number; waitlistLength: number; capacity: number };
type Count = Pick<Seats, 'seatsLeft' | 'waitlistLength'>;

/**
 * The seats of a session as they change while what is attached is on screen; the means to listen load only then. Until
 * the first count is heard, and whenever none is, it is the one that the page came with.
 */
export class LiveSeats {
  private heard = $state<Count & { id: string }>();
  private readonly asked: () => Seats;

  constructor(
    session: () => Seats,
    private readonly onCount: () => void = () => {},
  ) {
    this.asked = session;
  }

  get now(): Count {
    const asked = this.asked();
    return this.heard?.id === asked.id ? this.heard : asked;
  }

  readonly attach: Attachment = (node) => {
    const { id } = this.asked();
    let stop: (() => void) | undefined;
    const observer = new IntersectionObserver(async ([entry]) => {
      if (!entry?.isIntersecting || stop) return;
      let gone = false;
      stop = () => {
        gone = true;
      };
      const { listenToSeats } = await import('./seat-subscription.ts');
      if (gone) return;
      stop = listenToSeats(page.data.site.slug, id, ({ seatsLeft, waitlistLength }) => {
        const changed = seatsLeft !== this.now.seatsLeft || waitlistLength !== this.now.waitlistLength;
        this.heard = { id, seatsLeft, waitlistLength };
        if (changed) this.onCount();
      });
    });
    observer.observe(node);
    return () => {
      observer.disconnect();
      stop?.();
    };
  };
}

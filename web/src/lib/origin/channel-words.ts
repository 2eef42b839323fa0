import { m } from '#lib/paraglide/messages.js';
import type { Channel } from './origin.ts';

const labels: Record<Channel, () => string> = {
  PRESS: m.channel_press,
  WEB: m.channel_web,
  FAIR: m.channel_fair,
  PARTNER: m.channel_partner,
  WORD_OF_MOUTH: m.channel_word_of_mouth,
};

export const channelLabel = (channel: Channel): string => labels[channel]();

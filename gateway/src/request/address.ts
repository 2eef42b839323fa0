import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Finds the address that a request is counted for: the peer's, or what our own proxies say in X-Forwarded-For. */
export class ClientAddresses {
  private readonly trusted = new BlockList();

  /** @param proxies addresses or CIDR ranges of the proxies (the web server among them) whose word is taken */
  constructor(proxies: string[]) {
    for (const proxy of proxies) {
      const [address = '', prefix] = proxy.split('/');
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      if (prefix === undefined) this.trusted.addAddress(address, family);
      else this.trusted.addSubnet(address, Number(prefix), family);
    }
  }

  /** Null for what a trusted proxy asks on its own account, as the web does to know its territories. */
  of(request: IncomingMessage): string | null {
    const peer = plain(request.socket.remoteAddress ?? '');
    if (!this.trusts(peer)) return peer;
    const forwarded = request.headers['x-forwarded-for'];
    if (forwarded === undefined) return null;
    // Each proxy appends the peer it saw, so the nearest address that is not a proxy of ours is the client's.
    const hops = String(forwarded)
      .split(',')
      .map((hop) => plain(hop.trim()));
    return hops.findLast((hop) => isIP(hop) !== 0 && !this.trusts(hop)) ?? peer;
  }

  private trusts(address: string): boolean {
    const family = isIP(address);
    return family !== 0 && this.trusted.check(address, family === 6 ? 'ipv6' : 'ipv4');
  }
}

/** IPv4 seen through an IPv6 socket, without its prefix. */
function plain(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}

import { BlockList, isIPv4, isIPv6 } from 'node:net';

const RESERVED_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
// Within the only range of IPv6 that is routed at all: what carries an IPv4 address along, and documentation.
const RESERVED_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const list = (subnets: readonly string[], family: 'ipv4' | 'ipv6') => {
  const blocks = new BlockList();
  for (const subnet of subnets) {
    const [network, prefix] = subnet.split('/') as [string, string];
    blocks.addSubnet(network, Number(prefix), family);
  }
  return blocks;
};
const reserved4 = list(RESERVED_4, 'ipv4');
const reserved6 = list(RESERVED_6, 'ipv6');
const routed6 = list(['2000::/3'], 'ipv6');

/** Whether an IP address belongs to the public internet, and so to nobody's inner network. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !reserved4.check(address, 'ipv4');
  return isIPv6(address) && routed6.check(address, 'ipv6') && !reserved6.check(address, 'ipv6');
}

import { BlockList, isIPv6 } from 'node:net'

/** Networks that are not the internet: this machine, the firm's own, and what is kept for others. */
const inside = new BlockList()
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(address, bits, 'ipv4')

/** Of IPv6 only what is given out to the world, less what leads back into IPv4 by another door. */
const outside = new BlockList()
outside.addSubnet('2000::', 3, 'ipv6')
const doors = new BlockList()
for (const [address, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  doors.addSubnet(address, bits, 'ipv6')

/** Whether an address, as the resolver gives it, leads to the internet and nowhere else. */
export const isPublic = (address: string): boolean =>
  isIPv6(address)
    ? outside.check(address, 'ipv6') && !doors.check(address, 'ipv6')
    : !inside.check(address, 'ipv4')

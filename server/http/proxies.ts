// Whose address a request comes from: the connection's own, or what trusted proxies say. Nobody else's header is believed.

import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

export interface Proxies {
  /**
   * Whom limits count: the client's address, the last in `X-Forwarded-For` that no trusted proxy stands behind. Of IPv6 the
   * network of 64 bits, since whoever has one address there has all of them.
   */
  readonly client: (request: IncomingMessage) => string
}

/** @param networks addresses and CIDR networks, checked by the configuration */
export function createProxies(networks: readonly string[]): Proxies {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  const trusts = (address: string): boolean => {
    const plain = plainAddress(address)
    const family = isIP(plain)
    return family !== 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4')
  }
  const client = (request: IncomingMessage): string => {
    let address = plainAddress(request.socket.remoteAddress ?? '')
    const header = request.headers['x-forwarded-for']
    const said = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((part) => part.trim())
    while (trusts(address)) {
      const before = said.pop()
      if (!before || isIP(plainAddress(before)) === 0) break
      address = plainAddress(before)
    }
    return isIP(address) === 6 ? network64(address) : address
  }
  return { client }
}

/** The first four groups of an IPv6 address, whatever zeros it leaves out. */
function network64(address: string): string {
  const [before = '', after] = address.replace(/%.*$/, '').split('::')
  const groups = before === '' ? [] : before.split(':')
  const tail = after === undefined || after === '' ? [] : after.split(':')
  while (after !== undefined && groups.length + tail.length < 8) groups.push('0')
  const first = [...groups, ...tail].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${first.join(':')}::/64`
}

/** IPv4 written inside IPv6 is IPv4. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** Whether a connection comes from this machine: by a loopback address, or by the one address that it listens on. */
export const isOwnMachine = ({ remoteAddress = '', localAddress }: Ends): boolean =>
  isLoopback(remoteAddress) || (remoteAddress !== '' && remoteAddress === localAddress)

interface Ends {
  readonly remoteAddress?: string | undefined
  readonly localAddress?: string | undefined
}

/** Whether an address is this machine itself. */
export const isLoopback = (address: string): boolean => address === '::1' || plainAddress(address).startsWith('127.')

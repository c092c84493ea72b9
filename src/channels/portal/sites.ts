/** Who may receive a line's secrets: domains of a carrier, their subdomains included, or origins that the line's owner named. */
export interface Sites {
  readonly domains: readonly string[]
  readonly origins: readonly string[]
}

/** Whether an address is one of theirs, by https to a known domain or exactly an origin that was named: no other is looked at or told anything. */
export function isOfSites(address: string, { domains, origins }: Sites): boolean {
  const url = secureUrl(address)
  if (url === null) return false
  if (origins.includes(url.origin)) return true
  const host = url.hostname.replace(/\.$/u, '')
  return url.protocol === 'https:' && url.port === '' && domains.some((domain) => isWithin(host, domain))
}

const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)

/** An address over https, or over http where it goes no further than a home; null for any other, and for one with a password in it. */
export function secureUrl(address: string): URL | null {
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return null
  return url.protocol === 'https:' || (url.protocol === 'http:' && isNearby(url)) ? url : null
}

/** This machine, or an IP address as in a home's network: the only places where http is enough. */
const isNearby = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/u.test(hostname)

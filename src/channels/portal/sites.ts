/** Who may receive a line's secrets: domains of a carrier, their subdomains included, or origins that the line's owner named. */
export interface Sites {
  readonly domains: readonly string[]
  readonly origins: readonly string[]
}

/** Whether secrets may go to an address: https to a known domain, or exactly an origin that was named. */
export function mayReceiveSecrets(address: string, { domains, origins }: Sites): boolean {
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return false
  if (origins.includes(url.origin)) return url.protocol === 'https:' || isNearby(url)
  const host = url.hostname.replace(/\.$/u, '')
  return url.protocol === 'https:' && url.port === '' && domains.some((domain) => isWithin(host, domain))
}

const isWithin = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)

/** This machine, or an IP address as in a home's network: the only places where http is enough. */
const isNearby = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/u.test(hostname)

/** Whether a page may be looked at: what may receive secrets, and every page of the same sites. */
export const isOfSites = (address: string, sites: Sites): boolean => mayReceiveSecrets(address, sites)

import type { Host } from '../../../carriers/carrier.ts'

/** The networks as a phone in Japan names them, in every language. */
export const HOST_NAMES: Readonly<Record<Host, string>> = {
  docomo: 'docomo',
  au: 'au (KDDI)',
  softbank: 'SoftBank',
  rakuten: 'Rakuten',
}

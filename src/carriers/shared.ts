/** Lists that tell of many carriers at once. */
import { reported } from '../core/source.ts'

export const apnList = reported('https://github.com/LineageOS/android_vendor_lineage', '2026-11-23')
export const mccList = reported('https://github.com/pbakondy/mcc-mnc-list', '2026-11-23')
export const providerList = reported(
  'https://gitlab.gnome.org/GNOME/mobile-broadband-provider-info',
  '2026-11-23',
)

export const MB = 1e6
export const GB = 1e9
export const KBPS = 1e3
export const MBPS = 1e6

/** Nothing is known of any channel, or of any rule. */
export const noChannels = { portal: null, app: null, hotline: null, sms: null, api: null } as const
export const noRules = {
  cycle: null,
  carryOver: null,
  order: null,
  throttles: [],
  topUps: [],
  plans: [],
  alerts: [],
} as const
export const noMarks = { networks: null, apns: null, senders: null } as const

import { findBrowser } from '../src/channels/portal/find-browser.ts'

/** An installed browser, else the one that comes as a package. */
export async function browserPath(): Promise<string> {
  const installed = findBrowser(process.env, process.platform)
  if (installed !== null) return installed
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}

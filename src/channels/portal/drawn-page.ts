import type { Frame } from 'playwright-core'
import { SNAPSHOT } from './browser-script.ts'
import { pageFromHtml } from './html-page.ts'
import { MOST_BYTES, type PortalPage } from './page.ts'

const CONTENT_TYPE = 'text/html; charset=utf-8'

/** A page as it is drawn at the moment; null where it is none that anybody wrote for people. Only what is to be used is marked in it. */
export async function drawnPage(frame: Frame, status: number, isToBeUsed: boolean): Promise<PortalPage | null> {
  const bytes = Buffer.from(await frame.evaluate<string>(`${SNAPSHOT}(${isToBeUsed})`))
  if (bytes.length > MOST_BYTES) return null
  return pageFromHtml({ address: frame.url(), status, retryAfter: null, bytes, contentType: CONTENT_TYPE })
}

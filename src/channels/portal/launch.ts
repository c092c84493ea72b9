import type { Browser } from 'playwright-core'

/** Nothing is drawn on a screen, and whatever would only do that or serve it stays in one process, as in the views inside apps. */
const UNSEEN = [
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--in-process-gpu',
  '--enable-features=NetworkServiceInProcess2',
]

/** Starts a browser; null where it does not start. An interrupt leaves it running: whoever uses it has something to put down first. */
export async function launch(path: string, isVisible: boolean): Promise<Browser | null> {
  const { chromium } = await import('playwright-core')
  const start = (chromiumSandbox: boolean): Promise<Browser | null> =>
    chromium
      .launch({
        executablePath: path,
        headless: !isVisible,
        chromiumSandbox,
        handleSIGINT: false,
        args: isVisible ? [] : UNSEEN,
      })
      .catch(() => null)
  // Whoever is root has no sandbox to give, and some systems give none to anybody.
  const isSafe = process.getuid?.() !== 0 ? await start(true) : null
  return isSafe ?? start(false)
}

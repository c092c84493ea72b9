import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where the browsers of a platform are, the lightest first. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
}
const WINDOWS = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'Chromium/Application/chrome.exe',
]

/**
 * A browser of this machine: the one that NOKORI_BROWSER names, else an installed one; null where there is none. Not every one has a
 * window for a person.
 */
export function findBrowser(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  hasWindow = false,
): string | null {
  const named = environment['NOKORI_BROWSER']
  const roots = [environment['ProgramFiles'], environment['ProgramFiles(x86)'], environment['LOCALAPPDATA']]
  const windows = roots.flatMap((root) => (root === undefined ? [] : WINDOWS.map((path) => join(root, path))))
  const places = named ? [named] : [...(PLACES[platform] ?? []), ...(platform === 'win32' ? windows : [])]
  return places.find((path) => existsSync(path) && !(hasWindow && /headless.?shell/iu.test(path))) ?? null
}

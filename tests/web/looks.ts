/** What has to be true of every screen, whatever is on it. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Nothing is wider than the window or cut off, and every sentence is there. */
export async function assertFits(page: Page, screen: string): Promise<void> {
  const { overflow, cut, words } = await page.evaluate(fit)
  assert.equal(overflow, 0, `${screen} is wider than the phone`)
  assert.deepEqual(cut, [], screen)
  assert.doesNotMatch(words, /undefined|null|NaN|\[object|%[A-Z_]+%/u, screen)
}

/** Whoever cannot see, or has no steady hand, can use it. */
export async function assertOpenToAll(page: Page, screen: string): Promise<void> {
  await page.evaluate(await readFile(AXE, 'utf8'))
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
  assert.deepEqual(found, [], screen)
  assert.deepEqual(await page.evaluate(smallTargets), [], screen)
}

/** In the page: how much wider than the window it is, what is cut off, and all words. */
function fit(): { overflow: number; cut: string[]; words: string } {
  const cut = [...document.querySelectorAll<HTMLElement>('main *, nav *, header *')]
    .filter((element) => element.clientWidth > 0 && !element.closest('.hidden, .evidence, code, select, .plot, .skip'))
    .filter(
      (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline',
    )
    .map((element) => element.outerHTML.slice(0, 80))
  return {
    overflow: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    cut,
    words: document.body.innerText,
  }
}

/** In the page: what can be pressed and is smaller than a fingertip, apart from links within text. */
function smallTargets(): string[] {
  return [
    ...document.querySelectorAll<HTMLElement>(
      'button, select, summary, .tabs a, .button, .row-link, .names a, .sources a, .choice label, input:not([type=radio], [type=checkbox], .hidden)',
    ),
  ]
    .filter((element) => element.offsetParent !== null)
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect()
      return Math.round(width) < 44 || Math.round(height) < 44
    })
    .map((element) => element.outerHTML.slice(0, 80))
}

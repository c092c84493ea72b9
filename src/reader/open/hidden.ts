import type { Attributes } from './markup.ts'

/** Style sheets longer than this are read up to here, and no more than this many rules are kept. */
const MOST_CSS = { characters: 500_000, rules: 5_000 }

/** More classes than this on one element are not looked at. */
const MOST_CLASSES = 64

const HIDING_STYLE =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|text-decoration(?:-line)?\s*:[^;]{0,40}line-through/i
const DISPLAY_STYLE = /(?:display|visibility)\s*:/i
const SIMPLE_SELECTOR = /^([.#][\w-]+)(?:\.([\w-]+))?$/

/**
 * The simple rules of a page's own style sheets that hide: `.x { display: none }` and `#x { … }`, with
 * `.x.active { display: block }` as an exception. Rules inside `@media` and the like are not counted.
 */
export class HidingRules {
  /** Selector -> classes that show the element all the same. */
  private readonly exceptions = new Map<string, Set<string>>()

  add(css: string): void {
    const rules = withoutComments(css.slice(0, MOST_CSS.characters))
    let at = 0
    for (;;) {
      const open = rules.indexOf('{', at)
      if (open < 0) return
      const prelude = rules.slice(at, open)
      // `@import …;` and `@charset …;` end with a semicolon and have no block.
      const selectors = prelude.slice(prelude.lastIndexOf(';') + 1).trim()
      const close = selectors.startsWith('@') ? endOfBlock(rules, open) : rules.indexOf('}', open)
      if (close < 0) return
      if (!selectors.startsWith('@')) this.addRule(selectors, rules.slice(open + 1, close))
      at = close + 1
    }
  }

  hides(attributes: Attributes): boolean {
    if (this.exceptions.size === 0) return false
    const classes = attributes['class'] === undefined ? [] : attributes['class'].trim().split(/\s+/, MOST_CLASSES)
    const hiddenBy = (selector: string): boolean => {
      const exceptions = this.exceptions.get(selector)
      return exceptions !== undefined && !classes.some((name) => exceptions.has(name))
    }
    if (attributes['id'] !== undefined && hiddenBy(`#${attributes['id']}`)) return true
    return classes.some((name) => hiddenBy(`.${name}`))
  }

  private addRule(selectors: string, declarations: string): void {
    // A brace inside means nested rules, whose declarations are not those of the selector.
    if (declarations.includes('{') || this.exceptions.size >= MOST_CSS.rules) return
    const hides = isHidingStyle(declarations)
    if (!hides && !DISPLAY_STYLE.test(declarations)) return
    for (const selector of selectors.split(',')) {
      const [, base, extraClass] = SIMPLE_SELECTOR.exec(selector.trim()) ?? []
      if (base === undefined) continue
      if (extraClass !== undefined) {
        if (!hides) this.exceptions.get(base)?.add(extraClass)
      } else if (hides) this.exceptions.set(base, new Set())
      else this.exceptions.delete(base)
    }
  }
}

/** True for declarations that hide an element or strike it through: a struck figure no longer holds. */
export const isHidingStyle = (declarations: string): boolean => HIDING_STYLE.test(declarations)

function withoutComments(css: string): string {
  const kept: string[] = []
  let at = 0
  for (;;) {
    const start = css.indexOf('/*', at)
    if (start < 0) break
    kept.push(css.slice(at, start))
    const end = css.indexOf('*/', start + 2)
    if (end < 0) return kept.join('')
    at = end + 2
  }
  kept.push(css.slice(at))
  return kept.join('')
}

/** The offset of the brace that closes the one at `open`, or -1. */
function endOfBlock(css: string, open: number): number {
  let depth = 0
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1
    else if (css[at] === '}') {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return -1
}

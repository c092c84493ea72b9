import { DomHandler, isTag, isText, type ChildNode, type Element } from 'domhandler'
import { Parser } from 'htmlparser2'

/** No page for people is nested deeper, and whatever is may be walked over by functions that call themselves. */
const MOST_DEPTH = 256

/** The elements of a page, found in one walk. */
export interface Elements {
  readonly nodes: readonly ChildNode[]
  /** Those of a name, in their order. */
  named(name: string): readonly Element[]
  /** The first with an id. */
  withId(id: string): Element | null
  /** Whether an element, or anything that it stands in, is not shown. */
  isUnseen(element: Element): boolean
}

/** The elements of HTML; null where they are nested deeper than anybody writes. */
export function elementsOf(html: string): Elements | null {
  const nodes = parsed(html)
  if (nodes === null) return null
  const byName = new Map<string, Element[]>()
  const byId = new Map<string, Element>()
  const unseen = new Set<Element>()
  const walk = (several: readonly ChildNode[], isInUnseen: boolean): void => {
    for (const node of several) {
      if (!isTag(node)) continue
      const { id } = node.attribs
      const same = byName.get(node.name)
      if (same === undefined) byName.set(node.name, [node])
      else same.push(node)
      if (id !== undefined && !byId.has(id)) byId.set(id, node)
      const isUnseen = isInUnseen || UNSEEN.has(node.name) || isHidden(node)
      if (isUnseen) unseen.add(node)
      walk(node.children, isUnseen)
    }
  }
  walk(nodes, false)
  return {
    nodes,
    named: (name) => byName.get(name) ?? [],
    withId: (id) => byId.get(id) ?? null,
    isUnseen: (element) => unseen.has(element),
  }
}

/** Stops at what is too deep: the parser's own stack costs the square of the depth. */
class ShallowHandler extends DomHandler {
  isTooDeep = false
  stop = (): void => {}

  override onopentag(name: string, attributes: Record<string, string>): void {
    super.onopentag(name, attributes)
    if (this.tagStack.length <= MOST_DEPTH) return
    this.isTooDeep = true
    this.stop()
  }
}

function parsed(html: string): ChildNode[] | null {
  const handler = new ShallowHandler()
  const parser = new Parser(handler)
  handler.stop = () => parser.pause()
  parser.end(html)
  return handler.isTooDeep ? null : handler.root.children
}

const UNSEEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'desc',
  'defs',
  'symbol',
  'metadata',
])

/** Whether an element says of itself that it is not shown. */
export function isHidden({ name, attribs }: Element): boolean {
  const { hidden, style = '', type = '' } = attribs
  return (
    hidden !== undefined ||
    attribs['aria-hidden'] === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style) ||
    (name === 'input' && /^hidden$/iu.test(type))
  )
}

const BREAKS = new Set(
  'br p div tr li h1 h2 h3 h4 h5 h6 dt dd section article form table ul ol dl header footer text'.split(' '),
)

/** How much is still looked at, in characters and nodes: what is asked for again and again is looked at only so far. */
export interface Look {
  left: number
}

/** Words that are seen, pictures by what they say; blanks as they stand. */
export function seenText(nodes: readonly ChildNode[], look: Look = { left: Number.POSITIVE_INFINITY }): string {
  const parts: string[] = []
  const walk = (several: readonly ChildNode[]): void => {
    for (const node of several) {
      if (look.left <= 0) return
      look.left -= 1
      if (isText(node)) say(node.data)
      if (!isTag(node) || UNSEEN.has(node.name) || isHidden(node)) continue
      if (node.name === 'img') say(node.attribs['alt'] ?? '')
      if (BREAKS.has(node.name)) parts.push(' ')
      walk(node.children)
      if (BREAKS.has(node.name) || node.name === 'td' || node.name === 'th') parts.push(' ')
    }
  }
  const say = (text: string): void => {
    parts.push(text.length > look.left ? text.slice(0, look.left) : text)
    look.left -= text.length
  }
  walk(nodes)
  return parts.join('')
}

/** Text in one line. */
export const clean = (text: string): string => text.replace(/\s+/gu, ' ').trim()

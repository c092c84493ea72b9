import { Tokenizer } from 'htmlparser2'

/** What `readMarkup` reports, in document order. Nothing is balanced or implied: a close tag may have no open tag. */
export interface MarkupHandler {
  open(name: string, attributes: Attributes, selfClosed: boolean): void
  close(name: string): void
  /** A stretch of text with entities decoded; one visible text may arrive in several stretches. */
  text(text: string): void
}

/** The wanted attributes of a tag; the first of two with one name counts. */
export type Attributes = Readonly<Record<string, string | undefined>>

const NO_ATTRIBUTES: Attributes = {}

/**
 * Reports the tags and the text of HTML or XML with only the `wanted` attributes. Comments, declarations and
 * processing instructions are left out; entities that a document declares itself are never expanded.
 *
 * It stands on htmlparser2's tokenizer and not on its parser, whose stack costs the square of the depth.
 */
export function readMarkup(
  markup: string,
  syntax: 'html' | 'xml',
  wanted: ReadonlySet<string>,
  handler: MarkupHandler,
): void {
  const folded = (start: number, end: number): string => {
    const name = markup.slice(start, end)
    return syntax === 'html' ? name.toLowerCase() : name
  }
  let tag = ''
  let attributes: Record<string, string | undefined> | null = null
  let attribute = ''
  let value = ''
  let foreignDepth = 0

  const endOpenTag = (selfClosed: boolean): void => {
    if (!selfClosed && isForeign(tag)) foreignDepth += 1
    handler.open(tag, attributes ?? NO_ATTRIBUTES, selfClosed)
  }
  const tokenizer = new Tokenizer(
    { xmlMode: syntax === 'xml', recognizeSelfClosing: syntax === 'xml' },
    {
      onopentagname(start, end) {
        tag = folded(start, end)
        attributes = null
      },
      onattribname(start, end) {
        const name = folded(start, end)
        attribute = wanted.has(name) ? name : ''
        value = ''
      },
      onattribdata(start, end) {
        if (attribute !== '') value += markup.slice(start, end)
      },
      onattribentity(codePoint) {
        if (attribute !== '') value += String.fromCodePoint(codePoint)
      },
      onattribend() {
        if (attribute === '') return
        attributes ??= {}
        attributes[attribute] ??= value
      },
      onopentagend: () => endOpenTag(false),
      onselfclosingtag: () => endOpenTag(syntax === 'xml' || foreignDepth > 0 || isForeign(tag)),
      onclosetag(start, end) {
        const name = folded(start, end)
        if (isForeign(name) && foreignDepth > 0) foreignDepth -= 1
        handler.close(name)
      },
      ontext: (start, end) => handler.text(markup.slice(start, end)),
      ontextentity: (codePoint) => handler.text(String.fromCodePoint(codePoint)),
      oncdata(start, end, offset) {
        if (syntax === 'xml') handler.text(markup.slice(start, end - offset))
      },
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
      isInForeignContext: () => foreignDepth > 0,
    },
  )
  tokenizer.write(markup)
  tokenizer.end()
}

/** Inside these a tag such as `<path/>` is closed by its slash. */
const isForeign = (name: string): boolean => name === 'svg' || name === 'math'

import { HidingRules, isHidingStyle } from './hidden.ts'
import { Layout } from './layout.ts'
import { readMarkup, type Attributes, type MarkupHandler } from './markup.ts'

/** What a person sees of a page, and the frames whose content is elsewhere. */
export interface Page {
  /** Laid out as `Opened.text` says. */
  readonly text: string
  readonly frames: readonly string[]
}

/**
 * The visible text of HTML: without scripts, struck-out text, closed dialogs and what `hidden`, `aria-hidden`, an inline
 * style or a simple rule of the page's own style sheets hides. Cells of one row stand on one line. `alt` and `aria-label`
 * are read where there is no text; inputs give their value, a select its chosen option. Never throws; linear time.
 */
export function openPage(html: string): Page {
  return readPage(html, 'page')
}

function readPage(html: string, depth: 'page' | 'srcdoc'): Page {
  const reader = new PageReader(depth)
  readMarkup(html, 'html', WANTED, reader)
  return reader.finish()
}

/** How an element is laid out; everything not named here is inline. */
type Kind =
  | 'line'
  | 'block'
  | 'heading'
  | 'table'
  | 'row'
  | 'cell'
  | 'term'
  | 'detail'
  | 'list'
  | 'item'
  | 'apart'
  | 'choice'
  | 'option'
  | 'unseen'
  | 'inline'

const KINDS: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    line: 'address blockquote body caption center dir div figcaption figure footer form html legend p pre search',
    block: 'article aside details dialog fieldset hr main nav section',
    heading: 'h1 h2 h3 h4 h5 h6 header hgroup summary',
    table: 'table dl',
    row: 'tr',
    cell: 'td th',
    term: 'dt',
    detail: 'dd',
    list: 'ul ol menu',
    item: 'li',
    apart: 'button input text textarea',
    choice: 'select',
    option: 'option',
    unseen:
      'canvas datalist del head iframe meter noembed noframes noscript progress rp rt s script strike style template title',
  } satisfies Partial<Record<Kind, string>>).flatMap(([kind, names]) =>
    names.split(' ').map((name): [string, Kind] => [name, kind as Kind]),
  ),
)

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const VOID = words('area base basefont br col command embed frame hr img input keygen link meta param source track wbr')
const HEAD_CONTENT = words('base link meta noscript script style template title')
const TABLE_PARTS = words('table thead tbody tfoot tr td th')
const READ_INPUTS = words('text search number button submit reset')
const PICTURES = words('img meter progressbar canvas progress')
const WANTED = words(
  'alt aria-hidden aria-label class colspan height hidden id media open popover role rowspan selected shadowrootmode ' +
    'src srcdoc style type value width',
)

/** An element left open ends where one of `names` begins, if nothing of `within` was opened since. */
const IMPLIED_ENDS: ReadonlyMap<string, { readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string> }> =
  new Map(
    (
      [
        ['li', 'li', 'ul ol menu'],
        ['dt dd', 'dt dd', 'dl'],
        ['td th', 'td th', 'tr table'],
        ['tr', 'tr', 'table'],
        ['thead tbody tfoot', 'thead tbody tfoot', 'table'],
        ['option', 'option', 'select'],
      ] as const
    ).flatMap(([names, ends, within]) =>
      names.split(' ').map((name) => [name, { ends: words(ends), within: words(within) }]),
    ),
  )
const ENDS_PARAGRAPH: ReadonlySet<Kind> = new Set<Kind>(['line', 'block', 'heading', 'table', 'list', 'item'])

/** A tag looks no further than this for the element that it ends; browsers nest no deeper than 512. */
const MOST_SEARCHED = 512
const MOST_FRAMES = 50
/** A longer text for screen readers is not compared with its neighbours. */
const MOST_SPOKEN_CHARACTERS = 200

const SPOKEN_ONLY = /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text)?)(?:\s|$)/i
const PIXEL = /^\s*[01](?:px)?\s*$/
const NOT_AN_ADDRESS = /^\s*(?:about|javascript|data|blob):/i
const SUPERSCRIPT_DIGITS: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
}

interface Element {
  readonly name: string
  readonly kind: Kind
  /** False when it takes no part in the layout. */
  readonly shown: boolean
  /** True when its content is not read. */
  readonly hidden: boolean
  readonly preformatted: boolean
  /** Read when the element ends without text of its own. */
  readonly label: string
  readonly spokenOnly: boolean
  /** Of an option: selected. Of a style sheet: for screens. */
  readonly chosen: boolean
  readonly mark: number
  readonly breaks: number
}

class PageReader implements MarkupHandler {
  private readonly layout = new Layout()
  private readonly rules = new HidingRules()
  private readonly elements: Element[] = []
  private readonly frames: string[] = []
  private readonly depth: 'page' | 'srcdoc'
  private css: string[] = []
  /** Text of the option at hand, and of the select's choice so far. */
  private option: string | null = null
  private choice: string | null = null
  /** A text for screen readers that was just read: its visible twin may follow. */
  private spoken: { readonly text: string; readonly end: number } | null = null

  /** Where the last link or button ended: what stands right behind it in another has no part in it. */
  private linkEnd = -1

  constructor(depth: 'page' | 'srcdoc') {
    this.depth = depth
  }

  open(name: string, attributes: Attributes, selfClosed: boolean): void {
    const spokenOnly = SPOKEN_ONLY.test(attributes['class'] ?? '')
    const kind = kindOf(name, attributes, spokenOnly)
    this.endImplied(name, kind)
    const parent = this.elements.at(-1)
    const shown = parent?.hidden !== true && !this.hides(name, attributes)
    if (shown) this.begin(kind, attributes)
    if (isLink(name) && this.linkEnd === this.layout.mark) this.layout.part()
    if (VOID.has(name)) {
      if (shown) this.readVoid(name, kind, attributes)
      return
    }
    if (shown && name === 'iframe') this.openFrame(attributes)
    const label = attributes['aria-label'] ?? ''
    const pictured = shown && label !== '' && (PICTURES.has(name) || PICTURES.has(attributes['role'] ?? ''))
    if (pictured) this.layout.write(label)
    if (name === 'style') this.css = []
    this.elements.push({
      name,
      kind,
      shown,
      hidden: !shown || pictured || kind === 'unseen',
      preformatted: name === 'pre' || name === 'textarea' || parent?.preformatted === true,
      label: pictured || kind === 'unseen' ? '' : label,
      spokenOnly: spokenOnly && parent?.spokenOnly !== true,
      chosen: name === 'style' ? isForScreens(attributes) : attributes['selected'] !== undefined,
      mark: this.layout.mark,
      breaks: this.layout.breaks,
    })
    if (selfClosed) this.endLast()
  }

  close(name: string): void {
    if (name === 'br') this.layout.newLine()
    const staysInCell = !TABLE_PARTS.has(name)
    this.endNearest(
      (element) => element.name === name,
      (element) => staysInCell && (element.kind === 'cell' || element.kind === 'table'),
    )
  }

  text(text: string): void {
    const element = this.elements.at(-1)
    if (element?.hidden === true) return this.readHidden(element, text)
    if (this.option !== null) this.option += text
    else if (element?.preformatted === true) this.writeLines(text)
    else this.layout.write(element?.name === 'sup' ? raised(text) : text)
  }

  finish(): Page {
    this.endDownTo(0)
    return { text: this.layout.toString(), frames: this.frames }
  }

  private hides(name: string, attributes: Attributes): boolean {
    return (
      attributes['hidden'] !== undefined ||
      attributes['aria-hidden'] === 'true' ||
      attributes['popover'] !== undefined ||
      (name === 'dialog' && attributes['open'] === undefined) ||
      (attributes['style'] !== undefined && isHidingStyle(attributes['style'])) ||
      isQuotedMail(name, attributes) ||
      this.rules.hides(attributes)
    )
  }

  private readHidden(element: Element, text: string): void {
    if (element.name === 'style') this.css.push(text)
    else if (element.name === 'head' && text.trim() !== '') {
      this.endLast()
      this.text(text)
    }
  }

  private begin(kind: Kind, attributes: Attributes): void {
    const { layout } = this
    if (kind === 'line' || kind === 'item' || kind === 'list') layout.breakLine(1)
    else if (kind === 'block' || kind === 'heading') layout.breakLine(2)
    else if (kind === 'table') layout.openTable()
    else if (kind === 'term') layout.openTerm()
    else if (kind === 'detail') layout.openDetail()
    else if (kind === 'apart' || kind === 'choice') layout.keepApart()
    else if (kind === 'row' || (kind === 'cell' && !layout.inRow)) layout.openRow()

    if (kind === 'list') layout.stack()
    else if (kind === 'cell') layout.openCell(span(attributes['colspan']), span(attributes['rowspan']))
    else if (kind === 'choice') this.choice = null
    else if (kind === 'option') this.option = ''
  }

  private end(element: Element): void {
    const { layout } = this
    const { kind, label, mark } = element
    if (label !== '' && mark === layout.mark) layout.write(label)
    this.dropTwin(element)

    if (kind === 'line' || kind === 'heading' || kind === 'list') layout.breakLine(1)
    else if (kind === 'block') layout.breakLine(2)
    else if (kind === 'item') this.endItem(element)
    else if (kind === 'table') layout.closeTable()
    else if (kind === 'row' && layout.inRow) layout.closeRow()
    else if (kind === 'cell' || kind === 'term' || kind === 'detail') layout.closeCell()
    else if (kind === 'option') this.endOption(element)
    else if (kind === 'choice') layout.write(this.choice ?? '')

    if (kind === 'apart' || kind === 'choice') layout.keepApart()
    if (isLink(element.name) && layout.mark > mark) this.linkEnd = layout.mark
  }

  /** An item of several lines is a card. */
  private endItem({ mark, breaks }: Element): void {
    if (this.layout.breaks - breaks > 1) this.layout.frameSince(mark)
    else this.layout.breakLine(1)
  }

  private endOption({ chosen }: Element): void {
    if (chosen || this.choice === null) this.choice = this.option
    this.option = null
  }

  /** A text for screen readers and its visible twin are read once. */
  private dropTwin({ spokenOnly, mark }: Element): void {
    const { layout, spoken } = this
    if (!spokenOnly && mark !== spoken?.end) return
    const text = layout.textSince(mark, MOST_SPOKEN_CHARACTERS)
    if (text === null || text === '') return
    const isTwin = spokenOnly ? layout.endsWith(text, mark) : text === spoken?.text
    if (isTwin) layout.dropSince(mark)
    else if (spokenOnly) this.spoken = { text, end: layout.mark }
  }

  private readVoid(name: string, kind: Kind, attributes: Attributes): void {
    if (name === 'br') this.layout.newLine()
    else if (name === 'img') this.layout.write(attributes['alt'] ?? attributes['aria-label'] ?? '')
    else if (name === 'frame') this.openFrame(attributes)
    else if (name === 'input' && READ_INPUTS.has((attributes['type'] ?? 'text').toLowerCase())) {
      this.layout.write(attributes['value'] ?? '')
    }
    if (kind === 'apart') this.layout.keepApart()
  }

  private openFrame({ src, srcdoc, width, height }: Attributes): void {
    if (srcdoc !== undefined && this.depth === 'page') {
      const inner = readPage(srcdoc, 'srcdoc')
      this.layout.breakLine(2)
      this.layout.writeLaidOut(inner.text)
      this.layout.breakLine(2)
      this.frames.push(...inner.frames)
      return
    }
    const address = srcdoc === undefined ? src?.trim() : 'about:srcdoc'
    const isPixel = PIXEL.test(width ?? '') || PIXEL.test(height ?? '')
    if (!address || isPixel || (srcdoc === undefined && NOT_AN_ADDRESS.test(address))) return
    if (this.frames.length < MOST_FRAMES) this.frames.push(address)
  }

  private writeLines(text: string): void {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) this.layout.newLine()
      for (const [column, cell] of line.split('\t').entries()) {
        if (column > 0) this.layout.tab()
        this.layout.write(cell)
      }
    }
  }

  private endImplied(name: string, kind: Kind): void {
    const last = this.elements.at(-1)
    if (last === undefined) return
    if (last.name === 'head' && !HEAD_CONTENT.has(name)) this.endLast()
    if (last.name === 'p' && ENDS_PARAGRAPH.has(kind)) this.endLast()
    const rule = IMPLIED_ENDS.get(name)
    if (rule === undefined) return
    this.endNearest(
      (element) => rule.ends.has(element.name),
      (element) => rule.within.has(element.name),
    )
  }

  /** Ends the innermost element that is sought, and all inside it, unless a barrier was opened since. */
  private endNearest(isSought: (element: Element) => boolean, isBarrier: (element: Element) => boolean): void {
    const lowest = Math.max(0, this.elements.length - MOST_SEARCHED)
    for (let index = this.elements.length - 1; index >= lowest; index -= 1) {
      const element = this.elements[index]
      if (element === undefined) return
      if (isSought(element)) return this.endDownTo(index)
      if (isBarrier(element)) return
    }
  }

  private endDownTo(index: number): void {
    while (this.elements.length > index) this.endLast()
  }

  private endLast(): void {
    const element = this.elements.pop()
    if (element === undefined) return
    if (element.shown) this.end(element)
    if (element.name === 'style' && element.chosen) this.rules.add(this.css.join(''))
  }
}

function kindOf(name: string, attributes: Attributes, spokenOnly: boolean): Kind {
  if (name === 'template' && attributes['shadowrootmode'] !== undefined) return 'inline'
  const kind = KINDS.get(name) ?? 'inline'
  return kind === 'inline' && spokenOnly ? 'apart' : kind
}

/** A mail's history: an old balance in it is not the present one. */
const isQuotedMail = (name: string, attributes: Attributes): boolean =>
  (name === 'blockquote' && attributes['type'] === 'cite') || attributes['class']?.includes('gmail_quote') === true

const isLink = (name: string): boolean => name === 'a' || name === 'button'

const isForScreens = ({ media }: Attributes): boolean => media === undefined || /^\s*(?:all|screen)?\s*$/i.test(media)

const span = (value: string | undefined): number => Math.max(1, Number.parseInt(value ?? '', 10) || 1)

/** A raised number is a note or an exponent: it must not run into the figure before it. */
const raised = (text: string): string =>
  /^[\s\d()*]+$/.test(text) ? text.replace(/\d/g, (digit) => SUPERSCRIPT_DIGITS[digit] ?? digit) : text

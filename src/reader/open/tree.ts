import { Parser } from 'htmlparser2'

/** A payload (JSON, a JavaScript or Python literal, XML) whose every node knows where it stands in the text. */
export interface TreeNode {
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null'
  /** Of a string: without its quotes. Of an XML leaf: the text inside the element. */
  readonly start: number
  readonly end: number
  /** The decoded value of a leaf; null for objects, arrays and null. */
  readonly value: string | number | boolean | null
  /**
   * Members of an object (in order, keys may repeat) or elements of an array (key ""). Of a leaf: the attributes of an
   * XML element, else none.
   */
  readonly members: readonly Member[]
}

/** A key and its value. */
export interface Member {
  readonly key: string
  readonly node: TreeNode
}

/** Nothing real is nested deeper; deeper payloads are refused. */
const MOST_DEPTH = 200

/**
 * Reads JSON and what people paste for JSON: comments, unquoted keys, single quotes, trailing or missing commas,
 * Python's None/True/False, `name = {...}`, members without the braces around them, JSON Lines (an array of its
 * values). A payload that was cut off keeps the members that were completely read. Null when the text is anything
 * else, and when it is nested deeper than 200.
 */
export function parseJsonish(text: string): TreeNode | null {
  const parser = new JsonishParser(text)
  return parser.run() ? parser.result() : null
}

interface Frame {
  readonly kind: 'object' | 'array'
  readonly start: number
  readonly members: Member[]
  /** The key whose value comes next; null between members. */
  key: string | null
}

// Sticky and without nested repetition: each reads forward once.
const ASSIGNMENT = /(?:(?:const|let|var)[ \t]{1,9})?[\p{L}_$][\p{L}\p{N}_$.]*[ \t]{0,9}=[ \t]{0,9}(?=[{[])/uy
const BARE_KEY = /[\p{L}\p{N}_$@][\p{L}\p{N}_$@.-]*/uy
const BARE_VALUE = /[^,;{}[\]\n\r"'`]+/y
const COMMENT = /\/\*|(?<!:)\/\//
const SEPARATORS = /[\s,;\uFEFF…]/
const NO_SEPARATORS = /\s/
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i
const LITERALS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['null', null],
  ['None', null],
  ['undefined', null],
  ['NaN', null],
])
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '\n': '' }

/** One pass over the text with a stack of its own, so that no input can overflow ours. */
class JsonishParser {
  private at = 0
  private cut = false
  private readonly stack: Frame[] = []
  /** What stands outside all braces: values (key "") and members. */
  private readonly top: Frame = { kind: 'object', start: 0, members: [], key: null }
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** False as soon as the text proves to be no payload. */
  run(): boolean {
    this.skipBlanks()
    ASSIGNMENT.lastIndex = this.at
    if (ASSIGNMENT.test(this.text)) this.at = ASSIGNMENT.lastIndex
    for (this.skipBlanks(); this.at < this.text.length && !this.cut; this.skipBlanks()) {
      if (!this.step()) return false
    }
    this.cut ||= this.stack.length > 0
    while (this.stack.length > 0) this.close(this.text.length)
    return true
  }

  result(): TreeNode | null {
    const { members } = this.top
    const [first] = members
    if (first === undefined || (this.cut && members.every(({ node }) => isEmpty(node)))) return null
    if (members.length === 1 && first.key === '') return first.node
    const kind = members.every(({ key }) => key === '') ? 'array' : 'object'
    // Where a key comes first, the members begin with it.
    const start = first.key === '' ? first.node.start : 0
    return { kind, start, end: members.at(-1)?.node.end ?? start, value: null, members }
  }

  private step(): boolean {
    const frame = this.stack.at(-1) ?? this.top
    const char = this.text[this.at] ?? ''
    if (char === '{' || char === '[') return this.open(frame, char)
    if (char === '}' || char === ']') return this.closeWith(frame, char)
    if (frame.kind === 'object' && frame.key === null) return this.readKey(frame)
    return char === '"' || char === "'" ? this.readString(frame) : this.readBare(frame)
  }

  private open(frame: Frame, char: string): boolean {
    if (frame.kind === 'object' && frame.key === null && frame !== this.top) return false
    if (this.stack.length === MOST_DEPTH) return false
    this.stack.push({ kind: char === '{' ? 'object' : 'array', start: this.at, members: [], key: null })
    this.at++
    return true
  }

  private closeWith(frame: Frame, char: string): boolean {
    if (frame === this.top || frame.key !== null || (frame.kind === 'object') !== (char === '}')) return false
    this.at++
    this.close(this.at)
    return true
  }

  private close(end: number): void {
    const closed = this.stack.pop()
    if (closed === undefined) return
    const { kind, start, members } = closed
    this.add(this.stack.at(-1) ?? this.top, { kind, start, end, value: null, members })
  }

  private add(frame: Frame, node: TreeNode): true {
    frame.members.push({ key: frame.key ?? '', node })
    frame.key = null
    return true
  }

  private readKey(frame: Frame): boolean {
    const quoted = this.text[this.at] === '"' || this.text[this.at] === "'"
    const key = quoted ? this.takeString()?.value : this.match(BARE_KEY)
    if (key === undefined) return this.cut
    this.skipBlanks()
    if (this.at >= this.text.length) return (quoted || frame !== this.top) && this.stopAtCut()
    if (this.text[this.at] !== ':') return false
    this.at++
    this.skipBlanks(NO_SEPARATORS)
    frame.key = key
    // "Data: 5" is prose; only a quoted key, or one that opens braces, starts a payload.
    return quoted || frame !== this.top || this.top.members.length > 0 || /[{[]/.test(this.text[this.at] ?? '')
  }

  private readString(frame: Frame): boolean {
    const found = this.takeString()
    return found ? this.add(frame, { kind: 'string', ...found, members: [] }) : this.cut
  }

  /** A number, a literal, or in an object any other bare word ("12GB", 2026-01-31) as a string. */
  private readBare(frame: Frame): boolean {
    const start = this.at
    const word = this.match(BARE_VALUE)?.split(COMMENT, 1)[0]?.trimEnd()
    if (!word) return false
    // Inside braces a word that runs to the end of the text may have been cut in the middle.
    if (this.at >= this.text.length && frame !== this.top) return this.stopAtCut()
    this.at = start + word.length
    const leaf = bareLeaf(word)
    if (leaf.kind === 'string' && (frame === this.top || frame.kind === 'array')) return false
    return this.add(frame, { ...leaf, start, end: this.at, members: [] })
  }

  private takeString(): { start: number; end: number; value: string } | undefined {
    const { text } = this
    const quote = text[this.at]
    const start = this.at + 1
    let value = ''
    let copied = start
    for (let at = start; at < text.length; at++) {
      if (text[at] === quote) {
        this.at = at + 1
        return { start, end: at, value: value + text.slice(copied, at) }
      }
      if (text[at] !== '\\') continue
      const [decoded, length] = unescape(text, at)
      value += text.slice(copied, at) + decoded
      copied = at + length
      at = copied - 1
    }
    this.stopAtCut()
    return undefined
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  private stopAtCut(): true {
    this.cut = true
    this.at = this.text.length
    return true
  }

  /** Blanks, separators, comments, "..." for what was left out, and the fences of Markdown. */
  private skipBlanks(blank = SEPARATORS): void {
    const { text } = this
    for (;;) {
      const char = text[this.at]
      if (char === undefined) return
      if (blank.test(char)) this.at++
      else if (text.startsWith('...', this.at)) this.at += 3
      else if (char === '#' || text.startsWith('//', this.at) || text.startsWith('```', this.at)) this.skipPast('\n')
      else if (text.startsWith('/*', this.at)) this.skipPast('*/')
      else return
    }
  }

  private skipPast(mark: string): void {
    const found = this.text.indexOf(mark, this.at)
    this.at = found < 0 ? this.text.length : found + mark.length
  }
}

const isEmpty = (node: TreeNode): boolean =>
  (node.kind === 'object' || node.kind === 'array') && node.members.length === 0

/** The leaf that one whole line of text spells: quoted, a number, a literal, or any other text as a string. */
export function leafOf(word: string, start: number): TreeNode {
  const [, , quoted] = /^(['"])([^\\]*)\1$/.exec(word) ?? []
  if (quoted !== undefined) {
    return { kind: 'string', start: start + 1, end: start + word.length - 1, value: quoted, members: [] }
  }
  return { ...bareLeaf(word), start, end: start + word.length, members: [] }
}

function bareLeaf(word: string): Pick<TreeNode, 'kind' | 'value'> {
  if (NUMBER.test(word)) return { kind: 'number', value: Number(word) }
  const literal = LITERALS.get(word)
  if (literal === undefined) return { kind: 'string', value: word }
  return literal === null ? { kind: 'null', value: null } : { kind: 'boolean', value: literal }
}

/** The character that the escape at `at` stands for, and how long the escape is. */
function unescape(text: string, at: number): [string, number] {
  const char = text[at + 1] ?? ''
  const hexDigits = char === 'u' ? 4 : char === 'x' ? 2 : 0
  const hex = text.slice(at + 2, at + 2 + hexDigits)
  if (hexDigits > 0 && /^[0-9a-f]+$/i.test(hex) && hex.length === hexDigits) {
    return [String.fromCharCode(Number.parseInt(hex, 16)), 2 + hexDigits]
  }
  return [ESCAPES[char] ?? char, 1 + char.length]
}

const HTML_ROOTS: ReadonlySet<string> = new Set(
  (
    'html head body meta link title script style div p a b i span em strong font center br hr img svg table tbody tr td ' +
    'th ul ol li dl dt dd h1 h2 h3 h4 h5 h6 section article main header footer nav aside form input button label iframe'
  ).split(' '),
)

interface Element {
  readonly name: string
  readonly start: number
  readonly inside: number
  readonly attributes: readonly Member[]
  readonly children: Member[]
  text: string
}

/**
 * Reads an XML payload such as a router's answer: elements become members of their parent, after its attributes; an
 * element with text and attributes is a string with members. The root element's own name is not kept. Only elements
 * closed by their own tag count, so a payload that was cut or mixed up says less, not something else. Entities that a
 * DOCTYPE defines are not expanded. Null for HTML, for other
 * text, and for nesting deeper than 200.
 */
export function parseXml(text: string): TreeNode | null {
  if (!/^[\s\uFEFF]*<[?!\p{L}]/u.test(text)) return null
  const stack: Element[] = []
  let attributes: Member[] = []
  let root: TreeNode | null = null
  let refused = false
  const parser = new Parser(
    {
      onattribute(name, value, quote) {
        attributes.push({ key: name, node: attributeNode(value, quote, text, parser) })
      },
      onopentag(name) {
        if ((stack.length === 0 && HTML_ROOTS.has(name.toLowerCase())) || stack.length >= MOST_DEPTH) refused = true
        if (refused) return parser.pause()
        stack.push({ name, start: parser.startIndex, inside: parser.endIndex + 1, attributes, children: [], text: '' })
        attributes = []
      },
      ontext(chunk) {
        const element = stack.at(-1)
        if (element && element.children.length === 0) element.text += chunk
      },
      onclosetag(_name, implied) {
        const element = stack.pop()
        if (!element) return
        const node = xmlNode(element, text, parser.startIndex, parser.endIndex + 1, implied)
        const parent = stack.at(-1)
        if (node && parent) parent.children.push({ key: element.name, node })
        else if (node) root ??= node
      },
      onprocessinginstruction(name, instruction) {
        if (/^!doctype\s+html\b/i.test(instruction) || name === '!html') refused = true
      },
    },
    { xmlMode: true },
  )
  parser.write(text)
  if (refused) return null
  parser.end()
  return root
}

/** The tokenizer reports an attribute from its name to its closing quote. */
function attributeNode(value: string, quote: string | null | undefined, text: string, parser: Parser): TreeNode {
  const { startIndex, endIndex } = parser
  const end = quote ? endIndex - 1 : endIndex
  const start = quote ? text.indexOf(quote, startIndex) + 1 : text.indexOf('=', startIndex) + 1
  return { kind: 'string', start, end, value, members: [] }
}

function xmlNode(element: Element, text: string, closeStart: number, end: number, implied: boolean): TreeNode | null {
  const { start, inside, attributes, children } = element
  const isEmptyTag = implied && text.startsWith('/>', inside - 2)
  const members = [...attributes, ...children]
  const object: TreeNode = { kind: 'object', start, end: implied ? text.length : end, value: null, members }
  if (children.length > 0) return object
  if (isEmptyTag) return attributes.length > 0 ? { ...object, end: inside } : null
  if (implied || closeStart < inside || text.slice(inside, closeStart).includes('</')) return null
  if (attributes.length > 0 && element.text.trim() === '') return object
  return { kind: 'string', start: inside, end: closeStart, value: element.text, members: attributes }
}

/** The member or attribute under a key (the first, if the key repeats); null when there is none. */
export const member = (node: TreeNode | null, key: string): TreeNode | null =>
  (node && node.kind !== 'array' && node.members.find((each) => each.key === key)?.node) || null

/** What stands at the end of a path of keys; null when any of them is missing. */
export const at = (node: TreeNode | null, ...keys: string[]): TreeNode | null => keys.reduce(member, node)

/** The elements of an array; a lone object counts as a list of one, since XML and some APIs leave the list out. */
export const elements = (node: TreeNode | null): TreeNode[] => {
  if (node?.kind === 'array') return node.members.map((each) => each.node)
  return node?.kind === 'object' ? [node] : []
}

/** The text of a string leaf, trimmed; null for "" and for everything that is no string. */
export const asText = (node: TreeNode | null): string | null =>
  (typeof node?.value === 'string' && node.value.trim()) || null

/**
 * The value of a number or of a string that is one ("10240", "0.00"). Null for "", "--", NaN, booleans, and for
 * negative numbers: no amount of data is negative, so they are sentinels (-1).
 */
export function asNumber(node: TreeNode | null): number | null {
  const value = typeof node?.value === 'string' && NUMBER.test(node.value.trim()) ? Number(node.value) : node?.value
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null
}

/** The characters of the evidence that a node was read from; keeps the digits that a double cannot. */
export const printed = (text: string, node: TreeNode): string => text.slice(node.start, node.end)

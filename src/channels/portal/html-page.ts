import { isTag, isText, type ChildNode as Node, type Element, type ParentNode } from 'domhandler'
import { findAll, getElementById, getElementsByTagName, textContent } from 'domutils'
import { parseDocument } from 'htmlparser2'
import { decode } from '../../reader/open/charset.ts'
import type { PortalButton, PortalField, PortalForm, PortalLink, PortalPage } from './page.ts'

/** An answer to be looked at as a page. */
export interface Answer {
  readonly address: string
  readonly status: number
  readonly retryAfter: string | null
  readonly bytes: Uint8Array
  readonly contentType: string
}

/** What stands in a page of HTML; null where the bytes are no text. */
export function pageFromHtml({ address, status, retryAfter, bytes, contentType }: Answer): PortalPage | null {
  const declared = /charset\s{0,9}=\s{0,9}["']?([\w:.-]+)/iu.exec(contentType)?.[1]
  const decoded = decode(bytes, { declared })
  if (decoded === null && bytes.length > 0) return null
  const { text = '', charset = 'utf-8' } = decoded ?? {}
  const { children } = parseDocument(text)
  const base = resolved(attribute(first(children, 'base'), 'href'), address) ?? address
  const scripts = all(children, 'script').map((script) => textContent(script))
  const words = visibleText(children)
  const links = linksOf(children, base)
  const frames = [...all(children, 'iframe'), ...all(children, 'frame')]
    .filter((frame) => !isHidden(frame))
    .map((frame) => resolved(frame.attribs['src'], base))
    .filter((src) => src !== null)
  const forms = formsOf(children, base, charset, isSelfSending(children, scripts))
  return {
    address,
    status,
    retryAfter,
    title: clean(first(children, 'title') ? textContent(first(children, 'title')!) : ''),
    text: words,
    forms,
    links,
    frames,
    refresh: refreshOf(children, base),
    needsScript:
      links.length + forms.length + frames.length === 0 &&
      (words.length < LEAST_WORDS || NEEDS_SCRIPT.test(words)) &&
      scripts.length > 0,
    evidence: { bytes, contentType },
  }
}

/** A page with fewer words, nothing to press and a script is drawn by that script. */
const LEAST_WORDS = 80
const NEEDS_SCRIPT = /JavaScript.{0,20}(?:有効|オン|enable|turn on|启用|啟用)|enable JavaScript/iu

const all = (nodes: Node[], name: string): Element[] => getElementsByTagName(name, nodes, true)
const first = (nodes: Node[], name: string): Element | null => all(nodes, name)[0] ?? null
const attribute = (element: Element | null, name: string): string | undefined => element?.attribs[name]

const clean = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** An address on the page as a whole one; null where it leads to no page. */
function resolved(address: string | undefined, base: string): string | null {
  if (address === undefined || /^\s*(?:javascript|data|mailto|tel|about|blob):/iu.test(address)) return null
  const url = URL.parse(address.trim(), base)
  return url !== null && /^https?:$/u.test(url.protocol) ? url.href : null
}

const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 'head', 'title', 'svg'])

function isHidden(element: Element): boolean {
  const { hidden, style = '', type = '' } = element.attribs
  return (
    hidden !== undefined ||
    element.attribs['aria-hidden'] === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style) ||
    (element.name === 'input' && /^hidden$/iu.test(type))
  )
}

/** Whether an element, or anything that it stands in, is not shown. */
function isUnseen(element: Element): boolean {
  for (let at: ParentNode | null = element; at !== null && isTag(at); at = at.parent)
    if (isHidden(at) || UNSEEN.has(at.name)) return true
  return false
}

const BREAKS = new Set(
  'br p div tr li h1 h2 h3 h4 h5 h6 dt dd section article form table ul ol dl header footer'.split(' '),
)

/** Words that are seen, pictures by what they say. */
function visibleText(nodes: readonly Node[]): string {
  const parts: string[] = []
  const walk = (several: readonly Node[]): void => {
    for (const node of several) {
      if (isText(node)) parts.push(node.data)
      if (!isTag(node) || UNSEEN.has(node.name) || isHidden(node)) continue
      if (node.name === 'img') parts.push(node.attribs['alt'] ?? '')
      if (BREAKS.has(node.name)) parts.push(' ')
      walk(node.children)
      if (BREAKS.has(node.name) || node.name === 'td' || node.name === 'th') parts.push(' ')
    }
  }
  walk(nodes)
  return clean(parts.join(''))
}

/** What an element is called: its own words, its picture's, or what is read out. */
const wordsOf = (element: Element): string =>
  visibleText([element]) ||
  clean(element.attribs['aria-label'] ?? element.attribs['title'] ?? element.attribs['value'] ?? '')

const linksOf = (nodes: Node[], base: string): PortalLink[] =>
  [...all(nodes, 'a'), ...all(nodes, 'area')].flatMap((link) => {
    const address = resolved(link.attribs['href'], base)
    const words = wordsOf(link) || clean(link.attribs['alt'] ?? '')
    return address === null || isUnseen(link) ? [] : [{ address, words }]
  })

function formsOf(nodes: Node[], base: string, charset: string, sendsItself: boolean): PortalForm[] {
  let id = 0
  return all(nodes, 'form').map((form) => {
    const inside = form.children
    const fields = controls(inside).map((control): PortalField => fieldOf(control, id++, form, nodes))
    return {
      address: resolved(form.attribs['action'] || base, base) ?? base,
      method: /^post$/iu.test(form.attribs['method'] ?? '') ? 'POST' : 'GET',
      charset: form.attribs['accept-charset']?.split(/[\s,]+/u)[0] || charset,
      fields,
      buttons: buttonsOf(inside, base),
      isSelfSending: sendsItself && fields.every(({ kind }) => kind === 'hidden'),
    }
  })
}

const TYPED = new Set(['submit', 'image', 'button', 'reset'])

const controls = (nodes: Node[]): Element[] =>
  findAll((node) => ['input', 'select', 'textarea'].includes(node.name), nodes).filter(
    ({ name, attribs }) =>
      !(name === 'input' && TYPED.has((attribs['type'] ?? '').toLowerCase())) && attribs['disabled'] === undefined,
  )

function fieldOf(control: Element, id: number, form: Element, page: Node[]): PortalField {
  const { attribs, name } = control
  const kind = name === 'input' ? (attribs['type'] ?? 'text').toLowerCase() : name === 'select' ? 'select' : 'text'
  return {
    id,
    name: attribs['name'] ?? '',
    kind: kind !== 'hidden' && isUnseen(control) ? 'hidden' : kind,
    label: labelOf(control, form, page),
    autocomplete: (attribs['autocomplete'] ?? '').toLowerCase(),
    maxLength: /^\d+$/u.test(attribs['maxlength'] ?? '') ? Number(attribs['maxlength']) : null,
    value:
      name === 'select'
        ? selectedOf(control)
        : name === 'textarea'
          ? textContent(control)
          : (attribs['value'] ?? (kind === 'checkbox' || kind === 'radio' ? 'on' : '')),
    isChecked: attribs['checked'] !== undefined,
  }
}

function selectedOf(select: Element): string {
  const options = all(select.children, 'option')
  const chosen = options.find(({ attribs }) => attribs['selected'] !== undefined) ?? options[0]
  return chosen === undefined ? '' : (chosen.attribs['value'] ?? clean(textContent(chosen)))
}

/** Words for a control: those that the page ties to it, else the nearest before it. */
function labelOf(control: Element, form: Element, page: Node[]): string {
  const { id, placeholder = '', title = '' } = control.attribs
  const read = control.attribs['aria-label'] ?? ''
  const by = (control.attribs['aria-labelledby'] ?? '').split(/\s+/u).filter(Boolean)
  const named = by.map((each) => getElementById(each, page)).filter((each) => each !== null)
  const tied = id === undefined ? [] : all(page, 'label').filter((label) => label.attribs['for'] === id)
  const around = ancestors(control, form).find(({ name }) => name === 'label')
  const own = [...named, ...tied, ...(around ? [around] : [])].map((each) => wordsOf(each)).join(' ')
  const words = clean([own, read, placeholder, title].join(' '))
  return words === '' ? wordsBefore(control, form) : words
}

function ancestors(element: Element, upTo: Element): Element[] {
  const found: Element[] = []
  for (let at = element.parent; at !== null && at !== upTo && isTag(at); at = at.parent) found.push(at)
  return found
}

const LONGEST_LABEL = 60

/** The cell, the term or the text before a control, looked for outwards. */
function wordsBefore(control: Element, form: Element): string {
  for (const at of [control, ...ancestors(control, form)]) {
    const before: Node[] = []
    for (let sibling = at.prev; sibling !== null; sibling = sibling.prev) {
      if (isTag(sibling) && controls([sibling]).some(({ attribs }) => attribs['type'] !== 'hidden')) break
      before.unshift(sibling)
    }
    const words = visibleText(before)
    if (words !== '') return words.slice(-LONGEST_LABEL)
  }
  return ''
}

function buttonsOf(nodes: Node[], base: string): PortalButton[] {
  const inputs = all(nodes, 'input').filter(({ attribs }) => /^(?:submit|image)$/iu.test(attribs['type'] ?? ''))
  const buttons = all(nodes, 'button').filter(({ attribs }) => !/^(?:button|reset)$/iu.test(attribs['type'] ?? ''))
  return [...inputs, ...buttons]
    .filter((button) => !isUnseen(button) && button.attribs['disabled'] === undefined)
    .map((button) => ({
      name: button.attribs['name'] ?? '',
      value: button.attribs['value'] ?? '',
      words: clean([wordsOf(button), button.attribs['alt'] ?? ''].join(' ')),
      address: resolved(button.attribs['formaction'], base),
    }))
}

function refreshOf(nodes: Node[], base: string): string | null {
  const refresh = all(nodes, 'meta').find(({ attribs }) => /^refresh$/iu.test(attribs['http-equiv'] ?? ''))
  const [, seconds, address] =
    /^\s*(\d+)[^;]*;\s*url\s*=\s*["']?([^"']+)/iu.exec(refresh?.attribs['content'] ?? '') ?? []
  return Number(seconds) <= LONGEST_REFRESH_SECONDS ? resolved(address, base) : null
}

/** A page that goes on after longer than this is meant to be read. */
const LONGEST_REFRESH_SECONDS = 10

const isSelfSending = (nodes: Node[], scripts: readonly string[]): boolean =>
  /\.submit\s*\(/u.test(first(nodes, 'body')?.attribs['onload'] ?? '') ||
  scripts.some((script) => script.length < LONGEST_SENDING_SCRIPT && /\.submit\s*\(\s*\)/u.test(script))

const LONGEST_SENDING_SCRIPT = 1000

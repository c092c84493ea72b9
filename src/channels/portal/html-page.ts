import { isTag, type ChildNode as Node, type Element } from 'domhandler'
import { findAll, getElementsByTagName, textContent } from 'domutils'
import { phoneNumbersIn } from '../../core/phone-number.ts'
import { decode } from '../../reader/open/charset.ts'
import { clean, elementsOf, isHidden, seenText, type Elements, type Look } from './elements.ts'
import type { PortalButton, PortalField, PortalForm, PortalLink, PortalPage } from './page.ts'
import { isSaid } from './says.ts'

/** An answer to be looked at as a page. */
export interface Answer {
  readonly address: string
  readonly status: number
  readonly retryAfter: string | null
  readonly bytes: Uint8Array
  readonly contentType: string
}

/** What stands in a page of HTML; null where the bytes are no text, or none that anybody wrote for people. */
export function pageFromHtml({ address, status, retryAfter, bytes, contentType }: Answer): PortalPage | null {
  const declared = /charset\s{0,9}=\s{0,9}["']?([\w:.-]+)/iu.exec(contentType)?.[1]
  const decoded = decode(bytes, { declared })
  if (decoded === null && bytes.length > 0) return null
  const { text = '', charset = 'utf-8' } = decoded ?? {}
  const elements = elementsOf(text)
  if (elements === null) return null
  const base = resolved(elements.named('base')[0]?.attribs['href'], address) ?? address
  const scripts = elements.named('script').map((script) => textContent(script))
  const words = clean(seenText(elements.nodes))
  const links = linksOf(elements, base)
  const frames = [...elements.named('iframe'), ...elements.named('frame')]
    .filter((frame) => !isHidden(frame))
    .map((frame) => resolved(frame.attribs['src'], base))
    .filter((src) => src !== null)
  const forms = formsOf(elements, base, charset, isSelfSending(elements, scripts))
  const title = elements.named('title')[0]
  return {
    address,
    status,
    retryAfter,
    title: title === undefined ? '' : clean(textContent(title)),
    text: words,
    forms,
    links,
    frames,
    refresh: refreshOf(elements, base) ?? scriptedRefresh(scripts, forms, words, base),
    needsScript:
      links.length + forms.length + frames.length === 0 &&
      (words.length < LEAST_WORDS || isSaid(words, 'script')) &&
      scripts.length > 0,
    asksForScript: elements.named('noscript').some((each) => isSaid(textContent(each), 'script')),
    hasCaptcha: hasCaptcha(elements),
    isBroken: false,
    evidence: { bytes, contentType },
  }
}

/** A page with fewer words, nothing to press and a script is drawn by that script. */
const LEAST_WORDS = 80

/** What shows that nobody is a robot: a box, a frame, a picture, or the script that draws one. */
const hasCaptcha = (elements: Elements): boolean =>
  CAPTCHA_ELEMENTS.some((name) =>
    elements
      .named(name)
      .some(
        (each) =>
          (name === 'script' || /captcha/iu.test(each.attribs['name'] ?? '') || !elements.isUnseen(each)) &&
          (each.attribs['data-sitekey'] !== undefined ||
            ['class', 'id', 'name', 'src'].some((attribute) => CAPTCHA.test(each.attribs[attribute] ?? ''))),
      ),
  )

const CAPTCHA_ELEMENTS = ['div', 'span', 'iframe', 'img', 'input', 'script']
const CAPTCHA = /captcha|cf-turnstile|challenges\.cloudflare|geetest/iu

/** An address on the page as a whole one; null where it leads to no page. */
function resolved(address: string | undefined, base: string): string | null {
  if (address === undefined || /^\s*(?:javascript|data|mailto|tel|about|blob):/iu.test(address)) return null
  const url = URL.parse(address.trim(), base)
  return url !== null && /^https?:$/u.test(url.protocol) ? url.href : null
}

/** So far is looked for a name: no longer one is a name. */
const LONGEST_NAME = 500

/** What an element is called: its own words, its picture's, or what is read out. */
const nameOf = (element: Element, look: Look = { left: LONGEST_NAME }): string =>
  clean(seenText([element], look)) ||
  clean(element.attribs['aria-label'] ?? element.attribs['title'] ?? element.attribs['value'] ?? '')

const linksOf = (elements: Elements, base: string): PortalLink[] =>
  [...elements.named('a'), ...elements.named('area')].flatMap((link) => {
    const address = resolved(link.attribs['href'], base)
    if (address === null || elements.isUnseen(link)) return []
    return [{ address, words: nameOf(link) || clean(link.attribs['alt'] ?? ''), number: numberBeside(link) }]
  })

/** A row or a box with more words is no longer about one line. */
const LONGEST_ROW = 200
const MOST_BOXES = 4

/** The phone number in the smallest row or box around a link or a form that has one. */
function numberBeside(element: Element): string | null {
  let at: Element | null = element
  for (let boxes = 0; boxes <= MOST_BOXES && at !== null && at.name !== 'body'; boxes += 1) {
    const look: Look = { left: LONGEST_ROW }
    const endings = new Set(phoneNumbersIn(seenText([at], look)).map(({ ending }) => ending))
    if (look.left <= 0 || endings.size > 1) return null
    const [ending] = endings
    if (ending !== undefined) return ending
    at = at.parent !== null && isTag(at.parent) ? at.parent : null
  }
  return null
}

function formsOf(elements: Elements, base: string, charset: string, sendsItself: boolean): PortalForm[] {
  const labels = Map.groupBy(elements.named('label'), ({ attribs }) => attribs['for'])
  let id = 0
  return elements.named('form').map((form) => {
    const controls = controlsIn(form)
    const around = { form, labels, elements, holding: holdersOf(controls, form) }
    const fields = controls.map((control): PortalField => fieldOf(control, id++, around))
    return {
      address: resolved(form.attribs['action'] || base, base) ?? base,
      method: /^post$/iu.test(form.attribs['method'] ?? '') ? 'POST' : 'GET',
      charset: form.attribs['accept-charset']?.split(/[\s,]+/u)[0] || charset,
      heading: headingOf(form),
      number: numberBeside(form),
      fields,
      buttons: buttonsOf(form, elements, base),
      isSelfSending: sendsItself && fields.every(({ kind }) => kind === 'hidden'),
    }
  })
}

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'legend', 'caption'])

/** The headings in a form; where it has none, the one before it. */
function headingOf(form: Element): string {
  const look: Look = { left: LONGEST_NAME }
  const own = findAll(({ name }) => HEADINGS.has(name), form.children)
  if (own.length > 0) return clean(seenText(own, look))
  for (let at = form.prev, passed = 0; at !== null && passed < MOST_BEFORE; at = at.prev, passed += 1) {
    if (!isTag(at)) continue
    if (at.name === 'form') return ''
    if (HEADINGS.has(at.name)) return clean(seenText([at], look))
  }
  return ''
}

/** So many nodes before a form are looked at for its heading. */
const MOST_BEFORE = 12

/** What a control stands in. */
interface Around {
  readonly form: Element
  readonly elements: Elements
  /** Labels of the page by the id that they are for. */
  readonly labels: ReadonlyMap<string | undefined, readonly Element[]>
  /** Controls that can be seen, and what they stand in. */
  readonly holding: ReadonlySet<Element>
}

const PRESSED = new Set(['submit', 'image', 'button', 'reset'])

const controlsIn = (form: Element): Element[] =>
  findAll(({ name }) => name === 'input' || name === 'select' || name === 'textarea', form.children).filter(
    ({ name, attribs }) =>
      !(name === 'input' && PRESSED.has((attribs['type'] ?? '').toLowerCase())) && attribs['disabled'] === undefined,
  )

function holdersOf(controls: readonly Element[], form: Element): Set<Element> {
  const holding = new Set<Element>()
  for (const control of controls)
    if (control.attribs['type'] !== 'hidden') for (const at of [control, ...ancestors(control, form)]) holding.add(at)
  return holding
}

function fieldOf(control: Element, id: number, around: Around): PortalField {
  const { attribs, name } = control
  const options = name === 'select' ? optionsOf(control) : []
  const kind = name === 'input' ? (attribs['type'] ?? 'text').toLowerCase() : name === 'select' ? 'select' : 'text'
  return {
    id,
    name: attribs['name'] ?? '',
    kind: kind !== 'hidden' && around.elements.isUnseen(control) ? 'hidden' : kind,
    label: labelOf(control, around),
    autocomplete: (attribs['autocomplete'] ?? '').toLowerCase(),
    maxLength: /^\d+$/u.test(attribs['maxlength'] ?? '') ? Number(attribs['maxlength']) : null,
    value:
      name === 'select'
        ? ((options.find(({ isSelected }) => isSelected) ?? options[0])?.value ?? '')
        : name === 'textarea'
          ? textContent(control)
          : (attribs['value'] ?? (kind === 'checkbox' || kind === 'radio' ? 'on' : '')),
    isChecked: attribs['checked'] !== undefined,
    options: options.map(({ value, words }) => ({ value, words })),
  }
}

const optionsOf = (
  select: Element,
): { readonly value: string; readonly words: string; readonly isSelected: boolean }[] =>
  getElementsByTagName('option', select.children, true).map((option) => {
    const words = clean(textContent(option))
    const { value = words, selected } = option.attribs
    return { value, words, isSelected: selected !== undefined }
  })

/** Elements that name one control, at most. */
const MOST_NAMES = 8

/** Words for a control: those that the page ties to it, else the nearest before it. */
function labelOf(control: Element, around: Around): string {
  const { id, placeholder = '', title = '' } = control.attribs
  const read = control.attribs['aria-label'] ?? ''
  const by = (control.attribs['aria-labelledby'] ?? '').split(/\s+/u, MOST_NAMES).filter(Boolean)
  const named = by.map((each) => around.elements.withId(each)).filter((each) => each !== null)
  const tied = id === undefined ? [] : (around.labels.get(id) ?? []).slice(0, MOST_NAMES)
  const over = ancestors(control, around.form).find(({ name }) => name === 'label')
  const look: Look = { left: LONGEST_NAME }
  const own = [...named, ...tied, ...(over ? [over] : [])].map((each) => nameOf(each, look)).join(' ')
  const words = clean([own, read, placeholder, title].join(' '))
  return words === '' ? wordsBefore(control, around) : words
}

function ancestors(element: Element, upTo: Element): Element[] {
  const found: Element[] = []
  for (let at = element.parent; at !== null && at !== upTo && isTag(at); at = at.parent) found.push(at)
  return found
}

const LONGEST_LABEL = 60
/** So far is looked for words before a control. */
const FARTHEST_LABEL = 200

/** The cell, the term or the text before a control, looked for outwards. */
function wordsBefore(control: Element, { form, holding }: Around): string {
  const look: Look = { left: FARTHEST_LABEL }
  for (const at of [control, ...ancestors(control, form)]) {
    const words = clean(textBefore(at, holding, look))
    if (words !== '') return words.slice(-LONGEST_LABEL)
  }
  return ''
}

/** What is seen before a node, up to the control before it. */
function textBefore(node: Node, holding: ReadonlySet<Element>, look: Look): string {
  let text = ''
  for (let at = node.prev; at !== null && look.left > 0; at = at.prev) {
    if (isTag(at) && holding.has(at)) break
    text = seenText([at], look) + text
  }
  return text
}

function buttonsOf(form: Element, elements: Elements, base: string): PortalButton[] {
  const inputs = getElementsByTagName('input', form.children, true).filter(({ attribs }) =>
    /^(?:submit|image)$/iu.test(attribs['type'] ?? ''),
  )
  const buttons = getElementsByTagName('button', form.children, true).filter(
    ({ attribs }) => !/^(?:button|reset)$/iu.test(attribs['type'] ?? ''),
  )
  return [...inputs, ...buttons]
    .filter((button) => !elements.isUnseen(button) && button.attribs['disabled'] === undefined)
    .map((button) => ({
      name: button.attribs['name'] ?? '',
      value: button.attribs['value'] ?? '',
      words: clean([nameOf(button), button.attribs['alt'] ?? ''].join(' ')),
      address: resolved(button.attribs['formaction'], base),
    }))
}

function refreshOf(elements: Elements, base: string): string | null {
  const refresh = elements.named('meta').find(({ attribs }) => /^refresh$/iu.test(attribs['http-equiv'] ?? ''))
  const [, seconds, address] =
    /^\s*(\d+)[^;]*;\s*url\s*=\s*["']?([^"']+)/iu.exec(refresh?.attribs['content'] ?? '') ?? []
  return Number(seconds) <= LONGEST_REFRESH_SECONDS ? resolved(address, base) : null
}

/** A page with nothing to do but to go on, as its script says in so many words. */
function scriptedRefresh(
  scripts: readonly string[],
  forms: readonly PortalForm[],
  words: string,
  base: string,
): string | null {
  if (forms.length > 0 || words.length > LONGEST_PASSING) return null
  const goingOn = scripts
    .filter((script) => script.length < LONGEST_SENDING_SCRIPT)
    .map((script) => GOES_ON.exec(script))
  return resolved(goingOn.find((found) => found !== null)?.[2], base)
}

const LONGEST_PASSING = 120
const GOES_ON =
  /^\s*(?:<!--\s*)?(?:window\.|document\.|top\.|parent\.|self\.)*location(?:\.href)?(?:\s*=\s*|\.(?:replace|assign)\(\s*)(["'])([^"']{1,2000})\1\s*\)?\s*;?\s*(?:\/\/)?\s*(?:-->)?\s*$/u

/** A page that goes on after longer than this is meant to be read. */
const LONGEST_REFRESH_SECONDS = 10

const isSelfSending = (elements: Elements, scripts: readonly string[]): boolean =>
  /\.submit\s*\(/u.test(elements.named('body')[0]?.attribs['onload'] ?? '') ||
  scripts.some((script) => script.length < LONGEST_SENDING_SCRIPT && /\.submit\s*\(\s*\)/u.test(script))

const LONGEST_SENDING_SCRIPT = 1000

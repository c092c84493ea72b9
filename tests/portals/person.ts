/** Somebody at a simulated portal who knows what to tap and type: plain `fetch`, cookies, and eyes for links and forms. */
import { findAll, getElementsByTagName, textContent } from 'domutils'
import type { Element } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import iconv from 'iconv-lite'
import type { Portal, Step } from './portal.ts'
import type { RunningPortal } from './server.ts'

const MOST_REDIRECTIONS = 12

export class Person {
  html = ''
  status = 0
  address: string
  bytes = new Uint8Array()
  contentType = ''
  /** Where all the links, forms and frames lead that were seen. */
  readonly seen = new Set<string>()
  readonly #charset: string
  readonly #cookies = new Map<string, string>()

  constructor({ charset }: Portal, { address }: RunningPortal) {
    this.#charset = charset
    this.address = address
  }

  /** Goes to an address, and on where it sends whoever looks: by a header, a refresh or a form that sends itself. */
  async open(address: string, body?: string): Promise<void> {
    let [to, sent] = [new URL(address, this.address).href, body]
    for (let hops = 0; ; hops += 1) {
      if (hops > MOST_REDIRECTIONS) throw new Error('too many redirections')
      const answer = await this.#ask(to, sent)
      const location = answer.headers.get('location')
      if (location === null) break
      if (answer.status !== 307) sent = undefined
      to = new URL(location, to).href
    }
    const refresh = /http-equiv="refresh" content="0;URL='([^']+)'/u.exec(this.html)?.[1]
    if (refresh !== undefined) return this.open(refresh)
    if (/onload="document\.forms\[0\]\.submit/u.test(this.html)) return this.send({})
  }

  /** Taps, looks or types. */
  async take(step: Step): Promise<void> {
    if (typeof step !== 'string') return this.send(step)
    if (step.startsWith('/')) {
      if (!this.seen.has(new URL(step, this.address).href)) throw new Error(`${step} was not seen`)
      return this.open(step)
    }
    const link = this.#all('a').find((each) => textContent(each).trim() === step)
    if (link === undefined) throw new Error(`no link ${step} at ${this.address}`)
    return this.open(link.attribs['href'] ?? '')
  }

  /** Fills in the first form that has all these fields, and presses its last button. */
  async send(typed: Readonly<Record<string, string>>): Promise<void> {
    const form = this.#all('form').find((each) => Object.keys(typed).every((name) => named(each, name) !== undefined))
    if (form === undefined) throw new Error(`no form with ${Object.keys(typed).join(', ')} at ${this.address}`)
    const fields = getElementsByTagName('input', form.children).filter(({ attribs }) => isSent(attribs))
    const button = findAll(({ attribs }) => attribs['type'] === 'submit', form.children).at(-1)
    const pairs = [...fields, ...(button?.attribs['name'] === undefined ? [] : [button])].map(
      ({ attribs: { name = '', value = '' } }) => `${this.#encoded(name)}=${this.#encoded(typed[name] ?? value)}`,
    )
    await this.open(button?.attribs['formaction'] ?? form.attribs['action'] ?? '', pairs.join('&'))
  }

  get words(): string {
    return textContent(parseDocument(this.html)).replace(/\s+/gu, ' ')
  }

  async #ask(address: string, body: string | undefined): Promise<Response> {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body === undefined ? {} : { method: 'POST', body }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? []
      this.#cookies.set(name, value)
    }
    this.bytes = new Uint8Array(await answer.arrayBuffer())
    this.contentType = answer.headers.get('content-type') ?? ''
    this.html = iconv.decode(Buffer.from(this.bytes), this.#charset)
    this.status = answer.status
    this.address = address
    this.#remember()
    return answer
  }

  #remember(): void {
    // A script that writes links is looked at, too.
    const written = [...this.html.matchAll(/(?:href=|src=|formaction=|fetch\(|show\()["']([^"']+)["']/gu)].map(
      ([, to = '']) => to,
    )
    const actions = this.#all('form').map(({ attribs }) => attribs['action'] ?? '')
    for (const address of [...written, ...actions]) this.seen.add(new URL(address, this.address).href)
  }

  #all(name: string): Element[] {
    return getElementsByTagName(name, parseDocument(this.html).children)
  }

  #encoded(text: string): string {
    const bytes = [...iconv.encode(text, this.#charset)]
    return bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  }
}

const named = (form: Element, name: string): Element | undefined =>
  getElementsByTagName('input', form.children).find(({ attribs }) => attribs['name'] === name)

const isSent = ({ type = 'text', checked }: Element['attribs']): boolean =>
  type === 'submit' || type === 'reset' ? false : !/^(?:checkbox|radio)$/u.test(type) || checked !== undefined

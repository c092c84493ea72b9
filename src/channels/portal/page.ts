import type { Outcome } from '../../core/failure.ts'

/** More than any page about one line. */
export const MOST_BYTES = 8 * 1024 * 1024

/** What a person can type into or tick. */
export interface PortalField {
  /** Its place among the fields of the page. */
  readonly id: number
  readonly name: string
  /** As HTML has it: "text", "password", "tel", "email", "number", "checkbox", "radio", "hidden", "select", "search"… */
  readonly kind: string
  /** The words beside it: label, aria-label, placeholder, title, else those of the cell or the text before it. */
  readonly label: string
  readonly autocomplete: string
  /** Null where there is no limit. */
  readonly maxLength: number | null
  readonly value: string
  readonly isChecked: boolean
  /** What can be chosen; none where something is typed. */
  readonly options: readonly { readonly value: string; readonly words: string }[]
}

/** What sends a form. */
export interface PortalButton {
  readonly name: string
  readonly value: string
  readonly words: string
  /** Where it sends the form instead of the form's own address; null where it does not. */
  readonly address: string | null
}

export interface PortalForm {
  /** Where it sends its fields. */
  readonly address: string
  readonly method: 'GET' | 'POST'
  /** WHATWG name of the charset in which its fields are sent. */
  readonly charset: string
  /** What stands over its fields: a heading in it, else the one before it. */
  readonly heading: string
  /** As of a link. */
  readonly number: string | null
  readonly fields: readonly PortalField[]
  readonly buttons: readonly PortalButton[]
  /** The page's own script sends it as soon as it is there, as single sign-on does. */
  readonly isSelfSending: boolean
}

export interface PortalLink {
  readonly address: string
  readonly words: string
  /** Last four digits of the phone number in whose row or box it stands; null where that is none, or several. */
  readonly number: string | null
}

/** A page as a person sees it, whichever engine brought it. */
export interface PortalPage {
  /** Where it stands in the end. */
  readonly address: string
  readonly status: number
  /** Instant from which it can be asked again, as the server says; null where it says nothing. */
  readonly retryAfter: string | null
  readonly title: string
  /** All its visible words; one blank where markup parts them. */
  readonly text: string
  readonly forms: readonly PortalForm[]
  readonly links: readonly PortalLink[]
  /** Addresses of the pages inside it. */
  readonly frames: readonly string[]
  /** Where it sends whoever looks at it. */
  readonly refresh: string | null
  /** It has nothing to show without its script. */
  readonly needsScript: boolean
  /** It says that something on it comes only by its script. */
  readonly asksForScript: boolean
  /** It wants to be shown that nobody is a robot. */
  readonly hasCaptcha: boolean
  /** Something that it is drawn from did not come: what it shows is not all that it would. */
  readonly isBroken: boolean
  readonly evidence: { readonly bytes: Uint8Array; readonly contentType: string }
}

/** What is typed into fields, by their ids. */
export type Typed = ReadonlyMap<number, string>

/** Goes to pages and sends forms; failures: `unreachable`, `changed` (not a page), `unsupported` (cannot do what the page needs). */
export interface Engine {
  open(address: string): Promise<Outcome<PortalPage>>
  follow(page: PortalPage, link: PortalLink): Promise<Outcome<PortalPage>>
  /** `isSecret`: nothing of it may go anywhere but to the sites that the engine was given, redirections included. */
  submit(
    page: PortalPage,
    form: PortalForm,
    typed: Typed,
    button: PortalButton | null,
    isSecret: boolean,
  ): Promise<Outcome<PortalPage>>
  /** Cookies, to go on with later. They are secrets. */
  session(): Promise<string>
  readonly bytesReceived: number
  close(): Promise<void>
}

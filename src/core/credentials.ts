/** What the owner of a line logs in with. */
export interface Credentials {
  /** Whatever the portal asks for first: an id, a phone number, a mail address. */
  readonly user: string
  readonly password: string
  /** The network PIN, ネットワーク暗証番号. */
  readonly pin?: string
}

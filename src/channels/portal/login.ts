import { isForbidden } from './forbidden.ts'
import type { PortalButton, PortalField, PortalForm, PortalPage } from './page.ts'

/** What a field of a sign-in wants. */
export type Wanted = 'user' | 'password' | 'pin' | 'code'

/** A form that asks for what its owner knows: which fields want what, in their order, and what sends it. */
export interface SignIn {
  readonly form: PortalForm
  readonly fields: readonly { readonly field: PortalField; readonly wants: Wanted }[]
  readonly button: PortalButton | null
}

const WORDS = {
  code: /認証コード|確認コード|ワンタイム|セキュリティ[ー]?コード|認証番号|確認番号|セキュリティ番号|one.?time|verification code|security code|passcode|\botp\b|验证码|驗證碼/iu,
  pin: /暗証番号|暗証|\bpin\b|4桁/iu,
  password: /パスワード|password|密码|密碼/iu,
  user: /ID|アカウント|電話番号|メール|ユーザ|お客様番号|会員番号|account|user|e-?mail|phone|mobile|login|账号|帳號|手机号|手機號|门号|門號/iu,
  search: /検索|キーワード|search|搜索|搜尋/iu,
  next: /ログイン|サインイン|次へ|進む|続け|認証|送信|確認|OK|log.?in|sign.?in|next|continue|submit|verify|send|登录|登入|下一步|提交|确定|確定/iu,
}

const isTyped = ({ kind }: PortalField): boolean => /^(?:text|tel|email|number|password)$/u.test(kind)

/** The sign-in of a page among its other forms: a search, a newsletter; null where there is none. */
export function signInOf(page: PortalPage): SignIn | null {
  const found = page.forms.map(signIn).filter((each) => each !== null)
  const rank = ({ fields }: SignIn): number =>
    Math.max(...fields.map(({ wants }) => ['user', 'code', 'pin', 'password'].indexOf(wants)))
  return found.toSorted((a, b) => rank(b) - rank(a))[0] ?? null
}

function signIn(form: PortalForm): SignIn | null {
  const typed = form.fields.filter(isTyped)
  if (typed.length === 0) return null
  const boxes = boxesIn(form.fields)
  const fields = typed.map((field) => ({ field, wants: wantedBy(field, boxes) }))
  const known = fields.filter((each): each is SignIn['fields'][number] => each.wants !== null)
  const button = buttonOf(form)
  if (known.length === 0 || (button === null && form.buttons.length > 0)) return null
  // A name alone is asked for by many forms: this one must say that it goes on to a sign-in.
  const isStep = known.some(({ wants }) => wants !== 'user') || (known.length === fields.length && isNext(button))
  return isStep ? { form, fields: known, button } : null
}

const isNext = (button: PortalButton | null): boolean => button !== null && WORDS.next.test(button.words)

function wantedBy(field: PortalField, boxes: Boxes): Wanted | null {
  const { kind, name, autocomplete, maxLength } = field
  const words = `${field.label} ${name}`
  if (kind === 'search' || WORDS.search.test(words)) return null
  if (/one-time-code/u.test(autocomplete) || WORDS.code.test(words) || boxes.ofCode.has(field)) return 'code'
  if (kind === 'password') {
    const isShort = maxLength !== null && maxLength <= LONGEST_PIN
    const isCalledPin = WORDS.pin.test(words) && !WORDS.password.test(field.label)
    return isShort || isCalledPin ? 'pin' : 'password'
  }
  if (WORDS.pin.test(field.label)) return 'pin'
  if (/username|email|tel/u.test(autocomplete) || WORDS.user.test(words) || kind === 'email' || kind === 'tel')
    return 'user'
  return boxes.ofNumber.has(field) ? 'user' : null
}

const LONGEST_PIN = 4

/** Fields of a form that are parts of one. */
interface Boxes {
  /** Six boxes for a digit each. */
  readonly ofCode: ReadonlySet<PortalField>
  /** 090 - 0000 - 1234 in three boxes. */
  readonly ofNumber: ReadonlySet<PortalField>
}

function boxesIn(fields: readonly PortalField[]): Boxes {
  const digits = fields.filter((each) => isTyped(each) && each.maxLength === 1)
  const parts = numberBoxes(fields)
  return {
    ofCode: new Set(digits.length >= FEWEST_DIGITS ? digits : []),
    ofNumber: new Set(parts.length === 3 ? parts : []),
  }
}

const FEWEST_DIGITS = 4

/** The boxes of a form that are as wide as the parts of a phone number. */
export const numberBoxes = (fields: readonly PortalField[]): PortalField[] =>
  fields.filter(({ kind, maxLength }) => /^(?:text|tel|number)$/u.test(kind) && (maxLength === 3 || maxLength === 4))

/** The form that has a one-time code sent: it asks at most where to. */
export function sendCodeForm({
  forms,
}: PortalPage): { readonly form: PortalForm; readonly button: PortalButton } | null {
  for (const form of forms) {
    const asksNothing = form.fields.every(({ kind }) => kind === 'hidden' || kind === 'radio' || kind === 'select')
    const button = form.buttons.find(({ words, value }) => SEND_CODE.test(words || value))
    if (asksNothing && button !== undefined) return { form, button }
  }
  return null
}

const SEND_CODE =
  /^.{0,16}(?:送信(?:する)?|送る|受け取る|発行する?)$|^(?:send|get|text me).{0,20}(?:code|sms)?$|发送|發送|获取|取得/iu

/** The button that goes on; null where none may be pressed. */
function buttonOf({ buttons, address }: PortalForm): PortalButton | null {
  const next = buttons.find(({ words, value }) => WORDS.next.test(`${words} ${value}`))
  return next ?? buttons.find((button) => !isForbidden(button.words, button.address ?? address)) ?? null
}

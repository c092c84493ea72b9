import { isForbidden } from './forbidden.ts'
import type { PortalButton, PortalField, PortalForm, PortalPage } from './page.ts'
import { says } from './says.ts'

/** What a field of a sign-in wants. */
export type Wanted = 'user' | 'password' | 'pin' | 'code'

/** A form that asks for what its owner knows: which fields want what, in their order, and what sends it. */
export interface SignIn {
  readonly form: PortalForm
  readonly fields: readonly { readonly field: PortalField; readonly wants: Wanted }[]
  /** Null where the form is sent without one. */
  readonly button: PortalButton | null
  /** It asks for nothing else, and no other form could be it. */
  readonly isSure: boolean
}

const WORDS = {
  code: /認証コード|確認コード|ワンタイム|セキュリティ[ー]?コード|認証番号|確認番号|セキュリティ番号|one.?time|verification code|security code|passcode|\botp\b|验证码|驗證碼/iu,
  pin: /暗証番号|暗証|\bpin\b|4桁/iu,
  password: /パスワード|password|密码|密碼/iu,
  user: /ID|アカウント|電話番号|メール|ユーザ|お客(?:様|さま)番号|会員番号|account|user|e-?mail|phone|mobile|login|账号|帳號|帳戶|手机号|手機號|门号|門號|電話號碼/iu,
  search: /検索|キーワード|search|搜索|搜尋/iu,
  unfilled: /任意|入力しないで|空欄|optional|leave.{0,20}(?:blank|empty)|do not fill/iu,
  next: /ログイン|サインイン|次へ|進む|続け|認証|送信|確認|OK|log.?in|sign.?in|next|continue|submit|verify|send|登录|登入|下一步|提交|确定|確定/iu,
}

const SIGN_IN = /ログイン|サインイン|認証|log.?in|sign.?in|auth|登录|登入/iu
/** What lets in whoever is not known, makes somebody known, or sends something anew. */
const NO_SIGN_IN =
  /せず|しないで|なしで|ない方|初めて|はじめて|新規|登録|作成|ゲスト|忘れ|再(?:設定|発行|送)|購入|チャージ|申し?込|注文|変更|メールマガジン|メルマガ|パスキー|生体|戻る|キャンセル|without|guest|sign.?up|regist|create|forg[eo]t|resend|reset|again|checkout|newsletter|subscribe|buy|order|top.?up|recharge|passkey|cancel|注册|註冊|忘记|忘記|购买|購買|充值/iu
const NO_SIGN_IN_PATH =
  /(?:^|[/_.-])(?:guest|regist|sign-?up|new|create|forg[eo]t|reset|newsletter|mailmag|subscribe|buy|order|purchase|cart|checkout|charge|top-?up|recharge)/iu

const isTyped = ({ kind }: PortalField): boolean => /^(?:text|tel|email|number|password)$/u.test(kind)

const RANKS: readonly Wanted[] = ['user', 'code', 'pin', 'password']
const rankOf = ({ fields }: SignIn): number => Math.max(...fields.map(({ wants }) => RANKS.indexOf(wants)))

/** The sign-in of a page among its other forms: a search, a newsletter, a registration; null where there is none. */
export function signInOf(page: PortalPage): SignIn | null {
  const found = page.forms.map((form) => signIn(form, page)).filter((each) => each !== null)
  const [best, ...others] = found.toSorted((a, b) => rankOf(b) - rankOf(a))
  if (best === undefined) return null
  const isAlone = others.every((other) => rankOf(other) < rankOf(best) || isCopy(other.form, best.form))
  return isAlone ? best : { ...best, isSure: false }
}

/** The same form for another width of the screen. */
const isCopy = (a: PortalForm, b: PortalForm): boolean =>
  a.address === b.address && a.fields.map(({ name }) => name).join() === b.fields.map(({ name }) => name).join()

function signIn(form: PortalForm, page: PortalPage): SignIn | null {
  const typed = form.fields.filter(isTyped)
  const fields = wantedIn(typed, form, page)
  const known = fields.filter((each): each is SignIn['fields'][number] => each.wants !== null)
  const button = buttonOf(form)
  if (known.length === 0 || isOther(form, known)) return null
  // Boxes of a code may send themselves when they are full: a button beside them sends another code.
  if (button === null && form.buttons.length > 0 && known.some(({ wants }) => wants !== 'code')) return null
  const isStep =
    known.some(({ wants }) => wants !== 'user') || (known.length === fields.length && isFirstStep(form, button, page))
  return isStep ? { form, fields: known, button, isSure: !asksMore(form, fields) } : null
}

/** A name alone is asked for by many forms: this one must say that it goes on to a sign-in. */
const isFirstStep = ({ heading, address }: PortalForm, button: PortalButton | null, page: PortalPage): boolean =>
  button !== null &&
  WORDS.next.test(button.words) &&
  SIGN_IN.test([button.words, heading, address, page.title, page.address].join(' '))

/** One that registers, buys, subscribes, or sets something anew. */
function isOther({ heading, address, fields }: PortalForm, known: SignIn['fields']): boolean {
  const isNew = fields.some(({ autocomplete }) => /new-password/u.test(autocomplete))
  const secrets = known.filter(({ wants }) => wants === 'password').length
  const pins = known.filter(({ wants, field }) => wants === 'pin' && field.kind === 'password').length
  const { pathname = '' } = URL.parse(address) ?? {}
  return (
    isNew ||
    secrets > 1 ||
    pins > 1 ||
    (NO_SIGN_IN.test(heading) &&
      !/ログイン(?!せず|しない|なし)|サインイン|log.?in|sign.?in|登录|登入/iu.test(heading)) ||
    (NO_SIGN_IN_PATH.test(pathname) && !/log-?in|log-?on|sign-?in|auth/iu.test(pathname))
  )
}

/** Whether a form asks for something that nobody has stored. */
const asksMore = (form: PortalForm, fields: readonly Asked[]): boolean =>
  fields.some(({ field, wants }) => wants === null && !isLeftOut(field)) ||
  form.fields.some(({ kind, value }) => kind === 'select' && value === '')

const isLeftOut = ({ kind, label, name }: PortalField): boolean =>
  kind === 'search' || WORDS.search.test(`${label} ${name}`) || WORDS.unfilled.test(label)

/** A field and what it wants; null where that is nothing one knows. */
interface Asked {
  readonly field: PortalField
  readonly wants: Wanted | null
}

/** What fields want by their words, or, where just one is open, by what stands beside it. */
function wantedIn(typed: readonly PortalField[], form: PortalForm, page: PortalPage): Asked[] {
  const boxes = boxesIn(form.fields)
  const fields = typed.map((field) => ({ field, wants: wantedBy(field, boxes) }))
  if (isBareCodeBox(typed, form, page)) return [{ field: typed[0]!, wants: 'code' }]
  const open = fields.filter(({ field, wants }) => wants === null && !isLeftOut(field))
  const has = (wanted: Wanted): boolean => fields.some(({ wants }) => wants === wanted)
  if (open.length !== 1 || open[0]!.field.kind === 'password') return fields
  const isName = has('password') && !has('user') && open[0] === fields[0]
  return isName ? fields.map((each) => (each === open[0] ? { ...each, wants: 'user' } : each)) : fields
}

/** The only box of a page about a code, without a word of its own; a phone number would not fit into it. */
function isBareCodeBox([box, ...others]: readonly PortalField[], form: PortalForm, page: PortalPage): boolean {
  if (box === undefined || others.length > 0 || box.label !== '' || form.method !== 'POST') return false
  const isPlain = box.kind !== 'password' && wantedBy(box, NO_BOXES) === null
  const isTight = /^(?:tel|number)$/u.test(box.kind) && box.maxLength !== null && box.maxLength <= LONGEST_CODE
  return (isPlain || isTight) && says(page, 'secondStep')
}

const LONGEST_CODE = 8

function wantedBy(field: PortalField, boxes: Boxes): Wanted | null {
  const { kind, name, autocomplete, maxLength } = field
  const label = field.label.normalize('NFKC')
  const words = `${label} ${name}`
  if (kind === 'search' || WORDS.search.test(words) || WORDS.unfilled.test(label)) return null
  if (/one-time-code/u.test(autocomplete) || WORDS.code.test(words) || boxes.ofCode.has(field)) return 'code'
  if (kind === 'password') {
    const isShort = maxLength !== null && maxLength <= LONGEST_PIN
    const isCalledPin = WORDS.pin.test(words) && !WORDS.password.test(label)
    return isShort || isCalledPin ? 'pin' : 'password'
  }
  if (WORDS.pin.test(label)) return 'pin'
  if (/username|email|tel/u.test(autocomplete) || WORDS.user.test(words) || kind === 'email' || kind === 'tel')
    return 'user'
  return boxes.ofNumber.has(field) ? 'user' : null
}

const LONGEST_PIN = 4

/** Fields of a form that are parts of one. */
interface Boxes {
  /** Six boxes for a digit each. */
  readonly ofCode: ReadonlySet<PortalField>
  /** 090 - 0000 - 1234 in three boxes, or a member's number. */
  readonly ofNumber: ReadonlySet<PortalField>
}

function boxesIn(fields: readonly PortalField[]): Boxes {
  const digits = fields.filter((each) => isTyped(each) && each.maxLength === 1)
  const parts = numberBoxes(fields)
  return {
    ofCode: new Set(digits.length >= FEWEST_DIGITS ? digits : []),
    ofNumber: new Set(parts.length >= FEWEST_PARTS ? parts : []),
  }
}

const NO_BOXES: Boxes = { ofCode: new Set(), ofNumber: new Set() }

const FEWEST_DIGITS = 4
const FEWEST_PARTS = 2

/** The boxes of a form that are as wide as the parts of a number. */
export const numberBoxes = (fields: readonly PortalField[]): PortalField[] =>
  fields.filter(
    ({ kind, maxLength }) =>
      /^(?:text|tel|number)$/u.test(kind) && maxLength !== null && maxLength > 1 && maxLength <= 5,
  )

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
  const wordsOf = ({ words, value }: PortalButton): string => `${words} ${value}`
  const known = buttons.filter(
    (button) =>
      !NO_SIGN_IN.test(wordsOf(button)) &&
      (button.address === null || !NO_SIGN_IN_PATH.test(URL.parse(button.address)?.pathname ?? '')),
  )
  const plain = known.find(({ words, value }) => PLAIN_SIGN_IN.test(words || value))
  const next = plain ?? known.find((button) => WORDS.next.test(wordsOf(button)))
  return next ?? known.find((button) => !isForbidden(button.words, button.address ?? address)) ?? null
}

const PLAIN_SIGN_IN = /^(?:ログイン|サインイン|log.?in|sign.?in|登录|登入)(?:する)?$/iu

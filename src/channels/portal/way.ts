import { isNumberOf, phoneNumbersIn } from '../../core/phone-number.ts'
import { sentBy } from './encode-form.ts'
import { isForbidden } from './forbidden.ts'
import type { PortalButton, PortalField, PortalForm, PortalLink, PortalPage, Typed } from './page.ts'
import { isOfSites, type Sites } from './sites.ts'

/** What leads on from a page: a link, or a form that asks for nothing and only shows. */
export interface Way extends PortalLink {
  /** Null for a link. */
  readonly sends: { readonly form: PortalForm; readonly typed: Typed; readonly button: PortalButton | null } | null
}

/** What links to a line's use of data are called, the plainest first; a carrier's own path comes before them. */
const WAYS: readonly RegExp[] = [
  /データ(?:通信)?残量|残りデータ(?:通信)?量|残データ量|データ通信量|データ(?:利用|使用)量|(?:利用|使用)データ量|remaining data|data (?:usage|balance|remaining)|剩余流量|剩餘數據|流量查询|流量查詢|數據用量/giu,
  /高速|データ量|通信量|残量|残容量|パケット|利用量|使用量|usage|balance|流量/giu,
  /(?:利用|使用)(?:状況|明細)|契約(?:内容|情報|回線)|回線情報|マイページ|マイメニュー|会員ページ|メニュー|\bmy ?[\p{L}\p{N}+]{2,16}(?: mobile)?|my ?(?:page|menu|account|e?sims?|lines?)|menu|dashboard|使用情况|使用情況/giu,
  /詳細|今月|当月|details|this month|本月/giu,
  /サービス|モバイル|スマートフォン|スマホ|お客(?:様|さま)情報|会員情報|services?|mobile|服务|服務/giu,
]

/** What may stand around such a name and still only show; 残量をもっと見る and データ残量＋ already want something else. */
const SHOWING =
  /^(?:ご|お|利用|使用|料金|など|今月|当月|現在|契約|回線|高速|データ|通話|履歴|sim|e-?sim|my|your|the|の|を|は|へ|と|この|へ進む|進む|確認|照会|詳細|内訳|表示|見る|チェック|する|はこちら|一覧|ページ|view|see|check|show|details?|查询|查詢|[\s\d月日分()（）>›»→・:：])*$/iu

/**
 * Ways that lead to the figure, the likeliest first: those called by the number of the line that is meant, those beside it, those of the
 * carrier's path, then by their words; nothing that does more than show, nor what stands beside another line's number.
 */
export function waysOn(page: PortalPage, path: readonly string[], numberSuffix: string | null, sites: Sites): Way[] {
  const rank = ({ words, number }: Way): number => {
    const byWords = rankOf(words, path)
    if (numberSuffix === null) return byWords
    if (words.replace(/\D/gu, '').endsWith(numberSuffix)) return CALLED
    if (number === null || byWords < 0) return byWords
    return isNumberOf(number, numberSuffix) ? byWords + BESIDE : NONE
  }
  const ranked = presentedOn(page)
    .filter((way) => way.words !== '' && !isForbidden(way.words, askedBy(way)) && isOfSites(way.address, sites))
    .map((way) => ({ way, rank: rank(way) }))
    .filter((each) => each.rank !== NONE)
  const choice = numberSuffix === null ? null : lineChoice(page, numberSuffix, sites)
  return [...(choice === null ? [] : [choice]), ...ranked.toSorted((a, b) => a.rank - b.rank).map(({ way }) => way)]
}

/** The links of a page, and the buttons of its forms with nothing to fill in. */
const presentedOn = ({ links, forms }: PortalPage): Way[] => [
  ...links.map((link): Way => ({ ...link, sends: null })),
  ...forms
    .filter(({ fields }) => fields.every(({ kind }) => kind === 'hidden'))
    .flatMap((form) => form.buttons.map((button): Way => sending(form, new Map(), button))),
]

const sending = (form: PortalForm, typed: Typed, button: PortalButton | null): Way => ({
  address: button?.address ?? form.address,
  words: button?.words || button?.value || '',
  number: form.number,
  sends: { form, typed, button },
})

/** What is asked for on a way, as one address: a form asks for what it sends, too. */
export function askedBy({ address, sends }: Way): string {
  if (sends === null) return address
  const url = new URL(address)
  for (const pair of sentBy(sends.form, sends.typed, sends.button)) url.searchParams.append(...pair)
  return url.href
}

/** The choice among several numbers that shows the line that is meant; null where there is none, or it is shown already. */
function lineChoice({ forms }: PortalPage, numberSuffix: string, sites: Sites): Way | null {
  for (const form of forms) {
    const [select, ...others] = form.fields.filter(({ kind }) => kind !== 'hidden')
    const option = select && others.length === 0 ? optionOf(select, numberSuffix) : null
    const button = form.buttons.find(({ words, value }) => SHOWS_LINE.test(words || value)) ?? null
    if (option === null || (button === null && form.buttons.length > 0)) continue
    const way = sending(form, new Map([[select!.id, option]]), button)
    if (isOfSites(way.address, sites) && !isForbidden('', askedBy(way).replaceAll(/switch|select|change/giu, '')))
      return way
  }
  return null
}

/** The value of the only choice that is called by a number, where all are called so. */
function optionOf({ options, value }: PortalField, numberSuffix: string): string | null {
  const endings = options.map(({ words }) => phoneNumbersIn(words).map(({ ending }) => ending))
  if (endings.some(({ length }) => length !== 1)) return null
  const [meant, ...others] = options.filter((_, index) => isNumberOf(endings[index]![0]!, numberSuffix))
  return meant === undefined || others.length > 0 || meant.value === value ? null : meant.value
}

/** 表示切替, 回線を切り替える, 表示する: what only shows another of one's lines. */
const SHOWS_LINE =
  /^(?:(?:回線|番号|電話番号|表示|契約)[のをに]?)*(?:切り?替え?る?|表示(?:する)?|選択(?:する)?|照会(?:する)?|確認(?:する)?|決定|OK|GO|view|show|select|switch(?: line)?|查看|查询|查詢|切换|切換|显示|顯示)$/iu

const NONE = -1
/** Before every rank by words. */
const BESIDE = -1000
const CALLED = 2 * BESIDE

/** 0 for the last label of the path, then those before it, then other words; -1 for none. */
function rankOf(words: string, path: readonly string[]): number {
  const plain = folded(words)
  const onPath = path.toReversed().findIndex((label) => plain === folded(label))
  if (onPath >= 0) return onPath
  const isNear = (name: string): boolean => plain.includes(name) && SHOWING.test(plain.replace(name, ''))
  const nearPath = path.toReversed().findIndex((label) => isNear(folded(label)))
  if (nearPath >= 0) return path.length + nearPath
  if (words.length > LONGEST_LINK) return -1
  const way = WAYS.findIndex((name) => {
    const rest = words.normalize('NFKC').replaceAll(name, '')
    return rest.length < words.length && SHOWING.test(rest)
  })
  return way < 0 ? -1 : path.length * 2 + way
}

/** A longer link is an advertisement or a notice. */
const LONGEST_LINK = 40

const folded = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')

/** The link to a sign-in, where a page has none itself. */
export const loginLink = (page: PortalPage, sites: Sites): PortalLink | null =>
  page.links.find(
    ({ words, address }) =>
      words.length <= LONGEST_LINK &&
      /ログイン|サインイン|log.?in|sign.?in|登录|登入/iu.test(words) &&
      !/できない|お困り|忘れ|方法|とは|設定|変更|解除|履歴|通知|管理|せずに|パスキー|生体|forgot|help|trouble|passkey|settings|history|without/iu.test(
        words,
      ) &&
      !isForbidden('', address) &&
      isOfSites(address, sites),
  ) ?? null

/** The way past an offer that need not be taken: a passkey, an app, an option; its address may name what is passed by. */
export const skipWay = (page: PortalPage, sites: Sites): Way | null =>
  presentedOn(page).find(
    (way) =>
      /^(?:あとで|後で|今は(?:し|設定し|登録し)ない|スキップ|(?:設定|登録)(?:せず|しないで)に?(?:次へ|進む|続ける)?|次回|skip|later|not now|maybe later|no thanks|以后再说|稍後|跳过|略過).{0,8}$/iu.test(
        way.words,
      ) &&
      (PASSING.test(URL.parse(way.address)?.pathname ?? '') ||
        !isForbidden('', askedBy(way).replaceAll(/passkey/giu, ''))) &&
      isOfSites(way.address, sites),
  ) ?? null

/** /consent/later, /passkey/skip: passed by is what stands before. */
const PASSING = /[/_.-](?:later|skip|not-?now|no-?thanks|dismiss|decline)(?:\.\w+)?\/?$/iu

/** The way to the password where there are several. */
export const passwordLink = (page: PortalPage, sites: Sites): PortalLink | null =>
  page.links.find(
    ({ words, address }) =>
      /パスワード(?:で|を使|ログイン)|(?:別|他|ほか)の(?:方法|ログイン)|use (?:a |your )?password|other (?:ways|options)|another way|使用密码|使用密碼|其他方式/iu.test(
        words,
      ) &&
      !/忘れ|forgot|再設定/iu.test(words) &&
      !isForbidden(words, address) &&
      isOfSites(address, sites),
  ) ?? null

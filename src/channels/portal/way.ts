import { isNumberOf } from '../../core/phone-number.ts'
import { isForbidden } from './forbidden.ts'
import type { PortalLink, PortalPage } from './page.ts'
import { isOfSites, type Sites } from './sites.ts'

/** What links to a line's use of data are called, the plainest first; a carrier's own path comes before them. */
const WAYS: readonly RegExp[] = [
  /データ(?:通信)?残量|残りデータ(?:通信)?量|残データ量|データ通信量|データ(?:利用|使用)量|(?:利用|使用)データ量|remaining data|data (?:usage|balance|remaining)|剩余流量|剩餘數據|流量查询|流量查詢|數據用量/giu,
  /高速|データ量|通信量|残量|残容量|パケット|利用量|使用量|usage|balance|流量/giu,
  /(?:利用|使用)(?:状況|明細)|契約(?:内容|情報|回線)|回線情報|マイページ|マイメニュー|会員ページ|メニュー|my ?(?:page|menu|account|e?sims?|lines?)|menu|dashboard|使用情况|使用情況/giu,
  /詳細|details/giu,
]

/** What may stand around such a name and still only show; 残量をもっと見る and データ残量＋ already want something else. */
const SHOWING =
  /^(?:ご|お|利用|使用|料金|など|今月|当月|現在|契約|回線|高速|データ|通話|履歴|sim|e-?sim|my|your|the|の|を|は|へ|と|この|確認|照会|詳細|内訳|表示|見る|チェック|する|はこちら|一覧|ページ|view|see|check|show|details?|查询|查詢|[\s\d月日分()（）>›»→・:：])*$/iu

/**
 * Links that lead to the figure, the likeliest first: those called by the number of the line that is meant, those beside it, those of the
 * carrier's path, then by their words; nothing that does more than show, nor what stands beside another line's number.
 */
export function waysOn(
  page: PortalPage,
  path: readonly string[],
  numberSuffix: string | null,
  sites: Sites,
): PortalLink[] {
  const rank = ({ words, number }: PortalLink): number => {
    const byWords = rankOf(words, path)
    if (numberSuffix === null) return byWords
    if (words.replace(/\D/gu, '').endsWith(numberSuffix)) return CALLED
    if (number === null || byWords < 0) return byWords
    return isNumberOf(number, numberSuffix) ? byWords + BESIDE : NONE
  }
  const ranked = page.links
    .filter(({ words, address }) => words !== '' && !isForbidden(words, address) && isOfSites(address, sites))
    .map((link) => ({ link, rank: rank(link) }))
    .filter((each) => each.rank !== NONE)
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ link }) => link)
}

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
export const skipLink = (page: PortalPage, sites: Sites): PortalLink | null =>
  page.links.find(
    ({ words, address }) =>
      /^(?:あとで|後で|今は(?:し|設定し|登録し)ない|スキップ|(?:設定|登録)(?:せず|しないで)に?(?:次へ|進む|続ける)?|次回|skip|later|not now|maybe later|no thanks|以后再说|稍後|跳过|略過).{0,8}$/iu.test(
        words,
      ) &&
      !isForbidden('', address.replaceAll(/passkey/giu, '')) &&
      isOfSites(address, sites),
  ) ?? null

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

import { isForbidden } from './forbidden.ts'
import type { PortalLink, PortalPage } from './page.ts'
import { isOfSites, type Sites } from './sites.ts'

/** Words of links to a line's use of data, the plainest first; a carrier's own path comes before them. */
const WAYS: readonly RegExp[] = [
  /データ残量|残りデータ|データ通信量|データ利用量|データ使用量|利用データ量|通信量の?確認|data (?:usage|balance|remaining)|remaining data|剩余流量|剩餘數據|流量查询|用量查詢/iu,
  /データ量|通信量|残量|パケット|利用量|使用量|ギガ残|usage|balance|流量|數據用量/iu,
  /ご?利用状況|ご?利用明細の?確認|ご?契約(?:内容|情報)?(?:・|と)?(?:ご)?利用|マイページ|マイメニュー|my ?(?:page|メニュー|menu|account)|会員ページ|ご契約者様|dashboard|使用情况|使用情況/iu,
]

/** Links that lead to the figure, the likeliest first: those of the carrier's path, then by their words; nothing that does more than show. */
export function waysOn(page: PortalPage, path: readonly string[], sites: Sites): PortalLink[] {
  const ranked = page.links
    .filter(({ words, address }) => words !== '' && !isForbidden(words, address) && isOfSites(address, sites))
    .map((link) => ({ link, rank: rankOf(link.words, path) }))
    .filter(({ rank }) => rank >= 0)
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ link }) => link)
}

/** 0 for the last label of the path, then those before it, then other words; -1 for none. */
function rankOf(words: string, path: readonly string[]): number {
  const plain = folded(words)
  const onPath = path.toReversed().findIndex((label) => plain === folded(label))
  if (onPath >= 0) return onPath
  const nearPath = path
    .toReversed()
    .findIndex((label) => plain.includes(folded(label)) && plain.length < folded(label).length + 12)
  if (nearPath >= 0) return path.length + nearPath
  const way = words.length <= LONGEST_LINK ? WAYS.findIndex((each) => each.test(words)) : -1
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
      !/できない|お困り|忘れ|方法|とは|forgot|help|trouble/iu.test(words) &&
      isOfSites(address, sites),
  ) ?? null

/** The way to the password where a passkey is offered. */
export const passwordLink = (page: PortalPage, sites: Sites): PortalLink | null =>
  page.links.find(
    ({ words, address }) =>
      /パスワード(?:で|を使|ログイン)|(?:別|他|ほか)の(?:方法|ログイン)|use (?:a |your )?password|other (?:ways|options)|another way|使用密码|使用密碼|其他方式/iu.test(
        words,
      ) &&
      !/忘れ|forgot|変更|再設定|reset/iu.test(words) &&
      isOfSites(address, sites),
  ) ?? null

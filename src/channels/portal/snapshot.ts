import type { PortalPage } from './page.ts'

/** Words that say what a page is for, and nothing about whom it is shown to. */
const KNOWN =
  /ログイン|ログアウト|サインイン|パスワード|アカウント|電話番号|暗証番号|ネットワーク|認証|コード|次へ|確認|送信|同意|規約|メンテナンス|ロック|データ|残量|残り|通信量|容量|ギガ|パケット|利用|使用|状況|料金|明細|プラン|契約|追加|購入|チャージ|繰越|くりこし|有効期限|合計|今月|当月|先月|マイページ|メニュー|ホーム|トップ|お知らせ|検索|エラー|時点|更新|高速|低速|速度|制限|[GMK]B|\bID\b|login|log in|sign in|password|account|phone|code|next|continue|data|usage|used|remaining|left|balance|plan|expires?|menu|home|error|search|流量|剩余|剩餘|已用|密码|密碼|登录|登入|套餐/giu

/** So much of a page is enough to know it by. */
const MOST_LINES = 200
const LONGEST_TEXT = 20_000

const some = <T>(several: readonly T[]): readonly T[] => several.slice(0, MOST_LINES)

/** The structure of a page and its known words; everything else is a dot, so that nothing tells whose it is. */
export function snapshotOf({ address, status, title, text, forms, links, frames }: PortalPage): string {
  const { origin, pathname } = new URL(address)
  const lines = [
    `${origin}${pathname.replace(/\d/gu, '0')} ${status}`,
    `title: ${masked(title)}`,
    ...some(forms).flatMap(({ method, fields, buttons }) => [
      `form ${method}`,
      ...some(fields.filter(({ kind }) => kind !== 'hidden')).map(({ kind, label }) => `  ${kind}: ${masked(label)}`),
      ...some(buttons).map(({ words }) => `  button: ${masked(words)}`),
    ]),
    ...some(links).map(({ words }) => `link: ${masked(words)}`),
    ...some(frames).map(() => 'frame'),
    `text: ${masked(text)}`,
  ]
  return `${lines.join('\n')}\n`
}

function masked(whole: string): string {
  const text = whole.slice(0, LONGEST_TEXT)
  let at = 0
  let kept = ''
  for (const { index, 0: word } of text.matchAll(KNOWN)) {
    kept += dots(text.slice(at, index)) + word
    at = index + word.length
  }
  return (kept + dots(text.slice(at))).trim()
}

/** One dot for a run of letters, one 0 for a run of digits. */
const dots = (text: string): string => text.replace(/\p{N}+/gu, '0').replace(/[^\p{P}\p{Z}\p{S}\n0]+/gu, '·')

import { DEFAULT_ZONE, extentOf } from '../../core/cycle.ts'
import type { PortalPage } from './page.ts'

/** What a page says of itself that matters on the way to a figure. */
export type Said =
  | 'expired'
  | 'secondStep'
  | 'wrong'
  | 'locked'
  | 'maintenance'
  | 'captcha'
  | 'terms'
  | 'newPassword'
  | 'approval'
  | 'passkey'
  | 'wifiOff'
  | 'busy'
  | 'script'

const SAYINGS: Readonly<Record<Said, RegExp>> = {
  locked:
    /ロック(?:されました|されてい|されており|しました|してい|しております|中です)|一定回数.{0,16}(?:超え|間違え|誤っ|に達し|失敗し)(?:まし)?た(?!ら|場合|とき|際|時)|ログイン(?:機能)?[をがは].{0,8}(?:停止|制限)(?:中|し(?:て|まし)|され(?:て|まし))|account (?:is|has been|was) (?:temporarily )?(?:locked|suspended|blocked|disabled)|too many (?:failed |unsuccessful |incorrect )?(?:log.?in |sign.?in |password )?(?:attempts|tries)|(?:账号|帳號|账户|帳戶).{0,10}(?:已锁定|已鎖定|已被锁|已被鎖|冻结|凍結|暂停|暫停)|(?:错误|錯誤)(?:次数|次數)?(?:过多|過多|超过|超過)/iu,
  wrong:
    /(?:パスワード|ID|暗証番号|ログイン情報|認証|入力(?:内容|された)|電話番号).{0,40}(?:違い|違って|誤り|誤って|正しくありません|一致しません|間違|認証できません|失敗)|ログインできません(?:でした)?|(?:incorrect|invalid|wrong|does not match|not recogni[sz]ed|login failed|sign.?in failed).{0,60}|(?:密码|密碼|账号|帳號|用户名).{0,20}(?:错误|錯誤|不正确|不正確|有误|有誤)/iu,
  maintenance:
    /メンテナンス(?:中|を(?:実施|行)(?:し?て|っており)|作業中|のため.{0,24}(?:停止|いただけ|できません))|(?:サービス|システム|ご利用).{0,20}(?:一時)?停止(?:中|して(?:います|おります))|ただいま.{0,20}ご利用(?:いただけません|になれません)|under maintenance|temporarily unavailable|系统维护|系統維護|维护中|維護中|(?:工事|点検|作業|停電|障害)(?:の(?:ため|為)|により|に伴い).{0,60}(?:いただけません|なれません|できません|停止)|(?:利用|サービス|受付|取扱)(?:提供)?時間外|outside (?:of )?(?:our )?(?:service|business|opening) hours|非服务时间|非服務時間/iu,
  expired:
    /セッション.{0,24}(?:切れ|タイムアウト|無効|終了)|再度ログイン|一定時間.{0,20}操作|session.{0,12}(?:expired|timed out)|会话已过期|工作階段已過期/iu,
  secondStep:
    /2段階認証|二段階認証|認証コード|確認コード|セキュリティ(?:コード|番号)|ワンタイム|two.?step|verification code|验证码|驗證碼/iu,
  captcha:
    /画像認証|画像に表示|画像の(?:文字|数字)|ロボットではありません|パズル|captcha|i.?m not a robot|图形验证|圖形驗證/iu,
  terms:
    /(?:利用規約|規約|約款|プライバシーポリシー|重要事項).{0,80}(?:同意|承諾)|同意して(?:次へ|進む|続ける)|(?:agree|accept).{0,40}(?:terms|conditions|policy)|(?:terms|conditions).{0,80}(?:agree|accept)|(?:服务条款|服務條款|协议|協議).{0,30}同意/iu,
  newPassword:
    /パスワード(?:の|を).{0,12}(?:変更|再設定|更新)(?:して|が必要|をお願い|してください)|新しいパスワードを|(?:change|update|reset) your password|password (?:has )?expired|请修改密码|請變更密碼/iu,
  approval:
    /アプリ(?:で|から).{0,20}(?:承認|許可|認証)|(?:承認|許可)(?:して|を)(?:ください|お待ち)|approve.{0,40}(?:app|device|phone)|在(?:App|应用|應用程式).{0,10}(?:确认|確認|批准)/iu,
  script: /JavaScript.{0,20}(?:有効|オン|必要|enable|turn on|required|启用|啟用)|(?:enable|requires?) JavaScript/iu,
  passkey: /パスキー|生体認証|passkey|通行密钥|通行密鑰/iu,
  wifiOff: /Wi-?Fi.{0,20}(?:オフ|OFF|切)|(?:モバイル|回線).{0,20}(?:から|で)(?:アクセス|接続)(?:して)?ください/iu,
  busy: /(?:混み合|混みあ|込み合)って|混雑(?:して|により|のため)|アクセスが集中|時間を(?:お|置)いて.{0,20}(?:再度|もう一度|お試し)|try again (?:later|in a)|系统繁忙|系統繁忙|稍后再试|稍後再試/iu,
}

/** Whether words say something. */
export const isSaid = (words: string, what: Said): boolean => SAYINGS[what].test(words)

/** Whether a page says something. */
export const says = ({ text, title }: PortalPage, what: Said): boolean => isSaid(`${title} ${text}`, what)

/** Longer pages mention maintenance, terms and passkeys in their notes and menus. */
const SHORT_CHARACTERS = 700

/** Whether it is what the page is about: it is short, or its title says so. */
export const isAbout = (page: PortalPage, what: Said): boolean =>
  SAYINGS[what].test(page.title) || (page.text.length <= SHORT_CHARACTERS && says(page, what))

/** Whether what a page shows is not its last word yet: it says so, or has dashes or nothing but zeros where its figures will be. */
export function isUnfinished({ text }: PortalPage): boolean {
  const figures = text.match(FIGURE) ?? []
  return (
    (text.length <= SHORT_CHARACTERS && /読み?込み?中|ロード中|loading(?:…|\.{2,}|$)|加载中|載入中/iu.test(text)) ||
    /(?:^|\s)[-‐–—]{1,3}[-‐–—.][-‐–—]{0,3}\s{0,2}[GMK]B/u.test(text) ||
    (figures.length > 0 && figures.every((figure) => Number.parseFloat(figure) === 0))
  )
}

const FIGURE = /\d[\d.,]*(?=\s{0,2}[GMK]B)/gu

/** 11月26日 23:00 ～ 11月27日 6:00: its end. */
const DATED_END =
  /(?:[～〜~]|から)\s*(?:(?<year>\d{4})[年/.-]\s*)?(?<month>\d{1,2})[月/.-]\s*(?<day>\d{1,2})日?[^\d]{0,10}?(?<half>午前|午後)?\s*(?<hour>\d{1,2})(?:[:：]|時)\s*(?<minute>\d{2})?/u
/** 11月27日(金) 1:00 ～ 6:00, 23:00～翌6:00: its end. */
const SPAN_END =
  /(?:(?<year>\d{4})[年/.-]\s*)?(?<month>\d{1,2})[月/.-]\s*(?<day>\d{1,2})日?[^\d]{0,10}\d{1,2}(?:[:：]|時)\s*(?:\d{2})?分?\s*[～〜~-]\s*(?<next>翌日?)?\s*(?<half>午前|午後)?\s*(?<hour>\d{1,2})(?:[:：]|時)\s*(?<minute>\d{2})?/u
/** 11月27日 午前6:00まで. */
const STATED_END =
  /(?:(?<year>\d{4})[年/.-]\s*)?(?<month>\d{1,2})[月/.-]\s*(?<day>\d{1,2})日?[^\d]{0,10}?(?<half>午前|午後)?\s*(?<hour>\d{1,2})(?:[:：]|時)\s*(?<minute>\d{2})?分?\s*(?:頃)?(?:まで|に?終了)/u

/** When a maintenance ends, an instant; null where the page does not say. `now` gives the year. */
export function maintenanceEnd({ text }: PortalPage, now: string): string | null {
  const found = (DATED_END.exec(text) ?? SPAN_END.exec(text) ?? STATED_END.exec(text))?.groups
  if (found === undefined) return null
  const { year, month, day, half, next, hour, minute } = found
  const thisYear = Number(now.slice(0, 'YYYY'.length))
  const hours = Number(hour) + (half === '午後' && Number(hour) < NOON ? NOON : 0) + (next === undefined ? 0 : 2 * NOON)
  const ends = (year === undefined ? [thisYear, thisYear + 1] : [year]).map((inYear) => {
    const at = [inYear, month, day].map((part) => String(part).padStart(2, '0')).join('-')
    const date = extentOf({ at, zone: DEFAULT_ZONE })
    return date === null ? Number.NaN : Date.parse(date.from) + hours * HOUR + Number(minute ?? 0) * MINUTE
  })
  // In December, January is next year's.
  const end = ends.find((each) => each >= Date.parse(now) - HALF_YEAR)
  return end === undefined ? null : new Date(end).toISOString()
}

const NOON = 12
const [MINUTE, HOUR, HALF_YEAR] = [60_000, 3_600_000, 180 * 86_400_000]

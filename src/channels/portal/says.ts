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

const SAYINGS: Readonly<Record<Said, RegExp>> = {
  locked:
    /ロック(?:されました|されてい|されており|しました|しております|中です)|account (?:is|has been|was) (?:locked|suspended)|(?:账号|帳號|账户|帳戶).{0,10}(?:已锁定|已鎖定|已被锁|已被鎖|冻结|凍結)/iu,
  wrong:
    /(?:パスワード|ID|暗証番号|ログイン情報|認証|入力(?:内容|された)|電話番号).{0,40}(?:違い|違って|誤り|誤って|正しくありません|一致しません|間違|認証できません|失敗)|ログインできません(?:でした)?|(?:incorrect|invalid|wrong|does not match|not recogni[sz]ed|login failed|sign.?in failed).{0,60}|(?:密码|密碼|账号|帳號|用户名).{0,20}(?:错误|錯誤|不正确|不正確|有误|有誤)/iu,
  maintenance:
    /メンテナンス(?:中|を(?:実施|行)(?:し?て|っており)|作業中|のため.{0,24}(?:停止|いただけ|できません))|(?:サービス|システム|ご利用).{0,20}(?:一時)?停止(?:中|して(?:います|おります))|ただいま.{0,20}ご利用(?:いただけません|になれません)|under maintenance|temporarily unavailable|系统维护|系統維護|维护中|維護中/iu,
  expired:
    /セッション.{0,24}(?:切れ|タイムアウト|無効|終了)|再度ログイン|一定時間.{0,20}操作|session.{0,12}(?:expired|timed out)|会话已过期|工作階段已過期/iu,
  secondStep:
    /2段階認証|二段階認証|認証コード|確認コード|セキュリティ(?:コード|番号)|ワンタイム|two.?step|verification code|验证码|驗證碼/iu,
  captcha:
    /画像認証|画像に表示|画像の(?:文字|数字)|ロボットではありません|captcha|i.?m not a robot|图形验证|圖形驗證/iu,
  terms:
    /(?:利用規約|規約|約款|プライバシーポリシー|重要事項).{0,80}(?:同意|承諾)|同意して(?:次へ|進む|続ける)|(?:agree|accept).{0,40}(?:terms|conditions|policy)|(?:terms|conditions).{0,80}(?:agree|accept)|(?:服务条款|服務條款|协议|協議).{0,30}同意/iu,
  newPassword:
    /パスワード(?:の|を).{0,12}(?:変更|再設定|更新)(?:して|が必要|をお願い|してください)|新しいパスワードを|(?:change|update|reset) your password|password (?:has )?expired|请修改密码|請變更密碼/iu,
  approval:
    /アプリ(?:で|から).{0,20}(?:承認|許可|認証)|(?:承認|許可)(?:して|を)(?:ください|お待ち)|approve.{0,40}(?:app|device|phone)|在(?:App|应用|應用程式).{0,10}(?:确认|確認|批准)/iu,
  passkey: /パスキー|生体認証|passkey|通行密钥|通行密鑰/iu,
  wifiOff: /Wi-?Fi.{0,20}(?:オフ|OFF|切)|(?:モバイル|回線).{0,20}(?:から|で)(?:アクセス|接続)(?:して)?ください/iu,
}

/** Whether a page says something. */
export const says = ({ text, title }: PortalPage, what: Said): boolean => SAYINGS[what].test(`${title} ${text}`)

/** Longer pages mention maintenance, terms and passkeys in their notes and menus. */
const SHORT_CHARACTERS = 700

/** Whether it is what the page is about: it is short, or its title says so. */
export const isAbout = (page: PortalPage, what: Said): boolean =>
  SAYINGS[what].test(page.title) || (page.text.length <= SHORT_CHARACTERS && says(page, what))

const TOKYO_HOURS = 9

/** 11月27日(金) 1:00 ～ 6:00: its end. */
const SPAN_END =
  /(?:(\d{4})[年/.-]\s*)?(\d{1,2})[月/.-]\s*(\d{1,2})日?[^\d]{0,10}\d{1,2}(?:[:：]|時)\s*(?:\d{2})?分?\s*[～〜~-]\s*翌?(午前|午後)?\s*(\d{1,2})(?:[:：]|時)\s*(\d{2})?/u
/** 11月27日 午前6:00まで. */
const STATED_END =
  /(?:(\d{4})[年/.-]\s*)?(\d{1,2})[月/.-]\s*(\d{1,2})日?[^\d]{0,10}?(午前|午後)?\s*(\d{1,2})(?:[:：]|時)\s*(\d{2})?分?\s*(?:頃)?(?:まで|に?終了)/u

/** When a maintenance ends, an instant; null where the page does not say. `now` gives the year. */
export function maintenanceEnd({ text }: PortalPage, now: string): string | null {
  const [, year, month, day, half, hour, minute] = SPAN_END.exec(text) ?? STATED_END.exec(text) ?? []
  if (month === undefined || day === undefined || hour === undefined) return null
  const hours = half === '午後' && Number(hour) < NOON ? Number(hour) + NOON : Number(hour)
  const at = (inYear: number): number =>
    Date.UTC(inYear, Number(month) - 1, Number(day), hours - TOKYO_HOURS, Number(minute ?? 0))
  const thisYear = Number(now.slice(0, 'YYYY'.length))
  // In December, January is next year's.
  const time =
    year !== undefined ? at(Number(year)) : at(thisYear) < Date.parse(now) - HALF_YEAR ? at(thisYear + 1) : at(thisYear)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

const NOON = 12
const HALF_YEAR = 180 * 86_400_000

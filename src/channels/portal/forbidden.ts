/** What no reading robot presses, whatever it is called and wherever it stands: in Japanese, English and Chinese. */
const FORBIDDEN_WORDS = new RegExp(
  [
    // Buy, order, apply, charge, pay.
    '購入|買|申し?込|お支払|注文|チャージ|追加|増やす|増量|おかわり|契約する|加入|予約|もらう|受け取|プレゼント|贈|シェア|ギフト|交換|キャンペーン',
    'buy|purchase|order|subscribe|top.?up|recharge|boost|add (?:data|on)|get more|upgrade|pay|redeem|gift|share|claim',
    '购买|購買|加购|加購|充值|儲值|订购|訂購|办理|申辦|付款|支付|领取|領取|赠送|贈送',
    // Change, switch, stop, delete, register.
    '変更|切り?替|解約|停止|再開|解除|有効に|無効に|オンにする|オフにする|\\bON\\b|\\bOFF\\b|(?:高速|低速|節約)(?:通信|モード)?(?:に|を|へ|中)|スイッチ|削除|登録|更新する|設定|編集|保存|確定|実行',
    'change|switch|cancel|terminate|suspend|resume|enable|disable|turn (?:on|off)|toggle|delete|remove|register|sign.?up|edit|save|reset|confirm',
    '变更|變更|更改|切换|切換|取消|停用|开启|開啟|关闭|關閉|删除|刪除|注册|註冊|设置|設定|修改|确认',
    // Agree, passkeys, sign out.
    '同意|承諾|承認|許諾|パスキー|生体認証|ログアウト|サインアウト|退会|お問い?合わせ|チャット',
    'agree|accept|consent|passkey|log.?out|sign.?out|contact|chat',
    '登出|退出|注销|註銷',
  ].join('|'),
  'iu',
)

/** Words of an address that does something. */
const FORBIDDEN_PATHS =
  /(?:^|[/_.?&=-])(?:buy|purchase|order|apply|topup|top-up|recharge|pay|cart|checkout|change|cancel|toggle|switch|delete|remove|logout|signout|agree|accept|consent|passkey|register|share|gift|update|enable|disable)/iu

/** Whether pressing something that is called so, or leads there, might do more than show. */
export const isForbidden = (words: string, address: string): boolean =>
  FORBIDDEN_WORDS.test(words) || FORBIDDEN_PATHS.test(pathOf(address))

/** The path and what is asked of it, its letters unescaped; what else is escaped may be in any charset. */
const pathOf = (address: string): string => {
  const { pathname = '', search = '' } = URL.parse(address) ?? {}
  return `${pathname}${search}`.replace(/%([2-7][\da-f])/giu, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
}

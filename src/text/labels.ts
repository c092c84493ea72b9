import type { Language } from './language.ts'

/** What carriers print on what can be tapped, with its meaning; Japanese readers need none. */
type Meanings = Readonly<Record<Exclude<Language, 'ja'>, string>>

const meanings = (en: string, zhHans: string, zhHant: string): Meanings => ({
  en,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
})

/** Japanese and Chinese labels as they stand on the screen. Those in Latin letters are shown as they are. */
export const LABELS: Readonly<Record<string, Meanings>> = {
  データ通信量: meanings('data used', '数据用量', '數據用量'),
  メニュー: meanings('menu', '菜单', '選單'),
  データ使用の管理: meanings('manage data use', '管理数据使用', '管理數據使用'),
  ご利用状況の確認: meanings('check your use', '查看使用情况', '查看使用情況'),
  ホーム: meanings('home', '首页', '首頁'),
  データ利用量: meanings('data used', '数据用量', '數據用量'),
  'ご契約内容の確認・変更': meanings('see or change the contract', '查看或变更合约', '查看或變更合約'),
  データ量到達通知サービス: meanings('notice when a data volume is reached', '流量到达通知服务', '數據量到達通知服務'),
  套餐余量: meanings('what is left of the plan', '套餐余量', '套餐餘量'),
}

/** What a label means, for a reader of this language; null where it needs no translation or has none. */
export function meaningOf(label: string, language: Language): string | null {
  const found = language === 'ja' ? undefined : LABELS[label]
  const meaning = found?.[language as keyof Meanings]
  return meaning === undefined || meaning === label ? null : meaning
}

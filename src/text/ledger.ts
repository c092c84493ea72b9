import type { CycleClock } from '../core/cycle.ts'
import type { Channel } from '../core/reading.ts'
import type { FailureSentence } from './failures.ts'
import { withSeparators } from './format.ts'
import type { InEachLanguage } from './language.ts'

type ClockSentences = {
  readonly calendarMonth: string
  readonly closingDay: (day: number) => string
  readonly hours: (hours: number, repeats: boolean) => string
  readonly days: (days: number, repeats: boolean) => string
  readonly daily: string
  readonly none: string
}

/** What is said about lines and what is kept of them. Names, amounts and dates come in ready to print. */
export interface LedgerSentences {
  readonly added: (name: string) => string
  readonly edited: (name: string) => string
  readonly removed: (name: string) => string
  readonly removeAsk: (name: string) => string
  readonly removeNeedsYes: string
  readonly nothingDone: string
  readonly noLines: string
  readonly noLinesNext: string
  readonly noSuchLine: (name: string) => string
  readonly knownLines: (names: string) => string
  readonly severalLines: (name: string, names: string) => string
  readonly nameTaken: (name: string) => string
  readonly nameNeeded: string
  readonly nameBad: string
  readonly nothingToChange: string
  readonly badAmount: (text: string) => string
  readonly badDate: (text: string) => string
  readonly badCycle: (text: string) => string
  readonly badStart: (text: string) => string
  readonly badZone: (text: string) => string
  readonly badYen: (text: string) => string
  readonly badThreshold: (text: string) => string
  readonly badQuiet: (text: string) => string
  readonly badSite: (text: string) => string
  readonly portalNeeded: string
  readonly badSuffix: (text: string) => string
  readonly unknownPlan: (text: string, known: string) => string
  readonly table: Readonly<Record<'name' | 'carrier' | 'plan' | 'cycle' | 'tripEnd', string>>
  readonly notSaid: string
  /** Between names. */
  readonly comma: string
  readonly clocks: ClockSentences
  readonly yen: (yen: number) => string
  readonly ask: {
    readonly name: string
    readonly carrier: string
    readonly otherCarrier: string
    readonly plan: string
    readonly otherPlan: string
    readonly allowance: string
    readonly allowanceHint: string
    readonly cycle: string
    readonly tripEnd: string
    readonly tripEndHint: string
  }
  readonly kept: (name: string) => string
  readonly keptAlready: (name: string) => string
  readonly whichReading: (names: string) => string
  readonly logEmpty: (name: string) => string
  readonly logMore: (command: string) => string
  readonly withdrawnMark: string
  readonly evidenceGone: string
  readonly channels: Readonly<Record<Channel, string>>
  readonly withdrawn: (id: string) => string
  readonly restored: (id: string) => string
  readonly noSuchReading: (id: string) => string
  readonly severalReadings: (id: string) => string
  readonly exported: (count: number) => string
  readonly imported: (changed: number, count: number) => string
  readonly refused: (count: number, firstLine: number) => string
  readonly sound: string
  readonly unsound: (faults: string) => string
  readonly counted: (lines: number, readings: number) => string
  readonly where: (path: string) => string
  readonly backedUp: (path: string) => string
  readonly backups: (paths: string) => string
  readonly noLedger: (path: string) => string
  readonly problems: Readonly<Record<'newer' | 'damaged' | 'read-only' | 'full' | 'busy' | 'failed', FailureSentence>>
}

const en: LedgerSentences = {
  added: (name) => `“${name}” is added. Keep what it says with: nokori read --line "${name}"`,
  edited: (name) => `“${name}” is changed.`,
  removed: (name) => `“${name}” and all its readings are erased.`,
  removeAsk: (name) => `Erase “${name}” and all its readings? This cannot be undone.`,
  removeNeedsYes: 'Say --yes to erase without being asked.',
  nothingDone: 'Nothing was changed.',
  noLines: 'There are no lines yet.',
  noLinesNext: 'Add one: nokori add NAME --carrier ID. Only read a text: nokori read. All commands: nokori help.',
  noSuchLine: (name) => `There is no line “${name}”.`,
  knownLines: (names) => `There are: ${names}.`,
  severalLines: (name, names) => `“${name}” may be any of these: ${names}.`,
  nameTaken: (name) => `There is a line “${name}” already.`,
  nameNeeded: 'A line needs a name: nokori add NAME --carrier ID',
  nameBad: 'A name is one line of at most 60 characters.',
  nothingToChange: 'Say what to change, such as --trip-end 2026-12-05.',
  badAmount: (text) => `“${text}” is not an amount such as 20GB, 500MB or unlimited.`,
  badDate: (text) => `“${text}” is not a date such as 2026-12-05, or none.`,
  badCycle: (text) => `“${text}” is not a cycle. Possible: month, 20 (closing day), 72h, 30d, every-30d, daily, none.`,
  badStart: (text) => `“${text}” is not a start such as 2026-11-23 or 2026-11-23T10:00+09:00.`,
  badZone: (text) => `“${text}” is not a time zone such as Asia/Tokyo.`,
  badYen: (text) => `“${text}” is not a price in yen such as 2970.`,
  badThreshold: (text) => `“${text}” is not a list of thresholds such as 1GB,20%, or none.`,
  badQuiet: (text) => `“${text}” is not a span of hours such as 22:00-07:00, or none.`,
  badSite: (text) =>
    `“${text}” is no address that may receive a password: it must begin with https://, or with http:// for an IP address or localhost.`,
  portalNeeded: '--login-site says where the secrets of a portal may go: add --portal with its address.',
  badSuffix: (text) => `“${text}” is not the end of a phone number such as 1234, or none.`,
  unknownPlan: (text, known) =>
    `The carrier has no plan “${text}”. It has: ${known}. For another one, add --allowance.`,
  table: { name: 'Name', carrier: 'Carrier', plan: 'Plan', cycle: 'Cycle', tripEnd: 'Trip ends' },
  notSaid: '–',
  comma: ', ',
  clocks: {
    calendarMonth: 'calendar month',
    closingDay: (day) => `closes on day ${day}`,
    hours: (hours, repeats) => `${repeats ? 'every ' : ''}${hours} hours`,
    days: (days, repeats) => `${repeats ? 'every ' : ''}${days} days`,
    daily: 'every day',
    none: 'each by its own date',
  },
  yen: (yen) => `¥${withSeparators(yen)}`,
  ask: {
    name: 'What do you call this line?',
    carrier: 'Who sells it?',
    otherCarrier: 'Another one, or I do not know',
    plan: 'Which plan?',
    otherPlan: 'Another one, or I do not know',
    allowance: 'How much data does it have in a cycle?',
    allowanceHint: '20GB, unlimited, or empty',
    cycle: 'When does the data begin anew?',
    tripEnd: 'Until which day do you need it?',
    tripEndHint: '2026-12-05, or empty',
  },
  kept: (name) => `Kept for “${name}”.`,
  keptAlready: (name) => `“${name}” has this reading already.`,
  whichReading: (names) => `This is about several lines (${names}). Say which one with --which.`,
  logEmpty: (name) => `Nothing is kept of “${name}” yet: nokori read --line "${name}"`,
  logMore: (command) => `Older ones: ${command}`,
  withdrawnMark: 'withdrawn',
  evidenceGone: 'its text is not kept here',
  channels: {
    portal: 'web portal',
    app: 'app',
    hotline: 'hotline',
    sms: 'SMS',
    api: 'API',
    router: 'router',
    paste: 'pasted',
  },
  withdrawn: (id) => `Reading ${id} no longer counts. Undo: nokori withdraw ${id} --undo`,
  restored: (id) => `Reading ${id} counts again.`,
  noSuchReading: (id) => `There is no reading “${id}”. See: nokori log NAME`,
  severalReadings: (id) => `Several readings begin with “${id}”. Give more of it.`,
  exported: (count) => `${count} ${count === 1 ? 'record' : 'records'} exported.`,
  imported: (changed, count) => `${count} read, ${changed} of them new.`,
  refused: (count, firstLine) =>
    `${count} ${count === 1 ? 'line is' : 'lines are'} no record and ${count === 1 ? 'was' : 'were'} left out; the first is line ${firstLine}.`,
  sound: 'The ledger is sound.',
  unsound: (faults) => `The ledger is damaged: ${faults}`,
  counted: (lines, readings) => `Lines: ${lines}. Readings: ${readings}.`,
  where: (path) => `It is kept in ${path}`,
  backedUp: (path) => `A backup copy was written: ${path}`,
  backups: (paths) => `Backup copies: ${paths}`,
  noLedger: (path) => `There is no ledger yet. It will be kept in ${path}`,
  problems: {
    newer: {
      what: 'The ledger was written by a later version of Nokori.',
      next: 'Update Nokori. Nothing was changed.',
    },
    damaged: {
      what: 'The ledger is damaged.',
      next: 'Nothing was changed. Move the file away and put a backup copy in its place; nokori doctor lists them.',
    },
    'read-only': {
      what: 'The ledger cannot be written to.',
      next: 'Give yourself the right to write there, or name another folder in NOKORI_HOME.',
    },
    full: { what: 'The disk is full.', next: 'Nothing was lost. Make room, then try again.' },
    busy: { what: 'Another program holds the ledger.', next: 'Try again in a moment.' },
    failed: { what: 'The ledger could not be opened.', next: 'Check that its folder is there and is yours.' },
  },
}

const ja: LedgerSentences = {
  added: (name) => `「${name}」を追加しました。残量を記録するには：nokori read --line "${name}"`,
  edited: (name) => `「${name}」を変更しました。`,
  removed: (name) => `「${name}」とその記録をすべて消去しました。`,
  removeAsk: (name) => `「${name}」とその記録をすべて消去しますか？ 元には戻せません。`,
  removeNeedsYes: '確認なしで消去するには --yes を付けてください。',
  nothingDone: '何も変更していません。',
  noLines: 'まだ回線が登録されていません。',
  noLinesNext: '追加：nokori add 名前 --carrier ID。読み取るだけなら：nokori read。コマンド一覧：nokori help。',
  noSuchLine: (name) => `「${name}」という回線はありません。`,
  knownLines: (names) => `登録されている回線：${names}。`,
  severalLines: (name, names) => `「${name}」に当てはまる回線が複数あります：${names}。`,
  nameTaken: (name) => `「${name}」という回線はすでにあります。`,
  nameNeeded: '回線の名前が必要です：nokori add 名前 --carrier ID',
  nameBad: '名前は改行なしの60文字以内にしてください。',
  nothingToChange: '変更する内容を指定してください（例 --trip-end 2026-12-05）。',
  badAmount: (text) => `「${text}」はデータ量として読めません（例 20GB、500MB、unlimited）。`,
  badDate: (text) => `「${text}」は日付として読めません（例 2026-12-05、なしは none）。`,
  badCycle: (text) =>
    `「${text}」は周期として読めません。指定できるのは month、20（締め日）、72h、30d、every-30d、daily、none です。`,
  badStart: (text) => `「${text}」は開始日時として読めません（例 2026-11-23、2026-11-23T10:00+09:00）。`,
  badZone: (text) => `「${text}」はタイムゾーンとして読めません（例 Asia/Tokyo）。`,
  badYen: (text) => `「${text}」は円の金額として読めません（例 2970）。`,
  badThreshold: (text) => `「${text}」は通知の目安として読めません（例 1GB,20%、なしは none）。`,
  badQuiet: (text) => `「${text}」は時間帯として読めません（例 22:00-07:00、なしは none）。`,
  badSite: (text) =>
    `「${text}」はパスワードを送ってよいアドレスではありません。https:// で始まるものにしてください（IP アドレスと localhost だけは http:// も可）。`,
  portalNeeded: '--login-site は --portal（ポータルのアドレス）と一緒に指定してください。',
  badSuffix: (text) => `「${text}」は電話番号の末尾として読めません（例 1234、なしは none）。`,
  unknownPlan: (text, known) =>
    `「${text}」というプランは登録されていません。登録されているのは ${known} です。ほかのプランは --allowance を付けてください。`,
  table: { name: '名前', carrier: '携帯会社', plan: 'プラン', cycle: '周期', tripEnd: '旅行の終わり' },
  notSaid: '－',
  comma: '、',
  clocks: {
    calendarMonth: '毎月1日',
    closingDay: (day) => (day >= 31 ? '月末締め' : `毎月${day}日締め`),
    hours: (hours, repeats) => `${hours}時間${repeats ? 'ごと' : ''}`,
    days: (days, repeats) => `${days}日${repeats ? 'ごと' : '間'}`,
    daily: '毎日',
    none: '期限はそれぞれ',
  },
  yen: (yen) => `${withSeparators(yen)}円`,
  ask: {
    name: 'この回線を何と呼びますか？',
    carrier: 'どの携帯会社の回線ですか？',
    otherCarrier: 'その他、または分からない',
    plan: 'どのプランですか？',
    otherPlan: 'その他、または分からない',
    allowance: '1周期のデータ容量は？',
    allowanceHint: '20GB、unlimited、または空欄',
    cycle: 'データはいつ新しくなりますか？',
    tripEnd: 'いつまで使いますか？',
    tripEndHint: '2026-12-05、または空欄',
  },
  kept: (name) => `「${name}」の記録に残しました。`,
  keptAlready: (name) => `この内容はすでに「${name}」の記録にあります。`,
  whichReading: (names) => `複数の回線について書かれています（${names}）。--which で指定してください。`,
  logEmpty: (name) => `「${name}」の記録はまだありません：nokori read --line "${name}"`,
  logMore: (command) => `以前の記録：${command}`,
  withdrawnMark: '取り消し済み',
  evidenceGone: '元の文章はここにありません',
  channels: {
    portal: 'Web ページ',
    app: 'アプリ',
    hotline: '電話',
    sms: 'SMS',
    api: 'API',
    router: 'ルーター',
    paste: '貼り付け',
  },
  withdrawn: (id) => `記録 ${id} を計算から除きました。元に戻す：nokori withdraw ${id} --undo`,
  restored: (id) => `記録 ${id} を計算に戻しました。`,
  noSuchReading: (id) => `「${id}」という記録はありません。一覧：nokori log 名前`,
  severalReadings: (id) => `「${id}」で始まる記録が複数あります。もう少し長く指定してください。`,
  exported: (count) => `${count}件を書き出しました。`,
  imported: (changed, count) => `${count}件を読み込み、うち${changed}件が新しい記録です。`,
  refused: (count, firstLine) => `記録ではない行を${count}行除きました。最初は${firstLine}行目です。`,
  sound: '台帳に異常はありません。',
  unsound: (faults) => `台帳が壊れています：${faults}`,
  counted: (lines, readings) => `回線：${lines}、記録：${readings}。`,
  where: (path) => `保存先：${path}`,
  backedUp: (path) => `控えを作成しました：${path}`,
  backups: (paths) => `控え：${paths}`,
  noLedger: (path) => `台帳はまだありません。保存先：${path}`,
  problems: {
    newer: {
      what: 'この台帳は新しい版の Nokori で作られています。',
      next: 'Nokori を更新してください。台帳は変更していません。',
    },
    damaged: {
      what: '台帳が壊れています。',
      next: '台帳は変更していません。ファイルを別の場所へ移し、控えを置いてください。控えの一覧は nokori doctor で確認できます。',
    },
    'read-only': {
      what: '台帳に書き込めません。',
      next: '書き込みの権限を確認するか、NOKORI_HOME で別のフォルダーを指定してください。',
    },
    full: { what: 'ディスクの空きがありません。', next: '失われた記録はありません。空きを作ってからお試しください。' },
    busy: { what: 'ほかのプログラムが台帳を使用中です。', next: '少し待ってからお試しください。' },
    failed: { what: '台帳を開けませんでした。', next: 'フォルダーの場所と権限を確認してください。' },
  },
}

const zhHans: LedgerSentences = {
  added: (name) => `已添加“${name}”。记录余量：nokori read --line "${name}"`,
  edited: (name) => `已修改“${name}”。`,
  removed: (name) => `已清除“${name}”及其全部记录。`,
  removeAsk: (name) => `要清除“${name}”及其全部记录吗？此操作无法撤销。`,
  removeNeedsYes: '如需不经确认直接清除，请加 --yes。',
  nothingDone: '没有任何改动。',
  noLines: '还没有添加线路。',
  noLinesNext: '添加：nokori add 名称 --carrier ID。只读取文字：nokori read。全部命令：nokori help。',
  noSuchLine: (name) => `没有“${name}”这条线路。`,
  knownLines: (names) => `现有线路：${names}。`,
  severalLines: (name, names) => `“${name}”可能是以下几条线路：${names}。`,
  nameTaken: (name) => `已有名为“${name}”的线路。`,
  nameNeeded: '线路需要一个名称：nokori add 名称 --carrier ID',
  nameBad: '名称须为单行，最多60个字符。',
  nothingToChange: '请说明要修改什么，例如 --trip-end 2026-12-05。',
  badAmount: (text) => `“${text}”不是流量，正确写法如 20GB、500MB、unlimited。`,
  badDate: (text) => `“${text}”不是日期，正确写法如 2026-12-05，没有则写 none。`,
  badCycle: (text) => `“${text}”不是周期。可用：month、20（结算日）、72h、30d、every-30d、daily、none。`,
  badStart: (text) => `“${text}”不是开始时间，正确写法如 2026-11-23、2026-11-23T10:00+09:00。`,
  badZone: (text) => `“${text}”不是时区，正确写法如 Asia/Tokyo。`,
  badYen: (text) => `“${text}”不是日元价格，正确写法如 2970。`,
  badThreshold: (text) => `“${text}”不是提醒界限，正确写法如 1GB,20%，没有则写 none。`,
  badQuiet: (text) => `“${text}”不是时段，正确写法如 22:00-07:00，没有则写 none。`,
  badSite: (text) => `“${text}”不是可以接收密码的网址：必须以 https:// 开头（只有 IP 地址和 localhost 可用 http://）。`,
  portalNeeded: '--login-site 要和 --portal（门户网址）一起使用。',
  badSuffix: (text) => `“${text}”不是电话号码的末尾数字，正确写法如 1234，没有则写 none。`,
  unknownPlan: (text, known) => `该运营商没有“${text}”这个套餐。现有：${known}。其他套餐请加 --allowance。`,
  table: { name: '名称', carrier: '运营商', plan: '套餐', cycle: '周期', tripEnd: '行程结束' },
  notSaid: '–',
  comma: '、',
  clocks: {
    calendarMonth: '自然月',
    closingDay: (day) => (day >= 31 ? '月末结算' : `每月${day}日结算`),
    hours: (hours, repeats) => `${repeats ? '每' : ''}${hours}小时`,
    days: (days, repeats) => `${repeats ? '每' : ''}${days}天`,
    daily: '每天',
    none: '各按到期日',
  },
  yen: (yen) => `${withSeparators(yen)}日元`,
  ask: {
    name: '怎么称呼这条线路？',
    carrier: '是哪家运营商的？',
    otherCarrier: '其他，或不知道',
    plan: '哪个套餐？',
    otherPlan: '其他，或不知道',
    allowance: '每个周期有多少流量？',
    allowanceHint: '20GB、unlimited 或留空',
    cycle: '流量什么时候重新开始计算？',
    tripEnd: '要用到哪一天？',
    tripEndHint: '2026-12-05 或留空',
  },
  kept: (name) => `已记入“${name}”。`,
  keptAlready: (name) => `“${name}”已有这条记录。`,
  whichReading: (names) => `内容涉及多条线路（${names}）。请用 --which 指定。`,
  logEmpty: (name) => `“${name}”还没有记录：nokori read --line "${name}"`,
  logMore: (command) => `更早的记录：${command}`,
  withdrawnMark: '已撤回',
  evidenceGone: '这里没有保存原文',
  channels: {
    portal: '网页',
    app: '应用',
    hotline: '电话',
    sms: '短信',
    api: 'API',
    router: '路由器',
    paste: '粘贴',
  },
  withdrawn: (id) => `记录 ${id} 不再计入。恢复：nokori withdraw ${id} --undo`,
  restored: (id) => `记录 ${id} 已重新计入。`,
  noSuchReading: (id) => `没有记录“${id}”。查看：nokori log 名称`,
  severalReadings: (id) => `有多条记录以“${id}”开头，请写得更长一些。`,
  exported: (count) => `已导出${count}条。`,
  imported: (changed, count) => `读入${count}条，其中${changed}条是新的。`,
  refused: (count, firstLine) => `有${count}行不是记录，已略过；第一处在第${firstLine}行。`,
  sound: '账本完好。',
  unsound: (faults) => `账本已损坏：${faults}`,
  counted: (lines, readings) => `线路：${lines}，记录：${readings}。`,
  where: (path) => `保存在 ${path}`,
  backedUp: (path) => `已写入备份：${path}`,
  backups: (paths) => `备份：${paths}`,
  noLedger: (path) => `还没有账本，将保存在 ${path}`,
  problems: {
    newer: { what: '账本由更新版本的 Nokori 写成。', next: '请更新 Nokori。账本未被改动。' },
    damaged: {
      what: '账本已损坏。',
      next: '账本未被改动。请移走该文件并换上备份；nokori doctor 会列出备份。',
    },
    'read-only': { what: '无法写入账本。', next: '请取得写入权限，或用 NOKORI_HOME 指定其他文件夹。' },
    full: { what: '磁盘已满。', next: '没有丢失任何记录。请腾出空间后重试。' },
    busy: { what: '另一个程序正在使用账本。', next: '请稍后再试。' },
    failed: { what: '无法打开账本。', next: '请检查其文件夹是否存在、是否属于您。' },
  },
}

const zhHant: LedgerSentences = {
  added: (name) => `已新增「${name}」。記錄餘量：nokori read --line "${name}"`,
  edited: (name) => `已修改「${name}」。`,
  removed: (name) => `已清除「${name}」與其全部紀錄。`,
  removeAsk: (name) => `要清除「${name}」與其全部紀錄嗎？此動作無法復原。`,
  removeNeedsYes: '若要不經確認直接清除，請加上 --yes。',
  nothingDone: '沒有任何變更。',
  noLines: '還沒有新增門號。',
  noLinesNext: '新增：nokori add 名稱 --carrier ID。只讀取文字：nokori read。全部指令：nokori help。',
  noSuchLine: (name) => `沒有「${name}」這個門號。`,
  knownLines: (names) => `現有門號：${names}。`,
  severalLines: (name, names) => `「${name}」可能是以下幾個門號：${names}。`,
  nameTaken: (name) => `已有名為「${name}」的門號。`,
  nameNeeded: '門號需要一個名稱：nokori add 名稱 --carrier ID',
  nameBad: '名稱須為單行，最多60個字元。',
  nothingToChange: '請說明要修改什麼，例如 --trip-end 2026-12-05。',
  badAmount: (text) => `「${text}」不是數據量，正確寫法例如 20GB、500MB、unlimited。`,
  badDate: (text) => `「${text}」不是日期，正確寫法例如 2026-12-05，沒有則寫 none。`,
  badCycle: (text) => `「${text}」不是週期。可用：month、20（結帳日）、72h、30d、every-30d、daily、none。`,
  badStart: (text) => `「${text}」不是開始時間，正確寫法例如 2026-11-23、2026-11-23T10:00+09:00。`,
  badZone: (text) => `「${text}」不是時區，正確寫法例如 Asia/Tokyo。`,
  badYen: (text) => `「${text}」不是日圓價格，正確寫法例如 2970。`,
  badThreshold: (text) => `「${text}」不是提醒界限，正確寫法例如 1GB,20%，沒有則寫 none。`,
  badQuiet: (text) => `「${text}」不是時段，正確寫法例如 22:00-07:00，沒有則寫 none。`,
  badSite: (text) =>
    `「${text}」不是可以接收密碼的網址：必須以 https:// 開頭（只有 IP 位址和 localhost 可用 http://）。`,
  portalNeeded: '--login-site 要和 --portal（入口網站的網址）一起使用。',
  badSuffix: (text) => `「${text}」不是電話號碼的末尾數字，正確寫法例如 1234，沒有則寫 none。`,
  unknownPlan: (text, known) => `這家電信業者沒有「${text}」這個方案。現有：${known}。其他方案請加上 --allowance。`,
  table: { name: '名稱', carrier: '電信業者', plan: '方案', cycle: '週期', tripEnd: '行程結束' },
  notSaid: '–',
  comma: '、',
  clocks: {
    calendarMonth: '每月1日起算',
    closingDay: (day) => (day >= 31 ? '月底結帳' : `每月${day}日結帳`),
    hours: (hours, repeats) => `${repeats ? '每' : ''}${hours}小時`,
    days: (days, repeats) => `${repeats ? '每' : ''}${days}天`,
    daily: '每天',
    none: '各依到期日',
  },
  yen: (yen) => `${withSeparators(yen)}日圓`,
  ask: {
    name: '怎麼稱呼這個門號？',
    carrier: '是哪家電信業者的？',
    otherCarrier: '其他，或不知道',
    plan: '哪個方案？',
    otherPlan: '其他，或不知道',
    allowance: '每個週期有多少數據量？',
    allowanceHint: '20GB、unlimited 或留白',
    cycle: '數據量什麼時候重新計算？',
    tripEnd: '要用到哪一天？',
    tripEndHint: '2026-12-05 或留白',
  },
  kept: (name) => `已記入「${name}」。`,
  keptAlready: (name) => `「${name}」已有這筆紀錄。`,
  whichReading: (names) => `內容涉及多個門號（${names}）。請用 --which 指定。`,
  logEmpty: (name) => `「${name}」還沒有紀錄：nokori read --line "${name}"`,
  logMore: (command) => `更早的紀錄：${command}`,
  withdrawnMark: '已撤回',
  evidenceGone: '這裡沒有保存原文',
  channels: {
    portal: '網頁',
    app: 'App',
    hotline: '電話',
    sms: '簡訊',
    api: 'API',
    router: '路由器',
    paste: '貼上',
  },
  withdrawn: (id) => `紀錄 ${id} 不再計入。復原：nokori withdraw ${id} --undo`,
  restored: (id) => `紀錄 ${id} 已重新計入。`,
  noSuchReading: (id) => `沒有紀錄「${id}」。查看：nokori log 名稱`,
  severalReadings: (id) => `有多筆紀錄以「${id}」開頭，請寫得更長一些。`,
  exported: (count) => `已匯出${count}筆。`,
  imported: (changed, count) => `讀入${count}筆，其中${changed}筆是新的。`,
  refused: (count, firstLine) => `有${count}行不是紀錄，已略過；第一處在第${firstLine}行。`,
  sound: '帳本完好。',
  unsound: (faults) => `帳本已損壞：${faults}`,
  counted: (lines, readings) => `門號：${lines}，紀錄：${readings}。`,
  where: (path) => `儲存於 ${path}`,
  backedUp: (path) => `已寫入備份：${path}`,
  backups: (paths) => `備份：${paths}`,
  noLedger: (path) => `還沒有帳本，將儲存於 ${path}`,
  problems: {
    newer: { what: '帳本由較新版本的 Nokori 寫成。', next: '請更新 Nokori。帳本未被變更。' },
    damaged: {
      what: '帳本已損壞。',
      next: '帳本未被變更。請移走該檔案並換上備份；nokori doctor 會列出備份。',
    },
    'read-only': { what: '無法寫入帳本。', next: '請取得寫入權限，或用 NOKORI_HOME 指定其他資料夾。' },
    full: { what: '磁碟已滿。', next: '沒有遺失任何紀錄。請騰出空間後再試。' },
    busy: { what: '另一個程式正在使用帳本。', next: '請稍後再試。' },
    failed: { what: '無法開啟帳本。', next: '請檢查其資料夾是否存在、是否屬於您。' },
  },
}

/** The words of lines and of the ledger. */
export const LEDGER_SENTENCES: InEachLanguage<LedgerSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** A cycle clock in words. */
export function clockText(clock: CycleClock, say: LedgerSentences): string {
  const { clocks } = say
  switch (clock.kind) {
    case 'closingDay':
      return clocks.closingDay(clock.day)
    case 'hours':
      return clocks.hours(clock.hours, clock.repeats)
    case 'days':
      return clocks.days(clock.days, clock.repeats)
    default:
      return clocks[clock.kind]
  }
}

import type { InEachLanguage } from './language.ts'

/** What `nokori help` says and what the command answers to a mistake. Flags are named in src/cli/flags.ts. */
export interface CommandSentences {
  readonly tagline: string
  readonly usage: string
  readonly examples: string
  readonly options: string
  readonly commands: Readonly<
    Record<
      | 'status'
      | 'check'
      | 'read'
      | 'forecast'
      | 'guide'
      | 'carriers'
      | 'add'
      | 'list'
      | 'edit'
      | 'remove'
      | 'credentials'
      | 'forget'
      | 'log'
      | 'withdraw'
      | 'remind'
      | 'export'
      | 'import'
      | 'serve'
      | 'doctor'
      | 'demo',
      string
    >
  >
  readonly flags: Readonly<
    Record<
      | 'json'
      | 'explain'
      | 'carrier'
      | 'line'
      | 'which'
      | 'name'
      | 'plan'
      | 'allowance'
      | 'price'
      | 'cycle'
      | 'start'
      | 'zone'
      | 'trip-end'
      | 'alert-at'
      | 'quiet'
      | 'portal'
      | 'login-site'
      | 'line-number'
      | 'user'
      | 'secrets-stdin'
      | 'code'
      | 'show'
      | 'force'
      | 'yes'
      | 'before'
      | 'undo'
      | 'csv'
      | 'notify'
      | 'port'
      | 'listen'
      | 'tls-cert'
      | 'tls-key'
      | 'public-url'
      | 'lang'
      | 'now'
      | 'batch'
      | 'full'
      | 'channel'
      | 'from'
      | 'offline'
      | 'no-login'
      | 'no-call'
      | 'host'
      | 'kind'
      | 'help'
      | 'version',
      string
    >
  >
  readonly exampleNotes: readonly [paste: string, file: string, add: string, keep: string, batch: string, guide: string]
  readonly moreHelp: string
  readonly exitCodes: string
  readonly seeHelp: string
  readonly unknownCommand: (name: string) => string
  readonly unknownFlag: (name: string) => string
  readonly needsValue: (flag: string) => string
  readonly needsFlag: (command: string, flag: string) => string
  readonly takesNoValue: (flag: string) => string
  readonly notTogether: (one: string, other: string) => string
  readonly unknownCarrier: (id: string, known: string) => string
  readonly unknownLanguage: (tag: string, known: string) => string
  readonly unknownValue: (flag: string, value: string, known: string) => string
  readonly notFor: (flag: string, command: string) => string
  readonly badTime: (text: string) => string
  readonly cannotOpen: (path: string) => string
  readonly cannotWrite: (path: string) => string
  readonly emptyFolder: (path: string) => string
  readonly pasting: {
    readonly welcome: string
    readonly privacy: string
    readonly sampleIntro: string
    readonly sampleRead: string
    readonly paste: string
    readonly pasteHint: string
    readonly again: string
    readonly bye: string
  }
}

const en: CommandSentences = {
  tagline: 'How much mobile data is left on each of your lines, will it last, and what to do about it.',
  usage: 'Usage',
  examples: 'Examples',
  options: 'Options',
  commands: {
    read: 'read files, folders, or what is pasted or piped in',
    guide: 'what to do now to see what is left, with or without data',
    carriers: 'list the carriers that Nokori knows',
    forecast: 'will it last: one line of yours, or with --batch one problem a line',
    status: 'every line: what is left, until when, whether it lasts (without a command)',
    check: 'fetch what is left from the carrier’s portal, with the sign-in that you stored',
    add: 'add a line',
    list: 'list the lines',
    edit: 'change a line',
    remove: 'erase a line and all that is kept about it',
    credentials: 'store or replace the sign-in of a line, sealed',
    forget: 'erase the sign-in and the session of a line',
    log: 'the readings of a line, newest first',
    withdraw: 'take a wrong reading out of account',
    remind: 'write a calendar (.ics) of what ends when',
    export: 'write everything that is kept as JSON Lines, or as CSV',
    import: 'add what was exported; twice changes nothing',
    serve: 'the app for browsers on this machine, in step with this ledger; your phone too, by https',
    doctor: 'check the ledger and write a backup copy',
    demo: 'see it work at a carrier that does not exist, on this machine only',
  },
  flags: {
    json: 'answer as a JSON array',
    explain: 'show the text with every figure marked',
    carrier: 'whose words and units to add',
    line: 'keep the reading for this line',
    which: 'the line meant, where the text is about several',
    name: 'another name for it',
    plan: 'one of the plans of the carrier, or any name with --allowance',
    allowance: 'data in a cycle: 20GB, unlimited',
    price: 'yen for a cycle',
    cycle: 'month, 20 (closing day), 72h, 30d, every-30d, daily, none',
    start: 'when the hours or days of --cycle begin',
    zone: 'where its days begin, such as Asia/Tokyo',
    'trip-end': 'the last day on which it is used, or none',
    'alert-at': 'tell when less than this is left: 1GB,20%, or none',
    quiet: 'hours in which nothing is told: 22:00-07:00, or none',
    portal: 'where the portal begins, if not as the carrier says: https://…, or none',
    'login-site': 'another site that may receive its secrets; may be repeated',
    'line-number': 'last digits of the number, where one account has several lines',
    user: 'what you sign in with: an ID, a number or a mail address',
    'secrets-stdin': 'take {"password", "pin"?} as JSON from standard input',
    code: 'the one-time code that the carrier sent you',
    show: 'open a browser in which you sign in yourself; Nokori only reads along',
    force: 'do not wait for the time between two sign-ins',
    yes: 'erase without being asked',
    before: 'only readings before this one',
    undo: 'let it count again',
    csv: 'as a flat table',
    notify: 'tell what is due, each thing once: on the desktop, else in the answer',
    port: 'which port, if not 4649',
    listen: 'from other devices too: an address of this machine, or 0.0.0.0 for all',
    'tls-cert': 'certificate (PEM) for https',
    'tls-key': 'its key (PEM)',
    'public-url': 'the https address at which a reverse proxy shows it',
    lang: 'language of the answer',
    now: 'the time to count from, such as 2026-11-23T09:00:00+09:00',
    batch: 'read JSON Lines {"id","text"} or {"id","base64"}, answer one line each',
    full: 'with --batch: add the whole reading',
    channel: 'which way: app, portal, sms, hotline, api; for read also router, paste',
    from: 'where a call would come from: own, other, abroad',
    offline: 'there is no Wi-Fi and no data left',
    'no-login': 'there is no account or password',
    'no-call': 'no call can be made',
    host: 'only those on a network: docomo, au, softbank, rakuten',
    kind: 'only those of a kind: operator, subBrand, mvno, visitor, travelEsim, foreign',
    help: 'show this help',
    version: 'show the version',
  },
  exampleNotes: [
    'paste an SMS, guided',
    'a saved page',
    'a line of yours',
    'keep what an SMS says of it',
    'many texts at once',
    'what to do with no data left',
  ],
  moreHelp: 'More: nokori help COMMAND',
  exitCodes:
    'Exit codes: 0 fine, 1 nothing read or found, 2 wrong usage, 3 you must act, 4 failed for now, 5 an alert is due',
  seeHelp: 'See: nokori help',
  unknownCommand: (name) => `There is no command “${name}”.`,
  unknownFlag: (name) => `There is no option “${name}”.`,
  needsValue: (flag) => `${flag} needs a value.`,
  needsFlag: (command, flag) => `“${command}” needs ${flag}.`,
  takesNoValue: (flag) => `${flag} takes no value.`,
  notTogether: (one, other) => `${one} and ${other} do not go together.`,
  unknownCarrier: (id, known) => `Nokori does not know the carrier “${id}”. It knows: ${known}.`,
  unknownLanguage: (tag, known) => `Nokori does not speak “${tag}”. It speaks: ${known}.`,
  unknownValue: (flag, value, known) => `${flag} cannot be “${value}”. Possible: ${known}.`,
  notFor: (flag, command) => `${flag} has no meaning for “${command}”.`,
  badTime: (text) => `“${text}” is not a time such as 2026-11-23T09:00:00+09:00.`,
  cannotOpen: (path) => `${path} cannot be opened.`,
  cannotWrite: (path) => `${path} cannot be written, or is there already.`,
  emptyFolder: (path) => `There are no files in ${path}.`,
  pasting: {
    welcome: 'Nokori reads how much data is left',
    privacy: 'Everything stays on this machine.',
    sampleIntro: 'For example, this Japanese SMS:',
    sampleRead: 'This is what it says:',
    paste: 'Now yours: paste an SMS or the text of a page.',
    pasteHint: 'End with an empty line. Ctrl-D to leave.',
    again: 'Another one? Paste it, or Ctrl-D to leave.',
    bye: 'Goodbye. For files: nokori read FILE',
  },
}

const ja: CommandSentences = {
  tagline: '回線ごとのデータ残量、最後までもつかどうか、次にすることが分かります。',
  usage: '使い方',
  examples: '例',
  options: 'オプション',
  commands: {
    read: 'ファイル、フォルダー、貼り付け、パイプの内容を読み取る',
    guide: '残量を確かめる手順を、データが切れていても案内する',
    carriers: '登録されている携帯会社の一覧',
    forecast: '最後までもつか：登録した回線、または --batch で1行に1問',
    status: '全回線の残量、期限、最後までもつか（コマンドなしでも同じ）',
    check: '保存したログイン情報で携帯会社のポータルから残量を取得',
    add: '回線を追加する',
    list: '回線の一覧',
    edit: '回線を変更する',
    remove: '回線とその記録をすべて消去する',
    credentials: '回線のログイン情報を暗号化して保存・変更',
    forget: '回線のログイン情報とセッションを消去',
    log: '回線の記録を新しい順に表示する',
    withdraw: '間違った記録を計算から除く',
    remind: '期限などをカレンダー（.ics）に書き出す',
    export: '保存した内容を JSON Lines または CSV で書き出す',
    import: '書き出した内容を取り込む（重複しない）',
    serve: 'ブラウザ用アプリをこの台帳と同期して動かす（https ならスマホでも）',
    doctor: '台帳を点検し、控えを作成する',
    demo: '実在しない携帯会社を相手に、このコンピューターの中だけで試す',
  },
  flags: {
    json: 'JSON の配列で答える',
    explain: '読み取った箇所に印を付けて全文を表示する',
    carrier: '言葉と単位を追加する携帯会社',
    line: '読み取った内容をこの回線に記録する',
    which: '複数の回線が書かれているときの対象',
    name: '新しい名前',
    plan: '携帯会社のプラン名、または --allowance を付けた任意の名前',
    allowance: '1周期のデータ容量：20GB、unlimited',
    price: '1周期の料金（円）',
    cycle: 'month、20（締め日）、72h、30d、every-30d、daily、none',
    start: '--cycle の時間や日数の始まり',
    zone: '日付の区切りのタイムゾーン（例 Asia/Tokyo）',
    'trip-end': '使う最後の日、なしは none',
    'alert-at': '残りがこれを下回ったら知らせる：1GB,20%、なしは none',
    quiet: '知らせない時間帯：22:00-07:00、なしは none',
    portal: 'ポータルの入口（携帯会社の既定と違う場合）：https://…、なしは none',
    'login-site': 'パスワードなどを送ってよい別のサイト（繰り返し可）',
    'line-number': '番号の末尾（一つのアカウントに複数の回線がある場合）',
    user: 'ログインに使う ID・電話番号・メールアドレス',
    'secrets-stdin': '標準入力から JSON {"password", "pin"?} を受け取る',
    code: '携帯会社から届いたワンタイムコード',
    show: 'ブラウザーを開き、自分でログインする（Nokori は表示を読み取るだけ）',
    force: 'ログインの間隔をあけずに確認する',
    yes: '確認せずに消去する',
    before: 'この記録より前だけ',
    undo: '計算に戻す',
    csv: '表形式で',
    notify: '知らせることを1回ずつ、デスクトップ通知または画面で知らせる',
    port: 'ポート番号（既定は 4649）',
    listen: 'ほかの端末からも開く場合：このコンピューターのアドレス、すべてなら 0.0.0.0',
    'tls-cert': 'https の証明書（PEM）',
    'tls-key': 'その秘密鍵（PEM）',
    'public-url': 'リバースプロキシで公開する https のアドレス',
    lang: '表示する言語',
    now: '現在とみなす日時（例 2026-11-23T09:00:00+09:00）',
    batch: 'JSON Lines {"id","text"} または {"id","base64"} を読み、1行ずつ答える',
    full: '--batch と併用：読み取り結果をすべて付ける',
    channel: '方法：app、portal、sms、hotline、api。readではrouter、pasteも',
    from: 'どこから電話するか：own（その回線）、other（ほかの電話）、abroad（海外）',
    offline: 'Wi-Fi もデータ残量もない',
    'no-login': 'アカウントやパスワードがない',
    'no-call': '電話をかけられない',
    host: '回線で絞る：docomo、au、softbank、rakuten',
    kind: '種類で絞る：operator、subBrand、mvno、visitor、travelEsim、foreign',
    help: 'この説明を表示する',
    version: 'バージョンを表示する',
  },
  exampleNotes: [
    '案内に従って SMS を貼り付ける',
    '保存したページ',
    '回線を登録する',
    'SMS の内容をその回線に記録する',
    'たくさんの文章をまとめて',
    'データが切れたときの手順',
  ],
  moreHelp: '詳しくは：nokori help コマンド名',
  exitCodes:
    '終了コード：0 正常、1 何も読み取れない・見つからない、2 使い方の誤り、3 ご本人の操作が必要、4 一時的な失敗、5 お知らせあり',
  seeHelp: '使い方：nokori help',
  unknownCommand: (name) => `「${name}」というコマンドはありません。`,
  unknownFlag: (name) => `「${name}」というオプションはありません。`,
  needsValue: (flag) => `${flag} には値が必要です。`,
  needsFlag: (command, flag) => `「${command}」には ${flag} が必要です。`,
  takesNoValue: (flag) => `${flag} に値は指定できません。`,
  notTogether: (one, other) => `${one} と ${other} は同時に使えません。`,
  unknownCarrier: (id, known) => `「${id}」という携帯会社は登録されていません。指定できるのは ${known} です。`,
  unknownLanguage: (tag, known) => `「${tag}」では表示できません。指定できるのは ${known} です。`,
  unknownValue: (flag, value, known) => `${flag} に「${value}」は指定できません。指定できるのは ${known} です。`,
  notFor: (flag, command) => `${flag} は「${command}」では使えません。`,
  badTime: (text) => `「${text}」は日時として読めません（例 2026-11-23T09:00:00+09:00）。`,
  cannotOpen: (path) => `${path} を開けません。`,
  cannotWrite: (path) => `${path} に書き込めないか、すでにあります。`,
  emptyFolder: (path) => `${path} にファイルがありません。`,
  pasting: {
    welcome: 'Nokori はデータ残量を読み取ります',
    privacy: '内容がこの端末の外へ出ることはありません。',
    sampleIntro: 'たとえば、こんな SMS が届いたら：',
    sampleRead: 'こう読み取ります：',
    paste: '次はお手元の SMS やページの文章を貼り付けてください。',
    pasteHint: '空行で終了、Ctrl-D で退出します。',
    again: '続けて読み取れます。貼り付けるか、Ctrl-D で退出してください。',
    bye: 'ご利用ありがとうございました。ファイルの場合：nokori read ファイル名',
  },
}

const zhHans: CommandSentences = {
  tagline: '每条线路还剩多少流量、够不够用、该怎么办。',
  usage: '用法',
  examples: '示例',
  options: '选项',
  commands: {
    read: '读取文件、文件夹、粘贴或管道输入的内容',
    guide: '现在怎样查看剩余流量，没有流量时也能用',
    carriers: '列出 Nokori 所知的运营商',
    forecast: '够不够用：您的线路，或用 --batch 每行一题',
    status: '所有线路：还剩多少、到何时、够不够用（不带命令时相同）',
    check: '用已保存的登录信息从运营商门户取得余量',
    add: '添加线路',
    list: '列出线路',
    edit: '修改线路',
    remove: '清除线路及其全部记录',
    credentials: '加密保存或更换一条线路的登录信息',
    forget: '删除一条线路的登录信息和会话',
    log: '线路的记录，从新到旧',
    withdraw: '让错误的记录不再计入',
    remind: '把到期日等写成日历（.ics）',
    export: '把保存的全部内容导出为 JSON Lines 或 CSV',
    import: '导入导出的内容，重复导入没有影响',
    serve: '为浏览器提供应用，并与本账本保持同步；用 https 时手机也可以',
    doctor: '检查账本并写入备份',
    demo: '在这台电脑里，用一家不存在的运营商试一遍',
  },
  flags: {
    json: '以 JSON 数组回答',
    explain: '显示原文并标出每个数值',
    carrier: '加入哪家运营商的用词和单位',
    line: '把读数记入这条线路',
    which: '内容涉及多条线路时指哪一条',
    name: '新的名称',
    plan: '运营商的套餐名，或任意名称加 --allowance',
    allowance: '每个周期的流量：20GB、unlimited',
    price: '每个周期的价格（日元）',
    cycle: 'month、20（结算日）、72h、30d、every-30d、daily、none',
    start: '--cycle 的小时或天数从何时算起',
    zone: '按哪个时区分日，如 Asia/Tokyo',
    'trip-end': '使用的最后一天，没有则写 none',
    'alert-at': '剩余低于此值时提醒：1GB,20%，没有则写 none',
    quiet: '不提醒的时段：22:00-07:00，没有则写 none',
    portal: '门户入口（与运营商默认不同时）：https://…，没有则写 none',
    'login-site': '另一个可以接收密码等的网站；可重复',
    'line-number': '号码末尾数字（一个账户有多条线路时）',
    user: '登录用的 ID、号码或邮箱',
    'secrets-stdin': '从标准输入读取 JSON {"password", "pin"?}',
    code: '运营商发来的验证码',
    show: '打开浏览器，由您自己登录；Nokori 只读取显示的内容',
    force: '不等待两次登录之间的间隔',
    yes: '不经确认直接清除',
    before: '只列此记录之前的',
    undo: '重新计入',
    csv: '以表格形式',
    notify: '把该提醒的事各提醒一次：桌面通知，否则写在回答里',
    port: '端口号，默认 4649',
    listen: '也让其他设备打开：这台电脑的地址，全部则写 0.0.0.0',
    'tls-cert': 'https 用的证书（PEM）',
    'tls-key': '证书的密钥（PEM）',
    'public-url': '反向代理公开的 https 地址',
    lang: '回答所用的语言',
    now: '以此作为当前时间，如 2026-11-23T09:00:00+09:00',
    batch: '读取 JSON Lines {"id","text"} 或 {"id","base64"}，逐行回答',
    full: '与 --batch 同用：附上完整读数',
    channel: '哪种方式：app、portal、sms、hotline、api；read 还可用 router、paste',
    from: '从哪里打电话：own（这条线路）、other（别的电话）、abroad（国外）',
    offline: '没有 Wi-Fi，也没有流量',
    'no-login': '没有账号或密码',
    'no-call': '不能打电话',
    host: '只列某个网络的：docomo、au、softbank、rakuten',
    kind: '只列某种类型的：operator、subBrand、mvno、visitor、travelEsim、foreign',
    help: '显示本帮助',
    version: '显示版本',
  },
  exampleNotes: [
    '按提示粘贴短信',
    '保存的网页',
    '添加线路',
    '把短信内容记入该线路',
    '一次处理大量文字',
    '没有流量时怎么办',
  ],
  moreHelp: '更多：nokori help 命令',
  exitCodes: '退出码：0 正常，1 没有读到或找到，2 用法有误，3 需要您本人操作，4 暂时失败，5 有提醒',
  seeHelp: '查看用法：nokori help',
  unknownCommand: (name) => `没有“${name}”这个命令。`,
  unknownFlag: (name) => `没有“${name}”这个选项。`,
  needsValue: (flag) => `${flag} 需要一个值。`,
  needsFlag: (command, flag) => `“${command}”需要 ${flag}。`,
  takesNoValue: (flag) => `${flag} 不能带值。`,
  notTogether: (one, other) => `${one} 和 ${other} 不能同时使用。`,
  unknownCarrier: (id, known) => `不认识运营商“${id}”。可用：${known}。`,
  unknownLanguage: (tag, known) => `不支持语言“${tag}”。可用：${known}。`,
  unknownValue: (flag, value, known) => `${flag} 不能是“${value}”。可用：${known}。`,
  notFor: (flag, command) => `“${command}”不能用 ${flag}。`,
  badTime: (text) => `“${text}”不是有效时间，正确写法如 2026-11-23T09:00:00+09:00。`,
  cannotOpen: (path) => `无法打开 ${path}。`,
  cannotWrite: (path) => `无法写入 ${path}，或该文件已存在。`,
  emptyFolder: (path) => `${path} 中没有文件。`,
  pasting: {
    welcome: 'Nokori 帮您读出剩余流量',
    privacy: '所有内容都只留在本机。',
    sampleIntro: '例如这样一条日文短信：',
    sampleRead: '它的意思是：',
    paste: '轮到您了：请粘贴短信或网页上的文字。',
    pasteHint: '以空行结束，按 Ctrl-D 退出。',
    again: '还要再读一条吗？请粘贴，或按 Ctrl-D 退出。',
    bye: '再见。读取文件：nokori read 文件名',
  },
}

const zhHant: CommandSentences = {
  tagline: '每個門號還剩多少數據量、夠不夠用、該怎麼辦。',
  usage: '用法',
  examples: '範例',
  options: '選項',
  commands: {
    read: '讀取檔案、資料夾、貼上或管線輸入的內容',
    guide: '現在怎樣查看剩餘數據量，沒有數據時也能用',
    carriers: '列出 Nokori 所知的電信業者',
    forecast: '夠不夠用：您的門號，或用 --batch 每行一題',
    status: '所有門號：還剩多少、到何時、夠不夠用（不帶指令時相同）',
    check: '用已儲存的登入資訊從業者網站取得餘量',
    add: '新增門號',
    list: '列出門號',
    edit: '修改門號',
    remove: '清除門號與其全部紀錄',
    credentials: '加密儲存或更換一個門號的登入資訊',
    forget: '刪除一個門號的登入資訊和工作階段',
    log: '門號的紀錄，由新到舊',
    withdraw: '讓錯誤的紀錄不再計入',
    remind: '把到期日等寫成行事曆（.ics）',
    export: '把保存的全部內容匯出為 JSON Lines 或 CSV',
    import: '匯入匯出的內容，重複匯入沒有影響',
    serve: '為瀏覽器提供應用程式，並與本帳本保持同步；用 https 時手機也可以',
    doctor: '檢查帳本並寫入備份',
    demo: '在這台電腦裡，用一家不存在的業者試一遍',
  },
  flags: {
    json: '以 JSON 陣列回答',
    explain: '顯示原文並標出每個數值',
    carrier: '加入哪家電信業者的用詞與單位',
    line: '把讀數記入這個門號',
    which: '內容涉及多個門號時指哪一個',
    name: '新的名稱',
    plan: '電信業者的方案名稱，或任意名稱加上 --allowance',
    allowance: '每個週期的數據量：20GB、unlimited',
    price: '每個週期的價格（日圓）',
    cycle: 'month、20（結帳日）、72h、30d、every-30d、daily、none',
    start: '--cycle 的小時或天數從何時算起',
    zone: '依哪個時區分日，例如 Asia/Tokyo',
    'trip-end': '使用的最後一天，沒有則寫 none',
    'alert-at': '剩餘低於此值時提醒：1GB,20%，沒有則寫 none',
    quiet: '不提醒的時段：22:00-07:00，沒有則寫 none',
    portal: '入口網站的網址（與業者預設不同時）：https://…，沒有則寫 none',
    'login-site': '另一個可以接收密碼等的網站；可重複',
    'line-number': '號碼末尾數字（一個帳號有多個門號時）',
    user: '登入用的 ID、號碼或電子郵件',
    'secrets-stdin': '從標準輸入讀取 JSON {"password", "pin"?}',
    code: '業者傳來的驗證碼',
    show: '開啟瀏覽器，由您自己登入；Nokori 只讀取顯示的內容',
    force: '不等待兩次登入之間的間隔',
    yes: '不經確認直接清除',
    before: '只列此紀錄之前的',
    undo: '重新計入',
    csv: '以表格形式',
    notify: '把該提醒的事各提醒一次：桌面通知，否則寫在回答裡',
    port: '連接埠號碼，預設 4649',
    listen: '也讓其他裝置開啟：這台電腦的位址，全部則寫 0.0.0.0',
    'tls-cert': 'https 用的憑證（PEM）',
    'tls-key': '憑證的金鑰（PEM）',
    'public-url': '反向代理公開的 https 網址',
    lang: '回答所用的語言',
    now: '以此作為目前時間，例如 2026-11-23T09:00:00+09:00',
    batch: '讀取 JSON Lines {"id","text"} 或 {"id","base64"}，逐行回答',
    full: '與 --batch 併用：附上完整讀數',
    channel: '哪種方式：app、portal、sms、hotline、api；read 還可用 router、paste',
    from: '從哪裡打電話：own（這條線路）、other（別的電話）、abroad（國外）',
    offline: '沒有 Wi-Fi，也沒有數據量',
    'no-login': '沒有帳號或密碼',
    'no-call': '不能打電話',
    host: '只列某個網路的：docomo、au、softbank、rakuten',
    kind: '只列某種類型的：operator、subBrand、mvno、visitor、travelEsim、foreign',
    help: '顯示本說明',
    version: '顯示版本',
  },
  exampleNotes: [
    '依指示貼上簡訊',
    '儲存的網頁',
    '新增門號',
    '把簡訊內容記入該門號',
    '一次處理大量文字',
    '沒有數據時怎麼辦',
  ],
  moreHelp: '更多：nokori help 指令',
  exitCodes: '結束代碼：0 正常，1 沒有讀到或找到，2 用法有誤，3 需要您本人操作，4 暫時失敗，5 有提醒',
  seeHelp: '查看用法：nokori help',
  unknownCommand: (name) => `沒有「${name}」這個指令。`,
  unknownFlag: (name) => `沒有「${name}」這個選項。`,
  needsValue: (flag) => `${flag} 需要一個值。`,
  needsFlag: (command, flag) => `「${command}」需要 ${flag}。`,
  takesNoValue: (flag) => `${flag} 不能帶值。`,
  notTogether: (one, other) => `${one} 與 ${other} 不能同時使用。`,
  unknownCarrier: (id, known) => `不認得電信業者「${id}」。可用：${known}。`,
  unknownLanguage: (tag, known) => `不支援語言「${tag}」。可用：${known}。`,
  unknownValue: (flag, value, known) => `${flag} 不能是「${value}」。可用：${known}。`,
  notFor: (flag, command) => `「${command}」不能用 ${flag}。`,
  badTime: (text) => `「${text}」不是有效的時間，正確寫法例如 2026-11-23T09:00:00+09:00。`,
  cannotOpen: (path) => `無法開啟 ${path}。`,
  cannotWrite: (path) => `無法寫入 ${path}，或該檔案已存在。`,
  emptyFolder: (path) => `${path} 裡沒有檔案。`,
  pasting: {
    welcome: 'Nokori 幫您讀出剩餘數據量',
    privacy: '所有內容都只留在這台裝置上。',
    sampleIntro: '例如這則日文簡訊：',
    sampleRead: '意思是：',
    paste: '換您了：請貼上簡訊或網頁上的文字。',
    pasteHint: '以空白行結束，按 Ctrl-D 離開。',
    again: '還要再讀一則嗎？請貼上，或按 Ctrl-D 離開。',
    bye: '再見。讀取檔案：nokori read 檔名',
  },
}

/** What the command says about itself. */
export const COMMAND_SENTENCES: InEachLanguage<CommandSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

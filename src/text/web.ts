import type { FailureSentence } from './failures.ts'
import type { InEachLanguage } from './language.ts'

/** What the web app says beside what `status`, `read` and the ledger say. Amounts, dates and names come in ready to print. */
export interface WebSentences {
  readonly title: string
  readonly about: string
  readonly needsScript: string
  readonly skip: string
  readonly navigation: string
  readonly back: string
  readonly undo: string
  readonly home: string
  readonly newLine: string
  /** What is due to be told. */
  readonly due: string
  /** What is due of a line was seen. */
  readonly dismiss: (line: string) => string
  readonly left: string
  readonly leftOf: (whole: string) => string
  readonly used: string
  readonly usedOf: (whole: string) => string
  readonly usedUp: string
  readonly cannotLoad: FailureSentence
  /** Why what is kept in this browser cannot be read or written. */
  readonly problems: Readonly<Record<'newer' | 'damaged' | 'read-only' | 'full' | 'busy' | 'failed', FailureSentence>>
  readonly update: Readonly<Record<'ready' | 'use', string>>
  readonly welcome: {
    readonly title: string
    readonly lead: string
    readonly paste: string
    readonly example: string
    readonly promises: readonly string[]
    readonly noData: string
  }
  readonly example: {
    readonly note: string
    readonly leave: string
    readonly names: Readonly<Record<'main' | 'parent' | 'office' | 'trip', string>>
  }
  readonly add: {
    readonly tab: string
    readonly title: string
    readonly titleOf: (line: string) => string
    readonly paste: string
    readonly cannotPaste: FailureSentence
    readonly text: string
    readonly placeholder: string
    readonly read: string
    readonly file: string
    readonly reading: string
    readonly otherWays: string
    readonly whereToLook: string
    readonly privacy: string
    readonly isRight: string
    readonly several: (count: number) => string
    readonly evidence: string
    readonly whose: string
    readonly newLine: string
    readonly myLine: string
    readonly namePlaceholder: string
    readonly keep: string
    readonly kept: string
    readonly notRight: string
    readonly putAside: string
    readonly nothingFound: string
    readonly noFigures: FailureSentence
    readonly picture: FailureSentence
    readonly again: string
  }
  readonly keypad: {
    readonly title: string
    readonly which: string
    readonly left: string
    readonly used: string
    readonly figure: string
    readonly unit: string
    readonly erase: string
    readonly show: string
    /** What was typed, as a sentence that the reader understands. */
    readonly sentences: Readonly<Record<'remaining' | 'used', (amount: string) => string>>
  }
  readonly line: {
    readonly edit: string
    readonly readAgain: string
    readonly willItLast: string
    readonly advice: string
    readonly history: string
    readonly more: string
    readonly notRight: string
    readonly restore: string
    readonly withdrawn: string
    readonly evidenceGone: string
    readonly calendar: string
    readonly chartSeen: string
    readonly chartLikely: string
    readonly chartWhole: string
  }
  readonly edit: {
    readonly title: (line: string) => string
    readonly newLine: string
    readonly unsaid: string
    readonly otherPlan: string
    readonly price: string
    readonly asCarrier: string
    readonly more: string
    readonly alertAt: string
    readonly quiet: string
    readonly suffix: string
    readonly save: string
    readonly remove: string
  }
  readonly ways: {
    readonly title: string
    readonly share: { readonly title: string; readonly how: string }
    readonly iphone: { readonly title: string; readonly steps: (address: string) => readonly string[] }
    readonly bookmark: { readonly title: string; readonly how: string }
    readonly copyAddress: string
    readonly copyBookmark: string
    readonly copied: string
    readonly notCopied: string
  }
  readonly guide: {
    readonly title: string
  }
  /** How the app and `nokori serve` stand. */
  readonly server: {
    readonly title: string
    readonly states: Readonly<Record<'connecting' | 'inStep' | 'away' | 'refused', string>>
    readonly code: string
    readonly pair: string
    readonly entries: Readonly<Record<'in' | 'wrong' | 'lapsed' | 'tooSoon' | 'away', string>>
    readonly leave: string
    readonly leaveAll: string
  }
  readonly settings: {
    readonly title: string
    readonly language: string
    readonly theme: string
    readonly themes: Readonly<Record<'auto' | 'light' | 'dark', string>>
    readonly alerts: string
    readonly alertsHow: string
    readonly alertsOn: string
    readonly alertsAre: Readonly<Record<'granted' | 'denied' | 'default', string>>
    readonly kept: string
    readonly keptHere: string
    /** Where a server is in step with this browser. */
    readonly keptToo: string
    readonly export: string
    readonly import: string
    readonly importing: (share: string) => string
    readonly importFailed: string
    readonly forget: string
    readonly forgetAsk: string
  }
}

const en: WebSentences = {
  title: 'Nokori: mobile data left',
  about: 'How much mobile data is left on each of your lines in Japan, whether it will last, and what to do.',
  needsScript: 'Nokori needs JavaScript: everything is worked out on your device and nothing is sent anywhere.',
  skip: 'To the content',
  navigation: 'Main',
  back: 'Back',
  undo: 'Undo',
  home: 'Home',
  newLine: 'New line',
  due: 'You should know',
  dismiss: (line) => `Seen: ${line}`,
  left: 'left',
  leftOf: (whole) => `left of ${whole}`,
  used: 'used',
  usedOf: (whole) => `used of ${whole}`,
  usedUp: 'Nothing left',
  cannotLoad: {
    what: 'This part of the app is not on the device yet.',
    next: 'It is loaded once there is a connection. Then try again.',
  },
  problems: {
    newer: {
      what: 'A newer Nokori has written what is kept here.',
      next: 'Reload the page for the newer app. Nothing was changed.',
    },
    damaged: {
      what: 'What is kept in this browser is damaged.',
      next: 'Import your last copy after “Forget everything” in the settings.',
    },
    'read-only': {
      what: 'This browser keeps nothing for this page.',
      next: 'Leave the private window, or allow this site to store data.',
    },
    full: {
      what: 'There is no room left on this device, so it was not kept.',
      next: 'Free some room and try again. What was kept before is still there.',
    },
    busy: { what: 'Another tab holds what is kept here.', next: 'Close other tabs with Nokori, then try again.' },
    failed: {
      what: 'What is kept here could not be used just now.',
      next: 'Reload the page. If that does not help, restart the browser.',
    },
  },
  update: { ready: 'A newer Nokori is ready.', use: 'Use it' },
  welcome: {
    title: 'How much data is left?',
    lead: 'Paste the message or page of your carrier in Japan. Nokori tells what is left, whether it will last, and what to do.',
    paste: 'Paste a message',
    example: 'Look at an example',
    promises: ['Works without a connection', 'No account, no password', 'Nothing leaves your device'],
    noData: 'No message yet? Where to look',
  },
  example: {
    note: 'An example: these lines are made up.',
    leave: 'Start with my own',
    names: { main: 'My phone', parent: 'Mum', office: 'Office', trip: 'Trip eSIM' },
  },
  add: {
    tab: 'Add',
    title: 'What does your carrier say?',
    titleOf: (line) => `What does the carrier say of ${line}?`,
    paste: 'Paste',
    cannotPaste: { what: 'The clipboard gave nothing.', next: 'Paste into the box below instead.' },
    text: 'Or put the text here',
    placeholder: 'A message, a page, an e-mail …',
    read: 'Read it',
    file: 'Choose a file',
    reading: 'Reading …',
    otherWays: 'Share from other apps, iPhone shortcut, bookmark',
    whereToLook: 'Where to see what is left',
    privacy: 'It is read on this device. Numbers and names are masked before it is kept, and nothing is sent anywhere.',
    isRight: 'Is this right?',
    several: (count) => `${count} lines were found`,
    evidence: 'Where it was read',
    whose: 'Whose is it?',
    newLine: 'A new line',
    myLine: 'My line',
    namePlaceholder: 'My line',
    keep: 'Keep it',
    kept: 'Kept.',
    notRight: 'That’s not right',
    putAside: 'It was not kept.',
    nothingFound: 'Nothing was found',
    noFigures: {
      what: 'No data balance was found in it.',
      next: 'Paste more of the message or page, or type the number.',
    },
    picture: {
      what: 'Pictures cannot be read yet.',
      next: 'Hold your finger on the text in the picture to copy it, or type the number.',
    },
    again: 'Try something else',
  },
  keypad: {
    title: 'Type the number',
    which: 'What is it?',
    left: 'Left',
    used: 'Used',
    figure: 'Figure',
    unit: 'Unit',
    erase: 'Erase',
    show: 'Show it',
    sentences: { remaining: (amount) => `Remaining: ${amount}`, used: (amount) => `Used: ${amount}` },
  },
  line: {
    edit: 'Edit',
    readAgain: 'New reading',
    willItLast: 'Will it last?',
    advice: 'What to do',
    history: 'Readings',
    more: 'More',
    notRight: 'That’s not right',
    restore: 'Count it again',
    withdrawn: 'That reading no longer counts.',
    evidenceGone: 'The text it was read from is not kept here.',
    calendar: 'Put the dates into my calendar',
    chartSeen: 'so far',
    chartLikely: 'likely',
    chartWhole: 'allowance',
  },
  edit: {
    title: (line) => `Edit ${line}`,
    newLine: 'New line',
    unsaid: 'Not said',
    otherPlan: 'Another plan …',
    price: 'Price in yen',
    asCarrier: 'As the carrier has it',
    more: 'Alerts and number',
    alertAt: 'Tell me when less is left than',
    quiet: 'Tell me nothing between',
    suffix: 'Last digits of the number',
    save: 'Save',
    remove: 'Remove the line',
  },
  ways: {
    title: 'Ways to get a reading here',
    share: {
      title: 'Android: share it',
      how: 'Install Nokori (menu of the browser, “Add to Home screen”). Then share a message, a page or a file from any app and choose Nokori.',
    },
    iphone: {
      title: 'iPhone: a shortcut',
      steps: (address) => [
        'Open the app Shortcuts and make a new shortcut. Under its details, switch on “Show in Share Sheet”, for text.',
        'Add the action “URL Encode”, of the Shortcut Input.',
        `Add the action “Open URLs” with ${address} and, right behind it, the URL Encoded Text.`,
        'From now on: select the message, tap Share, choose the shortcut.',
      ],
    },
    bookmark: {
      title: 'Browser: a bookmark',
      how: 'Make a bookmark with this as its address. On your carrier’s page, open it: the page’s text comes here, and nowhere else.',
    },
    copyAddress: 'Copy the address',
    copyBookmark: 'Copy the bookmark',
    copied: 'Copied.',
    notCopied: 'It could not be copied: select it and copy it by hand.',
  },
  guide: { title: 'Guide' },
  server: {
    title: 'In step with the server',
    states: {
      connecting: 'Connecting …',
      inStep: 'Everything here and in the server’s ledger is the same.',
      away: 'The server does not answer now. Everything works as before; what is new is exchanged when it is back.',
      refused:
        'The server does not let this browser in. Open the address that `nokori serve` prints, or enter its code.',
    },
    code: 'Pairing code',
    pair: 'Pair',
    entries: {
      in: 'Paired.',
      wrong: 'That is not the code.',
      lapsed: 'That code holds no more. Start `nokori serve` again for a new one.',
      tooSoon: 'Too many tries. Wait a little.',
      away: 'The server does not answer.',
    },
    leave: 'Leave the server',
    leaveAll: 'A device is lost: let no browser in any more',
  },
  settings: {
    title: 'Settings',
    language: 'Language',
    theme: 'Colours',
    themes: { auto: 'As the device', light: 'Light', dark: 'Dark' },
    alerts: 'Notifications',
    alertsHow:
      'Nokori works on this device only, so it can notify you while it is open, in the background too. What is due always stands on the home screen.',
    alertsOn: 'Switch them on',
    alertsAre: {
      granted: 'They are on.',
      denied: 'They are blocked. Allow them in the browser’s settings for this page.',
      default: 'They are off.',
    },
    kept: 'What is kept',
    keptToo: 'Everything is on this device, and in the ledger of the server that is in step with it.',
    keptHere: 'Everything is on this device only, in this browser. Take a copy from time to time.',
    export: 'Export everything',
    import: 'Import a file',
    importing: (share) => `Importing … ${share}`,
    importFailed: 'The file could not be imported; nothing was changed.',
    forget: 'Forget everything',
    forgetAsk: 'Erase all lines and readings on this device? This cannot be undone.',
  },
}

const ja: WebSentences = {
  title: 'Nokori：データ残量',
  about: '日本で使う回線ごとに、データがあとどれだけ残っているか、足りるか、どうすればよいかがわかります。',
  needsScript: 'Nokori には JavaScript が必要です。計算はすべて端末の中で行い、どこにも送信しません。',
  skip: '本文へ',
  navigation: 'メイン',
  back: '戻る',
  undo: '元に戻す',
  home: 'ホーム',
  newLine: '回線を追加',
  due: 'お知らせ',
  dismiss: (line) => `確認済みにする：${line}`,
  left: '残り',
  leftOf: (whole) => `残り（${whole} 中）`,
  used: '使用済み',
  usedOf: (whole) => `使用済み（${whole} 中）`,
  usedUp: '残りなし',
  cannotLoad: {
    what: 'アプリのこの部分はまだ端末にありません。',
    next: '通信できるときに読み込まれます。もう一度お試しください。',
  },
  problems: {
    newer: {
      what: 'ここの記録は、より新しい Nokori が書いたものです。',
      next: 'ページを再読み込みすると新しいアプリになります。何も変わっていません。',
    },
    damaged: {
      what: 'このブラウザに保存された記録が壊れています。',
      next: '設定の「すべて消去する」の後、最後の控えを取り込んでください。',
    },
    'read-only': {
      what: 'このブラウザは、このページのデータを保存しません。',
      next: 'プライベートウィンドウを閉じるか、このサイトにデータの保存を許可してください。',
    },
    full: {
      what: '端末に空きがないため、保存できませんでした。',
      next: '空きを増やして、もう一度お試しください。これまでの記録は残っています。',
    },
    busy: {
      what: '別のタブが記録を使用中です。',
      next: 'Nokori を開いているほかのタブを閉じて、もう一度お試しください。',
    },
    failed: {
      what: 'いま記録を使えませんでした。',
      next: 'ページを再読み込みしてください。直らない場合はブラウザを起動し直してください。',
    },
  },
  update: { ready: '新しい Nokori が使えます。', use: '更新する' },
  welcome: {
    title: 'データ、あとどれくらい？',
    lead: '携帯会社からのメッセージやページを貼り付けると、残量、足りるかどうか、どうすればよいかがわかります。',
    paste: 'メッセージを貼り付ける',
    example: '例を見る',
    promises: ['オフラインで使えます', '登録もパスワードも不要', 'データは端末の外に出ません'],
    noData: 'メッセージがない場合：確認のしかた',
  },
  example: {
    note: 'これは例です。実在の回線ではありません。',
    leave: '自分の回線で始める',
    names: { main: '自分のスマホ', parent: '母', office: '会社', trip: '旅行用 eSIM' },
  },
  add: {
    tab: '追加',
    title: '携帯会社の表示を教えてください',
    titleOf: (line) => `${line}：携帯会社の表示を教えてください`,
    paste: '貼り付ける',
    cannotPaste: { what: 'クリップボードから取り出せませんでした。', next: '下の欄に貼り付けてください。' },
    text: 'または、ここに文章を入れる',
    placeholder: 'メッセージ、ページ、メールなど',
    read: '読み取る',
    file: 'ファイルを選ぶ',
    reading: '読み取り中…',
    otherWays: 'ほかのアプリから共有・iPhone のショートカット・ブックマーク',
    whereToLook: '残量の確認のしかた',
    privacy: 'この端末の中で読み取ります。番号や名前は伏せてから保存し、どこにも送信しません。',
    isRight: 'この内容で合っていますか？',
    several: (count) => `${count} 回線分が見つかりました`,
    evidence: '読み取った箇所',
    whose: 'どの回線ですか？',
    newLine: '新しい回線',
    myLine: '自分の回線',
    namePlaceholder: '自分の回線',
    keep: '保存する',
    kept: '保存しました。',
    notRight: '違います',
    putAside: '保存しませんでした。',
    nothingFound: '見つかりませんでした',
    noFigures: {
      what: 'データ残量が見つかりませんでした。',
      next: 'もう少し広い範囲を貼り付けるか、数字を入力してください。',
    },
    picture: {
      what: '画像はまだ読み取れません。',
      next: '画像の文字を長押ししてコピーするか、数字を入力してください。',
    },
    again: '別のものを試す',
  },
  keypad: {
    title: '数字を入力する',
    which: '種類',
    left: '残り',
    used: '使用済み',
    figure: '数字',
    unit: '単位',
    erase: '消す',
    show: '確認する',
    sentences: { remaining: (amount) => `残り：${amount}`, used: (amount) => `使用量：${amount}` },
  },
  line: {
    edit: '編集',
    readAgain: '新しい残量を入れる',
    willItLast: '足りる？',
    advice: 'どうすればよいか',
    history: '記録',
    more: 'もっと見る',
    notRight: '違います',
    restore: '再び数に入れる',
    withdrawn: 'この記録は数に入れないことにしました。',
    evidenceGone: '元の文章はここには保存されていません。',
    calendar: '期限をカレンダーに入れる',
    chartSeen: 'これまで',
    chartLikely: '見込み',
    chartWhole: '容量',
  },
  edit: {
    title: (line) => `${line}を編集`,
    newLine: '回線を追加',
    unsaid: '未設定',
    otherPlan: 'その他のプラン…',
    price: '料金（円）',
    asCarrier: '携帯会社の決まりどおり',
    more: '通知と電話番号',
    alertAt: '残りがこれより少なくなったら知らせる',
    quiet: '知らせない時間帯',
    suffix: '電話番号の末尾',
    save: '保存する',
    remove: '回線を削除',
  },
  ways: {
    title: '残量を取り込む方法',
    share: {
      title: 'Android：共有する',
      how: 'Nokori をインストールすると（ブラウザのメニューの「ホーム画面に追加」）、どのアプリからもメッセージ・ページ・ファイルの共有先に Nokori を選べます。',
    },
    iphone: {
      title: 'iPhone：ショートカット',
      steps: (address) => [
        '「ショートカット」アプリで新規ショートカットを作り、詳細で「共有シートに表示」をオンにして、テキストを受け取るようにします。',
        'アクション「URL エンコード」を追加し、ショートカットの入力を対象にします。',
        `アクション「URL を開く」を追加し、${address} のすぐ後ろに URL エンコードされたテキストを置きます。`,
        '以後は、メッセージを選択し、「共有」からこのショートカットを選ぶだけです。',
      ],
    },
    bookmark: {
      title: 'ブラウザ：ブックマーク',
      how: '下の文字列をアドレスにしたブックマークを作ります。携帯会社のページで開くと、ページの文章がここに届きます。ほかには送られません。',
    },
    copyAddress: 'アドレスをコピー',
    copyBookmark: 'ブックマークをコピー',
    copied: 'コピーしました。',
    notCopied: 'コピーできませんでした。選択して手動でコピーしてください。',
  },
  guide: { title: 'ガイド' },
  server: {
    title: 'サーバーとの同期',
    states: {
      connecting: '接続しています…',
      inStep: 'この端末とサーバーの記録は同じです。',
      away: 'いまサーバーから応答がありません。これまでどおり使えます。つながったときに新しい記録をやり取りします。',
      refused:
        'このブラウザはサーバーに許可されていません。`nokori serve` が表示するアドレスを開くか、コードを入力してください。',
    },
    code: 'ペアリングコード',
    pair: 'ペアリングする',
    entries: {
      in: 'ペアリングしました。',
      wrong: 'コードが違います。',
      lapsed: 'このコードは期限切れです。`nokori serve` を起動し直すと新しいコードが出ます。',
      tooSoon: '回数が多すぎます。少し待ってください。',
      away: 'サーバーから応答がありません。',
    },
    leave: 'サーバーから外れる',
    leaveAll: '端末を紛失：すべてのブラウザの許可を取り消す',
  },
  settings: {
    title: '設定',
    language: '言語',
    theme: '配色',
    themes: { auto: '端末に合わせる', light: 'ライト', dark: 'ダーク' },
    alerts: '通知',
    alertsHow:
      'Nokori はこの端末だけで動くため、開いている間（裏にあるときも）に通知できます。お知らせはいつもホームに表示されます。',
    alertsOn: 'オンにする',
    alertsAre: {
      granted: 'オンです。',
      denied: 'ブロックされています。ブラウザの設定でこのページの通知を許可してください。',
      default: 'オフです。',
    },
    kept: '保存されているもの',
    keptToo: 'すべてこの端末と、同期しているサーバーの記録にあります。',
    keptHere: 'すべてこの端末のこのブラウザの中だけにあります。ときどき控えを取ってください。',
    export: 'すべて書き出す',
    import: 'ファイルを取り込む',
    importing: (share) => `取り込み中… ${share}`,
    importFailed: 'ファイルを取り込めませんでした。何も変わっていません。',
    forget: 'すべて消去する',
    forgetAsk: 'この端末にあるすべての回線と記録を消去しますか？元には戻せません。',
  },
}

const zhHans: WebSentences = {
  title: 'Nokori：剩余流量',
  about: '在日本使用的每条线路还剩多少流量、够不够用、该怎么办。',
  needsScript: 'Nokori 需要 JavaScript。一切都在您的设备上计算，不会发送到任何地方。',
  skip: '跳到正文',
  navigation: '主导航',
  back: '返回',
  undo: '撤销',
  home: '首页',
  newLine: '添加线路',
  due: '需要留意',
  dismiss: (line) => `已知道：${line}`,
  left: '剩余',
  leftOf: (whole) => `剩余（共 ${whole}）`,
  used: '已用',
  usedOf: (whole) => `已用（共 ${whole}）`,
  usedUp: '已用完',
  cannotLoad: { what: '应用的这一部分还不在设备上。', next: '联网后会自动载入，届时请再试。' },
  problems: {
    newer: { what: '这里的记录由更新版本的 Nokori 写成。', next: '重新载入页面即可使用新版。没有任何改动。' },
    damaged: { what: '保存在此浏览器里的记录已损坏。', next: '请在设置里“全部清除”后导入最近的副本。' },
    'read-only': { what: '此浏览器不为本页面保存数据。', next: '请离开无痕窗口，或允许本站存储数据。' },
    full: { what: '设备空间不足，没有保存。', next: '请腾出空间后再试。之前的记录仍在。' },
    busy: { what: '另一个标签页正在使用这些记录。', next: '请关闭其他 Nokori 标签页后再试。' },
    failed: { what: '现在无法使用这里的记录。', next: '请重新载入页面；仍不行请重启浏览器。' },
  },
  update: { ready: '新版 Nokori 已就绪。', use: '立即使用' },
  welcome: {
    title: '流量还剩多少？',
    lead: '粘贴日本运营商的短信或页面，Nokori 告诉您还剩多少、够不够用、该怎么办。',
    paste: '粘贴短信',
    example: '看一个示例',
    promises: ['没有网络也能用', '不用账号，不用密码', '任何内容都不离开您的设备'],
    noData: '还没有短信？在哪里查看',
  },
  example: {
    note: '这是示例，线路都是虚构的。',
    leave: '用我自己的开始',
    names: { main: '我的手机', parent: '妈妈', office: '公司', trip: '旅行 eSIM' },
  },
  add: {
    tab: '添加',
    title: '运营商是怎么说的？',
    titleOf: (line) => `${line}：运营商是怎么说的？`,
    paste: '粘贴',
    cannotPaste: { what: '剪贴板里没有取到内容。', next: '请直接粘贴到下面的框里。' },
    text: '或者把文字放在这里',
    placeholder: '短信、页面、邮件……',
    read: '读取',
    file: '选择文件',
    reading: '正在读取……',
    otherWays: '从其他应用分享、iPhone 快捷指令、书签',
    whereToLook: '在哪里查看剩余流量',
    privacy: '只在本设备上读取。保存前会遮住号码和姓名，不会发送到任何地方。',
    isRight: '这样对吗？',
    several: (count) => `找到 ${count} 条线路`,
    evidence: '读取的位置',
    whose: '是哪条线路？',
    newLine: '新线路',
    myLine: '我的线路',
    namePlaceholder: '我的线路',
    keep: '保存',
    kept: '已保存。',
    notRight: '不对',
    putAside: '没有保存。',
    nothingFound: '没有找到',
    noFigures: { what: '没有找到流量余额。', next: '请多粘贴一些短信或页面的内容，或直接输入数字。' },
    picture: { what: '目前还不能读取图片。', next: '请长按图片中的文字复制，或直接输入数字。' },
    again: '换一个试试',
  },
  keypad: {
    title: '输入数字',
    which: '这是什么？',
    left: '剩余',
    used: '已用',
    figure: '数字',
    unit: '单位',
    erase: '删除',
    show: '确认',
    sentences: { remaining: (amount) => `剩余：${amount}`, used: (amount) => `已用：${amount}` },
  },
  line: {
    edit: '编辑',
    readAgain: '添加新读数',
    willItLast: '够用吗？',
    advice: '该怎么办',
    history: '读数',
    more: '更多',
    notRight: '不对',
    restore: '重新计入',
    withdrawn: '这条读数不再计入。',
    evidenceGone: '这里没有保存原文。',
    calendar: '把日期放进日历',
    chartSeen: '到目前',
    chartLikely: '预计',
    chartWhole: '总量',
  },
  edit: {
    title: (line) => `编辑${line}`,
    newLine: '添加线路',
    unsaid: '未说明',
    otherPlan: '其他套餐……',
    price: '价格（日元）',
    asCarrier: '按运营商的规定',
    more: '提醒与号码',
    alertAt: '剩余少于多少时提醒我',
    quiet: '这段时间不提醒',
    suffix: '号码末几位',
    save: '保存',
    remove: '删除线路',
  },
  ways: {
    title: '把读数送到这里的办法',
    share: {
      title: 'Android：分享',
      how: '安装 Nokori（浏览器菜单里的“添加到主屏幕”）后，在任何应用里分享短信、页面或文件时都可以选择 Nokori。',
    },
    iphone: {
      title: 'iPhone：快捷指令',
      steps: (address) => [
        '打开“快捷指令”应用，新建快捷指令，在详细信息里打开“在共享表单中显示”，接收文本。',
        '添加操作“URL 编码”，对象为快捷指令输入。',
        `添加操作“打开 URL”，内容为 ${address}，紧接着放编码后的文本。`,
        '以后只要选中短信，点“共享”，选择这个快捷指令。',
      ],
    },
    bookmark: {
      title: '浏览器：书签',
      how: '新建一个以下面内容为地址的书签。在运营商页面上打开它，页面文字就会来到这里，不会去别处。',
    },
    copyAddress: '复制地址',
    copyBookmark: '复制书签',
    copied: '已复制。',
    notCopied: '无法复制：请选中后手动复制。',
  },
  guide: { title: '指南' },
  server: {
    title: '与服务器同步',
    states: {
      connecting: '正在连接……',
      inStep: '这里和服务器上的记录一致。',
      away: '服务器现在没有响应。一切照常可用，恢复后会交换新的记录。',
      refused: '服务器不允许此浏览器进入。请打开 `nokori serve` 显示的地址，或输入它的配对码。',
    },
    code: '配对码',
    pair: '配对',
    entries: {
      in: '已配对。',
      wrong: '配对码不对。',
      lapsed: '配对码已失效。重新启动 `nokori serve` 会得到新的。',
      tooSoon: '尝试次数太多，请稍等。',
      away: '服务器没有响应。',
    },
    leave: '离开服务器',
    leaveAll: '设备丢失：不再允许任何浏览器进入',
  },
  settings: {
    title: '设置',
    language: '语言',
    theme: '颜色',
    themes: { auto: '跟随设备', light: '浅色', dark: '深色' },
    alerts: '通知',
    alertsHow: 'Nokori 只在本设备上运行，所以打开时（在后台也算）才能通知您。需要留意的事总会显示在首页。',
    alertsOn: '打开',
    alertsAre: { granted: '已打开。', denied: '已被阻止。请在浏览器设置里允许此页面的通知。', default: '已关闭。' },
    kept: '保存的内容',
    keptToo: '一切在本设备上，以及与之同步的服务器账本里。',
    keptHere: '一切只在本设备的这个浏览器里。请不时留一份副本。',
    export: '全部导出',
    import: '导入文件',
    importing: (share) => `正在导入…… ${share}`,
    importFailed: '无法导入该文件，没有任何改动。',
    forget: '全部清除',
    forgetAsk: '要清除本设备上的所有线路和读数吗？此操作无法撤销。',
  },
}

const zhHant: WebSentences = {
  title: 'Nokori：剩餘數據量',
  about: '在日本使用的每條線路還剩多少數據量、夠不夠用、該怎麼辦。',
  needsScript: 'Nokori 需要 JavaScript。一切都在您的裝置上計算，不會傳送到任何地方。',
  skip: '跳到內容',
  navigation: '主選單',
  back: '返回',
  undo: '復原',
  home: '首頁',
  newLine: '新增線路',
  due: '請留意',
  dismiss: (line) => `已知道：${line}`,
  left: '剩餘',
  leftOf: (whole) => `剩餘（共 ${whole}）`,
  used: '已用',
  usedOf: (whole) => `已用（共 ${whole}）`,
  usedUp: '已用完',
  cannotLoad: { what: 'App 的這一部分還不在裝置上。', next: '連上網路後會自動載入，屆時請再試。' },
  problems: {
    newer: { what: '這裡的紀錄由較新版本的 Nokori 寫成。', next: '重新載入頁面即可使用新版。沒有任何改動。' },
    damaged: { what: '保存在這個瀏覽器裡的紀錄已損壞。', next: '請在設定裡「全部清除」後匯入最近的副本。' },
    'read-only': { what: '這個瀏覽器不為本頁面保存資料。', next: '請離開無痕視窗，或允許本站儲存資料。' },
    full: { what: '裝置空間不足，沒有保存。', next: '請騰出空間後再試。之前的紀錄仍在。' },
    busy: { what: '另一個分頁正在使用這些紀錄。', next: '請關閉其他 Nokori 分頁後再試。' },
    failed: { what: '現在無法使用這裡的紀錄。', next: '請重新載入頁面；仍不行請重新啟動瀏覽器。' },
  },
  update: { ready: '新版 Nokori 已備妥。', use: '立即使用' },
  welcome: {
    title: '數據量還剩多少？',
    lead: '貼上日本電信業者的簡訊或網頁，Nokori 告訴您還剩多少、夠不夠用、該怎麼辦。',
    paste: '貼上簡訊',
    example: '看一個範例',
    promises: ['沒有網路也能用', '不用帳號，不用密碼', '任何內容都不離開您的裝置'],
    noData: '還沒有簡訊？在哪裡查看',
  },
  example: {
    note: '這是範例，線路都是虛構的。',
    leave: '用我自己的開始',
    names: { main: '我的手機', parent: '媽媽', office: '公司', trip: '旅行 eSIM' },
  },
  add: {
    tab: '新增',
    title: '電信業者怎麼說？',
    titleOf: (line) => `${line}：電信業者怎麼說？`,
    paste: '貼上',
    cannotPaste: { what: '剪貼簿沒有取到內容。', next: '請直接貼到下面的欄位。' },
    text: '或者把文字放在這裡',
    placeholder: '簡訊、網頁、郵件……',
    read: '讀取',
    file: '選擇檔案',
    reading: '讀取中……',
    otherWays: '從其他 App 分享、iPhone 捷徑、書籤',
    whereToLook: '在哪裡查看剩餘數據量',
    privacy: '只在這台裝置上讀取。保存前會遮住號碼和姓名，不會傳送到任何地方。',
    isRight: '這樣對嗎？',
    several: (count) => `找到 ${count} 條線路`,
    evidence: '讀取的位置',
    whose: '是哪條線路？',
    newLine: '新線路',
    myLine: '我的線路',
    namePlaceholder: '我的線路',
    keep: '保存',
    kept: '已保存。',
    notRight: '不對',
    putAside: '沒有保存。',
    nothingFound: '沒有找到',
    noFigures: { what: '沒有找到數據餘額。', next: '請多貼一些簡訊或網頁的內容，或直接輸入數字。' },
    picture: { what: '目前還不能讀取圖片。', next: '請長按圖片中的文字複製，或直接輸入數字。' },
    again: '換一個試試',
  },
  keypad: {
    title: '輸入數字',
    which: '這是什麼？',
    left: '剩餘',
    used: '已用',
    figure: '數字',
    unit: '單位',
    erase: '刪除',
    show: '確認',
    sentences: { remaining: (amount) => `剩餘：${amount}`, used: (amount) => `已用：${amount}` },
  },
  line: {
    edit: '編輯',
    readAgain: '新增讀數',
    willItLast: '夠用嗎？',
    advice: '該怎麼辦',
    history: '讀數',
    more: '更多',
    notRight: '不對',
    restore: '重新計入',
    withdrawn: '這筆讀數不再計入。',
    evidenceGone: '這裡沒有保存原文。',
    calendar: '把日期放進行事曆',
    chartSeen: '到目前',
    chartLikely: '預計',
    chartWhole: '總量',
  },
  edit: {
    title: (line) => `編輯${line}`,
    newLine: '新增線路',
    unsaid: '未說明',
    otherPlan: '其他方案……',
    price: '價格（日圓）',
    asCarrier: '依電信業者的規定',
    more: '提醒與號碼',
    alertAt: '剩餘少於多少時提醒我',
    quiet: '這段時間不提醒',
    suffix: '號碼末幾碼',
    save: '保存',
    remove: '刪除線路',
  },
  ways: {
    title: '把讀數送到這裡的辦法',
    share: {
      title: 'Android：分享',
      how: '安裝 Nokori（瀏覽器選單裡的「加到主畫面」）後，在任何 App 裡分享簡訊、網頁或檔案時都可以選擇 Nokori。',
    },
    iphone: {
      title: 'iPhone：捷徑',
      steps: (address) => [
        '打開「捷徑」App，新增捷徑，在詳細資訊裡開啟「顯示在分享表單」，接收文字。',
        '加入動作「URL 編碼」，對象為捷徑輸入。',
        `加入動作「打開 URL」，內容為 ${address}，緊接著放編碼後的文字。`,
        '以後只要選取簡訊，點「分享」，選擇這個捷徑。',
      ],
    },
    bookmark: {
      title: '瀏覽器：書籤',
      how: '新增一個以下面內容為網址的書籤。在電信業者的網頁上打開它，網頁文字就會來到這裡，不會去別處。',
    },
    copyAddress: '複製網址',
    copyBookmark: '複製書籤',
    copied: '已複製。',
    notCopied: '無法複製：請選取後手動複製。',
  },
  guide: { title: '指南' },
  server: {
    title: '與伺服器同步',
    states: {
      connecting: '連線中……',
      inStep: '這裡和伺服器上的紀錄一致。',
      away: '伺服器現在沒有回應。一切照常可用，恢復後會交換新的紀錄。',
      refused: '伺服器不允許這個瀏覽器進入。請打開 `nokori serve` 顯示的網址，或輸入它的配對碼。',
    },
    code: '配對碼',
    pair: '配對',
    entries: {
      in: '已配對。',
      wrong: '配對碼不對。',
      lapsed: '配對碼已失效。重新啟動 `nokori serve` 會得到新的。',
      tooSoon: '嘗試次數太多，請稍等。',
      away: '伺服器沒有回應。',
    },
    leave: '離開伺服器',
    leaveAll: '裝置遺失：不再允許任何瀏覽器進入',
  },
  settings: {
    title: '設定',
    language: '語言',
    theme: '顏色',
    themes: { auto: '跟隨裝置', light: '淺色', dark: '深色' },
    alerts: '通知',
    alertsHow: 'Nokori 只在這台裝置上運作，所以開啟時（在背景也算）才能通知您。需要留意的事總會顯示在首頁。',
    alertsOn: '開啟',
    alertsAre: { granted: '已開啟。', denied: '已被封鎖。請在瀏覽器設定裡允許此頁面的通知。', default: '已關閉。' },
    kept: '保存的內容',
    keptToo: '一切在這台裝置上，以及與它同步的伺服器帳本裡。',
    keptHere: '一切只在這台裝置的這個瀏覽器裡。請不時留一份副本。',
    export: '全部匯出',
    import: '匯入檔案',
    importing: (share) => `匯入中…… ${share}`,
    importFailed: '無法匯入該檔案，沒有任何改動。',
    forget: '全部清除',
    forgetAsk: '要清除這台裝置上的所有線路和讀數嗎？此操作無法復原。',
  },
}

/** The words of the web app. */
export const WEB_SENTENCES: InEachLanguage<WebSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

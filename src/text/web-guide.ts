import type { InEachLanguage } from './language.ts'

type PerClue<Said> = Readonly<Record<'host' | 'bought' | 'apn' | 'user' | 'network' | 'sender', Said>>

/** What the web app's guide says beside what the guide says everywhere. Names, numbers and codes come in as they are shown. */
export interface WebGuideSentences {
  readonly search: string
  readonly searchHint: string
  readonly found: (count: number) => string
  readonly mine: string
  readonly carriers: string
  readonly saving: string
  readonly noData: {
    readonly title: string
    readonly lead: string
    readonly works: string
    readonly look: { readonly title: string; readonly how: string }
    readonly ask: { readonly title: string; readonly how: string; readonly others: string }
    readonly wifi: { readonly title: string; readonly how: string }
    readonly slow: { readonly title: string; readonly how: string }
  }
  readonly situation: Readonly<Record<'title' | 'online' | 'login' | 'canCall' | 'from', string>>
  readonly best: string
  /** Why a way does not work now. */
  readonly lacks: Readonly<Record<'online' | 'login' | 'canCall', string>>
  readonly openPage: string
  readonly call: (number: string) => string
  readonly dial: (code: string) => string
  readonly write: (to: string) => string
  readonly copy: (text: string) => string
  /** The steps that are other ones here than at a terminal. */
  readonly steps: Readonly<Record<'keepPage' | 'letNokoriCheck' | 'pasteAnswer', string>>
  readonly answer: Readonly<Record<'title' | 'how' | 'paste', string>>
  readonly nothingKnown: string
  readonly onNetwork: (hosts: string) => string
  readonly sources: string
  readonly marks: Readonly<Record<'title' | 'networks' | 'apns' | 'senders', string>>
  readonly instead: (carrier: string) => string
  readonly phrases: {
    readonly title: string
    readonly lead: string
    readonly groups: Readonly<Record<'anywhere' | 'shop' | 'telephone' | 'listen', string>>
    readonly speak: string
    readonly close: string
    readonly noVoice: string
  }
  readonly which: {
    readonly title: string
    readonly lead: string
    readonly question: PerClue<string>
    /** Where to see it. */
    readonly hint: PerClue<string>
    readonly bought: Readonly<Record<'contract' | 'visit' | 'travelEsim' | 'abroad', string>>
    readonly unseen: PerClue<string>
    readonly other: string
    /** An answer, as a reason. */
    readonly answered: PerClue<(value: string) => string>
    readonly answers: string
    readonly change: string
    readonly probably: string
    readonly oneOf: string
    readonly cannotTell: string
    readonly noneFits: string
    readonly fitting: string
    readonly possible: string
    readonly lookNext: string
    readonly lookElsewhere: string
    readonly again: string
  }
  readonly costs: Readonly<Record<'title' | 'what' | 'hour' | 'download', string>>
  readonly otherPages: string
}

const en: WebGuideSentences = {
  search: 'Search the guide',
  searchHint: 'docomo, 440-10, 104 …',
  found: (count) => (count === 1 ? '1 entry found' : `${count} entries found`),
  mine: 'My carriers',
  carriers: 'All carriers',
  saving: 'Make data last',
  noData: {
    title: 'No data left right now?',
    lead: 'Calls, SMS and Wi-Fi still work, and so does this guide.',
    works: 'Without data you can still call, send SMS and use Wi-Fi. This guide works offline too.',
    look: {
      title: 'Look into your messages',
      how: 'Carriers often write when data runs low or out. Paste such a message here, and Nokori tells what it says.',
    },
    ask: {
      title: 'Ask the carrier',
      how: 'A call or a message needs no data.',
      others: 'Other carriers',
    },
    wifi: { title: 'Find Wi-Fi', how: 'Hotels, stations, cafés and shops often have it. Show this to somebody there:' },
    slow: {
      title: 'Slow is not off',
      how: 'Many plans only become slow: text still comes through, with patience. What your plan does stands on its carrier’s page here. Stop what eats data in the background.',
    },
  },
  situation: {
    title: 'What you have right now',
    online: 'Internet',
    login: 'Login',
    canCall: 'Calls',
    from: 'I would call',
  },
  best: 'Best now',
  lacks: { online: 'Needs the Internet', login: 'Needs the login', canCall: 'Needs a call' },
  openPage: 'Open the page',
  call: (number) => `Call ${number}`,
  dial: (code) => `Dial ${code}`,
  write: (to) => `Write to ${to}`,
  copy: (text) => `Copy ${text}`,
  steps: {
    keepPage: 'To keep the figure, copy all of the page, or share it with Nokori.',
    letNokoriCheck: 'On a computer, Nokori can look by itself: “nokori add” with --user, then “nokori check”.',
    pasteAnswer: 'What the answer looks like is not documented: paste it here, and Nokori reads it.',
  },
  answer: {
    title: 'What does it say?',
    how: 'Paste the page, the message or the figure: Nokori keeps it and tells whether it will last.',
    paste: 'Paste the answer',
  },
  nothingKnown: 'Nobody has told yet how to look here. Whatever the carrier shows or sends, Nokori reads it.',
  onNetwork: (hosts) => `network of ${hosts}`,
  sources: 'Sources',
  marks: {
    title: 'How to recognise it',
    networks: 'Network number',
    apns: 'Access point name (APN)',
    senders: 'Writes from',
  },
  instead: (carrier) => `What to do with ${carrier}`,
  phrases: {
    title: 'Phrases to show or say',
    lead: 'Tap one to show it large.',
    groups: {
      anywhere: 'Anywhere',
      shop: 'In a shop',
      telephone: 'On the telephone',
      listen: 'What you may hear',
    },
    speak: 'Speak',
    close: 'Close',
    noVoice: 'This device has no Japanese voice of its own.',
  },
  which: {
    title: 'Which SIM do I have?',
    lead: 'A few short questions. Skip what you cannot see.',
    question: {
      host: 'Which name does the top of the screen show?',
      bought: 'Where is the SIM from?',
      apn: 'Which APN does the phone show?',
      user: 'Which user name stands beside the APN?',
      network: 'Which network number does the phone show?',
      sender: 'Has one of these ever written to you?',
    },
    hint: {
      host: 'With two SIMs, look under Settings → SIMs. It is often the network, not the brand.',
      bought: 'The card, a receipt or an e-mail may still tell.',
      apn: 'Android: Settings → Network & internet → SIMs → Access Point Names. iPhone: Settings → Cellular → Cellular Data Network, where the carrier shows it.',
      user: 'It stands with the APN, below it.',
      network: 'Android: open the APN. MCC 440 with MNC 10 is 440-10.',
      sender: 'Look into your messages and mails.',
    },
    bought: {
      contract: 'A Japanese carrier, for people who live here',
      visit: 'Bought for a visit: airport, hotel, shop, post',
      travelEsim: 'A travel eSIM from an app or website',
      abroad: 'My SIM from abroad, roaming in Japan',
    },
    unseen: {
      host: 'Another name, or none',
      bought: 'I do not know',
      apn: 'I cannot see it',
      user: 'I cannot see it',
      network: 'I cannot see it',
      sender: 'None of them',
    },
    other: 'Something else',
    answered: {
      host: (value) => `The screen shows ${value}`,
      bought: (value) => value,
      apn: (value) => `APN ${value}`,
      user: (value) => `User name ${value}`,
      network: (value) => `Network number ${value}`,
      sender: (value) => `Messages from ${value}`,
    },
    answers: 'Your answers',
    change: 'Change',
    probably: 'It is probably this one',
    oneOf: 'It is probably one of these',
    cannotTell: 'That does not tell it yet',
    noneFits: 'No carrier that Nokori knows fits all of this. One of the answers may be another one.',
    fitting: 'All of these fit',
    possible: 'Also possible',
    lookNext: 'Look at this next',
    lookElsewhere: 'The card, the e-mail with the QR code or the app that it was bought in names the brand.',
    again: 'Start again',
  },
  costs: { title: 'What it takes', what: 'What', hour: 'In an hour', download: 'To download' },
  otherPages: 'More ways to make data last',
}

const ja: WebGuideSentences = {
  search: 'ガイドを検索',
  searchHint: 'ドコモ、440-10、104 など',
  found: (count) => `${count} 件見つかりました`,
  mine: '自分の携帯会社',
  carriers: 'すべての携帯会社',
  saving: 'データを長持ちさせる',
  noData: {
    title: '今、データが残っていない？',
    lead: '電話・SMS・Wi-Fi は使えます。このガイドも使えます。',
    works: 'データがなくても、電話、SMS、Wi-Fi は使えます。このガイドもオフラインで使えます。',
    look: {
      title: '届いたメッセージを見る',
      how: '残りが少なくなったときや使い切ったときに、携帯会社から連絡が来ていることがあります。ここに貼り付けると、内容が分かります。',
    },
    ask: { title: '携帯会社に聞く', how: '電話や SMS にデータは要りません。', others: 'ほかの携帯会社' },
    wifi: { title: 'Wi-Fi を探す', how: 'ホテル、駅、カフェ、店舗で使えることがあります。お店の人に見せる言葉：' },
    slow: {
      title: '遅くても、つながっています',
      how: '多くのプランは遅くなるだけです。文字なら、時間はかかっても届きます。プランごとの決まりは、携帯会社のページにあります。裏側の通信も止めておきます。',
    },
  },
  situation: {
    title: '今、使えるもの',
    online: 'ネット',
    login: 'ログイン',
    canCall: '電話',
    from: '電話をかけるのは',
  },
  best: '今いちばん確実',
  lacks: { online: 'ネットが必要', login: 'ログインが必要', canCall: '電話が必要' },
  openPage: 'ページを開く',
  call: (number) => `${number} に電話`,
  dial: (code) => `${code} を発信`,
  write: (to) => `${to} に SMS を書く`,
  copy: (text) => `${text} をコピー`,
  steps: {
    keepPage: '記録するには、ページ全体をコピーするか、Nokori に共有します。',
    letNokoriCheck:
      'パソコンでは Nokori に任せられます：「nokori add」に --user を付けて登録し、次から「nokori check」。',
    pasteAnswer: '返信の形は確認できていません。届いたらここに貼り付けると読み取ります。',
  },
  answer: {
    title: '何と表示されましたか？',
    how: 'ページ、メッセージ、または数字を入れると、記録して、足りるかどうかをお知らせします。',
    paste: '表示を貼り付ける',
  },
  nothingKnown:
    '確かめ方はまだ分かっていません。携帯会社の画面やメッセージがあれば、貼り付けるだけで Nokori が読み取ります。',
  onNetwork: (hosts) => `${hosts} の回線`,
  sources: '出典',
  marks: { title: '見分け方', networks: 'ネットワーク番号', apns: 'アクセスポイント名（APN）', senders: '送信元' },
  instead: (carrier) => `${carrier} で確かめるには`,
  phrases: {
    title: '見せる・話す言葉',
    lead: 'タップすると大きく表示します。',
    groups: { anywhere: 'どこでも', shop: 'お店で', telephone: '電話で', listen: '相手の言葉' },
    speak: '読み上げる',
    close: '閉じる',
    noVoice: 'この端末には日本語の音声がありません。',
  },
  which: {
    title: 'どの SIM か調べる',
    lead: 'いくつかの短い質問です。分からないものは飛ばせます。',
    question: {
      host: '画面の上端に出ている名前は？',
      bought: 'どこで手に入れた SIM ですか？',
      apn: '端末に表示される APN は？',
      user: 'APN と並んでいるユーザー名は？',
      network: '端末に表示されるネットワーク番号は？',
      sender: '次のどれかからメッセージが来たことは？',
    },
    hint: {
      host: 'SIM が2枚なら「設定」→「SIM」で確かめます。ブランド名ではなく、回線の名前のことが多いものです。',
      bought: 'カードやレシート、メールに書いてあることがあります。',
      apn: 'Android：「設定」→「ネットワークとインターネット」→「SIM」→「アクセス ポイント名」。iPhone：「設定」→「モバイル通信」→「モバイルデータ通信ネットワーク」（表示されない会社もあります）。',
      user: 'APN の下に書いてあります。',
      network: 'Android：APN を開きます。MCC が 440、MNC が 10 なら 440-10 です。',
      sender: 'メッセージとメールを見てください。',
    },
    bought: {
      contract: '日本で契約した（居住者向け）',
      visit: '訪日用に買った（空港、ホテル、店、郵送）',
      travelEsim: 'アプリやサイトで買った旅行用 eSIM',
      abroad: '海外の SIM を日本でローミング',
    },
    unseen: {
      host: 'ほかの名前、または表示なし',
      bought: '分からない',
      apn: '見られない',
      user: '見られない',
      network: '見られない',
      sender: 'どれもない',
    },
    other: 'ほかのもの',
    answered: {
      host: (value) => `画面の表示：${value}`,
      bought: (value) => value,
      apn: (value) => `APN：${value}`,
      user: (value) => `ユーザー名：${value}`,
      network: (value) => `ネットワーク番号：${value}`,
      sender: (value) => `送信元：${value}`,
    },
    answers: 'これまでの答え',
    change: '変更する',
    probably: 'おそらくこの会社です',
    oneOf: 'おそらくこのどれかです',
    cannotTell: 'まだ分かりません',
    noneFits: 'すべてに当てはまる携帯会社は登録されていません。どれかの答えが違うのかもしれません。',
    fitting: '当てはまる会社',
    possible: 'ほかに考えられる会社',
    lookNext: '次に確かめること',
    lookElsewhere: 'SIM カード、QR コードのメール、買ったアプリにブランド名が書かれています。',
    again: '最初からやり直す',
  },
  costs: { title: '通信量の目安', what: '内容', hour: '1時間あたり', download: '保存するとき' },
  otherPages: 'ほかの節約方法',
}

const zhHans: WebGuideSentences = {
  search: '搜索指南',
  searchHint: 'docomo、440-10、104……',
  found: (count) => `找到 ${count} 项`,
  mine: '我的运营商',
  carriers: '所有运营商',
  saving: '让流量更耐用',
  noData: {
    title: '现在没有流量了？',
    lead: '电话、短信和 Wi-Fi 还能用，这份指南也能用。',
    works: '没有流量也能打电话、发短信、用 Wi-Fi。这份指南离线也能用。',
    look: {
      title: '看看收到的短信',
      how: '流量快用完或用完时，运营商常会发短信。把它粘贴到这里，Nokori 就告诉您其中的内容。',
    },
    ask: { title: '问运营商', how: '打电话、发短信都不需要流量。', others: '其他运营商' },
    wifi: { title: '找 Wi-Fi', how: '酒店、车站、咖啡馆和商店常有 Wi-Fi。可以把这句话给店员看：' },
    slow: {
      title: '变慢不等于断网',
      how: '很多套餐只是变慢：文字还能慢慢打开。您的套餐会怎样，请看这里的运营商页面。也请停掉后台耗流量的 App。',
    },
  },
  situation: {
    title: '现在能用的',
    online: '上网',
    login: '登录',
    canCall: '打电话',
    from: '打电话时',
  },
  best: '现在最合适',
  lacks: { online: '需要上网', login: '需要登录', canCall: '需要打电话' },
  openPage: '打开网页',
  call: (number) => `拨打 ${number}`,
  dial: (code) => `拨 ${code}`,
  write: (to) => `写短信给 ${to}`,
  copy: (text) => `复制 ${text}`,
  steps: {
    keepPage: '要留下记录：复制整个页面，或分享给 Nokori。',
    letNokoriCheck: '在电脑上可以让 Nokori 代看：用“nokori add”加 --user 登记，以后用“nokori check”。',
    pasteAnswer: '没有资料说明回复的样子：收到后粘贴到这里，Nokori 会读取。',
  },
  answer: {
    title: '上面怎么说？',
    how: '粘贴网页、短信或数字：Nokori 会记下来，并告诉您够不够用。',
    paste: '粘贴内容',
  },
  nothingKnown: '还没有人说明怎样在这里查看。运营商显示或发来的内容，粘贴到这里 Nokori 都会读取。',
  onNetwork: (hosts) => `${hosts} 的网络`,
  sources: '来源',
  marks: { title: '怎样认出它', networks: '网络编号', apns: '接入点名称（APN）', senders: '发信人' },
  instead: (carrier) => `${carrier} 该怎样查看`,
  phrases: {
    title: '给人看或说的话',
    lead: '点一句就会放大显示。',
    groups: { anywhere: '到处可用', shop: '在店里', telephone: '打电话时', listen: '您可能听到的话' },
    speak: '朗读',
    close: '关闭',
    noVoice: '这台设备自身没有日语语音。',
  },
  which: {
    title: '我用的是哪张 SIM？',
    lead: '几个简短的问题，看不到的可以跳过。',
    question: {
      host: '屏幕顶部显示什么名称？',
      bought: '这张 SIM 是从哪里来的？',
      apn: '手机显示的 APN 是哪个？',
      user: 'APN 旁边的用户名是哪个？',
      network: '手机显示的网络编号是哪个？',
      sender: '下面有谁给您发过消息吗？',
    },
    hint: {
      host: '有两张 SIM 时，请看“设置”→“SIM 卡”。这里常常是网络的名称，不是品牌。',
      bought: '卡片、收据或邮件上可能写着。',
      apn: 'Android：设置 → 网络和互联网 → SIM 卡 → 接入点名称。iPhone：设置 → 蜂窝网络 → 蜂窝数据网络（有的运营商不显示）。',
      user: '它在 APN 的下面。',
      network: 'Android：打开 APN。MCC 为 440、MNC 为 10 就是 440-10。',
      sender: '请看短信和邮件。',
    },
    bought: {
      contract: '在日本签约（给居民用的）',
      visit: '为来日本买的：机场、酒店、商店、邮寄',
      travelEsim: '在 App 或网站买的旅行 eSIM',
      abroad: '我的外国 SIM，在日本漫游',
    },
    unseen: {
      host: '别的名称，或没有',
      bought: '不知道',
      apn: '看不到',
      user: '看不到',
      network: '看不到',
      sender: '都没有',
    },
    other: '别的',
    answered: {
      host: (value) => `屏幕显示 ${value}`,
      bought: (value) => value,
      apn: (value) => `APN 为 ${value}`,
      user: (value) => `用户名为 ${value}`,
      network: (value) => `网络编号为 ${value}`,
      sender: (value) => `收到 ${value} 的消息`,
    },
    answers: '您的回答',
    change: '更改',
    probably: '很可能是这家',
    oneOf: '很可能是其中一家',
    cannotTell: '还不能判断',
    noneFits: 'Nokori 认识的运营商里没有一家全部符合。也许有一个回答不对。',
    fitting: '都符合的运营商',
    possible: '也有可能',
    lookNext: '接下来看这个',
    lookElsewhere: 'SIM 卡片、带二维码的邮件，或购买时用的 App 上写着品牌。',
    again: '重新开始',
  },
  costs: { title: '要用多少', what: '内容', hour: '每小时', download: '下载一次' },
  otherPages: '更多省流量的办法',
}

const zhHant: WebGuideSentences = {
  search: '搜尋指南',
  searchHint: 'docomo、440-10、104……',
  found: (count) => `找到 ${count} 項`,
  mine: '我的電信業者',
  carriers: '所有電信業者',
  saving: '讓數據更耐用',
  noData: {
    title: '現在沒有數據量了？',
    lead: '電話、簡訊和 Wi-Fi 還能用，這份指南也能用。',
    works: '沒有數據量也能打電話、傳簡訊、用 Wi-Fi。這份指南離線也能用。',
    look: {
      title: '看看收到的簡訊',
      how: '數據量快用完或用完時，電信業者常會傳簡訊。把它貼到這裡，Nokori 就告訴您其中的內容。',
    },
    ask: { title: '問電信業者', how: '打電話、傳簡訊都不需要數據量。', others: '其他電信業者' },
    wifi: { title: '找 Wi-Fi', how: '飯店、車站、咖啡店和商店常有 Wi-Fi。可以把這句話給店員看：' },
    slow: {
      title: '變慢不等於斷網',
      how: '很多方案只是變慢：文字還能慢慢打開。您的方案會怎樣，請看這裡的電信業者頁面。也請停掉背景耗數據的 App。',
    },
  },
  situation: {
    title: '現在能用的',
    online: '上網',
    login: '登入',
    canCall: '打電話',
    from: '打電話時',
  },
  best: '現在最合適',
  lacks: { online: '需要上網', login: '需要登入', canCall: '需要打電話' },
  openPage: '開啟網頁',
  call: (number) => `撥打 ${number}`,
  dial: (code) => `撥 ${code}`,
  write: (to) => `寫簡訊給 ${to}`,
  copy: (text) => `複製 ${text}`,
  steps: {
    keepPage: '要留下記錄：複製整個網頁，或分享給 Nokori。',
    letNokoriCheck: '在電腦上可以讓 Nokori 代看：用「nokori add」加 --user 登記，以後用「nokori check」。',
    pasteAnswer: '沒有資料說明回覆的樣子：收到後貼到這裡，Nokori 會讀取。',
  },
  answer: {
    title: '上面怎麼說？',
    how: '貼上網頁、簡訊或數字：Nokori 會記下來，並告訴您夠不夠用。',
    paste: '貼上內容',
  },
  nothingKnown: '還沒有人說明怎樣在這裡查看。電信業者顯示或傳來的內容，貼到這裡 Nokori 都會讀取。',
  onNetwork: (hosts) => `${hosts} 的網路`,
  sources: '來源',
  marks: { title: '怎樣認出它', networks: '網路編號', apns: '存取點名稱（APN）', senders: '寄件者' },
  instead: (carrier) => `${carrier} 該怎樣查看`,
  phrases: {
    title: '給人看或說的話',
    lead: '點一句就會放大顯示。',
    groups: { anywhere: '到處可用', shop: '在店裡', telephone: '打電話時', listen: '您可能聽到的話' },
    speak: '朗讀',
    close: '關閉',
    noVoice: '這台裝置本身沒有日語語音。',
  },
  which: {
    title: '我用的是哪張 SIM？',
    lead: '幾個簡短的問題，看不到的可以略過。',
    question: {
      host: '螢幕頂端顯示什麼名稱？',
      bought: '這張 SIM 是從哪裡來的？',
      apn: '手機顯示的 APN 是哪個？',
      user: 'APN 旁邊的使用者名稱是哪個？',
      network: '手機顯示的網路編號是哪個？',
      sender: '下面有誰傳過訊息給您嗎？',
    },
    hint: {
      host: '有兩張 SIM 時，請看「設定」→「SIM 卡」。這裡常常是網路的名稱，不是品牌。',
      bought: '卡片、收據或郵件上可能寫著。',
      apn: 'Android：設定 → 網路和網際網路 → SIM 卡 → 存取點名稱。iPhone：設定 → 行動服務 → 行動數據網路（有的電信業者不顯示）。',
      user: '它在 APN 的下面。',
      network: 'Android：開啟 APN。MCC 為 440、MNC 為 10 就是 440-10。',
      sender: '請看簡訊和郵件。',
    },
    bought: {
      contract: '在日本簽約（給居民用的）',
      visit: '為來日本買的：機場、飯店、商店、郵寄',
      travelEsim: '在 App 或網站買的旅行 eSIM',
      abroad: '我的外國 SIM，在日本漫遊',
    },
    unseen: {
      host: '別的名稱，或沒有',
      bought: '不知道',
      apn: '看不到',
      user: '看不到',
      network: '看不到',
      sender: '都沒有',
    },
    other: '別的',
    answered: {
      host: (value) => `螢幕顯示 ${value}`,
      bought: (value) => value,
      apn: (value) => `APN 為 ${value}`,
      user: (value) => `使用者名稱為 ${value}`,
      network: (value) => `網路編號為 ${value}`,
      sender: (value) => `收到 ${value} 的訊息`,
    },
    answers: '您的回答',
    change: '更改',
    probably: '很可能是這家',
    oneOf: '很可能是其中一家',
    cannotTell: '還不能判斷',
    noneFits: 'Nokori 認識的電信業者裡沒有一家全部符合。也許有一個回答不對。',
    fitting: '都符合的電信業者',
    possible: '也有可能',
    lookNext: '接下來看這個',
    lookElsewhere: 'SIM 卡片、附 QR 碼的郵件，或購買時用的 App 上寫著品牌。',
    again: '重新開始',
  },
  costs: { title: '要用多少', what: '內容', hour: '每小時', download: '下載一次' },
  otherPages: '更多省數據的辦法',
}

/** What the guide of the web app says. */
export const WEB_GUIDE_SENTENCES: InEachLanguage<WebGuideSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

import type { InEachLanguage } from './language.ts'

/** Everything that a guide says. Carriers' own words come in as they stand on the screen. */
export interface GuideSentences {
  readonly channels: Readonly<Record<'app' | 'portal' | 'sms' | 'hotline' | 'api', string>>
  readonly title: (carrier: string) => string
  readonly bestFirst: string
  /** Between the items of a list. */
  readonly separator: string
  readonly steps: {
    readonly wifiOff: string
    readonly openPage: (name: string) => string
    readonly openApp: (name: string) => string
    readonly logIn: (account: string | null) => string
    readonly logInOverLine: string
    readonly tap: (label: string, meaning: string | null) => string
    readonly look: Readonly<Record<'remaining' | 'used' | 'both' | 'unknown', string>>
    readonly late: (hours: number) => string
    readonly keepPage: string
    readonly letNokoriCheck: string
    readonly addWidget: string
    readonly dial: (number: string, cost: string, language: string) => string
    readonly otherLanguages: string
    readonly openNow: (closes: string, zone: string) => string
    readonly closedNow: (opens: string, zone: string) => string
    readonly alwaysOpen: string
    readonly pressKeys: (keys: string) => string
    readonly voiceTells: Readonly<Record<'person' | 'voice' | 'no' | 'unknown', string>>
    readonly say: string
    readonly listen: string
    readonly sendSms: (text: string, to: string) => string
    readonly dialCode: (code: string) => string
    readonly mayFailAbroad: string
    readonly pasteAnswer: string
  }
  readonly ways: Readonly<Record<'password' | 'code' | 'passkey' | 'networkPin' | 'line', string>>
  readonly free: Readonly<Record<'free' | 'charged' | 'unknown', string>>
  readonly from: Readonly<Record<'own' | 'other' | 'abroad', string>>
  readonly languages: Readonly<Record<'ja' | 'en' | 'zh' | 'ko' | 'pt' | 'vi' | 'tl', string>>
  readonly phrases: Readonly<
    Record<
      | 'howMuchLeft'
      | 'myNumberIs'
      | 'english'
      | 'slowly'
      | 'again'
      | 'write'
      | 'wifiHere'
      | 'wifiPassword'
      | 'topUp'
      | 'priceOfOne'
      | 'whichPlan'
      | 'untilWhen'
      | 'noConnection'
      | 'helpWithApn'
      | 'typePin'
      | 'forgotPin'
      | 'visitorSim'
      | 'payByCard'
      | 'usedUp'
      | 'slowSpeed'
      | 'aPerson'
      | 'remaining'
      | 'pin'
      | 'pressNumber'
      | 'busy'
      | 'wait'
      | 'nameAndBirth'
      | 'passport',
      string
    >
  >
  /** Nothing is known of these channels. */
  readonly unknown: (channels: string) => string
  readonly none: (channel: string) => string
  readonly verified: Readonly<Record<'live' | 'simulated' | 'documented', string>>
  readonly checked: (date: string, kind: 'official' | 'reported' | 'invented') => string
  readonly beforeYouFly: string
  readonly beforeYouFlySteps: readonly [account: string, code: string, reset: string, roaming: string]
  readonly myth: string
  readonly insteadFor: (command: string) => string
  readonly several: string
  readonly nothingFound: (words: string) => string
  readonly which: string
  readonly whichSteps: readonly [name: string, apn: string, number: string]
  readonly ask: {
    readonly carrier: string
    readonly online: string
    readonly login: string
    readonly call: string
    readonly unknownCarrier: string
    readonly yes: string
    readonly no: string
  }
  readonly table: Readonly<Record<'carrier' | 'id' | 'hosts' | 'channels' | 'kind', string>>
  readonly kinds: Readonly<Record<'operator' | 'subBrand' | 'mvno' | 'visitor' | 'travelEsim' | 'foreign', string>>
}

const en: GuideSentences = {
  channels: { app: 'App', portal: 'Website', sms: 'SMS or USSD', hotline: 'Hotline', api: 'API' },
  title: (carrier) => `How to see what is left on ${carrier}`,
  separator: ', ',
  bestFirst: 'Best way first.',
  steps: {
    wifiOff: 'Switch Wi-Fi off: the page knows you by the line itself.',
    openPage: (name) => `Open “${name}”.`,
    openApp: (name) => `Open the app “${name}”.`,
    logIn: (account) => (account === null ? 'Log in.' : `Log in with your ${account}.`),
    logInOverLine: 'No login is needed over the line itself.',
    tap: (label, meaning) => `Tap 「${label}」${meaning === null ? '' : ` (${meaning})`}.`,
    look: {
      remaining: 'It shows how much is left.',
      used: 'It shows how much was used, not what is left.',
      both: 'It shows how much was used and how much is left.',
      unknown: 'Whether it shows what is left is not documented.',
    },
    late: (hours) => `The figure may be ${inHours(hours, 'hour', 'day')} old.`,
    keepPage:
      'To keep the figure, save the page (Ctrl+S, ⌘S), or on a phone share it to yourself or copy all of it, and give it to “nokori read”.',
    letNokoriCheck:
      'Or Nokori looks for you: “nokori add” with --user, then “nokori check”. Or you sign in yourself and it reads along: “nokori check NAME --show”.',
    addWidget: 'Add its widget to the home screen: it shows the figure without opening the app.',
    dial: (number, cost, language) => `Call ${number} (${cost}; ${language}).`,
    otherLanguages: 'In other languages:',
    openNow: (closes, zone) => `Open now, until ${closes} (${zone}).`,
    closedNow: (opens, zone) => `Closed now; opens at ${opens} (${zone}).`,
    alwaysOpen: 'Open day and night.',
    pressKeys: (keys) => `Press ${keys}.`,
    voiceTells: {
      person: 'A person can look it up for you.',
      voice: 'A voice tells what is left.',
      no: 'It does not tell how much data is left.',
      unknown: 'Whether they tell how much data is left is not documented: ask.',
    },
    say: 'Say',
    listen: 'Listen for',
    sendSms: (text, to) => `Send the SMS ${text} to ${to}.`,
    dialCode: (code) => `Dial ${code} like a number.`,
    mayFailAbroad: 'Whether it answers while you roam in Japan is not documented.',
    pasteAnswer: 'What the answer looks like is not documented: paste it into “nokori read”.',
  },
  ways: {
    password: 'password',
    code: 'a code by SMS or mail',
    passkey: 'passkey',
    networkPin: 'the 4-digit network PIN (ネットワーク暗証番号)',
    line: 'the line itself',
  },
  free: { free: 'free', charged: 'charged', unknown: 'cost not documented' },
  from: { own: 'from the line itself', other: 'from another phone', abroad: 'from abroad' },
  languages: {
    ja: 'Japanese',
    en: 'English',
    zh: 'Chinese',
    ko: 'Korean',
    pt: 'Portuguese',
    vi: 'Vietnamese',
    tl: 'Tagalog',
  },
  phrases: {
    howMuchLeft: 'Please tell me how much data is left.',
    myNumberIs: 'My phone number is 090-….',
    english: 'Could we speak English?',
    slowly: 'Please speak slowly.',
    again: 'Once more, please.',
    write: 'Could you write it on paper?',
    wifiHere: 'Can I use Wi-Fi here?',
    wifiPassword: 'Please tell me the Wi-Fi password.',
    topUp: 'Please add data to my line.',
    priceOfOne: 'How much does 1 GB more cost?',
    whichPlan: 'Please tell me which plan this line has.',
    untilWhen: 'Until when can I use this data?',
    noConnection: 'I have set up the SIM, but it does not connect.',
    helpWithApn: 'Could you help me set up the APN?',
    typePin: 'Could you type the PIN, please?',
    forgotPin: 'I have forgotten the PIN.',
    visitorSim: 'Do you have prepaid SIMs for travellers?',
    payByCard: 'Can I pay by credit card?',
    usedUp: 'I have used up my data.',
    slowSpeed: 'Please lift the speed limit.',
    aPerson: 'Please connect me to a person.',
    remaining: '3.2 gigabytes are left.',
    pin: 'Please enter your network PIN.',
    pressNumber: 'Please press the number you want.',
    busy: 'All lines are very busy at the moment.',
    wait: 'One moment, please.',
    nameAndBirth: 'Your name and date of birth, please.',
    passport: 'May I see your passport?',
  },
  unknown: (channels) => `Nothing is known yet about: ${channels}.`,
  none: (channel) => `${channel}: there is none.`,
  verified: {
    live: 'tried with the carrier',
    simulated: 'tried on a copy of the page',
    documented: 'read about, not tried',
  },
  checked: (date, kind) => `${kind === 'official' ? 'official' : 'reported by others'}, looked at on ${date}`,
  beforeYouFly: 'Before you fly',
  beforeYouFlySteps: [
    'Open the account and try the login once: abroad it is harder.',
    'Codes for logging in often come by SMS to your home number: keep that SIM in the phone, or choose mail.',
    'Know how to reset the password without that SIM.',
    'Switch data roaming off on the home SIM, so that only the travel line uses data.',
  ],
  myth: 'Often repeated, and wrong',
  insteadFor: (command) => `Do this instead: ${command}`,
  several: 'Several carriers show this; the APN or its user name tells them apart:',
  nothingFound: (words) => `Nokori knows no carrier by “${words}”.`,
  which: 'Which SIM is it?',
  whichSteps: [
    'The name at the top of the screen, or under Settings → Mobile network, is often the carrier or its host.',
    'Look at Settings → Mobile network → Access point names (APN): it names the brand.',
    'Then: nokori guide APN, for example nokori guide povo.jp',
  ],
  ask: {
    carrier: 'Which SIM is it?',
    online: 'Have you Wi-Fi, or some data left?',
    login: 'Have you the account and its password?',
    call: 'Can you make a call?',
    unknownCarrier: 'I do not know',
    yes: 'Yes',
    no: 'No',
  },
  table: { carrier: 'Carrier', id: 'id', hosts: 'Network', channels: 'Ways', kind: 'Kind' },
  kinds: {
    operator: 'operator',
    subBrand: 'sub-brand',
    mvno: 'MVNO',
    visitor: 'visitor SIM',
    travelEsim: 'travel eSIM',
    foreign: 'foreign SIM roaming in Japan',
  },
}

/** 24 hours are a day. */
function inHours(hours: number, hour: string, day: string): string {
  const [count, unit] = hours % 24 === 0 ? [hours / 24, day] : [hours, hour]
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

const daysOrHours = (hours: number, hour: string, day: string): string =>
  hours % 24 === 0 ? `${hours / 24}${day}` : `${hours}${hour}`

const ja: GuideSentences = {
  channels: { app: 'アプリ', portal: 'ウェブ', sms: 'SMS・USSD', hotline: '電話', api: 'API' },
  title: (carrier) => `${carrier}${/[a-z0-9)]$/iu.test(carrier) ? ' ' : ''}の残量の確かめ方`,
  separator: '、',
  bestFirst: '今できそうな方法から順に並べています。',
  steps: {
    wifiOff: 'Wi-Fi を切ります。このページは回線そのもので契約者を見分けます。',
    openPage: (name) => `「${name}」を開きます。`,
    openApp: (name) => `アプリ「${name}」を開きます。`,
    logIn: (account) => (account === null ? 'ログインします。' : `${account}でログインします。`),
    logInOverLine: '契約した回線でつなげば、ログインは要りません。',
    tap: (label) => `「${label}」をタップします。`,
    look: {
      remaining: 'データ残量が表示されます。',
      used: '表示されるのは使った量です。残量ではありません。',
      both: '使った量と残量が表示されます。',
      unknown: '残量が表示されるかどうかは確認できていません。',
    },
    late: (hours) => `最大${daysOrHours(hours, '時間', '日')}前の値のことがあります。`,
    keepPage:
      '記録するには、ページを保存（Ctrl+S、⌘S）するか、スマホでは自分あてに共有するか全体をコピーして、「nokori read」に渡します。',
    letNokoriCheck:
      'Nokoriに任せるなら：「nokori add」に--userを付けて登録し、次から「nokori check」。自分でログインして読み取らせるなら：「nokori check 名前 --show」。',
    addWidget: 'ホーム画面にウィジェットを置くと、アプリを開かずに見られます。',
    dial: (number, cost, language) => `${number} に電話します（${cost}、${language}）。`,
    otherLanguages: 'ほかの言語の窓口：',
    openNow: (closes, zone) => `ただいま受付中です（${closes} まで、${zone}）。`,
    closedNow: (opens, zone) => `ただいま受付時間外です（${opens} から、${zone}）。`,
    alwaysOpen: '24時間受け付けています。',
    pressKeys: (keys) => `${keys} の順に押します。`,
    voiceTells: {
      person: 'オペレーターに調べてもらえます。',
      voice: '音声で残量を聞けます。',
      no: 'データ残量は案内していません。',
      unknown: 'データ残量を教えてもらえるかは確認できていません。聞いてみてください。',
    },
    say: '言う',
    listen: '聞こえてくる言葉',
    sendSms: (text, to) => `SMS で「${text}」を ${to} に送ります。`,
    dialCode: (code) => `電話をかけるように ${code} を発信します。`,
    mayFailAbroad: '日本でのローミング中に使えるかは確認できていません。',
    pasteAnswer: '返信の形は確認できていません。届いたら「nokori read」に貼り付けます。',
  },
  ways: {
    password: 'パスワード',
    code: 'SMS かメールの確認コード',
    passkey: 'パスキー',
    networkPin: 'ネットワーク暗証番号（4桁）',
    line: '回線認証',
  },
  free: { free: '無料', charged: '有料', unknown: '料金は未確認' },
  from: { own: 'その回線から', other: 'ほかの電話から', abroad: '海外から' },
  languages: {
    ja: '日本語',
    en: '英語',
    zh: '中国語',
    ko: '韓国語',
    pt: 'ポルトガル語',
    vi: 'ベトナム語',
    tl: 'タガログ語',
  },
  phrases: {
    howMuchLeft: 'データ残量を教えてください。',
    myNumberIs: '電話番号は 090-… です。',
    english: '英語でお願いできますか？',
    slowly: 'ゆっくり話してください。',
    again: 'もう一度お願いします。',
    write: '紙に書いていただけますか？',
    wifiHere: 'ここで Wi-Fi は使えますか？',
    wifiPassword: 'Wi-Fi のパスワードを教えてください。',
    topUp: 'データの追加をお願いします。',
    priceOfOne: '1 ギガ追加するといくらですか？',
    whichPlan: 'この回線の料金プランを教えてください。',
    untilWhen: 'このデータはいつまで使えますか？',
    noConnection: 'SIM を設定しましたが、つながりません。',
    helpWithApn: 'APN の設定を手伝っていただけますか？',
    typePin: '暗証番号を入力していただけますか？',
    forgotPin: '暗証番号を忘れてしまいました。',
    visitorSim: '旅行者向けのプリペイド SIM はありますか？',
    payByCard: 'クレジットカードで払えますか？',
    usedUp: 'データを使い切ってしまいました。',
    slowSpeed: '速度制限の解除をお願いします。',
    aPerson: 'オペレーターにつないでください。',
    remaining: '残りは 3.2 ギガバイトです。',
    pin: 'ネットワーク暗証番号を入力してください。',
    pressNumber: 'ご希望の番号を押してください。',
    busy: 'ただいま電話が大変混み合っております。',
    wait: '少々お待ちください。',
    nameAndBirth: 'お名前と生年月日をお願いいたします。',
    passport: 'パスポートを見せていただけますか？',
  },
  unknown: (channels) => `まだ分かっていない方法：${channels}`,
  none: (channel) => `${channel}：用意されていません。`,
  verified: {
    live: '実際の会社で確認',
    simulated: '模したページで確認',
    documented: '資料で確認、未検証',
  },
  checked: (date, kind) => `${kind === 'official' ? '公式' : '第三者の情報'}、${date} 確認`,
  beforeYouFly: '出発の前に',
  beforeYouFlySteps: [
    'アカウントを作り、一度ログインしておきます。海外からは難しくなります。',
    'ログインの確認コードは、ふだんの番号に SMS で届くことが多いものです。その SIM を入れたままにするか、メールで受け取る設定にします。',
    'その SIM がなくてもパスワードを再設定できる方法を確かめておきます。',
    'ふだんの SIM のデータローミングを切り、旅行用の回線だけが通信するようにします。',
  ],
  myth: 'よく見かける誤り',
  insteadFor: (command) => `代わりにこちら：${command}`,
  several: '複数の会社が当てはまります。APN とユーザー名で見分けられます：',
  nothingFound: (words) => `「${words}」に当たる携帯会社は登録されていません。`,
  which: 'どの SIM か分からないとき',
  whichSteps: [
    '画面の上端、または「設定」→「モバイル通信」に、会社名か使っている回線の名前が出ています。',
    '「設定」→「モバイル通信」→「APN」を見ると、ブランドが分かります。',
    'そのあと：nokori guide APN（例 nokori guide povo.jp）',
  ],
  ask: {
    carrier: 'どの SIM ですか？',
    online: 'Wi-Fi につながりますか、または少しでもデータが残っていますか？',
    login: 'アカウントとパスワードが分かりますか？',
    call: '電話をかけられますか？',
    unknownCarrier: '分からない',
    yes: 'はい',
    no: 'いいえ',
  },
  table: { carrier: '携帯会社', id: 'id', hosts: '回線', channels: '確かめ方', kind: '種類' },
  kinds: {
    operator: '携帯電話会社',
    subBrand: 'サブブランド',
    mvno: 'MVNO（格安SIM）',
    visitor: '訪日者向けSIM',
    travelEsim: '旅行用eSIM',
    foreign: '日本でローミングする海外SIM',
  },
}

const zhHans: GuideSentences = {
  channels: { app: 'App', portal: '网页', sms: '短信、USSD', hotline: '电话', api: 'API' },
  title: (carrier) => `怎样查看 ${carrier} 还剩多少流量`,
  separator: '、',
  bestFirst: '现在最容易做到的方法排在前面。',
  steps: {
    wifiOff: '关掉 Wi-Fi：这个网页靠线路本身认出您。',
    openPage: (name) => `打开“${name}”。`,
    openApp: (name) => `打开 App“${name}”。`,
    logIn: (account) => (account === null ? '登录。' : `用 ${account} 登录。`),
    logInOverLine: '用这条线路上网时不需要登录。',
    tap: (label, meaning) => `点「${label}」${meaning === null ? '' : `（${meaning}）`}。`,
    look: {
      remaining: '这里显示剩余流量。',
      used: '这里显示的是已用流量，不是剩余流量。',
      both: '这里显示已用流量和剩余流量。',
      unknown: '没有资料说明这里是否显示剩余流量。',
    },
    late: (hours) => `数值可能是 ${daysOrHours(hours, ' 小时', ' 天')}以前的。`,
    keepPage: '要留下记录：保存页面（Ctrl+S、⌘S），在手机上则分享给自己，或全选并复制，再交给“nokori read”。',
    letNokoriCheck:
      '也可以让 Nokori 代看：用“nokori add”加 --user 登记，以后用“nokori check”。或自己登录，由它读取：“nokori check 名称 --show”。',
    addWidget: '把它的小组件放到主屏幕，不打开 App 也能看到。',
    dial: (number, cost, language) => `拨打 ${number}（${cost}，${language}）。`,
    otherLanguages: '其他语言：',
    openNow: (closes, zone) => `现在有人接听，到 ${closes} 为止（${zone}）。`,
    closedNow: (opens, zone) => `现在不在服务时间，${opens} 开始（${zone}）。`,
    alwaysOpen: '全天 24 小时服务。',
    pressKeys: (keys) => `依次按 ${keys}。`,
    voiceTells: {
      person: '客服可以帮您查询。',
      voice: '语音会播报剩余流量。',
      no: '这里不提供剩余流量。',
      unknown: '没有资料说明能否查到剩余流量，请直接询问。',
    },
    say: '说',
    listen: '会听到',
    sendSms: (text, to) => `发送短信“${text}”到 ${to}。`,
    dialCode: (code) => `像打电话一样拨 ${code}。`,
    mayFailAbroad: '没有资料说明在日本漫游时能否使用。',
    pasteAnswer: '没有资料说明回复的样子：收到后粘贴到“nokori read”。',
  },
  ways: {
    password: '密码',
    code: '短信或邮件验证码',
    passkey: '通行密钥',
    networkPin: '4 位网络密码（ネットワーク暗証番号）',
    line: '线路本身',
  },
  free: { free: '免费', charged: '收费', unknown: '费用不明' },
  from: { own: '用这条线路', other: '用别的电话', abroad: '在国外' },
  languages: {
    ja: '日语',
    en: '英语',
    zh: '中文',
    ko: '韩语',
    pt: '葡萄牙语',
    vi: '越南语',
    tl: '他加禄语',
  },
  phrases: {
    howMuchLeft: '请告诉我还剩多少流量。',
    myNumberIs: '我的电话号码是 090-…。',
    english: '可以说英语吗？',
    slowly: '请说慢一点。',
    again: '请再说一遍。',
    write: '可以写在纸上吗？',
    wifiHere: '这里可以用 Wi-Fi 吗？',
    wifiPassword: '请告诉我 Wi-Fi 的密码。',
    topUp: '请帮我加购流量。',
    priceOfOne: '加购 1 GB 多少钱？',
    whichPlan: '请告诉我这条线路是什么套餐。',
    untilWhen: '这些流量可以用到什么时候？',
    noConnection: 'SIM 已经设置好了，但连不上网。',
    helpWithApn: '可以帮我设置 APN 吗？',
    typePin: '可以请您输入密码吗？',
    forgotPin: '我忘记密码了。',
    visitorSim: '有面向游客的预付 SIM 吗？',
    payByCard: '可以用信用卡付款吗？',
    usedUp: '我的流量用完了。',
    slowSpeed: '请帮我解除限速。',
    aPerson: '请转人工客服。',
    remaining: '还剩 3.2 GB。',
    pin: '请输入网络密码。',
    pressNumber: '请按您要的号码。',
    busy: '现在电话非常繁忙。',
    wait: '请稍等。',
    nameAndBirth: '请告诉我您的姓名和出生日期。',
    passport: '可以看一下您的护照吗？',
  },
  unknown: (channels) => `还没有资料：${channels}。`,
  none: (channel) => `${channel}：没有这种方式。`,
  verified: {
    live: '已在运营商处试过',
    simulated: '已在仿制页面上试过',
    documented: '来自资料，未试过',
  },
  checked: (date, kind) => `${kind === 'official' ? '官方资料' : '他人报告'}，${date} 查看`,
  beforeYouFly: '出发之前',
  beforeYouFlySteps: [
    '先开好账号并登录一次：到了国外会更难。',
    '登录验证码常常发到您平时的号码：把那张 SIM 留在手机里，或改用邮件接收。',
    '弄清楚没有那张 SIM 时怎样重设密码。',
    '关掉平时那张 SIM 的数据漫游，只让旅行线路上网。',
  ],
  myth: '流传很广，但不对',
  insteadFor: (command) => `请改用：${command}`,
  several: '有几家运营商都会这样显示，可用 APN 或其用户名区分：',
  nothingFound: (words) => `没有找到“${words}”对应的运营商。`,
  which: '这是哪家的 SIM？',
  whichSteps: [
    '屏幕顶部，或“设置”→“移动网络”里，通常写着运营商或它所用的网络。',
    '看“设置”→“移动网络”→“接入点名称（APN）”，它能说明是哪个品牌。',
    '然后输入：nokori guide APN，例如 nokori guide povo.jp',
  ],
  ask: {
    carrier: '这是哪家的 SIM？',
    online: '有 Wi-Fi，或还有一点流量吗？',
    login: '有账号和密码吗？',
    call: '能打电话吗？',
    unknownCarrier: '不知道',
    yes: '是',
    no: '否',
  },
  table: { carrier: '运营商', id: 'id', hosts: '网络', channels: '方式', kind: '类型' },
  kinds: {
    operator: '运营商',
    subBrand: '子品牌',
    mvno: '虚拟运营商 (MVNO)',
    visitor: '访日 SIM',
    travelEsim: '旅行 eSIM',
    foreign: '在日本漫游的外国 SIM',
  },
}

const zhHant: GuideSentences = {
  channels: { app: 'App', portal: '網頁', sms: '簡訊、USSD', hotline: '電話', api: 'API' },
  title: (carrier) => `怎樣查看 ${carrier} 還剩多少數據量`,
  separator: '、',
  bestFirst: '現在最容易做到的方法排在前面。',
  steps: {
    wifiOff: '關掉 Wi-Fi：這個網頁靠線路本身認出您。',
    openPage: (name) => `開啟「${name}」。`,
    openApp: (name) => `開啟 App「${name}」。`,
    logIn: (account) => (account === null ? '登入。' : `用 ${account} 登入。`),
    logInOverLine: '用這條線路上網時不需要登入。',
    tap: (label, meaning) => `點「${label}」${meaning === null ? '' : `（${meaning}）`}。`,
    look: {
      remaining: '這裡顯示剩餘數據量。',
      used: '這裡顯示的是已用量，不是剩餘量。',
      both: '這裡顯示已用量和剩餘量。',
      unknown: '沒有資料說明這裡是否顯示剩餘量。',
    },
    late: (hours) => `數值可能是 ${daysOrHours(hours, ' 小時', ' 天')}以前的。`,
    keepPage: '要留下記錄：儲存頁面（Ctrl+S、⌘S），在手機上則分享給自己，或全選並複製，再交給“nokori read”。',
    letNokoriCheck:
      '也可以讓 Nokori 代看：用“nokori add”加 --user 登記，以後用“nokori check”。或自己登入，由它讀取：“nokori check 名稱 --show”。',
    addWidget: '把它的小工具放到主畫面，不開啟 App 也能看到。',
    dial: (number, cost, language) => `撥打 ${number}（${cost}，${language}）。`,
    otherLanguages: '其他語言：',
    openNow: (closes, zone) => `現在有人接聽，到 ${closes} 為止（${zone}）。`,
    closedNow: (opens, zone) => `現在不在服務時間，${opens} 開始（${zone}）。`,
    alwaysOpen: '全天 24 小時服務。',
    pressKeys: (keys) => `依序按 ${keys}。`,
    voiceTells: {
      person: '客服可以幫您查詢。',
      voice: '語音會播報剩餘數據量。',
      no: '這裡不提供剩餘數據量。',
      unknown: '沒有資料說明能否查到剩餘數據量，請直接詢問。',
    },
    say: '說',
    listen: '會聽到',
    sendSms: (text, to) => `傳送簡訊「${text}」到 ${to}。`,
    dialCode: (code) => `像打電話一樣撥 ${code}。`,
    mayFailAbroad: '沒有資料說明在日本漫遊時能否使用。',
    pasteAnswer: '沒有資料說明回覆的樣子：收到後貼到「nokori read」。',
  },
  ways: {
    password: '密碼',
    code: '簡訊或郵件驗證碼',
    passkey: '通行密鑰',
    networkPin: '4 位網路密碼（ネットワーク暗証番号）',
    line: '線路本身',
  },
  free: { free: '免費', charged: '收費', unknown: '費用不明' },
  from: { own: '用這條線路', other: '用別的電話', abroad: '在國外' },
  languages: {
    ja: '日語',
    en: '英語',
    zh: '中文',
    ko: '韓語',
    pt: '葡萄牙語',
    vi: '越南語',
    tl: '他加祿語',
  },
  phrases: {
    howMuchLeft: '請告訴我還剩多少數據量。',
    myNumberIs: '我的電話號碼是 090-…。',
    english: '可以說英語嗎？',
    slowly: '請說慢一點。',
    again: '請再說一遍。',
    write: '可以寫在紙上嗎？',
    wifiHere: '這裡可以用 Wi-Fi 嗎？',
    wifiPassword: '請告訴我 Wi-Fi 的密碼。',
    topUp: '請幫我加購數據量。',
    priceOfOne: '加購 1 GB 多少錢？',
    whichPlan: '請告訴我這條線路是什麼方案。',
    untilWhen: '這些數據量可以用到什麼時候？',
    noConnection: 'SIM 已經設定好了，但連不上網。',
    helpWithApn: '可以幫我設定 APN 嗎？',
    typePin: '可以請您輸入密碼嗎？',
    forgotPin: '我忘記密碼了。',
    visitorSim: '有給旅客用的預付 SIM 嗎？',
    payByCard: '可以用信用卡付款嗎？',
    usedUp: '我的數據量用完了。',
    slowSpeed: '請幫我解除限速。',
    aPerson: '請轉接專人。',
    remaining: '還剩 3.2 GB。',
    pin: '請輸入網路密碼。',
    pressNumber: '請按您要的號碼。',
    busy: '現在電話線路非常忙碌。',
    wait: '請稍候。',
    nameAndBirth: '請告訴我您的姓名和出生日期。',
    passport: '可以看一下您的護照嗎？',
  },
  unknown: (channels) => `還沒有資料：${channels}。`,
  none: (channel) => `${channel}：沒有這種方式。`,
  verified: {
    live: '已在電信業者處試過',
    simulated: '已在仿製頁面上試過',
    documented: '來自資料，未試過',
  },
  checked: (date, kind) => `${kind === 'official' ? '官方資料' : '他人回報'}，${date} 查看`,
  beforeYouFly: '出發之前',
  beforeYouFlySteps: [
    '先開好帳號並登入一次：到了國外會更難。',
    '登入驗證碼常常傳到您平時的號碼：把那張 SIM 留在手機裡，或改用郵件接收。',
    '弄清楚沒有那張 SIM 時怎樣重設密碼。',
    '關掉平時那張 SIM 的數據漫遊，只讓旅行線路上網。',
  ],
  myth: '流傳很廣，但不對',
  insteadFor: (command) => `請改用：${command}`,
  several: '有幾家電信業者都會這樣顯示，可用 APN 或其使用者名稱區分：',
  nothingFound: (words) => `找不到「${words}」對應的電信業者。`,
  which: '這是哪家的 SIM？',
  whichSteps: [
    '螢幕頂端，或「設定」→「行動網路」裡，通常寫著電信業者或它所用的網路。',
    '看「設定」→「行動網路」→「存取點名稱（APN）」，它能說明是哪個品牌。',
    '然後輸入：nokori guide APN，例如 nokori guide povo.jp',
  ],
  ask: {
    carrier: '這是哪家的 SIM？',
    online: '有 Wi-Fi，或還有一點數據量嗎？',
    login: '有帳號和密碼嗎？',
    call: '能打電話嗎？',
    unknownCarrier: '不知道',
    yes: '是',
    no: '否',
  },
  table: { carrier: '電信業者', id: 'id', hosts: '網路', channels: '方式', kind: '類型' },
  kinds: {
    operator: '電信業者',
    subBrand: '子品牌',
    mvno: '虛擬業者 (MVNO)',
    visitor: '訪日 SIM',
    travelEsim: '旅行 eSIM',
    foreign: '在日本漫遊的外國 SIM',
  },
}

/** What a guide says. */
export const GUIDE_SENTENCES: InEachLanguage<GuideSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

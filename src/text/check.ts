import type { FailureSentence } from './failures.ts'
import type { InEachLanguage } from './language.ts'

/** What is said while a portal is asked, and about the sign-ins that are kept for it. Names and times come in ready to print. */
export interface CheckSentences {
  readonly steps: Readonly<Record<'opening' | 'signingIn' | 'looking' | 'showing', string>>
  readonly passphrase: Readonly<Record<'choose' | 'open' | 'again', string>>
  readonly seal: Readonly<Record<'no-passphrase' | 'wrong-passphrase' | 'no-keyring' | 'damaged', string>>
  /** Why a window brought nothing, and what to do then. */
  readonly window: Readonly<Record<'no-browser' | 'no-display' | 'no-start' | 'closed', FailureSentence>>
  /** Which command shows the portal in a window. */
  readonly showNext: (line: string) => string
  readonly saveNext: (line: string) => string
  readonly askUser: (account: string | null) => string
  readonly askPassword: string
  readonly askPin: string
  readonly askCode: string
  /** Which command goes on with a code. */
  readonly codeNext: (line: string) => string
  readonly credentialsNext: (line: string) => string
  readonly notBefore: (time: string) => string
  readonly needsScript: string
  readonly pageKept: (path: string) => string
  readonly kept: (line: string) => string
  readonly unchanged: (line: string) => string
  readonly forgotten: (line: string) => string
  readonly nothingForgotten: (line: string) => string
  readonly nothingToCheck: string
  readonly noPortal: (line: string) => string
  readonly badSecrets: string
  readonly userNeeded: string
}

const en: CheckSentences = {
  steps: {
    opening: 'opening the portal',
    signingIn: 'signing in',
    looking: 'looking for the figures',
    showing: 'a browser is open: sign in there and go to the page with what is left; it closes once that is read',
  },
  passphrase: {
    choose: 'Choose a passphrase that protects the sign-ins kept here',
    open: 'Passphrase of the sign-ins kept here',
    again: 'That was not it. Passphrase, once more',
  },
  seal: {
    'no-passphrase': 'Give the passphrase in NOKORI_PASSPHRASE, or run this on a terminal.',
    'wrong-passphrase': 'The passphrase is not the one with which the sign-ins were stored.',
    'no-keyring': 'The key is in the system’s keyring, which cannot be reached here. Run this where you are logged in.',
    damaged: 'What was stored is damaged. Erase it with `nokori forget`, and store it again.',
  },
  window: {
    'no-browser': {
      what: 'No browser with a window was found.',
      next: 'Install Chromium, Chrome or Edge, or name one in NOKORI_BROWSER.',
    },
    'no-display': {
      what: 'There is no screen here on which a browser could open.',
      next: 'Run it where you see a desktop, not over SSH.',
    },
    'no-start': { what: 'The browser does not start.', next: 'Name another one in NOKORI_BROWSER.' },
    closed: {
      what: 'The window was closed before what is left could be read.',
      next: 'Once more: leave the page with what is left open until it closes by itself.',
    },
  },
  showNext: (line) => `To sign in yourself, in a window where Nokori only reads along: nokori check ${line} --show`,
  saveNext: (line) => `Or save the page in any browser, then: nokori read --line ${line} page.html`,
  askUser: (account) =>
    account === null ? 'ID, number or mail address to sign in with' : `${account}: ID to sign in with`,
  askPassword: 'Password',
  askPin: 'Network PIN (4 digits; empty if there is none)',
  askCode: 'The carrier has sent you a one-time code. Code',
  codeNext: (line) => `When you have the code: nokori check ${line} --code 123456`,
  credentialsNext: (line) => `To store one: nokori credentials ${line}`,
  notBefore: (time) => `Not before ${time}.`,
  needsScript: 'Its page works only in a browser. Save or copy the page there, then: nokori read --line NAME page.html',
  pageKept: (path) =>
    `What the page looks like, without anything about you, is in ${path}: look at it before you send it.`,
  kept: (line) => `The sign-in is stored, sealed. To use it: nokori check ${line}`,
  unchanged: (line) => `${line} has this sign-in already.`,
  forgotten: (line) => `The sign-in of ${line} is erased.`,
  nothingForgotten: (line) => `No sign-in of ${line} was stored.`,
  nothingToCheck:
    'No line has a sign-in yet. Store one with `nokori credentials NAME`, or paste what you see with `nokori read --line NAME`.',
  noPortal: (line) => `No portal of ${line} is known. Name it with \`nokori edit ${line} --portal URL\`.`,
  badSecrets: 'Standard input is not a JSON object such as {"password": "…", "pin": "…"}.',
  userNeeded: 'Say who signs in: --user ID.',
}

const ja: CheckSentences = {
  steps: {
    opening: 'ポータルを開いています',
    signingIn: 'ログインしています',
    looking: '残量を探しています',
    showing: 'ブラウザーを開きました。ログインして残量のページを表示してください。読み取ると自動で閉じます',
  },
  passphrase: {
    choose: 'ここに保存するログイン情報を守るパスフレーズを決めてください',
    open: '保存したログイン情報のパスフレーズ',
    again: 'パスフレーズが違います。もう一度入力してください',
  },
  seal: {
    'no-passphrase': 'パスフレーズを NOKORI_PASSPHRASE で渡すか、端末で実行してください。',
    'wrong-passphrase': '保存したときのパスフレーズと違います。',
    'no-keyring': '鍵はシステムのキーリングにありますが、ここからは開けません。ログインした環境で実行してください。',
    damaged: '保存された内容が壊れています。`nokori forget` で消去し、保存し直してください。',
  },
  window: {
    'no-browser': {
      what: '画面に表示できるブラウザーが見つかりません。',
      next: 'Chromium・Chrome・Edge のどれかを入れるか、NOKORI_BROWSER で指定してください。',
    },
    'no-display': {
      what: 'ここにはブラウザーを表示する画面がありません。',
      next: 'SSH ではなく、デスクトップのある環境で実行してください。',
    },
    'no-start': { what: 'ブラウザーが起動しません。', next: 'NOKORI_BROWSER で別のブラウザーを指定してください。' },
    closed: {
      what: '残量を読み取る前にウィンドウが閉じられました。',
      next: 'もう一度開き、自動で閉じるまで残量のページを表示しておいてください。',
    },
  },
  showNext: (line) =>
    `自分でログインする場合（Nokori は表示された内容を読み取るだけです）：nokori check ${line} --show`,
  saveNext: (line) => `または、ページをブラウザーで保存して：nokori read --line ${line} page.html`,
  askUser: (account) => (account === null ? 'ログインに使う ID・電話番号・メールアドレス' : `${account} の ID`),
  askPassword: 'パスワード',
  askPin: 'ネットワーク暗証番号（4桁、なければ空のまま）',
  askCode: '携帯会社からワンタイムコードが届きます。コード',
  codeNext: (line) => `コードが届いたら：nokori check ${line} --code 123456`,
  credentialsNext: (line) => `保存するには：nokori credentials ${line}`,
  notBefore: (time) => `${time} 以降にお試しください。`,
  needsScript:
    'このページはブラウザーでしか動きません。ブラウザーで保存またはコピーし、nokori read --line 名前 page.html で読み取ってください。',
  pageKept: (path) => `個人の情報を除いたページの形を ${path} に残しました。送る前にご確認ください。`,
  kept: (line) => `ログイン情報を暗号化して保存しました。残量を取得するには：nokori check ${line}`,
  unchanged: (line) => `${line} には同じログイン情報が保存されています。`,
  forgotten: (line) => `${line} のログイン情報を消去しました。`,
  nothingForgotten: (line) => `${line} のログイン情報は保存されていません。`,
  nothingToCheck:
    'ログイン情報のある回線がありません。`nokori credentials 名前` で保存するか、`nokori read --line 名前` で画面の内容を貼り付けてください。',
  noPortal: (line) =>
    `${line} のポータルが登録されていません。\`nokori edit ${line} --portal URL\` で指定してください。`,
  badSecrets: '標準入力が {"password": "…", "pin": "…"} のような JSON ではありません。',
  userNeeded: 'ログインする ID を --user で指定してください。',
}

const zhHans: CheckSentences = {
  steps: {
    opening: '正在打开门户',
    signingIn: '正在登录',
    looking: '正在查找余量',
    showing: '浏览器已打开：请登录并打开显示余量的页面，读到后会自动关闭',
  },
  passphrase: {
    choose: '请设定一个口令，用来保护保存在此的登录信息',
    open: '已保存登录信息的口令',
    again: '口令不对，请再输入一次',
  },
  seal: {
    'no-passphrase': '请用 NOKORI_PASSPHRASE 提供口令，或在终端中运行。',
    'wrong-passphrase': '口令与保存时的不同。',
    'no-keyring': '密钥在系统的密钥环中，这里无法打开。请在您已登录的环境中运行。',
    damaged: '保存的内容已损坏。请用 `nokori forget` 删除后重新保存。',
  },
  window: {
    'no-browser': {
      what: '没有找到带窗口的浏览器。',
      next: '请安装 Chromium、Chrome 或 Edge，或用 NOKORI_BROWSER 指定一个。',
    },
    'no-display': { what: '这里没有可以显示浏览器的屏幕。', next: '请在有桌面的环境中运行，不要通过 SSH。' },
    'no-start': { what: '浏览器无法启动。', next: '请用 NOKORI_BROWSER 指定另一个浏览器。' },
    closed: {
      what: '读到余量之前，窗口就被关闭了。',
      next: '请再试一次：让显示余量的页面开着，直到窗口自动关闭。',
    },
  },
  showNext: (line) => `自己登录（Nokori 只读取窗口中显示的内容）：nokori check ${line} --show`,
  saveNext: (line) => `或者用任意浏览器保存页面，然后：nokori read --line ${line} page.html`,
  askUser: (account) => (account === null ? '登录用的 ID、号码或邮箱' : `${account}：登录 ID`),
  askPassword: '密码',
  askPin: '网络密码（ネットワーク暗証番号，4位，没有则留空）',
  askCode: '运营商已发送验证码。验证码',
  codeNext: (line) => `收到验证码后：nokori check ${line} --code 123456`,
  credentialsNext: (line) => `保存登录信息：nokori credentials ${line}`,
  notBefore: (time) => `请在 ${time} 之后再试。`,
  needsScript: '该页面只能在浏览器中使用。请在浏览器中保存或复制页面，然后：nokori read --line 名称 page.html',
  pageKept: (path) => `页面的样子（不含您的任何信息）保存在 ${path}，发送前请先看一看。`,
  kept: (line) => `登录信息已加密保存。取得余量：nokori check ${line}`,
  unchanged: (line) => `${line} 已有相同的登录信息。`,
  forgotten: (line) => `${line} 的登录信息已删除。`,
  nothingForgotten: (line) => `没有保存 ${line} 的登录信息。`,
  nothingToCheck:
    '还没有任何线路保存了登录信息。请用 `nokori credentials 名称` 保存，或用 `nokori read --line 名称` 粘贴您看到的内容。',
  noPortal: (line) => `不知道 ${line} 的门户。请用 \`nokori edit ${line} --portal URL\` 指定。`,
  badSecrets: '标准输入不是 {"password": "…", "pin": "…"} 这样的 JSON。',
  userNeeded: '请用 --user 指定登录 ID。',
}

const zhHant: CheckSentences = {
  steps: {
    opening: '正在開啟網站',
    signingIn: '正在登入',
    looking: '正在尋找餘量',
    showing: '瀏覽器已開啟：請登入並前往顯示餘量的頁面，讀到後會自動關閉',
  },
  passphrase: {
    choose: '請設定一組通行碼，用來保護儲存在此的登入資訊',
    open: '已儲存登入資訊的通行碼',
    again: '通行碼不對，請再輸入一次',
  },
  seal: {
    'no-passphrase': '請用 NOKORI_PASSPHRASE 提供通行碼，或在終端機中執行。',
    'wrong-passphrase': '通行碼與儲存時不同。',
    'no-keyring': '金鑰在系統的鑰匙圈中，這裡無法開啟。請在您已登入的環境中執行。',
    damaged: '儲存的內容已損壞。請用 `nokori forget` 刪除後重新儲存。',
  },
  window: {
    'no-browser': {
      what: '找不到有視窗的瀏覽器。',
      next: '請安裝 Chromium、Chrome 或 Edge，或用 NOKORI_BROWSER 指定一個。',
    },
    'no-display': { what: '這裡沒有可以顯示瀏覽器的螢幕。', next: '請在有桌面的環境中執行，不要透過 SSH。' },
    'no-start': { what: '瀏覽器無法啟動。', next: '請用 NOKORI_BROWSER 指定另一個瀏覽器。' },
    closed: {
      what: '讀到餘量之前，視窗就被關閉了。',
      next: '請再試一次：讓顯示餘量的頁面開著，直到視窗自動關閉。',
    },
  },
  showNext: (line) => `自己登入（Nokori 只讀取視窗中顯示的內容）：nokori check ${line} --show`,
  saveNext: (line) => `或者用任何瀏覽器儲存頁面，然後：nokori read --line ${line} page.html`,
  askUser: (account) => (account === null ? '登入用的 ID、號碼或電子郵件' : `${account}：登入 ID`),
  askPassword: '密碼',
  askPin: '網路密碼（ネットワーク暗証番号，4 位，沒有則留空）',
  askCode: '業者已傳送驗證碼。驗證碼',
  codeNext: (line) => `收到驗證碼後：nokori check ${line} --code 123456`,
  credentialsNext: (line) => `儲存登入資訊：nokori credentials ${line}`,
  notBefore: (time) => `請在 ${time} 之後再試。`,
  needsScript: '這個頁面只能在瀏覽器中使用。請在瀏覽器中儲存或複製頁面，然後：nokori read --line 名稱 page.html',
  pageKept: (path) => `頁面的樣子（不含您的任何資料）儲存在 ${path}，傳送前請先看一看。`,
  kept: (line) => `登入資訊已加密儲存。取得餘量：nokori check ${line}`,
  unchanged: (line) => `${line} 已有相同的登入資訊。`,
  forgotten: (line) => `${line} 的登入資訊已刪除。`,
  nothingForgotten: (line) => `沒有儲存 ${line} 的登入資訊。`,
  nothingToCheck:
    '還沒有任何門號儲存了登入資訊。請用 `nokori credentials 名稱` 儲存，或用 `nokori read --line 名稱` 貼上您看到的內容。',
  noPortal: (line) => `不知道 ${line} 的網站。請用 \`nokori edit ${line} --portal URL\` 指定。`,
  badSecrets: '標準輸入不是 {"password": "…", "pin": "…"} 這樣的 JSON。',
  userNeeded: '請用 --user 指定登入 ID。',
}

/** The words of checking. */
export const CHECK_SENTENCES: InEachLanguage<CheckSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

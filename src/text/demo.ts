import type { InEachLanguage } from './language.ts'

/** What is said between the commands of the demonstration. */
export interface DemoSentences {
  readonly begins: string
  readonly add: string
  readonly check: string
  readonly code: (code: string) => string
  readonly status: string
  readonly ends: string
}

const en: DemoSentences = {
  begins: 'A carrier that does not exist now runs on this machine, and nowhere else. Nothing of yours is touched.',
  add: 'A line is added, with where its portal is and what its owner signs in with.',
  check: 'Nokori goes there, signs in, and is asked for a one-time code.',
  code: (code) => `The carrier has sent an SMS: 認証コード ${code}. With it the check goes on where it stopped.`,
  status: 'What was read is kept. This is what you see from now on:',
  ends: 'The line, its sign-in and the carrier are gone again. For your own line: nokori add.',
}

const ja: DemoSentences = {
  begins: '実在しない携帯会社を、このコンピューターの中だけで動かします。お使いのデータには触れません。',
  add: '回線を登録します。ポータルの場所とログイン情報も一緒に保存します。',
  check: 'Nokori がポータルを開いてログインし、ワンタイムコードを求められます。',
  code: (code) => `携帯会社から SMS が届きました：認証コード ${code}。続きから確認します。`,
  status: '読み取った内容は保存されます。これからはこのように表示されます。',
  ends: '回線もログイン情報も携帯会社も、すべて消えました。ご自分の回線は nokori add で登録できます。',
}

const zhHans: DemoSentences = {
  begins: '一家并不存在的运营商现在只在这台电脑里运行，不会触及您的任何数据。',
  add: '添加一条线路，并保存门户的位置和登录信息。',
  check: 'Nokori 打开门户并登录，随后被要求输入验证码。',
  code: (code) => `运营商发来短信：认证码（認証コード）${code}。从刚才停下的地方继续。`,
  status: '读到的内容已经保存，今后您看到的就是这样：',
  ends: '线路、登录信息和这家运营商都已消失。您自己的线路请用 nokori add 添加。',
}

const zhHant: DemoSentences = {
  begins: '一家並不存在的電信業者現在只在這台電腦裡執行，不會碰到您的任何資料。',
  add: '新增一個門號，並儲存網站的位置和登入資訊。',
  check: 'Nokori 開啟網站並登入，接著被要求輸入驗證碼。',
  code: (code) => `業者傳來簡訊：驗證碼（認証コード）${code}。從剛才停下的地方繼續。`,
  status: '讀到的內容已經儲存，今後您看到的就是這樣：',
  ends: '門號、登入資訊和這家業者都已消失。您自己的門號請用 nokori add 新增。',
}

/** The words of the demonstration. */
export const DEMO_SENTENCES: InEachLanguage<DemoSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

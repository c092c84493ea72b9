import type { FailureCode, UnreadableReason } from '../core/failure.ts'
import type { InEachLanguage } from './language.ts'

/** What happened, and what the person can do next. */
export interface FailureSentence {
  readonly what: string
  readonly next: string
}

/** A sentence for each failure, and for each reason why evidence was unreadable. */
export interface FailureSentences {
  readonly codes: Readonly<Record<FailureCode, FailureSentence>>
  readonly unreadable: Readonly<Record<UnreadableReason, FailureSentence>>
}

const en: FailureSentences = {
  codes: {
    'wrong-credentials': {
      what: 'The carrier did not accept the password.',
      next: 'Check it on the carrier’s own page, then enter it again.',
    },
    'needs-code': { what: 'The carrier asks for a one-time code.', next: 'Enter the code that it has just sent you.' },
    'needs-person': {
      what: 'The carrier wants you to act yourself.',
      next: 'Sign in on its page once and do what it asks, then try again.',
    },
    locked: { what: 'The carrier has locked this account.', next: 'Unlock it on the carrier’s page or in a shop.' },
    maintenance: { what: 'The carrier’s service is under maintenance.', next: 'Try again later.' },
    unreachable: { what: 'The carrier cannot be reached.', next: 'Check your connection, or try again later.' },
    'too-soon': { what: 'It was asked a moment ago.', next: 'Wait a little, then try again.' },
    changed: {
      what: 'The page opened, but it is not the one that Nokori knows.',
      next: 'Please report it, so that it can be read again.',
    },
    unreadable: { what: 'This cannot be read.', next: 'Paste the text that shows your data balance.' },
    'no-credentials': { what: 'No sign-in is stored for this line.', next: 'Add it, or paste what you see.' },
    sealed: { what: 'The stored sign-in is locked.', next: 'Unlock it with your passphrase.' },
    unsupported: { what: 'This way does not work for this carrier.', next: 'Choose another way.' },
  },
  unreadable: {
    empty: { what: 'There is nothing in it.', next: 'Paste the SMS, or give a file.' },
    'too-large': { what: 'It is too large to be a balance.', next: 'Cut it down to the part about your data.' },
    'not-text': {
      what: 'It is not text, a page, an e-mail or a payload.',
      next: 'For a picture, type or paste the words that you see in it.',
    },
    broken: { what: 'It is damaged and cannot be opened.', next: 'Save or copy it once more.' },
    'no-figures': {
      what: 'No data balance was found in it.',
      next: 'Use --explain to see what was looked at, or paste more of the page.',
    },
  },
}

const ja: FailureSentences = {
  codes: {
    'wrong-credentials': {
      what: 'パスワードが違うようです。',
      next: '携帯会社のページで確認のうえ、入力し直してください。',
    },
    'needs-code': { what: '携帯会社がワンタイムコードを求めています。', next: '届いたコードを入力してください。' },
    'needs-person': {
      what: 'ご本人による操作が必要です。',
      next: '携帯会社のページに一度ログインし、案内に従ってから、もう一度お試しください。',
    },
    locked: { what: 'アカウントがロックされています。', next: '携帯会社のページまたは店舗で解除してください。' },
    maintenance: { what: '携帯会社のサービスがメンテナンス中です。', next: '時間をおいてお試しください。' },
    unreachable: { what: '携帯会社に接続できません。', next: '通信環境を確認するか、時間をおいてお試しください。' },
    'too-soon': { what: '先ほど確認したばかりです。', next: '少し待ってからお試しください。' },
    changed: {
      what: 'ページは開けましたが、Nokori の知らない形でした。',
      next: '再び読めるようにしますので、お知らせください。',
    },
    unreadable: { what: '読み取れませんでした。', next: 'データ残量が書かれた文章を貼り付けてください。' },
    'no-credentials': {
      what: 'この回線のログイン情報が登録されていません。',
      next: '登録するか、表示されている内容を貼り付けてください。',
    },
    sealed: { what: '保存されたログイン情報がロックされています。', next: 'パスフレーズで解除してください。' },
    unsupported: { what: 'この携帯会社ではこの方法を使えません。', next: '別の方法を選んでください。' },
  },
  unreadable: {
    empty: { what: '中身が空です。', next: 'SMS を貼り付けるか、ファイルを指定してください。' },
    'too-large': { what: '大きすぎます。', next: 'データ量に関する部分だけにしてください。' },
    'not-text': {
      what: '文章・ページ・メール・通信データのいずれでもありません。',
      next: '画像の場合は、写っている文字を入力するか貼り付けてください。',
    },
    broken: { what: '壊れていて開けません。', next: 'もう一度保存またはコピーしてください。' },
    'no-figures': {
      what: 'データ残量が見つかりませんでした。',
      next: '--explain で調べた箇所を確認するか、もう少し広い範囲を貼り付けてください。',
    },
  },
}

const zhHans: FailureSentences = {
  codes: {
    'wrong-credentials': { what: '运营商未接受该密码。', next: '请先在运营商页面确认，再重新输入。' },
    'needs-code': { what: '运营商要求输入验证码。', next: '请输入刚收到的验证码。' },
    'needs-person': { what: '需要您本人操作。', next: '请先登录运营商页面并按提示完成，然后重试。' },
    locked: { what: '该账号已被运营商锁定。', next: '请在运营商页面或营业厅解锁。' },
    maintenance: { what: '运营商系统正在维护。', next: '请稍后再试。' },
    unreachable: { what: '无法连接运营商。', next: '请检查网络，或稍后再试。' },
    'too-soon': { what: '刚刚已经查询过。', next: '请稍等片刻再试。' },
    changed: { what: '页面可以打开，但不是 Nokori 认识的样子。', next: '请反馈给我们，以便重新支持。' },
    unreadable: { what: '无法读取。', next: '请粘贴写有流量余额的文字。' },
    'no-credentials': { what: '这条线路没有保存登录信息。', next: '请添加，或粘贴您看到的内容。' },
    sealed: { what: '保存的登录信息处于锁定状态。', next: '请用口令解锁。' },
    unsupported: { what: '该运营商不支持这种方式。', next: '请换一种方式。' },
  },
  unreadable: {
    empty: { what: '内容为空。', next: '请粘贴短信，或指定文件。' },
    'too-large': { what: '内容过大，不像是流量余额。', next: '请只保留与流量有关的部分。' },
    'not-text': { what: '这不是文字、网页、邮件或接口数据。', next: '如果是图片，请输入或粘贴图中的文字。' },
    broken: { what: '内容已损坏，无法打开。', next: '请重新保存或复制。' },
    'no-figures': { what: '没有找到流量余额。', next: '可用 --explain 查看读过的内容，或多粘贴一些。' },
  },
}

const zhHant: FailureSentences = {
  codes: {
    'wrong-credentials': { what: '電信業者不接受這組密碼。', next: '請先在電信業者的網頁確認，再重新輸入。' },
    'needs-code': { what: '電信業者要求輸入驗證碼。', next: '請輸入剛收到的驗證碼。' },
    'needs-person': { what: '需要您本人操作。', next: '請先登入電信業者的網頁並依指示完成，再試一次。' },
    locked: { what: '這個帳號已被電信業者鎖定。', next: '請在電信業者的網頁或門市解鎖。' },
    maintenance: { what: '電信業者的系統維護中。', next: '請稍後再試。' },
    unreachable: { what: '無法連線到電信業者。', next: '請檢查網路，或稍後再試。' },
    'too-soon': { what: '剛才已經查詢過。', next: '請稍候再試。' },
    changed: { what: '網頁可以開啟，但不是 Nokori 認得的樣子。', next: '請回報給我們，以便重新支援。' },
    unreadable: { what: '無法讀取。', next: '請貼上寫有剩餘數據量的文字。' },
    'no-credentials': { what: '這個門號沒有儲存登入資料。', next: '請新增，或貼上您看到的內容。' },
    sealed: { what: '儲存的登入資料處於鎖定狀態。', next: '請用通行密語解鎖。' },
    unsupported: { what: '這家電信業者不支援這種方式。', next: '請改用其他方式。' },
  },
  unreadable: {
    empty: { what: '內容是空的。', next: '請貼上簡訊，或指定檔案。' },
    'too-large': { what: '內容過大，不像是剩餘數據量。', next: '請只保留與數據量有關的部分。' },
    'not-text': { what: '這不是文字、網頁、電子郵件或介面資料。', next: '如果是圖片，請輸入或貼上圖中的文字。' },
    broken: { what: '內容已損壞，無法開啟。', next: '請重新儲存或複製。' },
    'no-figures': { what: '沒有找到剩餘數據量。', next: '可用 --explain 檢視讀過的內容，或多貼一些。' },
  },
}

/** Why there is no reading, and what to do next. */
export const FAILURE_SENTENCES: InEachLanguage<FailureSentences> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

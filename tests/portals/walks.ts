/** How a person who knows each portal gets to the figure. */
import { OWNER } from './owner.ts'
import type { Step } from './person.ts'

/** By portal; whoever is to sign in types what the owner would. */
export const WALKS: Readonly<Record<string, readonly Step[]>> = {
  'au-id': [
    'ログイン',
    { loginAliasId: OWNER.phone },
    '別の方法でログインする',
    'パスワードでログイン',
    { loginAuonePwd: OWNER.password },
    'データ残量',
  ],
  consent: [{ id: OWNER.user, pw: OWNER.password }],
  'd-account': [
    { authid: OWNER.user },
    { authpass: OWNER.password },
    { subauth: OWNER.code },
    'ご利用データ量のご確認',
    '当月ご利用データ量（詳細）',
  ],
  'euc-jp': [{ uid: OWNER.user, upw: OWNER.password }, 'ご利用状況', 'クーポン残量の確認'],
  frames: ['/mbr/door', { kaiin: OWNER.user, ango: OWNER.password }, '/mbr/main', 'データ通信量照会', '/mbr/ryo/body'],
  'line-only': [],
  'mail-code': [
    { email: OWNER.mail },
    Object.fromEntries([...OWNER.code].map((digit, index) => [`d${index + 1}`, digit])),
    'データ残量',
  ],
  'network-pin': [
    { tel1: '090', tel2: '0000', tel3: '1234', nwpin: OWNER.pin },
    '料金・通信量などの確認',
    'ご利用データ量確認（当月分）',
  ],
  puzzle: [{ eid: OWNER.user, epw: OWNER.password }],
  'script-inside': [{ user: OWNER.user, password: OWNER.password }, '/inside.js', '/api/usage'],
  'script-only': ['/app.js', '/view/home', { username: OWNER.user, password: OWNER.password }, 'データ残量'],
  'security-number': [
    { telnum: OWNER.phone, password: OWNER.password },
    { dest: '1' },
    { secno: OWNER.securityNumber },
    'データ使用の管理',
  ],
  'single-sign-on': [{ j_username: OWNER.user, j_password: OWNER.password }, '通信量の確認'],
  toppings: [{ mail: OWNER.mail, pass: OWNER.password }, 'データ残量', '内訳を見る'],
  'two-lines': [{ login_id: OWNER.user, login_pw: OWNER.password }, OWNER.phone, 'データ残量'],
  'two-ways': [
    { telnum: '09000001234', password: OWNER.password },
    'メニュー',
    'ご利用のデータ通信量を確認する',
    'ご利用状況の確認',
  ],
  'used-only': [{ u: OWNER.mail, p: OWNER.password }, 'データ利用量'],
}

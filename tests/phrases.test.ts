/** Phrases that are shown to a clerk: written, read and pronounced alike, each where it is looked for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PHRASE_GROUPS, PHRASE_IDS, PHRASES } from '../src/guide/phrases.ts'
import { GUIDE_SENTENCES } from '../src/text/guide.ts'
import { japaneseVoiceOf } from '../src/web/speech.ts'

test('every phrase is in one group, and has a meaning of its own', () => {
  assert.deepEqual(Object.values(PHRASE_GROUPS).flat().sort(), [...PHRASE_IDS].sort())
  for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const)
    assert.equal(new Set(Object.values(GUIDE_SENTENCES[language].phrases)).size, PHRASE_IDS.length)
})

test('in Japanese a phrase means what it says', () => {
  for (const id of PHRASE_IDS) assert.equal(GUIDE_SENTENCES.ja.phrases[id], PHRASES[id].japanese)
})

test('kana and romaji say the same', () => {
  for (const id of PHRASE_IDS) {
    const { japanese, kana, romaji } = PHRASES[id]
    assert.match(kana, /^[ぁ-んァ-ヶー。、？… ]+$/u)
    assert.equal(sounds(pronounced(kana)), sounds(romaji), japanese)
  }
})

test('kana that are written in the phrase are read as written', () => {
  for (const id of PHRASE_IDS) {
    const { japanese, kana } = PHRASES[id]
    const written = japanese.match(/[ぁ-んァ-ヶー]+/gu) ?? []
    let rest = kana.replaceAll(' ', '')
    for (const stretch of written) {
      const at = rest.indexOf(stretch)
      assert.ok(at >= 0, `${japanese}: ${stretch} is not in ${kana}`)
      rest = rest.slice(at + stretch.length)
    }
  }
})

test('only a Japanese voice that needs no network speaks', () => {
  const voice = (lang: string, localService: boolean) => ({ lang, localService })
  assert.equal(japaneseVoiceOf([]), null)
  assert.equal(japaneseVoiceOf([voice('en-US', true), voice('ja-JP', false)]), null)
  assert.deepEqual(japaneseVoiceOf([voice('jav', true), voice('ja_JP', true)]), voice('ja_JP', true))
  assert.deepEqual(japaneseVoiceOf([voice('ja', true)]), voice('ja', true))
})

const VOWELS = 'aiueo'
const ROWS =
  'あいうえお かきくけこk がぎぐげごg さしすせそs ざじずぜぞz たちつてとt だぢづでどd なにぬねのn はひふへほh ばびぶべぼb ぱぴぷぺぽp まみむめもm らりるれろr'
const HEPBURN: Readonly<Record<string, string>> = {
  si: 'shi',
  ti: 'chi',
  tu: 'tsu',
  hu: 'fu',
  zi: 'ji',
  di: 'ji',
  du: 'zu',
}
const KANA: Readonly<Record<string, string>> = Object.fromEntries([
  ...ROWS.split(' ').flatMap((row) => {
    const [a, i, u, e, o, consonant = ''] = row
    return [a, i, u, e, o].map((kana, index) => {
      const plain = consonant + VOWELS[index]
      return [kana, HEPBURN[plain] ?? plain]
    })
  }),
  ...Object.entries({ や: 'ya', ゆ: 'yu', よ: 'yo', わ: 'wa', を: 'o', ん: 'n' }),
])

/** Kana as they sound, in Latin letters: は at the end of a word is "wa". */
function pronounced(kana: string): string {
  const hiragana = kana.replaceAll(/[ァ-ヶ]/gu, (each) => String.fromCodePoint(each.codePointAt(0)! - 0x60))
  return hiragana
    .replaceAll(/は(?= )/gu, 'わ')
    .replaceAll(/ふぁ/gu, 'fa')
    .replaceAll(/ふぃ/gu, 'fi')
    .replaceAll(/([きぎしじちにひびぴみり])([ゃゅょ])/gu, (_, first: string, second: string) => {
      const head = KANA[first]!.slice(0, -1)
      const vowel = { ゃ: 'a', ゅ: 'u', ょ: 'o' }[second]!
      return /sh|ch|j/u.test(head) ? head + vowel : `${head}y${vowel}`
    })
    .replaceAll(/[ぁ-ん]/gu, (each) => KANA[each] ?? each)
    .replaceAll(/っ([a-z])/gu, '$1$1')
}

/** What is heard, with long vowels as short ones and without what only the eye sees. */
const sounds = (latin: string): string =>
  latin
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]/gu, '')
    .replaceAll('ou', 'o')
    .replaceAll(/([aiueo])\1+/gu, '$1')

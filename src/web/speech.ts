import { signal } from '@preact/signals'

/** What is asked of a voice: its language, and whether it speaks on the device itself. */
type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService'>

/** A Japanese voice that needs no network; null where there is none. */
export const japaneseVoiceOf = <Each extends Voice>(voices: readonly Each[]): Each | null =>
  voices.find(({ lang, localService }) => localService && /^ja(?:[-_]|$)/iu.test(lang)) ?? null

/** The device's own Japanese voice; null while none is known. */
export const japaneseVoice = signal<SpeechSynthesisVoice | null>(null)

/** Looks for the voice: browsers name their voices some time after they are first asked. */
export function lookForVoice(): void {
  if (!('speechSynthesis' in globalThis)) return
  const look = (): void => void (japaneseVoice.value = japaneseVoiceOf(speechSynthesis.getVoices()))
  look()
  speechSynthesis.addEventListener('voiceschanged', look)
}

/** A little slower than people talk: it is heard across a counter, once. */
const RATE = 0.85

/** Says something in Japanese, instead of what is being said. */
export function speak(text: string): void {
  const words = new SpeechSynthesisUtterance(text)
  words.voice = japaneseVoice.value
  words.lang = 'ja-JP'
  words.rate = RATE
  speechSynthesis.cancel()
  speechSynthesis.speak(words)
}

export function stopSpeaking(): void {
  if (japaneseVoice.value !== null) speechSynthesis.cancel()
}

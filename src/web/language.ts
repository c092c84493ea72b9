import type { Language } from '../text/language.ts'

declare const NOKORI_LANGUAGE: Language

/** The language of this build: each holds the sentences of one. */
export const language = NOKORI_LANGUAGE

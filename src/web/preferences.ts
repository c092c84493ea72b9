import { languageOf, type Language } from '../text/language.ts'

/** Light or dark; `auto` is as the device has it. */
export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const [LANGUAGE, THEME] = ['nokori-language', 'nokori-theme']

/** The language that somebody chose on this device; null where nobody did. */
export const chosenLanguage = (): Language | null => languageOf(keptText(LANGUAGE))
export const chooseLanguage = (language: Language): void => keepText(LANGUAGE, language)

export const chosenTheme = (): Theme => THEMES.find((theme) => theme === keptText(THEME)) ?? 'auto'

/** Chooses a theme and shows it. */
export function chooseTheme(theme: Theme): void {
  keepText(THEME, theme)
  showTheme()
}

/** Puts the page into the theme that was chosen. */
export function showTheme(): void {
  document.documentElement.dataset['theme'] = chosenTheme()
}

/** Forgets what was chosen. */
export function forgetPreferences(): void {
  for (const key of [LANGUAGE, THEME]) forgetText(key)
}

/** A short text that this browser keeps for the app under a name, "" where it keeps none. */
export const keptText = (key: string): string => attempt(() => localStorage.getItem(key)) ?? ''
export const keepText = (key: string, text: string): void => void attempt(() => localStorage.setItem(key, text))
export const forgetText = (key: string): void => void attempt(() => localStorage.removeItem(key))

/** Where a browser keeps nothing for a page, what was chosen holds until the page is left. */
function attempt<T>(access: () => T): T | null {
  try {
    return access()
  } catch {
    return null
  }
}

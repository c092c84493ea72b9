/** Leads to the app in the language that was chosen last, else the first of the browser's that Nokori speaks. */
import { languageOf } from '../../text/language.ts'
import { chosenLanguage } from '../preferences.ts'

const language =
  chosenLanguage() ?? navigator.languages.map(languageOf).find((each) => each !== null) ?? languageOf('en')
location.replace(`${language}/${location.search}${location.hash}`)

import type { Language } from '../text/language.ts'
import { WEB_SENTENCES } from '../text/web.ts'

/** What can be shared with Nokori: text, pages, mails, payloads, and pictures for whoever reads them later. */
const SHARED_TYPES = [
  'text/*',
  'message/rfc822',
  'application/json',
  'application/xml',
  'application/xhtml+xml',
  'image/*',
  '.eml',
  '.mht',
  '.mhtml',
  '.html',
  '.txt',
]

/** The web app manifest of a language (https://www.w3.org/TR/appmanifest/, https://w3c.github.io/web-share-target/). */
export function appManifest(language: Language): object {
  const say = WEB_SENTENCES[language]
  return {
    id: '../',
    name: say.title,
    short_name: 'Nokori',
    description: say.about,
    lang: language,
    start_url: './',
    scope: '../',
    display: 'standalone',
    background_color: '#f5f4f0',
    theme_color: '#f5f4f0',
    categories: ['utilities', 'travel'],
    icons: [
      { src: '../icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '../icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '../icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '../icon-maskable.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: say.add.title, url: './#/add' },
      { name: say.guide.title, url: './#/guide' },
    ],
    share_target: {
      action: './share',
      method: 'POST',
      enctype: 'multipart/form-data',
      params: { title: 'title', text: 'text', url: 'url', files: [{ name: 'files', accept: SHARED_TYPES }] },
    },
  }
}

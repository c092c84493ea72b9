/**
 * Keeps the app on the device. Every build has a cache of its own, filled before the build is used, so that no page is made of two
 * builds; a newer one waits until the person lets it take over, or no page is open any more.
 */
import { ARRIVED, FILE, FILE_NAME, TEXT } from './arrived.ts'
import type { Files } from './files.ts'

declare const self: ServiceWorkerGlobalScope
declare const NOKORI_BUILD: string
/** By folder, each relative to where this file is. */
declare const NOKORI_FILES: Readonly<Record<string, Files>>

const CACHE = `nokori-${NOKORI_BUILD}`
const ROOT = new URL('./', self.location.href)
const ROOT_FOLDER = ''

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('message', (event) => {
  const { data, source } = event
  if (data === 'take over') void self.skipWaiting()
  if (data === 'keep everything' && source instanceof Client) event.waitUntil(fillRest(folderOf(source.url)))
})
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openAt(String(event.notification.data)))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== ROOT.origin || !url.pathname.startsWith(ROOT.pathname)) return
  const path = url.pathname.slice(ROOT.pathname.length)
  if (path.startsWith('api/')) return
  if (request.method === 'POST' && path.endsWith('/share')) event.respondWith(takeIn(request))
  else if (request.method === 'GET') event.respondWith(answer(request))
})

/** What opens must be here before this build is used: all of it or nothing. */
async function install(): Promise<void> {
  const folders = new Set([ROOT_FOLDER, ...(await foldersInUse())])
  await fill([...folders].flatMap((folder) => addressesOf(folder, 'shell')))
}

/** The languages that somebody uses on this device: of open pages and of earlier builds. */
async function foldersInUse(): Promise<string[]> {
  const pages = await self.clients.matchAll({ includeUncontrolled: true, type: 'window' })
  const kept = await Promise.all((await ownCaches()).map(async (name) => (await caches.open(name)).keys()))
  const addresses = [...pages.map(({ url }) => url), ...kept.flat().map(({ url }) => url)]
  return Object.keys(NOKORI_FILES).filter(
    (folder) => folder !== ROOT_FOLDER && addresses.some((address) => address.startsWith(new URL(folder, ROOT).href)),
  )
}

const ownCaches = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith('nokori-') && name !== ARRIVED)

const addressesOf = (folder: string, part: keyof Files): string[] =>
  (NOKORI_FILES[folder]?.[part] ?? []).map((file) => new URL(file, new URL(folder, ROOT)).href)

/** Fetches what this build's cache does not have yet. */
async function fill(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE)
  const missing: string[] = []
  for (const address of addresses) if ((await cache.match(address)) === undefined) missing.push(address)
  await cache.addAll(missing.map((address) => new Request(address, { cache: 'no-cache' })))
}

async function activate(): Promise<void> {
  for (const name of await ownCaches()) if (name !== CACHE) await caches.delete(name)
  await self.clients.claim()
}

/** From this build's cache; what is not in it yet is kept when it is first asked for. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  const folder = folderOf(request.url)
  const address = request.mode === 'navigate' ? new URL(folder, ROOT).href : request.url
  const kept = await cache.match(address, { ignoreSearch: request.mode === 'navigate' })
  if (kept !== undefined) return kept
  const fresh = await fetch(request)
  const isOurs = [...addressesOf(folder, 'shell'), ...addressesOf(folder, 'rest')].includes(address)
  if (fresh.ok && isOurs) await cache.put(address, fresh.clone())
  return fresh
}

/** The folder of a language, or the root. */
const folderOf = (address: string): string =>
  Object.keys(NOKORI_FILES).find(
    (folder) => folder !== ROOT_FOLDER && address.startsWith(new URL(folder, ROOT).href),
  ) ?? ROOT_FOLDER

/** Everything else of a language, once it is used: so that reading a message and the guide need no network either. */
async function fillRest(folder: string): Promise<void> {
  if (folder === ROOT_FOLDER || isSaving()) return
  await fill([...addressesOf(folder, 'shell'), ...addressesOf(folder, 'rest')]).catch(() => {})
}

/** Whether the person has asked the browser to save data; then nothing is fetched before it is needed. */
const isSaving = (): boolean =>
  (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true

/** Shows an open page the screen that a notification is about. */
async function openAt(address: string): Promise<void> {
  const [page] = await self.clients.matchAll({ type: 'window' })
  if (page === undefined) return
  await page.navigate(new URL(address, page.url))
  await page.focus()
}

/** What another app shares is left for the page, and read there. */
async function takeIn(request: Request): Promise<Response> {
  const form = await request.formData()
  const arrived = await caches.open(ARRIVED)
  const file = form.get('files')
  const texts = ['title', 'text', 'url'].map((name) => form.get(name)).filter((text) => typeof text === 'string')
  if (file instanceof File && file.size > 0) {
    const headers = { 'content-type': file.type, [FILE_NAME]: encodeURIComponent(file.name) }
    await arrived.put(FILE, new Response(file, { headers }))
  } else await arrived.put(TEXT, new Response(texts.filter((text) => text !== '').join('\n')))
  return Response.redirect(new URL('./#/add', request.url).href, 303)
}

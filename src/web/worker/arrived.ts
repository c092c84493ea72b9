/** Where the service worker leaves what was shared from another app, for the page to take. */
export const ARRIVED = 'nokori-arrived'
/** Address of the text in that cache; files stand below FILE, each with its name in FILE_NAME. */
export const [TEXT, FILE, FILE_NAME] = ['/arrived/text', '/arrived/file', 'x-file-name']

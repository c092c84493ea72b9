/** The real server on this machine, and what a browser, or somebody worse, would send to it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { networkInterfaces } from 'node:os'
import { checkServerIdentity, type PeerCertificate } from 'node:tls'
import { join } from 'node:path'
import { startServer, type RunningServer, type ServerOptions } from '../src/server/server.ts'
import { readStaticFiles } from '../src/server/static-files.ts'
import { openServed, type Served } from '../src/store/admissions/open.ts'

/** A server with a ledger of its own. */
export interface Serving extends RunningServer {
  readonly folder: string
  readonly served: Served
  /** Where it is, on plain http. */
  readonly address: string
  /** What went wrong with its answers. */
  readonly reported: unknown[]
}

/** Starts a server whose ledger is in a folder; `stop` closes that too. */
export async function startServing(folder: string, options: Partial<ServerOptions> = {}): Promise<Serving> {
  const served = await openServed(join(folder, 'ledger.sqlite'))
  const reported: unknown[] = []
  const server = await startServer({
    ...served,
    files: (await readStaticFiles(writeApp(join(folder, 'web'))))!,
    listen: '127.0.0.1',
    port: 0,
    tls: null,
    publicUrl: null,
    now: () => new Date().toISOString(),
    report: (error) => void reported.push(error),
    ...options,
  })
  return {
    ...server,
    folder,
    served,
    reported,
    address: `http://127.0.0.1:${server.port}`,
    stop: async () => {
      await server.stop()
      await served.close()
    },
  }
}

/** A small app as the build leaves one. */
export function writeApp(folder: string): string {
  const files = {
    'index.html': '<!doctype html><title>Nokori</title>',
    'service-worker.js': 'self.addEventListener("fetch", () => {})',
    'en/index.html': '<!doctype html><title>Nokori en</title>',
    'en/app.webmanifest': '{}',
    'en/assets/shell-Ab3_-x9Z.js': 'script()',
    'en/assets/shell-Ab3_-x9Z.js.br': 'brotli',
    'en/assets/shell-Ab3_-x9Z.js.gz': 'gzip',
    'icon.svg': '<svg/>',
    'odd.bin': '?',
  }
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, content)
  }
  return folder
}

export interface Heard {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** The certificate to trust. */
  readonly ca?: Buffer
}

/** Starts to ask, with exactly these headers; resolves when the answer begins. */
export function asking(
  address: string,
  { method = 'GET', headers = {}, body, ca }: Asking = {},
): Promise<IncomingMessage> {
  const start = address.startsWith('https:') ? httpsRequest : httpRequest
  const { hostname } = new URL(address)
  // Else the name in the header would be looked for in the certificate.
  const trust = { ca, checkServerIdentity: (_: string, cert: PeerCertificate) => checkServerIdentity(hostname, cert) }
  return new Promise((resolve, reject) => {
    const request = start(address, { method, headers, agent: false, ...(ca === undefined ? {} : trust) }, resolve)
    request.on('error', reject)
    request.end(body)
  })
}

/** Asks, and hears all of the answer. */
export async function ask(address: string, options: Asking = {}): Promise<Heard> {
  const response = await asking(address, options)
  const chunks: Buffer[] = []
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk)
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }
}

export const jsonOf = <T>({ body }: Heard): T => JSON.parse(body.toString()) as T

/** As a page of this address asks. */
export const fromPage = (address: string, cookie = ''): Record<string, string> => ({
  origin: new URL(address).origin,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
  ...(cookie === '' ? {} : { cookie }),
})

/** Asks to be let in. */
export const enter = (address: string, key: object, options: Asking = {}): Promise<Heard> =>
  ask(`${address}/api/session`, {
    method: 'POST',
    body: JSON.stringify(key),
    ...options,
    headers: { ...fromPage(address), ...options.headers },
  })

/** The cookie that an answer sets, as a browser sends it back. */
export const cookieIn = ({ headers }: Heard): string => headers['set-cookie']?.[0]?.split(';')[0] ?? ''

/** The cookie of a browser that was let in. */
export const letIn = async ({ address, invitations }: Serving): Promise<string> =>
  cookieIn(await enter(address, { token: invitations.newToken().reveal() }))

/** An address of this machine that others can reach; null where it has none. */
export const outerAddress = (): string | null =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { printable } from '../core/printable.ts'

export interface DesktopMessage {
  /** One line; not empty. */
  readonly title: string
  /** Lines end with "\n". */
  readonly body: string
}

/** What became of a notification: on the screen, no program here that shows any, or one that did not manage to. */
export type DesktopNotified = 'shown' | 'unsupported' | 'failed'

/** How one platform's own program is asked: everything but the text is fixed, and no shell or script is made of the text. */
interface Request {
  readonly program: string
  readonly words: readonly string[]
  readonly input?: string
  readonly variables?: Readonly<Record<string, string>>
}

/** A desktop that has not answered by then has nobody before it. */
const LIMIT_MILLISECONDS = 5000

/**
 * Shows a notification on the desktop of whoever runs this, with the platform's own program. `environment` says where programs
 * and the desktop are; `signal` ends the wait. Never throws.
 */
export async function notifyDesktop(
  message: DesktopMessage,
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv = process.env,
  signal: AbortSignal = AbortSignal.timeout(LIMIT_MILLISECONDS),
): Promise<DesktopNotified> {
  const title = printable(message.title)
  const body = printable(message.body)
  if (platform === 'darwin') return ask(osascript(title, body), environment, signal)
  if (platform !== 'win32') return ask(notifySend(title, body), environment, signal)
  const { SystemRoot: root } = environment
  return root ? ask(powershell(title, body, root), environment, signal) : 'unsupported'
}

/**
 * The freedesktop.org way, also of the BSDs. The body may carry markup there, and `notify-send` itself reads backslashes in it
 * as C does (`g_strcompress`); the title is taken as it is.
 */
const notifySend = (title: string, body: string): Request => ({
  program: 'notify-send',
  words: [
    '--app-name=Nokori',
    '--',
    title,
    body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\\', '\\\\'),
  ],
})

/** After "-", a script on stdin, nothing is an option any more: what follows is `argv`. */
const osascript = (title: string, body: string): Request => ({
  program: 'osascript',
  words: ['-', title, body],
  input: `on run argv
  display notification (item 2 of argv) with title (item 1 of argv)
end run
`,
})

/**
 * A toast by Windows PowerShell, under its own name: Windows shows none of a program that is not in its start menu. Not by
 * PowerShell 7, which cannot reach toasts, and not by whatever is called so in the folder that this runs in.
 */
const powershell = (title: string, body: string, systemRoot: string): Request => ({
  program: join(systemRoot, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe'),
  words: ['-NoProfile', '-NonInteractive', '-Command', TOAST_SCRIPT],
  variables: { NOKORI_TITLE: title, NOKORI_BODY: body },
})

/** In one line and without double quotes, so that it is one word of a Windows command line. */
const TOAST_SCRIPT = [
  `$ErrorActionPreference = 'Stop'`,
  `[void][Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]`,
  `[void][Windows.Data.Xml.Dom.XmlDocument, Windows.Data.Xml.Dom.XmlDocument, ContentType = WindowsRuntime]`,
  `$title = [Security.SecurityElement]::Escape($env:NOKORI_TITLE)`,
  `$body = [Security.SecurityElement]::Escape($env:NOKORI_BODY)`,
  `$toast = New-Object Windows.Data.Xml.Dom.XmlDocument`,
  `$visual = '<text>' + $title + '</text><text>' + $body + '</text>'`,
  `$toast.LoadXml('<toast><visual><binding template=''ToastGeneric''>' + $visual + '</binding></visual></toast>')`,
  `$app = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'`,
  `$notifier = [Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($app)`,
  `$notifier.Show([Windows.UI.Notifications.ToastNotification]::new($toast))`,
].join('; ')

/** What spawning says where there is no such program, or none that this person may run. */
const ABSENT: ReadonlySet<string | undefined> = new Set(['ENOENT', 'EACCES'])

function ask(request: Request, environment: NodeJS.ProcessEnv, signal: AbortSignal): Promise<DesktopNotified> {
  const { program, words, input = '', variables } = request
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void => resolve(ABSENT.has(error.code) ? 'unsupported' : 'failed')
    try {
      const child = spawn(program, words, {
        env: { ...environment, ...variables },
        stdio: ['pipe', 'ignore', 'ignore'],
        windowsHide: true,
        signal,
        killSignal: 'SIGKILL',
      })
      child.on('error', fail)
      child.on('exit', (code) => resolve(code === 0 ? 'shown' : 'failed'))
      // Who does not read to the end is judged by its exit.
      child.stdin.on('error', () => {})
      child.stdin.end(input)
    } catch (error) {
      fail(error as NodeJS.ErrnoException)
    }
  })
}

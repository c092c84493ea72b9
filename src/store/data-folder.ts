import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where everything is kept: NOKORI_HOME, else where the platform keeps what belongs to a user. */
export function dataFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const { NOKORI_HOME: own, XDG_DATA_HOME: shared, LOCALAPPDATA: local } = environment
  if (own) return own
  const home = homedir()
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'nokori')
  if (platform === 'win32') return join(local || join(home, 'AppData', 'Local'), 'nokori')
  return join(shared || join(home, '.local', 'share'), 'nokori')
}

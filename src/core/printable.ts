/**
 * Text from outside as it may be shown: control characters (which could move the cursor or rewrite the screen) and
 * characters that turn the direction of writing become visible stand-ins. Line breaks ("\n") and tabs stay.
 */
export const printable = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '\u00B7')

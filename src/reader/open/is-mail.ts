const HEADERS =
  /^(?:From |(?:Return-Path|Received|Delivered-To|MIME-Version|Date|Subject|From|To|Message-ID|X-[\w-]{1,60}):)/i
const MAIL_HEADER = /^(?:MIME-Version|Message-ID|Received|Content-Type):/im

/** True for a mail or a saved page (`.eml`, `.mhtml`), by its first characters (4 KB are enough). */
export const isMail = (head: string): boolean => HEADERS.test(head) && MAIL_HEADER.test(head)

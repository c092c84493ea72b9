import { advert, figurePage, html } from '../markup.ts'
import { PLAIN, type Portal, type Reply, type Visit } from '../portal.ts'

/** Known by the line that it is reached over: without a sign-in, with Wi-Fi off. */
export const portal: Portal = {
  ...PLAIN,
  id: 'line-only',
  user: null,
  secret: null,
  isOpenByLine: true,
  path: [],
  gives: { remainingBytes: 3_276_000_000, expires: '2026-12-10' },
  walk: [],
  actions: { '/charge/1': 'purchases', '/charge/2': 'purchases', '/charge/stop': 'planChanges' },
  reply,
}

function reply(visit: Visit): Reply {
  if (!visit.isOverLine)
    return html(
      visit,
      'Charge',
      `<p>このページは、Wi-FiをオフにしてSIMの回線から接続したときだけご覧いただけます。</p>
<p>Please turn off Wi-Fi and connect over the SIM itself.</p><p>1GB / 1 day 500 yen</p><a href="/faq">FAQ</a>${advert(visit)}`,
    )
  return figurePage(
    visit,
    html(
      visit,
      'Charge',
      `<h1>Online charge</h1><a href="/charge/1">Continue</a>
<table><tr><td>SIM phone number</td><td>090-0000-1234</td></tr><tr><td>Service End Date</td><td>2026/12/10</td></tr>
<tr><td>Remaining Data</td><td>3,276 MB</td></tr></table><form method="get" action="/charge/2"><select name="plan"><option>1GB / 1 day</option></select>
<input type="submit" value="Next"></form><a href="/charge/stop">OK</a>${advert(visit)}`,
    ),
  )
}

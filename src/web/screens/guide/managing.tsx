import type { JSX } from 'preact'
import { PAGES, type Cost, type ManagingPage } from '../../../guide/pages.ts'
import { bytesText } from '../../../text/format.ts'
import { PAGE_SENTENCES } from '../../../text/pages.ts'
import { WEB_GUIDE_SENTENCES } from '../../../text/web-guide.ts'
import { language } from '../../language.ts'
import { pageAddress, RowLink, Sources } from './links.tsx'

const [say, pages] = [WEB_GUIDE_SENTENCES[language], PAGE_SENTENCES[language]]

/** A page about one way to make data last. */
export function Managing({ page }: { readonly page: ManagingPage }): JSX.Element {
  const { id, tips, costs } = page
  return (
    <section class="guide">
      <h1>{pages.titles[id]}</h1>
      <ul class="tips">
        {tips.map((tip) => (
          <li key={tip.id} class="card">
            <p>{pages.tips[tip.id]}</p>
            <Sources sources={tip.sources} />
          </li>
        ))}
      </ul>
      {costs.length > 0 && <Costs costs={costs} />}
      <h2>{say.otherPages}</h2>
      <PageRows pages={PAGES.filter((other) => other !== page)} />
    </section>
  )
}

/** Pages, one below the other. */
export const PageRows = ({ pages: listed }: { readonly pages: readonly ManagingPage[] }): JSX.Element => (
  <ul class="row-links">
    {listed.map(({ id }) => (
      <li key={id}>
        <RowLink href={pageAddress('page', id)} title={pages.titles[id]} />
      </li>
    ))}
  </ul>
)

/** How much something takes, as a range over what is published. */
function Costs({ costs }: { readonly costs: readonly Cost[] }): JSX.Element {
  return (
    <>
      <h2>{say.costs.title}</h2>
      <div class="card">
        <table class="costs">
          <thead>
            <tr>
              <th scope="col">{say.costs.what}</th>
              <th scope="col">{say.costs[costs[0]!.per]}</th>
            </tr>
          </thead>
          <tbody>
            {costs.map(({ what, lowBytes, highBytes }) => (
              <tr key={what}>
                <th scope="row">{pages.costs[what]}</th>
                <td>
                  {lowBytes === highBytes
                    ? bytesText(lowBytes, 1000)
                    : `${bytesText(lowBytes, 1000)} – ${bytesText(highBytes, 1000)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {costs.some(({ lowBytes, highBytes }) => lowBytes < highBytes) && <p class="notes">{pages.differ}</p>}
        <Sources sources={costs.flatMap(({ sources }) => sources)} />
      </div>
    </>
  )
}

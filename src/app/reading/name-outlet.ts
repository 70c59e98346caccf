import type { Article } from '../../article/index.ts'
import { domainOf, type OutletRegister, outletAt, type Page } from '../../collect/index.ts'

/**
 * The article with its outlet under the name of the register, so that one outlet has one name however its pages call it.
 * What a person says of an article record stands; what the register does not know is named by what the page says, else by
 * its domain.
 */
export const nameOutlet = (article: Article, page: Page, register: OutletRegister): Article => {
  const { url, outlet } = article
  if (url === null || (page.kind === 'record-page' && page.meta.outlet !== undefined)) return article
  const name = outletAt(register, url)?.name ?? outlet ?? domainOf(url)
  return name === outlet ? article : { ...article, outlet: name }
}

/** What is never taken over: pictures, comments, what was struck out in another program, and everything that acts. */
const unwanted =
  'img, picture, svg, video, audio, object, embed, iframe, script, style, link, meta, title, xml, del, button, input, select, textarea, form'

const remnants =
  '[style*="mso-element:comment"], [style*="display:none"], [class*="MsoComment"], .msoDel, a[name^="_Toc"], a[href^="#_msocom"]'

const isListParagraph = (element: Element) =>
  /MsoListParagraph/.test(element.className) || /mso-list:\s*l\d/.test(element.getAttribute('style') ?? '')
const levelOf = (element: Element) => Number(/level(\d+)/.exec(element.getAttribute('style') ?? '')?.[1] ?? 1)
const markerOf = (element: Element) => element.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]')
const isNumbered = (element: Element) =>
  /^\s*[(]?([0-9]+|[a-zа-ш]|[ivxlc]+)[.)]/i.test(markerOf(element)?.textContent ?? element.textContent ?? '')

const withoutMarker = (element: Element): Node[] => {
  const marker = markerOf(element)
  if (marker !== null) marker.remove()
  else if (element.firstChild?.nodeType === Node.TEXT_NODE)
    element.firstChild.textContent = (element.firstChild.textContent ?? '').replace(
      /^\s*(?:[·•§o▪–-]|\(?(?:[0-9]+|[a-zа-ш])[.)])[\s\u00a0]+/u,
      '',
    )
  return [...element.childNodes]
}

/** Paragraphs that only look like a list become one, in as many levels as they had. */
const listsFromParagraphs = (body: Element): void => {
  for (const first of [...body.querySelectorAll('p, div, h1, h2, h3')].filter(isListParagraph)) {
    if (!first.isConnected || first.parentElement === null || first.closest('li') !== null) continue
    const run = [first]
    for (let next = first.nextElementSibling; next !== null && isListParagraph(next); next = next.nextElementSibling) run.push(next)
    const lists: { level: number; list: Element }[] = []
    const base = Math.min(...run.map(levelOf))
    for (const paragraph of run) {
      const level = Math.max(base, Math.min(levelOf(paragraph), (lists.at(-1)?.level ?? base) + 1))
      while ((lists.at(-1)?.level ?? 0) > level) lists.pop()
      if (lists.at(-1)?.level !== level) {
        const list = body.ownerDocument.createElement(isNumbered(paragraph) ? 'ol' : 'ul')
        const above = lists.at(-1)?.list.lastElementChild
        if (above) above.append(list)
        else first.before(list)
        lists.push({ level, list })
      }
      const item = body.ownerDocument.createElement('li')
      const line = body.ownerDocument.createElement('p')
      line.append(...withoutMarker(paragraph))
      item.append(line)
      lists.at(-1)?.list.append(item)
    }
    for (const paragraph of run) paragraph.remove()
  }
}

const styleSays = (element: Element, pattern: RegExp) => pattern.test(element.getAttribute('style') ?? '')

/** Google Docs and Word say in a style what HTML says with an element, and Google Docs wraps everything in a *b* that is not bold. */
const meaningFromStyle = (body: Element): void => {
  for (const wrap of body.querySelectorAll('b[id^="docs-internal-guid"], b[style*="font-weight:normal"]'))
    wrap.replaceWith(...wrap.childNodes)
  for (const span of body.querySelectorAll('span')) {
    const words = [...span.childNodes]
    const wrapIn = (tag: string) => {
      const element = body.ownerDocument.createElement(tag)
      element.append(...words.splice(0))
      words.push(element)
    }
    if (styleSays(span, /font-weight:\s*(?:bold|[6-9]00)/)) wrapIn('strong')
    if (styleSays(span, /font-style:\s*italic/)) wrapIn('em')
    if (styleSays(span, /text-decoration[^;]*line-through/)) wrapIn('s')
    if (!span.hasAttribute('data-mention')) span.replaceWith(...words)
  }
}

const kept = new Set(['href', 'colspan', 'rowspan', 'start', 'data-mention', 'data-id', 'data-pm-slice', 'data-mreza-room'])

const withoutAttributes = (body: Element): void => {
  for (const element of body.querySelectorAll('*'))
    for (const { name } of [...element.attributes]) if (!kept.has(name)) element.removeAttribute(name)
}

const comments = (body: Element): Comment[] => {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  const found: Comment[] = []
  while (walker.nextNode()) found.push(walker.currentNode as Comment)
  return found
}

/**
 * What comes from Word, Google Docs or a page of the web, as words, headings, lists and tables: lists that were drawn with tabs become
 * lists, what a tracked change had struck out stays behind, pictures and styles too. What was inserted by a tracked change is plain text.
 */
export const cleanPasted = (html: string): string => {
  // Word writes conditions into comments; a parser would take some of what is inside for text.
  const { body } = new DOMParser().parseFromString(html.replaceAll(/<!--\[if[\s\S]*?<!\[endif\]-->/g, ''), 'text/html')
  for (const comment of comments(body)) comment.remove()
  for (const element of body.querySelectorAll(`${unwanted}, ${remnants}`)) element.remove()
  for (const element of [...body.querySelectorAll('*')].filter(({ localName }) => localName.includes(':')))
    element.replaceWith(...element.childNodes)
  listsFromParagraphs(body)
  meaningFromStyle(body)
  for (const ins of body.querySelectorAll('ins, font, center')) ins.replaceWith(...ins.childNodes)
  withoutAttributes(body)
  for (const paragraph of body.querySelectorAll('p'))
    if (paragraph.textContent?.replaceAll('\u00a0', '').trim() === '' && !paragraph.querySelector('br')) paragraph.remove()
  return body.innerHTML
}

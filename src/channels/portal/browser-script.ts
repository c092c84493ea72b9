/**
 * Runs inside a page and gives its HTML as a person sees it: what is not shown is `hidden`, what is typed into without a form stands in
 * one, and what is pressed without an address has one that only says which it is. Where something is to be typed or pressed, the page's
 * own forms, fields and buttons are marked; else nothing in it is touched.
 */
export const SNAPSHOT = `((isToBeUsed) => {
  const CLICK = '#nokori-click-'
  const MARKS = ['data-nokori-loose', 'data-nokori-form', 'data-nokori-field', 'data-nokori-click']
  for (const name of MARKS) for (const each of document.querySelectorAll('[' + name + ']')) each.removeAttribute(name)
  const page = document.documentElement
  const copy = page.cloneNode(true)
  const own = [page, ...page.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  const copyOf = new Map(own.map((each, index) => [each, copies[index]]))
  const mark = (element, name, value) => {
    copyOf.get(element).setAttribute(name, value)
    if (isToBeUsed) element.setAttribute(name, value)
  }
  const isShown = (element) => element.checkVisibility({ opacityProperty: false, visibilityProperty: true })
  const fields = 'input, select, textarea'
  const isField = (each) => !each.disabled && !['submit', 'image', 'button', 'reset'].includes((each.type || '').toLowerCase())
  const loose = [...document.querySelectorAll(fields)].filter((each) => !each.closest('form') && isField(each) && isShown(each))
  let around = null
  if (loose.length > 0) {
    around = loose[0].parentElement
    while (around !== document.body && !(loose.every((each) => around.contains(each)) && around.querySelector('button, [role=button], a'))) around = around.parentElement
    mark(around, 'data-nokori-loose', '')
  }
  let id = 0
  own.filter((each) => each === around || each.matches('form')).forEach((form, index) => {
    mark(form, 'data-nokori-form', String(index))
    for (const each of form.querySelectorAll(fields)) if (isField(each)) mark(each, 'data-nokori-field', String(id++))
  })
  const pressed = document.querySelectorAll('button, [role=button], [role=link], [onclick], a:not([href]), a[href="#"], a[href^="javascript:"]')
  pressed.forEach((each, index) => mark(each, 'data-nokori-click', String(index)))
  for (const each of document.querySelectorAll('body *')) if (!isShown(each)) copyOf.get(each).setAttribute('hidden', '')
  const rename = (element, name) => {
    const made = document.createElement(name)
    for (const { name: key, value } of element.attributes) made.setAttribute(key, value)
    made.append(...element.childNodes)
    element.replaceWith(made)
    return made
  }
  for (const each of [...copy.querySelectorAll('[data-nokori-loose]')]) {
    const form = each.tagName === 'BODY' ? document.createElement('form') : rename(each, 'form')
    if (each.tagName === 'BODY') { form.append(...each.childNodes); each.append(form) }
    form.setAttribute('method', 'post')
    form.setAttribute('action', location.href)
    for (const button of form.querySelectorAll('button, [role=button]')) button.setAttribute('type', 'submit')
  }
  for (const each of [...copy.querySelectorAll('[data-nokori-click]')]) {
    if (each.closest('form')) continue
    const link = rename(each, 'a')
    link.setAttribute('href', location.href.split('#')[0] + CLICK + each.getAttribute('data-nokori-click'))
  }
  for (const each of copy.querySelectorAll('script, noscript')) each.remove()
  return '<!DOCTYPE html>' + copy.outerHTML
})`

/** Resolves when nothing has been drawn anew for some frames: whatever counts up to its figure has got there. */
export const STILL = `(async () => {
  const [FRAMES, MILLISECONDS, LONGEST_MILLISECONDS] = [3, 50, 1500]
  const began = performance.now()
  let [frames, last] = [0, began]
  const observer = new MutationObserver(() => { [frames, last] = [0, performance.now()] })
  observer.observe(document, { childList: true, characterData: true, subtree: true })
  const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); setTimeout(resolve, 250) })
  while (frames < FRAMES || performance.now() - last < MILLISECONDS) {
    if (performance.now() - began > LONGEST_MILLISECONDS) break
    await frame()
    frames += 1
  }
  observer.disconnect()
})()`

/** Types values into marked fields as a person would, so that the page's script notices. */
export const TYPE = `(typed) => {
  for (const [id, value] of typed) {
    const field = document.querySelector('[data-nokori-field="' + id + '"]')
    const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')
    field.focus()
    own.set.call(field, value)
    for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }))
  }
}`

/** Presses the nth button of a marked form, or sends the form where it has none; what is no form sends itself when it is full. */
export const SEND = `([form, button]) => {
  const marked = document.querySelector('[data-nokori-form="' + form + '"]')
  const isButton = (each) => each.tagName === 'INPUT' ? ['submit', 'image'].includes(each.type) : marked.hasAttribute('data-nokori-loose') || !['button', 'reset'].includes(each.type)
  const inputs = [...marked.querySelectorAll('input')].filter(isButton)
  const buttons = [...marked.querySelectorAll('button')].filter(isButton)
  const shown = [...inputs, ...buttons].filter((each) => !each.disabled && each.checkVisibility({ visibilityProperty: true }))
  if (button < 0 || !shown[button]) marked.requestSubmit?.()
  else shown[button].click()
}`

/** Sends a form that is not there any more. */
export const SEND_AGAIN = `([address, method, fields]) => {
  const form = document.createElement('form')
  form.action = address
  form.method = method
  for (const [name, value] of fields) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }
  document.body.append(form)
  HTMLFormElement.prototype.submit.call(form)
}`

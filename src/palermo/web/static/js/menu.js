// Closes an open <details class="menu"> on Escape, and when the reader clicks or moves the focus elsewhere.
(() => {
  'use strict'
  const open = () => document.querySelectorAll('details.menu[open]')
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    open().forEach((menu) => {
      const inside = menu.contains(document.activeElement)
      menu.open = false
      if (inside) menu.querySelector('summary').focus()
    })
  })
  const closeOthers = (event) => open().forEach((menu) => { if (!menu.contains(event.target)) menu.open = false })
  document.addEventListener('click', closeOthers)
  document.addEventListener('focusin', closeOthers)
})()

// Light, dark, or as the system says. Loaded in the head without defer, so that the page never flashes.
// A button: <button data-theme-toggle data-label-light="…" data-label-dark="…" data-label-auto="…"><span>…</span></button>
(() => {
  'use strict'
  const KEY = 'palermo-theme'
  const ORDER = ['auto', 'light', 'dark']
  const root = document.documentElement

  const stored = () => {
    try { return ORDER.includes(localStorage.getItem(KEY)) ? localStorage.getItem(KEY) : 'auto' } catch { return 'auto' }
  }
  const remember = (theme) => {
    try { localStorage.setItem(KEY, theme) } catch { /* a browser that keeps nothing still changes this page */ }
  }
  const apply = (theme) => {
    if (theme === 'auto') root.removeAttribute('data-bs-theme')
    else root.setAttribute('data-bs-theme', theme)
  }
  const label = (button, theme) => {
    const text = button.getAttribute(`data-label-${theme}`) || theme
    const place = button.querySelector('span') || button
    place.textContent = text
    button.setAttribute('aria-pressed', String(theme !== 'auto'))
    const name = button.getAttribute('data-label')
    if (name) button.setAttribute('aria-label', `${name}: ${text}`)
  }

  let theme = stored()
  root.classList.add('has-script')
  apply(theme)
  const buttons = () => document.querySelectorAll('[data-theme-toggle]')
  const labelAll = () => buttons().forEach((button) => label(button, theme))
  document.addEventListener('DOMContentLoaded', labelAll)
  document.addEventListener('click', (event) => {
    if (!event.target.closest?.('[data-theme-toggle]')) return
    theme = ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length]
    remember(theme)
    apply(theme)
    labelAll()
  })
})()

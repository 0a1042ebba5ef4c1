// One function per component: words in, HTML out. This markup is the one the README documents.
const kinds = ['bound', 'bound', 'bound', 'consented', 'bound', 'signatory', 'bound', 'withdrawn', 'no-act', 'bound', 'unknown']
const kind = (n) => kinds[(n * 7 + ((n * n) % 5)) % kinds.length]
const day = (n) => `<bdi><time>${1999 + (n * 5) % 22}-0${1 + (n % 9)}-${10 + (n * 3) % 18}</time></bdi>`
const badge = (w, k) => `<span class="status status-${k}">${w.statuses[k]}</span>`

export const header = (w) => `<a class="skip-link" href="#main">${w.skip}</a>
<aside class="notice notice-demo" aria-label="${w.note}"><p>${w.demo}</p></aside>
<header class="site-header"><div class="container">
  <a class="brand" href="#">${w.title} <small>${w.sub}</small></a>
  <button class="theme-toggle" type="button" data-theme-toggle data-label-light="${w.light}" data-label-dark="${w.dark}"
    data-label-auto="${w.auto}" aria-label="${w.theme}"><span>${w.auto}</span></button>
  <details class="menu"><summary><span lang="${w.lang}">${w.language}</span></summary><ul>
    ${[['ar', 'العربية'], ['zh', '中文'], ['en', 'English'], ['fr', 'Français'], ['ru', 'Русский'], ['es', 'Español']]
    .map(([c, n]) => `<li><a href="#" lang="${c}" hreflang="${c}"${c === w.lang ? ' aria-current="true"' : ''}>${n}</a></li>`).join('')}</ul></details>
  <a class="sign-in" href="#">${w.signIn}</a>
  <nav class="site-nav" aria-label="${w.title}">${w.nav.map((n, i) => `<a href="#"${i === 2 ? ' aria-current="page"' : ''}>${n}</a>`).join('')}</nav>
</div></header>`

export const hero = (w) => `<section class="hero-search"><h1>${w.heroTitle}</h1><p class="lead">${w.heroLead}</p>
<form role="search"><label class="visually-hidden" for="q">${w.searchLabel}</label>
<input id="q" type="search" name="q" placeholder="${w.searchLabel}"><button class="btn btn-primary">${w.search}</button></form>
<p class="hint">${w.hint}</p></section>`

export const asOf = (w) => `<div class="as-of"><form><label for="on">${w.asOf}</label>
<input class="form-control" type="date" id="on" value="2024-05-01"><button class="btn">${w.show}</button></form>
<p>${w.known} <strong><bdi><time>2025-04-10</time></bdi></strong>. ${w.unknownAfter}</p></div>`
export const asOfBeyond = (w) => `<div class="as-of as-of-unknown"><form><label for="on2">${w.asOf}</label>
<input class="form-control" type="date" id="on2" value="2026-05-01"><button class="btn">${w.show}</button></form><p>${w.beyond}</p></div>`

export const stats = (w) => `<ul class="stats">
<li class="stat status-bound"><span class="stat-figure">184</span><span class="stat-label">${w.parties}</span><span class="stat-note">93 %</span></li>
<li class="stat status-signatory"><span class="stat-figure">4</span><span class="stat-label">${w.statuses.signatory}</span></li>
<li class="stat status-no-act"><span class="stat-figure">13</span><span class="stat-label">${w.left}</span></li>
<li class="stat status-unknown"><span class="stat-figure">2</span><span class="stat-label">${w.statuses.unknown}</span></li></ul>`

export const badges = (w) => `<p>${Object.keys(w.statuses).map((k) => badge(w, k)).join(' ')}</p>`

export const map = (w, codes) => `<figure class="map-figure"><svg class="map" viewBox="0 0 1000 487" role="group" aria-label="${w.parties}">
<use class="map-sea" href="MAP#SPHERE"/><use class="map-graticule" href="MAP#GRATICULE"/><use class="map-other" href="MAP#OTHER"/>
${codes.map((c, i) => `<a href="#${c}"><use href="MAP#${c}" class="status-${kind(i)}"><title>${c}</title></use></a>`).join('')}</svg>
<ul class="map-legend">${Object.entries(w.statuses).map(([k, t]) => `<li class="status-${k}">${t}</li>`).join('')}</ul>
<figcaption>${w.legal}</figcaption></figure>`

export const toolbar = (w) => `<div class="toolbar"><form>
<div class="field"><label for="f1">${w.state}</label><input class="form-control" id="f1" type="search"></div>
<div class="field"><label for="f2">${w.region}</label><select class="form-select" id="f2"><option>${w.all}</option></select></div>
<button class="btn">${w.filter}</button></form>
<ul class="downloads"><li class="downloads-label">${w.download}</li>${['CSV', 'XLSX', 'JSON', 'PDF'].map((f) => `<li><a href="#">${f}</a></li>`).join('')}</ul></div>`

export const table = (w) => `<div class="table-scroll" tabindex="0" role="region" aria-label="${w.parties}"><table class="table">
<caption>${w.parties}</caption><thead><tr>
<th scope="col" class="sortable" aria-sort="ascending"><a href="#">${w.state}</a></th><th scope="col">${w.status}</th>
<th scope="col" class="sortable"><a href="#">${w.act}</a></th><th scope="col" class="sortable num"><a href="#">${w.date}</a></th><th scope="col">${w.note}</th></tr></thead>
<tbody>${w.states.map((s, i) => `<tr><th scope="row"><a href="#">${s}</a></th><td>${badge(w, kind(i))}</td><td>${w.acts[i % 5]}</td><td class="num">${day(i)}</td><td>${i % 4 ? '' : w.note}</td></tr>`).join('')}</tbody></table></div>
<p class="source-line">${w.source} <bdi><time>2025-04-10</time></bdi>. <a href="#">A/RES/64/293</a></p>
<nav class="pager" aria-label="${w.next}"><span class="pager-count">${w.count}</span><ul class="pagination">
<li class="page-item disabled"><span class="page-link">${w.previous}</span></li><li class="page-item active"><a class="page-link" aria-current="page" href="#">1</a></li>
<li class="page-item"><a class="page-link" href="#">2</a></li><li class="page-item"><a class="page-link" href="#">3</a></li><li class="page-item"><a class="page-link" href="#">${w.next}</a></li></ul></nav>`

export function matrix(w, years = false) {
  const heads = Array.from({ length: 44 }, (_, i) => w.instruments[i % w.instruments.length])
  const rows = Array.from({ length: years ? 6 : 60 }, (_, i) => w.states[i % w.states.length])
  return `<div class="matrix${years ? ' matrix-years' : ''}" tabindex="0" role="region" aria-label="${w.state} × ${w.instrument}${years ? ` (${w.date})` : ''}"><table>
<caption>${w.state} × ${w.instrument}</caption><thead><tr><th scope="col">${w.state}</th>${heads.map((h) => `<th scope="col"><a href="#">${h}</a></th>`).join('')}</tr></thead>
<tbody>${rows.map((r, i) => `<tr><th scope="row"><a href="#">${r}</a></th>${heads.map((_, j) => {
    const k = kind(i + j * 3)
    return `<td class="status-${k}">${years ? (k === 'bound' ? 1990 + ((i * 3 + j) % 35) : '') : w.statuses[k]}</td>`
  }).join('')}</tr>`).join('')}</tbody></table></div>`
}

export const facts = (w) => `<dl class="facts">${w.facts.map(([t, d]) => `<div><dt>${t}</dt><dd>${d}</dd></div>`).join('')}</dl>`

export function curve(w) {
  const x = (year) => 56 + (year - 2000) * 26
  const y = (n) => 230 - n * 1.05
  let [n, d, a] = [0, `M${x(2000)},${y(0)}`, '']
  for (let year = 2001; year <= 2025; year++) { n += Math.round(190 * Math.exp(-(((year - 2006) / 5) ** 2)) / 9); d += `H${x(year)}V${y(n)}` }
  a = `${d}V${y(0)}H${x(2000)}z`
  return `<svg class="curve" viewBox="0 0 768 262" role="img" aria-label="${w.parties}">
<rect class="curve-unknown" x="${x(2025)}" y="20" width="${x(2027) - x(2025)}" height="210"/>
${[0, 50, 100, 150, 200].map((v) => `<path class="curve-grid" d="M${x(2000)},${y(v)}H${x(2027)}"/><text x="50" y="${y(v) + 4}" text-anchor="end">${v}</text>`).join('')}
<path class="curve-area" d="${a}"/><path class="curve-line" d="${d}"/><path class="curve-axis" d="M${x(2000)},${y(0)}H${x(2027)}"/>
${[2000, 2005, 2010, 2015, 2020, 2025].map((v) => `<text x="${x(v)}" y="252" text-anchor="middle">${v}</text>`).join('')}
<path class="curve-mark" d="M${x(2003)},20V230"/><text x="${x(2003) + 5}" y="30">${w.facts[1][0]}</text>
<circle class="curve-dot" cx="${x(2025)}" cy="${y(n)}" r="5"/><text class="curve-label" x="${x(2025) - 8}" y="${y(n) - 10}" text-anchor="end">${n}</text></svg>`
}

export const timeline = (w) => `<ol class="timeline">${['signatory', 'consented', 'bound', 'withdrawn'].map((k, i) =>
  `<li class="status-${k}">${day(i + 3)}<div><p><a href="#">${w.instruments[i]}</a> – ${w.acts[i % 5]}</p><p class="detail">${w.statuses[k]}</p></div></li>`).join('')}</ol>`

export const compare = (w) => `<div class="compare"><div class="table-scroll" tabindex="0" role="region" aria-label="${w.shared}"><table class="table">
<thead><tr><th scope="col">${w.instrument}</th><th scope="col">${w.states[0]}</th><th scope="col">${w.states[1]}</th><th scope="col">${w.shared}</th></tr></thead><tbody>
${w.instruments.map((n, i) => `<tr${i % 3 ? '' : ' class="shared"'}><th scope="row"><a href="#">${n}</a></th><td>${badge(w, i % 3 ? kind(i) : 'bound')}</td><td>${badge(w, i % 3 ? kind(i + 3) : 'bound')}</td><td>${i % 3 ? '' : `<span class="shared-mark">${day(i)}</span>`}</td></tr>`).join('')}</tbody></table></div></div>`

export const forms = (w) => `<div class="alert" role="status"><p>${w.saved}</p></div><div class="alert alert-warning"><p>${w.beyond}</p></div><div class="alert alert-danger" role="alert"><p>${w.wrong}</p></div>
<form class="form-narrow"><p><label class="form-label" for="d1">${w.date}</label><input class="form-control" id="d1" aria-invalid="true" value="25.12.03"><span class="invalid-feedback">${w.wrong}</span></p>
<p><label class="form-label" for="d2">${w.act}</label><select class="form-select" id="d2">${w.acts.map((a) => `<option>${a}</option>`).join('')}</select></p>
<p class="form-check"><input type="checkbox" id="d3" checked><label for="d3">${w.shared}</label></p>
<p><button class="btn btn-primary" type="button">${w.save}</button> <button class="btn" type="button">${w.cancel}</button> <button class="btn btn-danger" type="button">${w.remove}</button></p></form>`

export const footer = (w) => `<footer class="site-footer"><div class="container"><nav aria-label="${w.footer[0]}"><ul>${w.footer.map((f) => `<li><a href="#">${f}</a></li>`).join('')}</ul></nav><p>${w.legal}</p></div></footer>`

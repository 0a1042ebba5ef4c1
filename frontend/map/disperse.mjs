// Moves small circles apart, as little as possible, so that none hides another. No chance: same in, same out.

/** `circles`: [{x, y}], changed in place. `gap`: least distance of two centres. Throws if it cannot be reached. */
export function disperse(circles, gap, { rounds = 2000, pull = 0.002 } = {}) {
  const homes = circles.map(({ x, y }) => ({ x, y }))
  for (let round = 0; round < rounds; round++) {
    const calm = round > rounds / 2
    const moved = pushApart(circles, gap)
    if (calm && !moved) return circles
    if (!calm) circles.forEach((c, i) => { c.x += (homes[i].x - c.x) * pull; c.y += (homes[i].y - c.y) * pull })
  }
  throw new Error(`expected circles at least ${gap} apart after ${rounds} rounds: make them smaller`)
}

function pushApart(circles, gap) {
  let moved = false
  for (let i = 0; i < circles.length; i++) {
    for (let j = i + 1; j < circles.length; j++) {
      const [a, b] = [circles[i], circles[j]]
      const [dx, dy] = [b.x - a.x || 1e-3, b.y - a.y]
      const far = Math.hypot(dx, dy)
      if (far >= gap) continue
      const step = (gap - far) / 2 + 1e-3
      a.x -= (dx / far) * step; a.y -= (dy / far) * step
      b.x += (dx / far) * step; b.y += (dy / far) * step
      moved = true
    }
  }
  return moved
}

// AssemblyScript, compiled by `npm run build:kernel`. What it computes is said, and done plainly, in ../sieve.ts.

const LANES: u32 = 16
const OP: u32 = 12

function lookup(op: u32, answers: v128): v128 {
  return i8x16.swizzle(v128.load(load<u32>(op, 4)), i8x16.sub(answers, v128.load8_splat(op, 8)))
}

export function sieve(
  losses: u32,
  prices: u32,
  size: u32,
  lightOps: u32,
  heavyOps: u32,
  weekOps: u32,
  hourOps: u32,
  endOps: u32,
  from: u32,
  shift: i32,
  allowed: u32,
  passed: u32,
): u32 {
  const most = i8x16.splat(<i8>allowed)
  for (let lane: u32 = 0; lane < size; lane += LANES) {
    v128.store(losses + lane, i8x16.shr_u(v128.load(prices + from + lane), shift))
  }
  // Two tables at a time stay in registers while all mentors of the block look them up.
  let op = lightOps
  for (; op + OP < heavyOps; op += 2 * OP) {
    const plane = load<u32>(op) + from
    const table = v128.load(load<u32>(op, 4))
    const nextPlane = load<u32>(op, OP) + from
    const nextTable = v128.load(load<u32>(op, OP + 4))
    for (let lane: u32 = 0; lane < size; lane += LANES) {
      const loss = i8x16.swizzle(table, v128.load(plane + lane))
      const next = i8x16.swizzle(nextTable, v128.load(nextPlane + lane))
      v128.store(losses + lane, i8x16.add_sat_u(v128.load(losses + lane), i8x16.add_sat_u(loss, next)))
    }
  }
  if (op < heavyOps) {
    const plane = load<u32>(op) + from
    const table = v128.load(load<u32>(op, 4))
    for (let lane: u32 = 0; lane < size; lane += LANES) {
      const loss = i8x16.swizzle(table, v128.load(plane + lane))
      v128.store(losses + lane, i8x16.add_sat_u(v128.load(losses + lane), loss))
    }
  }
  // Tables of more than 16 answers take a step for every 16: only for those groups where somebody is still in.
  let end = passed
  for (let lane: u32 = 0; lane < size; lane += LANES) {
    let loss = v128.load(losses + lane)
    if (!v128.any_true(i8x16.le_u(loss, most))) continue
    for (let op = heavyOps; op < weekOps; op += OP) {
      loss = i8x16.add_sat_u(loss, lookup(op, v128.load(load<u32>(op) + from + lane)))
    }
    if (!v128.any_true(i8x16.le_u(loss, most))) continue
    let hours = i8x16.splat(0)
    for (let op = weekOps; op < hourOps; op += OP) {
      const both = v128.and(v128.load(load<u32>(op) + from + lane), v128.load8_splat(op, 8))
      hours = i8x16.add(hours, i8x16.popcnt(both))
    }
    for (let op = hourOps; op < endOps; op += OP) loss = i8x16.add_sat_u(loss, lookup(op, hours))
    v128.store(losses + lane, loss)
    for (let left = <u32>i8x16.bitmask(i8x16.le_u(loss, most)); left !== 0; left &= left - 1) {
      const each = lane + ctz(left)
      store<u32>(end, (from + each) | ((<u32>load<u8>(losses + each)) << 24))
      end += 4
    }
  }
  return (end - passed) >> 2
}

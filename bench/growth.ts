/** The exponent k of time ≈ c·sizeᵏ: the slope of a line through the logarithms, by least squares. */
export function growthExponent(points: readonly { size: number; seconds: number }[]): number {
  const logs = points.map(({ size, seconds }) => [Math.log(size), Math.log(seconds)] as const)
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
  const [x, y] = [mean(logs.map(([size]) => size)), mean(logs.map(([, seconds]) => seconds))]
  const rise = logs.reduce((sum, [size, seconds]) => sum + (size - x) * (seconds - y), 0)
  return rise / logs.reduce((sum, [size]) => sum + (size - x) ** 2, 0)
}

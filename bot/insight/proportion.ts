/** A share seen in `n` cases, with the bounds between which the true one lies in 95 of 100 such samples. */
export interface Proportion {
  share: number;
  low: number;
  high: number;
  n: number;
}

const z = 1.959964;

/**
 * A proportion with its 95 % Wilson score interval (E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22, 1927), which stays within 0 and 1 and is honest with few cases. With none: 0 … 1.
 */
export function proportion(count: number, n: number): Proportion {
  if (n === 0) return { share: 0, low: 0, high: 1, n };
  const share = count / n;
  const middle = share + (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { share, low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale), n };
}

/** One case: what was seen of it, what came of it (0 or 1), its log-odds before anything was seen, and how much it counts. */
export interface Case {
  x: readonly number[];
  y: 0 | 1;
  offset: number;
  weight: number;
}

export const sigmoid = (z: number) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));
export const logit = (p: number) => Math.log(p / (1 - p));

/**
 * The weights of a logistic regression with an offset and a ridge penalty λ/2·|w|², by Newton's method with halved steps
 * (T. Hastie, R. Tibshirani, J. Friedman, The Elements of Statistical Learning, 4.4.1 and 4.4.4). Without a constant: what
 * holds for all cases is in the offset. Deterministic; no cases give zeros.
 */
export function ridge(cases: readonly Case[], size: number, lambda: number): number[] {
  let weights = new Array<number>(size).fill(0);
  let loss = lossOf(cases, weights, lambda);
  for (let round = 0; round < 50; round += 1) {
    const { gradient, hessian } = slopes(cases, weights, lambda);
    const step = solve(hessian, gradient);
    let part = 1;
    let next = weights;
    let better = loss;
    for (; part > 1e-4; part /= 2) {
      next = weights.map((weight, at) => weight - part * (step[at] ?? 0));
      better = lossOf(cases, next, lambda);
      if (better <= loss) break;
    }
    const gained = loss - better;
    if (!(gained > 1e-9)) break;
    [weights, loss] = [next, better];
  }
  return weights;
}

export function scoreOf({ x, offset }: Pick<Case, 'x' | 'offset'>, weights: readonly number[]): number {
  return x.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), offset);
}

function lossOf(cases: readonly Case[], weights: readonly number[], lambda: number): number {
  let loss = 0;
  for (const one of cases) {
    const z = scoreOf(one, weights);
    loss += one.weight * (Math.max(z, 0) - one.y * z + Math.log1p(Math.exp(-Math.abs(z))));
  }
  return loss + (lambda / 2) * weights.reduce((sum, weight) => sum + weight * weight, 0);
}

function slopes(cases: readonly Case[], weights: readonly number[], lambda: number) {
  const gradient = weights.map((weight) => lambda * weight);
  const hessian = weights.map((_, row) => weights.map((_, column) => (row === column ? lambda : 0)));
  for (const one of cases) {
    const p = sigmoid(scoreOf(one, weights));
    for (const [row, value] of one.x.entries()) {
      gradient[row] = (gradient[row] ?? 0) + one.weight * (p - one.y) * value;
      const line = hessian[row] as number[];
      for (const [column, other] of one.x.entries())
        line[column] = (line[column] ?? 0) + one.weight * p * (1 - p) * value * other;
    }
  }
  return { gradient, hessian };
}

/** Solves a symmetric positive system by elimination: the penalty on its diagonal keeps it from being singular. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let at = 0; at < size; at += 1) {
    const pivot = rows[at] as number[];
    for (let below = at + 1; below < size; below += 1) {
      const row = rows[below] as number[];
      const times = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column <= size; column += 1)
        row[column] = (row[column] ?? 0) - times * (pivot[column] ?? 0);
    }
  }
  const answer = new Array<number>(size).fill(0);
  for (let at = size - 1; at >= 0; at -= 1) {
    const row = rows[at] as number[];
    let sum = row[size] ?? 0;
    for (let column = at + 1; column < size; column += 1) sum -= (row[column] ?? 0) * (answer[column] ?? 0);
    answer[at] = sum / (row[at] ?? 1);
  }
  return answer;
}

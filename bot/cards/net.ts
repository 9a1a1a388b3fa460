/**
 * What an amount (two decimals) comes to with a discount (0–1, three decimals) off, as decimal text: exact, to the cent, half
 * a cent up.
 */
export function netOf(amount: number, discount: number): string {
  const cents = BigInt(Math.round(amount * 100));
  const net = (cents * BigInt(1000 - Math.round(discount * 1000)) + 500n) / 1000n;
  const digits = String(net).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

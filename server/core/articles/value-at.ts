/** Reads arrays of numbers at an index that is known to lie inside them. */

export function valueAt(array: Float64Array, index: number): number {
  return array[index] as number;
}

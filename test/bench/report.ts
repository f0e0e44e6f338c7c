/** Prints what a bench measured beside its limits. */

/** Prints each figure with its limit; with `check` the process ends with 1 where one is over it. */
export function report<Name extends string>(
  figures: Readonly<Record<Name, number>>,
  limits: Readonly<Record<Name, number>>,
  check: boolean,
): void {
  for (const name of Object.keys(limits) as Name[]) {
    console.log(`${name.padEnd(32)} ${figures[name].toFixed(1).padStart(8)}   limit ${limits[name]}`);
    if (check && figures[name] > limits[name]) process.exitCode = 1;
  }
}

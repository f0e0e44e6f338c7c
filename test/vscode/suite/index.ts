/** Runs the suite inside VS Code's extension host and writes what came of it to the file the runner reads. */

import { writeFileSync } from "node:fs";
import Mocha from "mocha";

/** One test as the runner counts it. */
export interface Outcome {
  readonly title: string;
  readonly state: "passed" | "failed" | "pending";
  readonly ms: number;
  readonly error?: string;
}

/** What VS Code calls; it takes a rejection as the suite's failure. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 30_000, reporter: "min" });
  mocha.suite.emit("pre-require", globalThis, "galley", mocha);
  await import("./page.test.ts");
  await import("./commands.test.ts");
  await import("./articles.test.ts");
  await import("./house.test.ts");
  await import("./house-files.test.ts");
  await import("./keys.test.ts");
  await import("./tools.test.ts");
  const outcomes: Outcome[] = [];
  const failures = await new Promise<number>((resolve) => {
    const note = (test: Mocha.Test, state: Outcome["state"], error?: Error) =>
      outcomes.push({
        title: test.fullTitle(),
        state,
        ms: test.duration ?? 0,
        ...(error ? { error: error.stack ?? error.message } : {}),
      });
    mocha
      .run(resolve)
      .on("pass", (test) => note(test, "passed"))
      .on("pending", (test) => note(test, "pending"))
      .on("fail", (test, error) => note(test, "failed", error));
  });
  const file = process.env.GALLEY_TEST_RESULTS;
  if (file) writeFileSync(file, JSON.stringify(outcomes));
  if (failures > 0) throw new Error(`${failures} failed`);
}

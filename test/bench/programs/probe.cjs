/**
 * `node --require probe.cjs PROGRAM`: when the program ends, writes what it took into the file that GALLEY_BENCH_PROBE
 * names. CommonJS, as that costs the program least; all programs that are measured are Node's.
 */

const { readFileSync, writeFileSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

if (isMainThread && process.env.GALLEY_BENCH_PROBE) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const taken = { cpu: (userCPUTime + systemCPUTime) / 1e6, peak: (peakKiB() ?? maxRSS) * 1024 };
    writeFileSync(process.env.GALLEY_BENCH_PROBE, JSON.stringify(taken));
  });
}

/** Where the system says it: `maxRSS` counts what the process that started this one held before this one was loaded. */
function peakKiB() {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) || undefined;
  } catch {
    return undefined;
  }
}

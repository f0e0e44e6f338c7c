/** Looks for pages that break a promise, and makes each as short as it goes. */

import { DEFAULT_SETTINGS, type Settings } from "../../server/core/page/settings.ts";
import { fuzzCase } from "./pages.ts";
import { type PagePromise, PROMISES, Reading } from "./promises.ts";

/** A promise that a page breaks. */
export interface Broken {
  readonly promise: string;
  readonly page: string;
  readonly settings: Settings;
  /** What the check said. */
  readonly says: string;
}

/** The promises that a page breaks; of those that cost much, only the ones whose turn `seed` is. */
export function brokenBy(page: string, settings: Settings, seed = 0): Broken[] {
  const reading = new Reading(page, settings);
  return PROMISES.flatMap((promise) => {
    if (seed % (promise.every ?? 1) !== 0) return [];
    const says = said(promise, reading);
    return says === undefined ? [] : [{ promise: promise.name, page, settings, says }];
  });
}

/** The promises that the page of a seed breaks. */
export function brokenBySeed(seed: number): Broken[] {
  const { page, settings } = fuzzCase(seed);
  return brokenBy(page, settings, seed);
}

/** What is wrong where a promise is broken. */
function said(promise: PagePromise, reading: Reading): string | undefined {
  try {
    promise.check(reading);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Tries at most: a page that costs much is left longer than it need be. */
const TRIES = 3000;

/** The same promise broken by a page from which nothing more can be taken away, with settings as near to none as can be. */
export function shrunk(broken: Broken): Broken {
  const promise = PROMISES.find(({ name }) => name === broken.promise);
  if (!promise) return broken;
  let least = broken;
  let tries = TRIES;
  const stillBroken = (page: string, settings: Settings): boolean => {
    tries -= 1;
    const says = tries < 0 ? undefined : said(promise, new Reading(page, settings));
    if (says === undefined) return false;
    least = { ...least, page, settings, says };
    return true;
  };
  for (const settings of simplerThan(broken.settings)) if (stillBroken(broken.page, settings)) break;
  for (let before = ""; before !== least.page; ) {
    before = least.page;
    takeAway(stillBroken, () => least);
    makePlain(stillBroken, () => least);
  }
  return least;
}

function simplerThan(settings: Settings): Settings[] {
  return [DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, numberSpacing: settings.numberSpacing }];
}

type Try = (page: string, settings: Settings) => boolean;

/** Takes stretches away, from long ones to single characters. */
function takeAway(stillBroken: Try, least: () => Broken): void {
  for (let length = Math.ceil(least().page.length / 2); length > 0; length = length > 1 ? Math.ceil(length / 2) : 0)
    for (let at = 0; at < least().page.length; ) {
      const { page, settings } = least();
      if (!stillBroken(page.slice(0, at) + page.slice(at + length), settings)) at += length;
    }
}

/** Puts the plainest character of its class in the place of each. */
function makePlain(stillBroken: Try, least: () => Broken): void {
  for (let at = 0; at < least().page.length; at += 1) {
    const { page, settings } = least();
    const now = page.charAt(at);
    for (const plain of [" ", "\n", "云", "1"]) {
      if (plain === now || !CLASSES.some((one) => one.test(plain) && one.test(now))) continue;
      if (stillBroken(page.slice(0, at) + plain + page.slice(at + 1), settings)) break;
    }
  }
}

const CLASSES: readonly RegExp[] = [/^[^\S\r\n]$/u, /^[\r\n]$/, /^\p{Script=Han}$/u, /^[0-9]$/];

/** One fault, one finding: what several rules see of the same fault is told once. */

import type { Finding, Fix } from "../page/finding.ts";
import type { TextEdit } from "../text/text.ts";
import { PAGE_RULES } from "./index.ts";

const ABSORBS = new Map(PAGE_RULES.flatMap(({ id, absorbs }) => (absorbs ? [[id, new Set(absorbs)] as const] : [])));

/**
 * The findings without those that are part of another one: a rule that absorbs others tells what they find inside its finding, and
 * its fix makes their edits too. A finding is never absorbed by one whose fix is trusted less, as no safe edit may be lost.
 * @param findings in page order
 */
export function absorbed(findings: readonly Finding[]): Finding[] {
  const parts = new Map<Finding, Finding[]>();
  const gone = new Set<Finding>();
  for (const [i, whole] of findings.entries()) {
    const ids = ABSORBS.get(whole.rule);
    if (!ids) continue;
    for (const part of touching(findings, i)) {
      if (gone.has(part) || !ids.has(part.rule) || !isPartOf(part, whole)) continue;
      gone.add(part);
      parts.set(whole, [...(parts.get(whole) ?? []), part]);
    }
  }
  if (gone.size === 0) return [...findings];
  const left = findings.flatMap((finding) => (gone.has(finding) ? [] : [withParts(finding, parts.get(finding) ?? [])]));
  // With what it absorbed a finding may begin before the one in front of it.
  return left.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** How many findings before and after one are looked at: as many as can touch it, and no more on a page of overlaps. */
const NEIGHBOURS = 8;

function touching(findings: readonly Finding[], i: number): Finding[] {
  const { start, end } = findings[i] as Finding;
  const near = [...findings.slice(Math.max(0, i - NEIGHBOURS), i), ...findings.slice(i + 1, i + 1 + NEIGHBOURS)];
  return near.filter((other) => other.start < end && start < other.end);
}

function isPartOf({ fix: part }: Finding, { fix: whole }: Finding): boolean {
  if (!part || !whole) return false;
  if (part.safety === "safe" && whole.safety === "safe") return true;
  return part.safety === whole.safety && part.edits.every((edit) => whole.edits.some((own) => isSame(own, edit)));
}

function withParts(finding: Finding, parts: readonly Finding[]): Finding {
  const { fix } = finding;
  if (!fix || parts.length === 0) return finding;
  const more = parts.filter((part) => part.fix?.edits.some((edit) => !fix.edits.some((own) => isSame(own, edit))));
  const all = [finding, ...more].sort((a, b) => a.start - b.start);
  return {
    ...finding,
    start: Math.min(...all.map(({ start }) => start)),
    end: Math.max(...all.map(({ end }) => end)),
    message: {
      zh: [finding, ...more].map(({ message }) => message.zh).join("；"),
      en: [finding, ...more].map(({ message }) => message.en).join("; "),
    },
    fix: { ...fix, edits: editsOf([fix, ...more.flatMap((part) => part.fix ?? [])]) },
  };
}

/** The edits of several fixes, each once, in page order. */
function editsOf(fixes: readonly Fix[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const edit of fixes.flatMap((fix) => fix.edits)) if (!edits.some((own) => isSame(own, edit))) edits.push(edit);
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.newText === b.newText;
}

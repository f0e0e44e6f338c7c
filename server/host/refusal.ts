/** The error that the impure edge throws where it must leave something undone: its message is for people. */

import type { Localised } from "../core/text/locale.ts";

/** Says, in words for the user, why something was not done. Whoever catches it shows `reason` and goes on. */
export class Refusal extends Error {
  readonly reason: Localised;

  constructor(reason: Localised) {
    super(reason.en);
    this.reason = reason;
  }
}

/** What went wrong, as a reason: a refusal's own, or what the system's error code means. */
export function reasonOf(error: unknown): Localised {
  if (error instanceof Refusal) return error.reason;
  const { code, message } = error as { code?: unknown; message?: unknown };
  const known = typeof code === "string" ? SYSTEM_ERRORS[code] : undefined;
  if (known) return known;
  const detail = String(code ?? message ?? error);
  return { zh: `出错（${detail}）`, en: `failed (${detail})` };
}

const SYSTEM_ERRORS: Readonly<Record<string, Localised>> = {
  ENOENT: { zh: "找不到这个文件", en: "no such file" },
  ENOTDIR: { zh: "路径中有一段不是文件夹", en: "part of the path is not a folder" },
  EISDIR: { zh: "这是文件夹，不是文件", en: "this is a folder, not a file" },
  EACCES: { zh: "没有权限", en: "permission denied" },
  EPERM: { zh: "不允许这样做", en: "operation not permitted" },
  EROFS: { zh: "文件系统只读", en: "the file system is read-only" },
  ENOSPC: { zh: "磁盘已满", en: "the disk is full" },
  EDQUOT: { zh: "磁盘配额已用完", en: "the disk quota is used up" },
  EFBIG: { zh: "文件太大", en: "the file is too large" },
  ERR_FS_FILE_TOO_LARGE: { zh: "文件太大", en: "the file is too large" },
  ERR_STRING_TOO_LONG: { zh: "文件太大", en: "the file is too large" },
  ELOOP: { zh: "符号链接成环", en: "the symbolic links form a loop" },
  ENAMETOOLONG: { zh: "文件名太长", en: "the file name is too long" },
  EMFILE: { zh: "打开的文件太多", en: "too many open files" },
  EBUSY: { zh: "文件正被占用", en: "the file is in use" },
  EIO: { zh: "读写磁盘出错", en: "the disk could not be read or written" },
};

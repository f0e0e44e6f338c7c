/** The server as a process: how it is started, over which channel, how it ends, and how it says what is wrong. */

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { describe, test } from "node:test";
import { program } from "../support/program.ts";
import { startServer } from "./start-server.ts";

const URI = "file:///a.txt";
const SERVER = program("main");
const run = (...args: string[]) => spawnSync(process.execPath, [...SERVER, ...args], { encoding: "utf8", input: "" });

describe("the server's process", () => {
  for (const channel of ["stdio", "node-ipc"] as const) {
    test(`answers over ${channel} and ends with 0 after shutdown and exit`, async () => {
      const server = await startServer({}, SERVER, channel);
      assert.equal(server.server.serverInfo?.name, "galley-language-server");
      await server.open(URI, "云溪县新建水库三座。\n");
      assert.ok(Array.isArray(await server.diagnostics(URI)));
      assert.equal(await server.stop(), 0);
      assert.equal(server.stderr(), "");
    });
  }

  test("ends with 1 on exit without shutdown", async () => {
    const server = await startServer();
    const ended = once(server.process, "exit");
    await server.connection.sendNotification("exit");
    assert.deepEqual(await ended, [1, null]);
  });

  for (const channel of ["stdio", "node-ipc"] as const) {
    test(`ends when its editor is gone from ${channel}`, async () => {
      const server = await startServer({}, SERVER, channel);
      const ended = once(server.process, "exit");
      if (channel === "stdio") server.process.stdin?.end();
      else server.process.disconnect();
      assert.deepEqual(await ended, [1, null]);
    });
  }

  test("ends when the process that it belongs to is gone, though its channel is open and its thread at work", async () => {
    const parent = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
    const server = await startServer({}, [...SERVER, `--clientProcessId=${parent.pid}`]);
    const ended = once(server.process, "exit");
    await server.open(URI, "云溪县县长罗长庚到水库工地看望建设者。\n".repeat(2000));
    void server.ask("textDocument/documentHighlight", URI, { position: { line: 0, character: 6 } }).catch(() => {});
    parent.kill("SIGKILL");
    assert.deepEqual(await ended, [1, null]);
  });

  test("ends where what it is sent is no message, as it would understand nothing from there on", async () => {
    const server = await startServer();
    const ended = once(server.process, "exit");
    server.process.stdin?.write("Content-Length: -5\r\n\r\n{}");
    assert.deepEqual(await ended, [1, null]);
    assert.match(server.stderr(), /no message/);
  });

  test("that is not told a channel says how it is used, and fails", () => {
    const { status, stderr, stdout } = run();
    assert.equal(status, 2);
    assert.match(stderr, /--stdio/);
    assert.doesNotMatch(stderr, /^ +at /m);
    assert.equal(stdout, "");
  });

  test("that is given IPC without a parent to speak to says so, and fails", () => {
    const { status, stderr } = run("--node-ipc");
    assert.equal(status, 2);
    assert.match(stderr, /--node-ipc/);
    assert.doesNotMatch(stderr, /^ +at /m);
  });

  test("says its version and its usage", () => {
    const version = run("--version");
    assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
    assert.equal(version.status, 0);
    const help = run("--help");
    assert.match(help.stdout, /用法.*--stdio/);
    assert.equal(help.status, 0);
  });
});

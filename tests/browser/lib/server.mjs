// A Cordee of its own for the journeys: the demo company in a folder that goes away again.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const PATIENCE_SECONDS = 120;

/** Starts `cordee serve --demo`; tells its address and the sign-in it printed. `stop` ends it and removes its folder. */
export async function startServer(cordee) {
  const folder = await mkdtemp(join(tmpdir(), "cordee-browser-"));
  const listen = `127.0.0.1:${await freePort()}`;
  const data = join(folder, "data");
  const child = spawn(cordee, ["serve", "--demo", "--listen", listen, "--data", data], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = [];
  const exit = new Promise((done) => child.once("exit", (code, signal) => done(code ?? signal)));
  const stop = async () => {
    child.kill("SIGTERM");
    await exit;
    await rm(folder, { recursive: true, force: true });
  };
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => said.push(line));
  }
  const address = `http://${listen}`;
  try {
    await Promise.race([ready(address), exit.then((why) => Promise.reject(new Error(`cordee ended (${why})`)))]);
    return { address, signIn: readSignIn(said), said, stop };
  } catch (error) {
    await stop();
    throw new Error(`${error.message}; it said:\n${said.join("\n")}`);
  }
}

/** The e-mail and the password, each on the line that speaks of it. */
function readSignIn(lines) {
  const text = lines.join("\n");
  const email = text.match(/[\w.+-]+@[\w.-]+\w/)?.[0];
  const password = text.match(/password:?\s+(\S+)/i)?.[1];
  if (!email || !password) throw new Error("cordee printed no sign-in");
  return { email, password };
}

async function ready(address) {
  const end = Date.now() + PATIENCE_SECONDS * 1000;
  while (Date.now() < end) {
    const answer = await fetch(`${address}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((again) => setTimeout(again, 100));
  }
  throw new Error(`cordee was not ready after ${PATIENCE_SECONDS} seconds`);
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

// A Cordee of its own for the journeys: the demo company, invented once, in a folder that goes away again.

import { spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const PATIENCE_SECONDS = 120;

/** Has the company invented. `remove` takes it away. */
export async function inventCompany(cordee) {
  const folder = await newFolder();
  try {
    const { end } = await serve(cordee, folder.path);
    await end();
    return folder;
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

/** Serves a copy of the company, or invents one; tells its address and the sign-in. `stop` ends it and removes the folder. */
export async function startServer(cordee, company) {
  const folder = await newFolder();
  try {
    if (company) await cp(company.path, folder.path, { recursive: true });
    const { address, said, end } = await serve(cordee, folder.path);
    return { address, signIn: readSignIn(said), stop: () => end().then(folder.remove) };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

async function newFolder() {
  const path = await mkdtemp(join(tmpdir(), "cordee-browser-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

async function serve(cordee, folder) {
  const listen = `127.0.0.1:${await freePort()}`;
  const child = spawn(cordee, ["serve", "--demo", "--listen", listen, "--data", join(folder, "data")], { stdio: ["ignore", "pipe", "pipe"] });
  const said = [];
  const exit = new Promise((done) => child.once("exit", (code, signal) => done(code ?? signal)));
  const end = async () => {
    child.kill("SIGTERM");
    await exit;
  };
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => said.push(line));
  }
  const address = `http://${listen}`;
  try {
    await Promise.race([ready(address), exit.then((why) => Promise.reject(new Error(`cordee ended (${why})`)))]);
    return { address, said, end };
  } catch (error) {
    await end();
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

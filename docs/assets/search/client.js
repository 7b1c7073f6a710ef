// Client: asks the engine, which is started at the first question.

let engine = null;
let number = 0;
const open = new Map();

function start() {
  engine = new Worker(new URL("engine.js", import.meta.url), { type: "module" });
  engine.addEventListener("message", ({ data }) => {
    const { resolve, reject } = open.get(data.number);
    open.delete(data.number);
    if (data.error) reject(new Error(data.error));
    else resolve(data.value);
  });
  engine.addEventListener("error", () => {
    for (const { reject } of open.values()) reject(new Error("the search could not be started"));
    open.clear();
    engine = null; // the next question tries again
  });
}

function ask(method, options) {
  if (!engine) start();
  number += 1;
  engine.postMessage({ number, method, options });
  return new Promise((resolve, reject) => open.set(number, { resolve, reject }));
}

export const prepare = () => ask("prepare");
export const search = (options) => ask("search", options);

// Client: asks the engine, which is started at the first question.

let engine = null;
let number = 0;
const open = new Map();

function start() {
  engine = new Worker(new URL("engine.js", import.meta.url), { type: "module" });
  engine.addEventListener("message", ({ data }) => {
    if (data.error) return stop(new Error(data.error));
    open.get(data.number).resolve(data.value);
    open.delete(data.number);
    return undefined;
  });
  engine.addEventListener("error", () => stop(new Error("the search could not be started")));
}

/** After an error the next question starts the engine anew: what could not be loaded may be there by then. */
function stop(error) {
  engine.terminate();
  engine = null;
  for (const { reject } of open.values()) reject(error);
  open.clear();
}

function ask(method, options) {
  if (!engine) start();
  number += 1;
  engine.postMessage({ number, method, options });
  return new Promise((resolve, reject) => open.set(number, { resolve, reject }));
}

export const prepare = () => ask("prepare");
export const search = (options) => ask("search", options);

// Sends chosen files in pieces: a broken line costs one piece, and what arrived stays.
// Without this script the form sends one file at a time.

const TRIES = 8;
const FIRST_WAIT = 500; // milliseconds; doubled after each failure
const LONGEST_WAIT = 15000;
const form = document.querySelector("form.pieces");
const said = form?.dataset; // the sentences stand on the page, in its language

/** A sentence of the server about a file: no use in trying again. */
class Refused extends Error {}

const pause = (time) => new Promise((done) => setTimeout(done, time));

/** Ask the server, and ask again while the line is broken; `say` is told about it. */
async function ask(address, options, say) {
  for (let tried = 0; ; tried += 1) {
    try {
      const answer = await fetch(address, { redirect: "manual", ...options });
      if (answer.status === 422) throw new Refused((await answer.json()).problem);
      if (answer.type === "opaqueredirect" || answer.status === 404) location.reload();
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      return answer.status === 204 ? null : await answer.json();
    } catch (error) {
      if (error instanceof Refused || tried + 1 >= TRIES) throw error;
      say(said.saidBroken);
      await pause(Math.min(FIRST_WAIT * 2 ** tried, LONGEST_WAIT));
    }
  }
}

/** Send what is missing of one file. */
async function send(file, say) {
  const to = form.dataset.to;
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  const body = JSON.stringify({ name: file.name, size: file.size });
  const begun = await ask(to, { method: "POST", headers, body }, say);
  const here = `${to}/${begun.ordinal}`;
  const arrived = new Set(begun.places);
  for (let place = 0; place < begun.pieces; place += 1) {
    if (arrived.has(place)) continue;
    say(said.saidSent.replace("{percent}", Math.floor((100 * place) / begun.pieces)));
    const piece = file.slice(place * begun.piece, (place + 1) * begun.piece);
    const type = { "Content-Type": "application/octet-stream", Accept: "application/json" };
    await ask(`${here}/${place}`, { method: "PUT", headers: type, body: piece }, say);
  }
  say(said.saidChecking);
  await ask(`${here}/selesai`, { method: "POST", headers: { Accept: "application/json" } }, say);
  say(said.saidKept);
}

/** Why a file is not even begun; empty when it may be. */
function unfit(file) {
  const megabytes = Math.floor(form.dataset.largest / 1024 / 1024);
  if (!file.size) return said.saidEmpty;
  if (file.size > form.dataset.largest) return said.saidLarge.replace("{megabytes}", megabytes);
  return "";
}

/** A line of progress for a file, with its name in front; returns what changes its words. */
function line(progress, file) {
  const shown = document.createElement("p");
  shown.className = "pieces__line";
  progress.append(shown);
  return (words) => {
    shown.textContent = `${file.name}: ${words}`;
  };
}

/** Send all chosen files one after the other; the page is loaded anew when all are there. */
async function sendAll(input, progress) {
  progress.replaceChildren();
  let refused = false;
  for (const [number, file] of [...input.files].entries()) {
    const say = line(progress, file);
    let reason = number >= form.dataset.most ? said.saidMany : unfit(file);
    if (!reason) {
      try {
        await send(file, say);
      } catch (error) {
        reason = error instanceof Refused ? error.message : said.saidLost;
      }
    }
    if (reason) say(reason);
    refused ||= Boolean(reason);
  }
  if (!refused) location.reload();
}

if (form) {
  const input = form.querySelector("input[type=file]");
  const button = form.querySelector("button");
  const progress = form.querySelector(".pieces__progress");
  input.multiple = true;
  form.addEventListener("submit", async (event) => {
    if (!input.files.length) return;
    event.preventDefault();
    button.disabled = true;
    await sendAll(input, progress);
    button.disabled = false;
  });
}

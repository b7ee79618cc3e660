// Files that survive a broken line: sent in pieces to an address that remembers how much arrived.
//
//   <div data-upload="/announce" data-upload-then="#list"><input type="file"></div>
//
// POST to the first address with `name` and `size` gives {address, received, size, whole}; GET of
// that address gives the same later; POST to it with `?mulai=` adds a piece there; a refusal has
// `problem`. When everything chosen is whole, the element of `data-upload-then` gets the event
// "uploaded". Without this script the form sends the files itself.
//
// A piece grows while the line is fast, up to `data-upload-piece` bytes. After the line broke it is
// small again, and never grows to what did not get through: a proxy may limit what it lets pass.

const PIECE = 256 * 1024;
const FAST = 2000; // milliseconds within which a piece went: the next one is twice as large
const LONGEST_WAIT = 30_000;

/** Wait, but not longer than until the line is back. */
function pause(milliseconds) {
  return new Promise((resolve) => {
    const done = () => {
      window.removeEventListener("online", done);
      resolve();
    };
    setTimeout(done, milliseconds);
    window.addEventListener("online", done);
  });
}

/** Ask the server and read its answer; an answer without words is a broken line. */
async function asked(address, options = {}) {
  const answer = await fetch(address, { credentials: "same-origin", ...options });
  if (!(answer.headers.get("content-type") ?? "").startsWith("application/json")) {
    throw new Error(`no answer: ${answer.status}`);
  }
  return answer.json();
}

/** Do it again and again until there is an answer, waiting longer each time. */
async function persist(attempt, said) {
  for (let wait = 1000; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
    try {
      return await attempt();
    } catch {
      said("Sambungan terputus. Dilanjutkan sendiri begitu tersambung.");
      await pause(wait);
    }
  }
}

/** Send one file to its end; return the sentence of a refusal, or "" when it is whole. */
async function send(announcing, file, show, largest) {
  const about = new URLSearchParams({ name: file.name, size: String(file.size) });
  let state = await persist(() => asked(announcing, { method: "POST", body: about }), show.said);
  const address = state.address;
  let piece = PIECE;
  while (!state.problem && !state.whole) {
    show.progress(state.received ?? 0);
    const start = state.received ?? 0;
    const body = file.slice(start, start + piece);
    if (!body.size) return "Berkas ini berubah saat diunggah. Pilih lagi berkasnya.";
    const begun = performance.now();
    let broken = false;
    state = await persist(async () => {
      if (broken) {
        const there = await asked(address);
        if (there.problem || there.whole || (there.received ?? 0) !== start) {
          return there; // the answer to an earlier piece was lost, the piece was not
        }
      }
      broken = true; // unless there is an answer
      return asked(`${address}?mulai=${start}`, { method: "POST", body });
    }, (words) => {
      largest = Math.max(PIECE, piece / 2);
      piece = PIECE;
      show.said(words);
    });
    if (performance.now() - begun < FAST) piece = Math.min(2 * piece, largest);
  }
  return state.problem ?? "";
}

/** A line of words and a bar below the field, for one file. */
function shown(place, file) {
  const said = document.createElement("p");
  said.className = "upload__said";
  said.setAttribute("role", "status");
  const bar = document.createElement("progress");
  bar.className = "upload__progress";
  bar.max = file.size;
  bar.setAttribute("aria-label", file.name);
  place.append(said, bar);
  const say = (words) => {
    if (said.textContent !== words) said.textContent = words;
  };
  say(`Mengunggah “${file.name}”…`);
  return {
    said: say,
    progress(received) {
      bar.value = received;
      say(`Mengunggah “${file.name}”…`);
    },
    end(problem) {
      bar.remove();
      if (problem) say(`“${file.name}”: ${problem}`);
      else said.remove();
    },
  };
}

/** Send everything that was chosen, one after the other. */
async function chosen(place, input) {
  const files = [...input.files];
  const largest = Number(place.dataset.uploadPiece ?? PIECE);
  input.value = ""; // the form need not send them again
  for (const file of files) {
    const show = shown(place, file);
    show.end(await send(place.dataset.upload, file, show, largest));
  }
  const then = document.querySelector(place.dataset.uploadThen);
  then?.dispatchEvent(new Event("uploaded"));
}

for (const place of document.querySelectorAll("[data-upload]")) {
  const input = place.querySelector("input[type=file]");
  input?.addEventListener("change", () => chosen(place, input));
}

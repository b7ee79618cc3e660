// Looks for a number that, after the task, gives a SHA-256 with enough zero bits in front.
// Written out, because the browser's own works one promise at a time, and over TLS only.

const primes = [];
for (let n = 2; primes.length < 64; n += 1) {
  if (primes.every((prime) => n % prime)) primes.push(n);
}
const fraction = (root) => ((root - Math.floor(root)) * 2 ** 32) | 0;
const ROUNDS = primes.map((prime) => fraction(Math.cbrt(prime)));
const START = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const words = new Int32Array(64);
const turn = (x, by) => (x >>> by) | (x << (32 - by));

/** Work one block of 16 words, at the front of `words`, into the state. */
function work(state) {
  for (let i = 16; i < 64; i += 1) {
    const a = words[i - 15];
    const b = words[i - 2];
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    words[i] = (words[i - 16] + s0 + words[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i]) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + t1) | 0; // one by one: a pattern would make an array each time
    d = c; c = b; b = a; a = (t1 + t2) | 0;
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + state[i]) | 0);
}

/** The first word of the SHA-256 of ASCII text: enough to count zeros in. */
function first(text) {
  const blocks = (text.length + 72) >> 6;
  let state = START;
  for (let block = 0; block < blocks; block += 1) {
    words.fill(0, 0, 16);
    for (let i = 0; i < 64; i += 1) {
      const at = block * 64 + i;
      const code = at < text.length ? text.charCodeAt(at) : at === text.length ? 0x80 : 0;
      words[i >> 2] |= code << (24 - 8 * (i & 3));
    }
    if (block === blocks - 1) words[15] = text.length * 8;
    state = work(state);
  }
  return state[0];
}

addEventListener("message", (event) => {
  const { task, bits } = event.data;
  for (let number = 0; ; number += 1) {
    if (Math.clz32(first(`${task}.${number}`)) >= bits) {
      postMessage(String(number));
      return;
    }
  }
});

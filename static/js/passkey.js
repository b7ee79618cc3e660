// Passkeys: the device is asked, its answer is put into the form, and the form is sent.
// Where the browser has none the page says so, and its other ways stay.

const able =
  window.isSecureContext &&
  "PublicKeyCredential" in window &&
  "parseRequestOptionsFromJSON" in PublicKeyCredential;

function made(options) {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return navigator.credentials.create({ publicKey });
}

function shown(options) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return navigator.credentials.get({ publicKey });
}

/** Put the answer of the device into the form and send it; `told` has what it is asked. */
async function answer(form, told, failed) {
  failed.hidden = true;
  const ask = "passkeyNew" in told.dataset ? made : shown;
  try {
    const credential = await ask(JSON.parse(told.dataset.passkeyOptions));
    told.querySelector('[name$="credential"]').value = JSON.stringify(credential.toJSON());
    HTMLFormElement.prototype.submit.call(form); // what a form carries may be called "submit"
  } catch {
    failed.hidden = false;
  }
}

for (const place of document.querySelectorAll("[data-passkey]")) {
  const asking = place.querySelector("[data-passkey-ask]"); // inside a form with other things
  const form = asking ? place.closest("form") : place.querySelector("form");
  const failed = place.querySelector("[data-passkey-failed]");
  place.querySelector("[data-passkey-scriptless]").hidden = true;
  (asking ?? form).hidden = !able;
  place.querySelector("[data-passkey-unable]").hidden = able;
  if (asking) {
    asking.addEventListener("click", () => answer(form, place, failed));
    continue;
  }
  form.addEventListener("submit", (event) => {
    const named = form.elements.name;
    if (named && !named.value.trim()) return; // the server says what is missing
    event.preventDefault();
    answer(form, form, failed);
  });
}

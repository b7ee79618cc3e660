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

async function answer(form, failed) {
  failed.hidden = true;
  const ask = "passkeyNew" in form.dataset ? made : shown;
  try {
    const credential = await ask(JSON.parse(form.dataset.passkeyOptions));
    form.elements.credential.value = JSON.stringify(credential.toJSON());
    form.submit();
  } catch {
    failed.hidden = false;
  }
}

for (const place of document.querySelectorAll("[data-passkey]")) {
  const form = place.querySelector("form");
  const failed = place.querySelector("[data-passkey-failed]");
  place.querySelector("[data-passkey-scriptless]").hidden = true;
  form.hidden = !able;
  place.querySelector("[data-passkey-unable]").hidden = able;
  form.addEventListener("submit", (event) => {
    const named = form.elements.name;
    if (named && !named.value.trim()) return; // the server says what is missing
    event.preventDefault();
    answer(form, failed);
  });
}

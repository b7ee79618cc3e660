// A code that came by a QR stands behind the "#", which no server sees: into the field, and away.

const field = document.querySelector("[name=code]");
const code = decodeURIComponent(window.location.hash.slice(1));

if (field && /^[0-9A-Za-z-]{20,30}$/.test(code)) {
  field.value = code;
  window.history.replaceState(null, "", window.location.pathname);
}
